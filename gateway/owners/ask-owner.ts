import type { Agent } from "undici";
import { isPublicError } from "../../kit/errors";
import type { Logger } from "../../kit/logger";
import type { GatewayContext } from "../context";
import { type FailureCode, type Outcome, send } from "../datasource/send";
import type { SubgraphRequest } from "../datasource/stand-ins";
import { type Breaker, type BreakerSettings, createBreaker, defaultBreaker, type Verdict } from "./breaker";
import type { OwnerGraph } from "./owner-graph";
import { createTurns, type InTurn, type TurnLimits } from "./turns";

/** A call to an owner that has ended; what came of it is told even when nothing was sent. */
export interface OwnerCall {
  owner: string;
  /**
   * A code of the catalogue; ABORTED when the request itself ended, NOT_SENT when there was no room for the call or no
   * token; undefined when the owner answered.
   */
  failure?: string;
  milliseconds: number;
}

/** Of each owner: calls at the same time, and calls that wait for one of them to end. */
export interface OwnerCallLimits extends TurnLimits {
  /** From the question to the end of the answer; a call that waited has all of it. */
  milliseconds: number;
  /** The largest answer that is read, in bytes. */
  answerBytes: number;
}

export const defaultOwnerCallLimits: Readonly<OwnerCallLimits> = {
  milliseconds: 3000,
  waitMilliseconds: 3000,
  answerBytes: 2 * 1024 * 1024,
  atOnce: 20,
  waiting: 50,
};

export interface OwnerCallOptions {
  agent: Agent;
  logger: Logger;
  limits?: Partial<OwnerCallLimits>;
  breaker?: Partial<BreakerSettings>;
  /** Breakers' states by owner, from `breakerStates` of what this one takes the place of. */
  breakers?: Readonly<Record<string, unknown>>;
  /** A token that says that the hub asks; the audience is the name of the owner's subgraph. */
  sign?(audience: string): Promise<string>;
  onCall?(call: OwnerCall): void;
}

export type OwnerFailureCode = FailureCode | "SUBGRAPH_QUARANTINED";

export type OwnerOutcome = Extract<Outcome, { kind: "answer" }> | OwnerFailure;

export interface OwnerFailure {
  kind: "failure";
  code: OwnerFailureCode;
  message: string;
  detail: string;
  /** Whether the request ended it: nothing against the owner. */
  byRequest?: boolean;
  /** Whether the owner never got the question, which says nothing about it either. */
  unsent?: boolean;
}

export interface OwnerCaller {
  /**
   * Asks an owner within its limits; never throws.
   * @param check looks at an answer that is GraphQL; what it makes a failure counts against the owner
   */
  call(
    owner: OwnerGraph,
    request: SubgraphRequest,
    context: Partial<GatewayContext>,
    check: (answer: OwnerOutcome) => OwnerOutcome,
  ): Promise<OwnerOutcome>;
  breakerStates(): Record<string, unknown>;
}

