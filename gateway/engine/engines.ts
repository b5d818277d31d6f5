import { setTimeout as pause } from "node:timers/promises";
import { HttpRefusal, type RequestScope } from "../../kit/http";
import type { Logger } from "../../kit/logger";
import type { SupergraphSource } from "../supergraph/source";
import { createRecentOperations } from "./recent-operations";
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
}

export interface Engines {
  /** Serves the source's supergraph. @throws Error when it cannot be served */
  start(): Promise<void>;
  stop(): Promise<void>;
  execute(question: EngineQuestion, life: RequestScope): Promise<EngineAnswer>;
  /** The engine that requests go to; undefined before the first and while a lost one is replaced. */
  current(): Engine | undefined;
}

/** An engine that serves, and what it has under way. */
interface Serving {
  readonly engine: Engine;
  readonly sdl: string;
  readonly since: number;
  readonly underWay: Set<Promise<unknown>>;
}

/** An engine that lasts as long as this has shown that what it was lost for has passed. */
const SOUND_MILLISECONDS = 60_000;
const FIRST_PAUSE_MILLISECONDS = 250;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

/**
 * Keeps one engine serving the newest supergraph of a source. A newer supergraph gets an engine of its own, which is
 * checked and warmed while the one before serves; then requests go to it, and the one before finishes what it has under
 * way. One that is refused changes nothing. There are never more than two engines.
 */
export function createEngines(options: EnginesOptions): Engines {
  const { source, logger, smokeQueries, requestMilliseconds, graceMilliseconds } = options;
  const recent = createRecentOperations();
  const stopping = new AbortController();
  let serving: Serving | undefined;
  /** What was served last, to go back to when its engine is lost. */
  let lastGood: string | undefined;
  /** The newest that has come and has not been looked at. */
  let wanted: string | undefined;
  let following: Promise<void> | undefined;
  let losses = 0;
  const retiring = new Set<Promise<void>>();

  function serve(engine: Engine, sdl: string): void {
    const mine: Serving = { engine, sdl, since: Date.now(), underWay: new Set() };
    const before = serving;
    serving = mine;
    lastGood = sdl;
    void engine.lost.then((reason) => {
      logger.error({ err: reason }, "An engine was lost");
      if (serving !== mine) return;
      serving = undefined;
      losses = Date.now() - mine.since > SOUND_MILLISECONDS ? 1 : losses + 1;
      follow();
    });
    if (!before) return;
    const retired = retire(before).finally(() => retiring.delete(retired));
    retiring.add(retired);
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
    following ??= catchUp().finally(() => {
      following = undefined;
      if (isBehind()) follow();
    });
  }

  const isBehind = () => !stopping.signal.aborted && (wanted !== undefined || !serving);

  async function catchUp(): Promise<void> {
    while (isBehind()) await (wanted === undefined ? replaceLost() : takeNewest());
  }

  async function takeNewest(): Promise<void> {
    // Two engines at a time are enough for the memory of one machine.
    await Promise.all(retiring);
    const sdl = wanted;
    wanted = undefined;
    if (sdl === undefined || stopping.signal.aborted) return;
    if (sdl === serving?.sdl) return tell(() => source.accepted?.(sdl));
    let engine: Engine | undefined;
    try {
      const breakers = (await serving?.engine.breakerStates()) ?? {};
      engine = await options.build(sdl, breakers, stopping.signal);
      stopping.signal.throwIfAborted();
      const wrong = await smokeCheck(engine, smokeQueries, requestMilliseconds, stopping.signal);
      if (wrong !== undefined) throw new Error(wrong);
    } catch (error) {
      await end(engine);
      if (stopping.signal.aborted) return;
      logger.error({ err: error }, "The new supergraph was refused; the last good one stays live");
      return tell(() => source.refused?.(sdl, error instanceof Error ? error.message : String(error)));
    }
    const planned = await warmUp(engine, recent.list(), options.warmUpMilliseconds ?? 5000);
    if (stopping.signal.aborted) return end(engine);
    serve(engine, sdl);
    const subgraphs = engine.subgraphs.map(({ name }) => name);
    logger.info({ subgraphs, planned }, "The supergraph was replaced");
    await tell(() => source.accepted?.(sdl));
  }

  async function replaceLost(): Promise<void> {
    const sdl = lastGood;
    if (sdl === undefined) return;
    const wait = losses <= 1 ? 0 : Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** losses, LONGEST_PAUSE_MILLISECONDS);
    await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
    if (stopping.signal.aborted) return;
    try {
      serve(await options.build(sdl, {}, stopping.signal), sdl);
      logger.warn("A new engine serves in the place of the lost one");
    } catch (error) {
      losses += 1;
      if (!stopping.signal.aborted)
        logger.error({ err: error }, "No engine could be built in the place of the lost one");
    }
  }

  /** The first engine serves whatever the smoke check says: there is nothing better yet. */
  async function takeFirst(sdl: string): Promise<void> {
    const engine = await options.build(sdl, {}, stopping.signal);
    const wrong = await smokeCheck(engine, smokeQueries, requestMilliseconds, stopping.signal);
    if (wrong !== undefined) logger.error({ wrong }, "The supergraph is served though it did not pass its check");
    serve(engine, sdl);
    await tell(() => source.accepted?.(sdl));
  }

  let unsubscribe: (() => void) | undefined;
  return {
    current: () => serving?.engine,
    async start() {
      const first = await source.load(stopping.signal);
      unsubscribe = source.subscribe?.(
        (sdl) => {
          wanted = sdl;
          if (serving || lastGood !== undefined) follow();
        },
        (err) => logger.error({ err }, "The supergraph could not be looked up; the last good one stays live"),
      );
      try {
        await takeFirst(first).catch(async (error) => {
          await tell(() => source.refused?.(first, error instanceof Error ? error.message : String(error)));
          const other = await source.load(stopping.signal);
          if (other === first) throw error;
          logger.error({ err: error }, "The supergraph was refused; another is tried");
          await takeFirst(other);
        });
      } catch (error) {
        unsubscribe?.();
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
        if (answer.clean && question.purpose === "client") recent.remember(question.body);
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
      await following;
      await Promise.all(retiring);
      await end(serving?.engine);
      serving = undefined;
    },
  };
}
