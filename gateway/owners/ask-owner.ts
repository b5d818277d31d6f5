import { type BulkheadPolicy, BulkheadRejectedError, bulkhead } from "cockatiel";
import type { Agent } from "undici";
import type { Logger } from "../../kit/logger";
import type { GatewayContext } from "../context";
import { type FailureCode, type Outcome, send } from "../datasource/send";
import type { SubgraphRequest } from "../datasource/stand-ins";
import { type Breaker, type BreakerSettings, createBreaker, defaultBreaker, type Verdict } from "./breaker";
import type { OwnerGraph } from "./owner-graph";

/** A call to an owner that has ended; what came of it is told even when nothing was sent. */
export interface OwnerCall {
  owner: string;
  /** A code of the catalogue, or ABORTED when the request itself ended; undefined when the owner answered. */
  failure?: string;
  milliseconds: number;
}

export interface OwnerCallLimits {
  /** From the question to the end of the answer, waiting included. */
  milliseconds: number;
  /** The largest answer that is read, in bytes. */
  answerBytes: number;
  /** Calls to one owner at the same time, and calls that wait for one of them to end. */
  atOnce: number;
  waiting: number;
}

export const defaultOwnerCallLimits: Readonly<OwnerCallLimits> = {
  milliseconds: 3000,
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

export type OwnerOutcome =
  | Extract<Outcome, { kind: "answer" }>
  | { kind: "failure"; code: OwnerFailureCode; message: string; detail: string; byRequest?: boolean };

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
  const kept = new Map<string, { breaker: Breaker; lanes: BulkheadPolicy }>();

  function guardsOf(owner: string) {
    const known = kept.get(owner);
    if (known) return known;
    const initial = options.breakers && Object.hasOwn(options.breakers, owner) ? options.breakers[owner] : undefined;
    const guards = { breaker: createBreaker(settings, initial), lanes: bulkhead(limits.atOnce, limits.waiting) };
    kept.set(owner, guards);
    return guards;
  }

  async function ask(
    owner: OwnerGraph,
    request: SubgraphRequest,
    context: Partial<GatewayContext>,
    until: number,
  ): Promise<OwnerOutcome> {
    const { name, url } = owner;
    const token = await sign?.(name);
    const left = until - performance.now();
    if (left <= 0)
      return failureOf(owner, "SUBGRAPH_TIMEOUT", "no time was left after waiting for other calls", limits);
    const endpoint = {
      name,
      url,
      agent,
      timeoutMilliseconds: Math.ceil(left),
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
    const until = performance.now() + limits.milliseconds;
    const { breaker, lanes } = guardsOf(owner.name);
    const quarantined = () => failureOf(owner, "SUBGRAPH_QUARANTINED", "its breaker is open", limits);
    const judged = await breaker.run(async (probe, hasOpened): Promise<{ outcome: OwnerOutcome; verdict: Verdict }> => {
      try {
        // A client that goes away must not end the probe that others wait for.
        const life = probe ? { ...context, signal: undefined } : context;
        return await lanes.execute(async () => {
          if (hasOpened()) return { outcome: quarantined(), verdict: "neutral" };
          const outcome = check(await ask(owner, request, life, until));
          if (outcome.kind === "answer") return { outcome, verdict: "sound" };
          return { outcome, verdict: outcome.byRequest ? "neutral" : "failed" };
        });
      } catch (error) {
        const detail = error instanceof BulkheadRejectedError ? "too many calls at once" : String(error);
        if (!(error instanceof BulkheadRejectedError)) logger.error({ err: error, owner: owner.name }, "A call failed");
        const outcome = failureOf(owner, "SUBGRAPH_UNAVAILABLE", detail, limits);
        return { outcome, verdict: probe ? "failed" : "neutral" };
      }
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
      onCall?.({ owner: owner.name, failure: outcome.byRequest ? "ABORTED" : outcome.code, milliseconds });
      const { requestId } = context;
      logger.warn({ requestId, owner: owner.name, code: outcome.code, detail: outcome.detail }, "An owner failed");
      // A part of the time may have gone by before the question was sent, so the words name all of it.
      if (outcome.code !== "SUBGRAPH_TIMEOUT") return outcome;
      return failureOf(owner, outcome.code, outcome.detail, limits);
    },
    breakerStates: () => Object.fromEntries([...kept].map(([owner, { breaker }]) => [owner, breaker.state()])),
  };
}

/** A failure in words that name the owner and nothing of its address. */
export function failureOf(
  { name }: OwnerGraph,
  code: Exclude<OwnerFailureCode, "REQUEST_TIMEOUT">,
  detail: string,
  limits: Pick<OwnerCallLimits, "milliseconds"> = defaultOwnerCallLimits,
): Extract<OwnerOutcome, { kind: "failure" }> {
  const part = `The part "${name}" of the graph`;
  const says = {
    SUBGRAPH_UNAVAILABLE: `${part} is not available; its fields are null.`,
    SUBGRAPH_TIMEOUT: `${part} did not answer within ${limits.milliseconds} ms; its fields are null.`,
    SUBGRAPH_QUARANTINED: `${part} failed several times in a row and is left alone for a while; its fields are null.`,
    SUBGRAPH_INVALID_RESPONSE: `${part} did not answer for every row it was asked about; its fields are null.`,
    ANSWER_TOO_LARGE: `${part} was asked for more than fits in an answer; its fields are null. Ask for fewer rows or fields.`,
  };
  return { kind: "failure", code, message: says[code], detail };
}
