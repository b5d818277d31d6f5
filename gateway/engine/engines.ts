import { setTimeout as pause } from "node:timers/promises";
import { HttpRefusal, type RequestScope } from "../../kit/http";
import type { Logger } from "../../kit/logger";
import type { SupergraphSource } from "../supergraph/source";
import { createRecentOperations } from "./recent-operations";
import { createRefusals, type Refusal, type RefusalReason, textHash } from "./refusals";
import { createServedHistory, LOSSES_MILLISECONDS, MOST_LOSSES } from "./served-history";
import { smokeCheck } from "./smoke-check";
import type { BreakerStates, Engine, EngineAnswer, EngineQuestion } from "./types";
import { warmUp } from "./warm-up";

export interface EnginesOptions {
  readonly source: SupergraphSource;
  readonly logger: Logger;
  /** Builds an engine; rejects when the supergraph cannot be served. */
  build(sdl: string, breakers: BreakerStates, signal: AbortSignal): Promise<Engine>;
  /** Asked of each new engine for real, before it serves. */
  readonly smokeQueries: readonly string[];
  /** For one request; a smoke query has as long, and an engine that was replaced as long to finish. */
  readonly requestMilliseconds: number;
  readonly graceMilliseconds: number;
  /** How long planning ahead may hold up a swap. Default 5,000. */
  readonly warmUpMilliseconds?: number;
  /** The first pause until a refused supergraph is tried again (`refusals.ts`). Default 30,000. */
  readonly refusedPauseMilliseconds?: number;
  /** Until an engine is built in the place of the second that was lost in a row; doubles to 30,000. Default 1,000. */
  readonly lostPauseMilliseconds?: number;
}

export interface Engines {
  /** Serves the source's supergraph. @throws Error when it cannot be served */
  start(): Promise<void>;
  stop(): Promise<void>;
  execute(question: EngineQuestion, life: RequestScope): Promise<EngineAnswer>;
  /** The engine that requests go to; undefined before the first and while a lost one is replaced. */
  current(): Engine | undefined;
  /** SHA-256 in hex of the text that it was given, as a registry names it. */
  currentHash(): string | undefined;
  /** The source's current supergraph, while it is refused. */
  refused(): Refusal | undefined;
}

/** An engine that serves, and what it has under way. */
interface Serving {
  readonly engine: Engine;
  readonly sdl: string;
  readonly hash: string;
  readonly since: number;
  readonly underWay: Set<Promise<unknown>>;
}

/** What came of building a supergraph's engine; one that failed its check is there nevertheless. */
interface Candidate {
  readonly sdl: string;
  readonly engine?: Engine;
  readonly fault?: { readonly reason: RefusalReason; readonly error: unknown };
}

/** Beside the one that serves and the one that is built: each takes memory. */
const MOST_RETIRING = 2;
const BREAKERS_MILLISECONDS = 1000;

/**
 * Keeps one engine serving the newest supergraph of a source. A newer supergraph gets an engine of its own, which is
 * checked and warmed while the one before serves; then requests go to it, and the one before finishes what it has under
 * way. One that is refused changes nothing and is tried again later; one whose engines end again and again gives way to
 * the one before. There are never more than four engines.
 */
