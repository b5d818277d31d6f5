import { setTimeout as sleep } from "node:timers/promises";
import { migrateRooms } from "../../cli/hub";
import { loadSeeds } from "../../cli/load";
import type { Logger } from "../../kit/logger";
import type { BenchServer } from "../bench-server";
import { startBenchProcess } from "./calls";
import { choosePublishers } from "./choose-publishers";
import type { HubCalls } from "./hub-process";
import type { LoadCalls } from "./load-process";
import { municipalSdl, type Publisher } from "./municipal-schema";
import type { OwnersCalls } from "./owners-process";
import { figuresByPhase, type Phase, type PhaseFigures, type Window } from "./phases";
import { type PublishTimes, publishAndWait } from "./publish-and-wait";
import { putInPlace } from "./put-in-place";
import { mixedQuestions } from "./questions";
import { now } from "./steady-load";

export interface SwapsOptions {
  /** How many municipalities have a subgraph, ascending. */
  readonly owners: readonly number[];
  /** At rest before each publish. */
  readonly seconds: number;
  readonly publishes: number;
  readonly perSecond: number;
  readonly logger: Logger;
  readonly tell: (line: string) => void;
  /** Told what each count came to as soon as it is measured. */
  readonly onOutcome: (outcome: SwapsOutcome) => void;
}

export interface SwapsOutcome {
  readonly owners: number;
  /** Until the registry had made one supergraph of all, in milliseconds. */
  readonly composed: number;
  readonly publishes: readonly PublishTimes[];
  readonly phases: Readonly<Record<Phase, PhaseFigures>>;
  /** Megabytes of the hub's process: the largest at rest, and the largest during a swap. */
  readonly memory: Readonly<Record<"rest" | "swap", number>>;
  /** Connections of clients that the hub has closed. */
  readonly closedConnections: number;
  /** What was wrong with answers, if any were wrong; a few of them. */
  readonly faults: readonly string[];
}

/** How many municipalities' fields are asked for all the time. */
const ASKED = 10;
const WARM_UP = 8000;
/** After a swap the engine before it finishes what it has, and the new one is still cold. */
const TAIL = 1500;
const PAUSE = 1000;
const MEMORY_INTERVAL = 100;
const MOST_FAULTS = 5;

/** Measures each count over a hub, a database and municipalities of its own. */
export async function runSwaps(server: BenchServer, options: SwapsOptions): Promise<SwapsOutcome[]> {
  const outcomes: SwapsOutcome[] = [];
  for (const owners of options.owners) {
    const outcome = await measure(server, owners, options);
    outcomes.push(outcome);
    options.onOutcome(outcome);
  }
  return outcomes;
}

async function measure(server: BenchServer, owners: number, options: SwapsOptions): Promise<SwapsOutcome> {
  const { logger, tell, seconds, perSecond } = options;
  tell(`${owners} municipalities: putting their subgraphs in place`);
  const databaseUrl = await server.createDatabase(`kommungraf_swaps_${owners}`);
  await migrateRooms(databaseUrl, logger);
  await loadSeeds(databaseUrl, logger);
  const publishers = choosePublishers(owners);
  const municipal = startBenchProcess<OwnersCalls>("owners-process");
  const hub = startBenchProcess<HubCalls>("hub-process");
  const clients = startBenchProcess<LoadCalls>("load-process");
  try {
    const address = await municipal.call.start(publishers);
    const routingUrl = ({ name }: Publisher, edition: number) => `${address}/${name}/${edition}/graphql`;
    const { token, composed } = await putInPlace(
      databaseUrl,
      publishers.map((publisher) => ({
        owner: publisher.name,
        sdl: municipalSdl(publisher),
        routingUrl: routingUrl(publisher, 1),
      })),
      logger,
    );
    const url = await hub.call.start({ databaseUrl, logLevel: logger.level });

    const windows: Window[] = [];
    const memory = { rest: 0, swap: 0 };
    async function during<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
      await hub.call.mainThread(undefined);
      const from = now();
      const watching = setInterval(async () => {
        const megabytes = await hub.call.memory(undefined);
        if (phase !== "busy") memory[phase] = Math.max(memory[phase], megabytes);
      }, MEMORY_INTERVAL);
      try {
        return await work();
      } finally {
        clearInterval(watching);
        windows.push({ phase, from, to: now(), mainThread: await hub.call.mainThread(undefined) });
      }
    }

    await clients.call.start({ url, questions: mixedQuestions(publishers.slice(0, ASKED)), perSecond });
    await sleep(WARM_UP);
    const publishes: PublishTimes[] = [];
    for (let round = 0; round < options.publishes; round++) {
      const publisher = publishers[round % publishers.length] as Publisher;
      const edition = 2 + Math.floor(round / publishers.length);
      tell(`${owners} municipalities: publish ${round + 1} of ${options.publishes}`);
      await during("rest", () => sleep(seconds * 1000));
      const begun = now();
      await during("swap", async () => {
        publishes.push(
          await publishAndWait({ url, token, publisher, edition, routingUrl: routingUrl(publisher, edition) }),
        );
        await sleep(TAIL);
      });
      const lasted = now() - begun;
      await sleep(PAUSE);
      await during("busy", () => hub.call.stayBusy(lasted));
      await sleep(PAUSE);
    }
    const { samples, closedConnections } = await clients.call.stop(undefined);
    const faults = samples.flatMap(({ kind, fault }) => (fault === undefined ? [] : [`${kind}: ${fault}`]));
    await hub.call.stop(undefined);
    return {
      owners,
      composed,
      publishes,
      phases: figuresByPhase(samples, windows),
      memory,
      closedConnections,
      faults: faults.slice(0, MOST_FAULTS),
    };
  } finally {
    await clients.stop();
    await hub.stop();
    await municipal.stop();
  }
}