/** Keeps each owner to its time, its share of connections and its breaker. */
export function createOwnerCaller(options: OwnerCallOptions): OwnerCaller {
  const { agent, logger, sign, onCall } = options;
  const limits = { ...defaultOwnerCallLimits, ...options.limits };
  const settings = { ...defaultBreaker, ...options.breaker };
  const kept = new Map<string, { breaker: Breaker; inTurn: InTurn }>();

  function guardsOf(owner: string) {
    const known = kept.get(owner);
    if (known) return known;
    const initial = options.breakers && Object.hasOwn(options.breakers, owner) ? options.breakers[owner] : undefined;
    const guards = { breaker: createBreaker(settings, initial), inTurn: createTurns(limits) };
    kept.set(owner, guards);
    return guards;
  }

  async function ask(
    { name, url }: OwnerGraph,
    request: SubgraphRequest,
    context: Partial<GatewayContext>,
    token: string | undefined,
  ): Promise<OwnerOutcome> {
    const endpoint = {
      name,
      url,
      agent,
      timeoutMilliseconds: limits.milliseconds,
      answerBytes: limits.answerBytes,
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    };
    return send(endpoint, request, context);
  }

  async function guarded(
    owner: OwnerGraph,
    request: SubgraphRequest,
    context: Partial<GatewayContext>,
    check: (answer: OwnerOutcome) => OwnerOutcome,
  ): Promise<OwnerOutcome> {
    const quarantined = () => failureOf(owner, "SUBGRAPH_QUARANTINED", "its breaker is open");
    const { breaker, inTurn } = guardsOf(owner.name);
    const judged = await breaker.run(async (probe, hasOpened) => {
      // A client that goes away must not end the probe that others wait for.
      const life = probe ? { ...context, signal: undefined } : context;
      const outcome = await inTurn(life.signal, async () => {
        if (hasOpened()) return quarantined();
        const token = await sign?.(owner.name);
        return check(await ask(owner, request, life, token));
      }).catch((error): OwnerFailure => {
        logger.error({ err: error, owner: owner.name }, "A call failed");
        return { ...failureOf(owner, "SUBGRAPH_UNAVAILABLE", String(error)), unsent: true };
      });
      const told = outcome ?? noTurn(owner, life.signal);
      return { outcome: told, verdict: verdictOf(told, probe) };
    });
    return judged?.outcome ?? quarantined();
  }

  return {
    async call(owner, request, context, check) {
      const start = performance.now();
      const outcome = await guarded(owner, request, context, check);
      const milliseconds = Math.round(performance.now() - start);
      if (outcome.kind === "answer") {
        onCall?.({ owner: owner.name, milliseconds });
        return outcome;
      }
      onCall?.({ owner: owner.name, failure: toldFailure(outcome), milliseconds });
      const { requestId } = context;
      logger.warn({ requestId, owner: owner.name, code: outcome.code, detail: outcome.detail }, "An owner failed");
      return outcome;
    },
    breakerStates: () => Object.fromEntries([...kept].map(([owner, { breaker }]) => [owner, breaker.state()])),
  };
}

/** What a call says of the owner: an answer that is too large says more of what was asked for. */
function verdictOf(outcome: OwnerOutcome, probe: boolean): Verdict {
  if (outcome.kind === "answer") return "sound";
  // A probe that was not sent leaves the breaker open.
  if (outcome.unsent) return probe ? "failed" : "neutral";
  const saysNothing =
    outcome.byRequest || outcome.code === "ANSWER_TOO_LARGE" || outcome.code === "SUBGRAPH_QUARANTINED";
  return saysNothing ? "neutral" : "failed";
}

function toldFailure({ byRequest, unsent, code }: OwnerFailure): string {
  if (byRequest) return "ABORTED";
  return unsent ? "NOT_SENT" : code;
}

/** A call that was never sent, since the request ended before or others took all the time there was to wait. */
function noTurn(owner: OwnerGraph, signal: AbortSignal | undefined): OwnerFailure {
  if (!signal?.aborted) {
    return { ...failureOf(owner, "SUBGRAPH_UNAVAILABLE", "too many calls at once"), unsent: true };
  }
  const failure = { ...failureOf(owner, "SUBGRAPH_UNAVAILABLE", "the request ended before"), byRequest: true };
  const reason: unknown = signal.reason;
  return isPublicError(reason) ? { ...failure, code: "REQUEST_TIMEOUT", message: (reason as Error).message } : failure;
}

/** A failure in words that name the owner and nothing of its address. */
export function failureOf(
  { name }: OwnerGraph,
  code: Exclude<OwnerFailureCode, "REQUEST_TIMEOUT" | "SUBGRAPH_TIMEOUT">,
  detail: string,
): OwnerFailure {
  const part = `The part "${name}" of the graph`;
  const says = {
    SUBGRAPH_UNAVAILABLE: `${part} is not available; its fields are null.`,
    SUBGRAPH_QUARANTINED: `${part} failed several times in a row and is left alone for a while; its fields are null.`,
    SUBGRAPH_INVALID_RESPONSE: `${part} did not answer for every row it was asked about; its fields are null.`,
    ANSWER_TOO_LARGE: `${part} was asked for more than fits in an answer; its fields are null. Ask for fewer rows or fields.`,
  };
  return { kind: "failure", code, message: says[code], detail };
}
