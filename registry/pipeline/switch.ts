import type { Activation, ActivationReason, AuditAction, Supergraph } from "../model";
import type { SwitchOutcome } from "../outcomes";
import { addActivation } from "../store/activations";
import { addAudit } from "../store/audit";
import type { Statements } from "../store/connection";
import type { Context } from "./context";

export interface Switch {
  readonly supergraph: Supergraph;
  readonly reason: ActivationReason;
  /** Whom it is about; null when all. */
  readonly owner: string | null;
  readonly by: string;
  /** What the audit log calls it, when not by its reason. */
  readonly action?: AuditAction;
  /** Numbers for the audit log. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Makes a supergraph the live one and writes down who did it. */
export async function makeLive(
  { logger }: Context,
  statements: Statements,
  { supergraph, reason, owner, by, action = reason, details }: Switch,
): Promise<Activation> {
  const activation = await addActivation(statements, { supergraph: supergraph.number, reason, owner, by });
  await addAudit(statements, {
    actor: by,
    action,
    owner,
    details: { ...details, supergraph: supergraph.number, activation: activation.number },
  });
  logger.info({ reason, owner, by, supergraph: supergraph.number, ...details }, "supergraph is live");
  return activation;
}

export async function switchTo(context: Context, statements: Statements, to: Switch): Promise<SwitchOutcome> {
  return { kind: "switched", activation: await makeLive(context, statements, to), hash: to.supergraph.hash };
}

export const refused = (reason: string): SwitchOutcome => ({ kind: "refused", reason });
