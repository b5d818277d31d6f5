import { databaseAway } from "../../kit/database-away";
import { type Logger, withoutSecrets } from "../../kit/logger";

import { sha256 } from "../sha256";
import { LIVE_CHANNEL } from "../store/activations";
import { readLastGood, writeLastGood } from "./last-good-file";
import { listen } from "./listen";
import { lookUpLive } from "./look-up-live";

export interface RegistrySourceOptions {
  readonly databaseUrl: string;
  /** Where the last supergraph that served is kept, for a start while the database is away. */
  readonly lastGoodFile?: string;
  readonly logger: Logger;
  /** How often is looked whether there is a newer one, beside being told. Default 5,000. */
  readonly pollMilliseconds?: number;
  /** For connecting to the database, and again for its answer. Default 10,000. */
  readonly answerMilliseconds?: number;
  /** Until a connection that was lost is made anew; doubles with each try. Default 250. */
  readonly reconnectMilliseconds?: number;
}

/** What a gateway follows; the same as its own `SupergraphSource`. */
export interface RegistrySource {
  readonly description: string;
  load(signal?: AbortSignal): Promise<string>;
  subscribe(onChange: (sdl: string) => void, onError: (error: unknown) => void): () => void;
  accepted(sdl: string): Promise<void>;
  refused(sdl: string, reason: string): Promise<void>;
  offerAgain(): void;
}

/**
 * The supergraph that is live in the registry's database. Each other one is given once, whether it is newer or one that was
 * rolled back to, and once more when it is asked for. Without the database it begins with the last one that served.
 */
export function createRegistrySource(options: RegistrySourceOptions): RegistrySource {
  const { databaseUrl, lastGoodFile, logger, pollMilliseconds = 5000, answerMilliseconds = 10_000 } = options;
  /** Hash of what was given last. */
  let given: string | undefined;
  let refusedHash: string | undefined;
  let keptHash: string | undefined;
  let look = () => {};

  /** @param why what is wrong with the live one, as a sentence */
  async function loadLastGood(why: string): Promise<string | undefined> {
    if (lastGoodFile === undefined) return undefined;
    const last = await readLastGood(lastGoodFile);
    if (last.kind === "unusable") logger.error({ file: lastGoodFile }, `The last good supergraph ${last.reason}`);
    if (last.kind !== "good") return undefined;
    logger.warn({ file: lastGoodFile, why }, "The last good supergraph is taken from its file");
    return last.sdl;
  }

  async function readLiveText(): Promise<{ sdl: string } | { why: string }> {
    try {
      const live = await lookUpLive(databaseUrl, undefined, answerMilliseconds);
      return live?.sdl === undefined ? { why: NOTHING_LIVE } : { sdl: live.sdl };
    } catch (error) {
      return { why: whyNot(error) };
    }
  }

  return {
    description: "the registry",
    async load(signal) {
      const live = await readLiveText();
      signal?.throwIfAborted();
      if ("sdl" in live) {
        given = sha256(live.sdl);
        // Asked again after the live one was refused: the last good one is better than none.
        const other = given === refusedHash ? await loadLastGood("The live supergraph was refused.") : undefined;
        return other ?? live.sdl;
      }
      const last = await loadLastGood(live.why);
      if (last === undefined) {
        throw new Error(
          `${live.why} There is no last good supergraph${lastGoodFile === undefined ? "" : ` in ${lastGoodFile}`} to begin with either. See that the database runs and that the registry has been started over it.`,
        );
      }
      given = sha256(last);
      return last;
    },

    subscribe(onChange, onError) {
      let stopped = false;
      let looking = false;
      let lookAgain = false;
      let isAway = false;

      async function lookOnce(): Promise<void> {
        try {
          const live = await lookUpLive(databaseUrl, given, answerMilliseconds);
          if (stopped) return;
          if (isAway) logger.info("The live supergraph can be looked up again");
          isAway = false;
          if (live?.sdl === undefined) return;
          given = live.hash;
          onChange(live.sdl);
        } catch (error) {
          // One report for each time that the database goes away, not one for each look.
          if (!stopped && !isAway) onError(new Error(whyNot(error)));
          isAway = true;
        }
      }

      async function lookOn(): Promise<void> {
        lookAgain = true;
        if (looking) return;
        looking = true;
        while (lookAgain && !stopped) {
          lookAgain = false;
          await lookOnce();
        }
        looking = false;
      }
      look = () => void lookOn();

      const timer = setInterval(look, pollMilliseconds).unref();
      const stopListening = listen({
        databaseUrl,
        channel: LIVE_CHANNEL,
        logger,
        onNotify: look,
        onListening: look,
        pauseMilliseconds: options.reconnectMilliseconds,
      });
      return () => {
        stopped = true;
        clearInterval(timer);
        stopListening();
      };
    },

    async accepted(sdl) {
      if (lastGoodFile === undefined) return;
      const hash = sha256(sdl);
      if (hash === keptHash) return;
      await writeLastGood(lastGoodFile, sdl);
      keptHash = hash;
    },

    async refused(sdl) {
      refusedHash = sha256(sdl);
    },

    offerAgain() {
      given = undefined;
      look();
    },
  };
}

const NOTHING_LIVE = "The registry has no live supergraph yet.";

function whyNot(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // undefined_table and invalid_schema_name: the registry has never been here.
  if (code === "42P01" || code === "3F000") return "The database has no registry in it.";
  const how = databaseAway(error) ? "is away" : "does not answer as it should";
  return `The registry's database ${how} (${withoutSecrets(String(code ?? message ?? error))}).`;
}