export function createEngines(options: EnginesOptions): Engines {
  const { source, logger, smokeQueries, requestMilliseconds, graceMilliseconds } = options;
  const recent = createRecentOperations();
  const stopping = new AbortController();
  let serving: Serving | undefined;
  /** The newest that has come and has not been looked at. */
  let wanted: string | undefined;
  let following: Promise<void> | undefined;
  const history = createServedHistory(options.lostPauseMilliseconds ?? 1000);
  const retiring = new Set<Promise<void>>();
  const refusals = createRefusals(options.refusedPauseMilliseconds ?? 30_000, (sdl) => {
    if (source.offerAgain) return source.offerAgain();
    wanted ??= sdl;
    if (history.last()) follow();
  });

  function serve(engine: Engine, sdl: string, isSound: boolean): void {
    const mine: Serving = { engine, sdl, hash: textHash(sdl), since: Date.now(), underWay: new Set() };
    const before = serving;
    serving = mine;
    history.serve({ sdl, isSound });
    void engine.lost.then((reason) => {
      logger.error({ err: reason }, "An engine was lost");
      if (serving !== mine) return;
      serving = undefined;
      countLoss(Date.now() - mine.since);
      follow();
    });
    if (!before) return;
    const retired = retire(before).finally(() => retiring.delete(retired));
    retiring.add(retired);
  }

  /** What ends again and again gives way to the sound one before it. */
  function countLoss(lasted: number): void {
    const sdl = history.lose(lasted);
    if (sdl === undefined) return;
    const error = new Error(`${MOST_LOSSES} engines were lost within ${LOSSES_MILLISECONDS / 1000} s`);
    logger.error({ supergraph: textHash(sdl), err: error }, "The supergraph was refused; the one before it is served");
    void refuse(sdl, { reason: "KEEPS_ENDING", error });
  }

  async function retire({ engine, underWay }: Serving): Promise<void> {
    const finished = Promise.allSettled(underWay);
    const longest = requestMilliseconds + 2 * graceMilliseconds;
    const settled = new AbortController();
    await Promise.race([
      finished,
      pause(longest, undefined, { signal: AbortSignal.any([settled.signal, stopping.signal]) }).catch(() => {}),
    ]);
    settled.abort();
    await end(engine);
  }

  async function end(engine: Engine | undefined): Promise<void> {
    await engine?.stop().catch((err) => logger.error({ err }, "An engine could not be stopped"));
  }

  async function tell(what: () => Promise<void> | void): Promise<void> {
    try {
      await what();
    } catch (err) {
      logger.warn({ err }, "The supergraph's source could not be told what came of it");
    }
  }

  /** Does one thing after the other until there is nothing more to do. */
  function follow(): void {
    // Of several that come at once the newest is taken.
    following ??= Promise.resolve()
      .then(catchUp)
      .finally(() => {
        following = undefined;
        if (isBehind()) follow();
      });
  }

  const isBehind = () => !stopping.signal.aborted && (wanted !== undefined || !serving);

  async function catchUp(): Promise<void> {
    while (isBehind()) {
      const isFull = retiring.size >= MOST_RETIRING;
      if (!serving && (wanted === undefined || isFull)) await replaceLost();
      else if (isFull) await Promise.race([...retiring, serving?.engine.lost]);
      else await takeNewest();
    }
  }

  async function takeNewest(): Promise<void> {
    const sdl = wanted;
    wanted = undefined;
    if (sdl === undefined) return;
    if (sdl === serving?.sdl) return lookAgain(serving);
    const breakers = (await statesOf(serving)) ?? {};
    const { engine, fault } = await build(sdl, breakers);
    if (stopping.signal.aborted) return end(engine);
    if (!engine || fault) {
      await end(engine);
      logger.error({ err: fault?.error }, "The new supergraph was refused; the last good one stays live");
      return refuse(sdl, fault);
    }
    const planned = await warmUp(engine, recent.list(), options.warmUpMilliseconds ?? 5000);
    const states = await statesOf(serving);
    if (states) engine.takeBreakers(states);
    if (stopping.signal.aborted) return end(engine);
    serve(engine, sdl, true);
    const subgraphs = engine.subgraphs.map(({ name }) => name);
    logger.info({ subgraphs, planned }, "The supergraph was replaced");
    await accept(sdl);
  }

  /** What is known of owners; undefined when there is no engine, or it is too busy to say so soon. */
  async function statesOf(from: Serving | undefined): Promise<BreakerStates | undefined> {
    return from && Promise.race([from.engine.breakerStates(), pause(BREAKERS_MILLISECONDS, undefined, { ref: false })]);
  }

  async function build(sdl: string, breakers: BreakerStates): Promise<Candidate> {
    let engine: Engine;
    try {
      engine = await options.build(sdl, breakers, stopping.signal);
    } catch (error) {
      return { sdl, fault: { reason: "CANNOT_BE_BUILT", error } };
    }
    const wrong = await check(engine);
    return wrong === undefined
      ? { sdl, engine }
      : { sdl, engine, fault: { reason: "CHECK_FAILED", error: new Error(wrong) } };
  }

  const check = (engine: Engine) => smokeCheck(engine, smokeQueries, requestMilliseconds, stopping.signal);

  async function accept(sdl: string): Promise<void> {
    refusals.accept(sdl);
    await tell(() => source.accepted?.(sdl));
  }

  async function refuse(sdl: string, fault: Candidate["fault"]): Promise<void> {
    refusals.refuse(sdl, fault?.reason ?? "CANNOT_BE_BUILT");
    const reason = fault?.error instanceof Error ? fault.error.message : String(fault?.error);
    await tell(() => source.refused?.(sdl, reason));
  }

  /** The one that serves has come again, and has still to pass its check if it serves for want of another. */
  async function lookAgain({ engine, sdl }: Serving): Promise<void> {
    if (!history.last()?.isSound) {
      const wrong = await check(engine);
      if (stopping.signal.aborted) return;
      if (wrong !== undefined) return refuse(sdl, { reason: "CHECK_FAILED", error: new Error(wrong) });
      if (history.last()?.sdl === sdl) history.serve({ sdl, isSound: true });
      logger.info("The supergraph passes its check now");
    }
    await accept(sdl);
  }

  async function replaceLost(): Promise<void> {
    await pause(history.pause(), undefined, { signal: stopping.signal }).catch(() => {});
    const last = history.last();
    if (!last || stopping.signal.aborted) return;
    const { sdl, isSound } = last;
    try {
      serve(await options.build(sdl, {}, stopping.signal), sdl, isSound);
    } catch (error) {
      if (stopping.signal.aborted) return;
      logger.error({ err: error }, "No engine could be built in the place of the lost one");
      return countLoss(0);
    }
    logger.warn("A new engine serves in the place of the lost one");
    if (isSound) await accept(sdl);
  }

  /** Serves the first one; when that is refused, another that the source has; one that failed its check only for want of any. */
  async function begin(first: string): Promise<void> {
    refusals.given(first);
    const live = await build(first, {});
    if (stopping.signal.aborted || (live.engine && !live.fault)) return serveFirst(live);
    await refuse(first, live.fault);
    const other = await loadOther(first);
    const second = other === undefined ? undefined : await build(other, {});
    if (second?.fault) await refuse(second.sdl, second.fault);
    // The other one has served before.
    const [chosen, unused] = second?.engine ? [second, live] : [live, undefined];
    await end(unused?.engine);
    logger.error(
      { err: live.fault?.error, isAnother: chosen !== live },
      chosen.fault
        ? "The supergraph is served though it did not pass its check: there is no better one"
        : "The supergraph was refused; another is served",
    );
    await serveFirst(chosen);
  }

  async function loadOther(first: string): Promise<string | undefined> {
    try {
      const other = await source.load(stopping.signal);
      return other === first ? undefined : other;
    } catch (err) {
      logger.error({ err }, "The supergraph was refused, and there is no other");
      return undefined;
    }
  }

  async function serveFirst({ sdl, engine, fault }: Candidate): Promise<void> {
    if (stopping.signal.aborted) await end(engine);
    stopping.signal.throwIfAborted();
    if (!engine) throw fault?.error;
    serve(engine, sdl, !fault);
    if (!fault) await accept(sdl);
  }

  let unsubscribe: (() => void) | undefined;
  return {
    current: () => serving?.engine,
    currentHash: () => serving?.hash,
    refused: refusals.current,
    async start() {
      const first = await source.load(stopping.signal);
      unsubscribe = source.subscribe?.(
        (sdl) => {
          refusals.given(sdl);
          wanted = sdl;
          if (history.last()) follow();
        },
        (err) => logger.error({ err }, "The supergraph could not be looked up; the last good one stays live"),
      );
      try {
        await begin(first);
      } catch (error) {
        unsubscribe?.();
        refusals.stop();
        throw error;
      }
      if (wanted !== undefined) follow();
    },
    execute(question, { signal, requestId }) {
      const mine = serving;
      if (!mine) {
        return Promise.reject(
          new HttpRefusal(503, "INTERNAL_SERVER_ERROR", "The hub is getting ready again. Ask again in a moment.", {
            requestId,
          }),
        );
      }
      const executed = mine.engine.execute(question, { signal, requestId }).then((answer) => {
        // What a caller asked with a token may hold what nobody else is to know, and is not kept.
        const isOpen = question.authorization === undefined;
        if (answer.clean && question.purpose === "client" && isOpen) recent.remember(question.body);
        return answer;
      });
      mine.underWay.add(executed);
      const done = () => void mine.underWay.delete(executed);
      executed.then(done, done);
      return executed;
    },
    async stop() {
      stopping.abort();
      unsubscribe?.();
      refusals.stop();
      await following;
      await Promise.all(retiring);
      await end(serving?.engine);
      serving = undefined;
    },
  };
}
