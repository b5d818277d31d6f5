import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../../kit/logger";
import { createSlots } from "../../kit/slots";
import type { SwitchOutcome } from "../outcomes";
import type { Cause } from "../pipeline/cause";
import type { LookAt } from "../probe/subject";
import { createConnection } from "../store/connection";
import { noteLook, readWatched, type Watched } from "../store/looks";
import { readOwnersThatFail } from "../store/owner-calls";
import { type Found, judgeLook, type MonitorRules, type Verdict } from "./judge-look";
import { createLeadership } from "./leadership";

export interface MonitorOptions extends Partial<MonitorRules> {
  readonly registry: {
    quarantine(owner: string, version: number, cause: Cause): Promise<SwitchOutcome>;
    readmit(owner: string, version: number, cause: Cause): Promise<SwitchOutcome>;
  };
  readonly databaseUrl: string;
  readonly lookAt: LookAt;
  readonly logger: Logger;
  /** Between the beginnings of two rounds, in milliseconds. Default 30,000. */
  readonly every?: number;
  /** Looks of a round begin spread over so many milliseconds. Default a fifth of `every`. */
  readonly jitter?: number;
  readonly clock?: () => Date;
}

export interface Monitor {
  /** Begins its rounds. */
  start(): void;
  /** Looks at every subgraph once, if no other process does. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

const AT_ONCE = 8;
const CALLS_MINUTES = 5;
/** Of fewer subgraphs, all may really be away. */
const FEW = 10;

/**
 * Looks at every published subgraph again and again. One that fails for long is taken out of the live supergraph, and comes
 * back when it has been found well some times in a row.
 */
export function createMonitor(options: MonitorOptions): Monitor {
  const { registry, databaseUrl, lookAt, logger, every = 30_000, clock = () => new Date() } = options;
  const { jitter = every / 5, quarantineAfter = 15 * 60_000, healthyLooks = 2 } = options;
  const connection = createConnection({ url: databaseUrl, logger, poolSize: 2 });
  const leadership = createLeadership(databaseUrl, "kommungraf monitor");
  const withinSlot = createSlots(AT_ONCE);
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every look of a round waits for it.
  setMaxListeners(0, signal);
  let underWay: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped: Promise<void> | undefined;

  async function look(watched: Watched, failure: string | undefined): Promise<Found | undefined> {
    await pause(Math.random() * jitter, undefined, { signal });
    return withinSlot(signal, async () => {
      const found = await lookAt(watched, signal).catch((err) => {
        signal.throwIfAborted();
        logger.error({ owner: watched.owner.name, err }, "A subgraph could not be looked at");
      });
      // That is a fault of ours, of which nobody else is to suffer.
      if (!found) return undefined;
      if (!found.isHealthy) return { ...found, code: "ENDPOINT_FAILS" };
      // It may answer us and still fail for what the gateways ask.
      if (failure === undefined || !watched.isLive) return found;
      return {
        isHealthy: false,
        code: "CALLS_FAIL",
        reason: `Every call of the last ${CALLS_MINUTES} minutes failed (${failure}).`,
      };
    });
  }

  async function lookAround(): Promise<void> {
    if (!(await leadership.isMine())) return;
    const begun = clock();
    const [all, failing] = await Promise.all([
      readWatched(connection),
      readOwnersThatFail(connection, begun, CALLS_MINUTES),
    ]);
    const looked = await Promise.all(
      all.map(async (watched) => {
        const found = await look(watched, failing.get(watched.owner.name));
        return found ? [{ watched, found }] : [];
      }),
    );
    const looks = looked.flat();
    const at = clock();
    const live = looks.filter(({ watched }) => watched.isLive);
    const failed = live.filter((each) => !each.found.isHealthy).length;
    // When most of them fail at once, it is rather the hub that reaches nobody, and nobody is taken out for it.
    const isDoubtful = live.length >= FEW && failed > live.length / 2;
    if (isDoubtful) logger.error({ failed, of: live.length }, "Most subgraphs cannot be reached; none is taken out");

    for (const each of looks) {
      signal.throwIfAborted();
      const verdict = judgeLook(each.watched, each.found, at, { quarantineAfter, healthyLooks });
      await follow(each.watched, verdict, isDoubtful).catch((err) =>
        logger.error({ owner: each.watched.owner.name, err }, "What a look found could not be followed"),
      );
    }
  }

  async function follow(watched: Watched, { note, act }: Verdict, isDoubtful: boolean): Promise<void> {
    const { name } = watched.owner;
    if (watched.isLive && note.state !== (watched.state ?? "WELL")) {
      logger.info({ owner: name, state: note.state, reason: note.reason }, "A subgraph is doing otherwise");
    }
    await noteLook(connection, watched, note);
    // The version that was looked at: another may be live by now.
    if (act?.what === "take out" && !isDoubtful) {
      tell(watched, await registry.quarantine(name, watched.version, act.cause));
    }
    if (act?.what === "bring back") tell(watched, await registry.readmit(name, watched.version, act.cause));
  }

  /** What keeps a subgraph as it is, once and not with each round. */
  function tell({ owner, reason }: Watched, outcome: SwitchOutcome): void {
    if (outcome.kind !== "refused" || outcome.reason === reason) return;
    logger.warn({ owner: owner.name, reason: outcome.reason }, "A subgraph stays as it is");
  }

  function round(): Promise<void> {
    underWay ??= lookAround()
      .catch((err) => {
        if (!signal.aborted) logger.error({ err }, "A round of the monitor failed");
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  }

  async function stop(): Promise<void> {
    clearInterval(timer);
    stopping.abort();
    await underWay;
    await leadership.close();
    await connection.close();
  }

  return {
    start() {
      timer ??= setInterval(() => void round(), every).unref();
    },
    round,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
