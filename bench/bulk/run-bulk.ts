import { inlineValues } from "../../kit/inline-values";
import type { Logger } from "../../kit/logger";
import { datasetNamed } from "../../opendata/bulk/catalogue";
import { JSON_LINES } from "../../opendata/bulk/formats";
import { readQuestion } from "../../opendata/bulk/parameters";
import { jsonRowsSql, rowsSql } from "../../opendata/bulk/statement";
import type { BenchServer } from "../bench-server";
import { startBenchProcess } from "../swaps/calls";
import { median } from "../swaps/percentiles";
import { findPeer } from "./copy-with-psql";
import { fetchFile } from "./fetch-file";
import { fillDatabase } from "./fill-database";
import type { ServiceCalls } from "./service-process";

export interface BulkOptions {
  readonly rows: number;
  readonly runs: number;
  readonly logger: Logger;
  readonly tell: (line: string) => void;
}

/** What one way to get all rows came to. */
export interface Measured {
  /** Median, in milliseconds. */
  readonly milliseconds: number;
  /** As they came; NaN for psql. */
  readonly bytes: number;
  /** Megabytes of the process that served, at most; NaN for psql. */
  readonly megabytes: number;
}

export type Way = "psql" | "room" | "gateway";

export interface BulkOutcome {
  readonly peer: string;
  /** Megabytes of the processes before the first file. */
  readonly atRest: Readonly<Record<"room" | "gateway", number>>;
  readonly beside: readonly { readonly format: string; readonly ways: Readonly<Record<Way, Measured>> }[];
  /** From the room, once each. */
  readonly others: readonly { readonly format: string; readonly measured: Measured }[];
}

const DATASET = "allocations";
const NAME = "kommungraf_bench_bulk";

/** Gets the same rows as files over HTTP and with psql. */
export async function runBulk(server: BenchServer, { rows, runs, logger, tell }: BulkOptions): Promise<BulkOutcome> {
  const databaseUrl = await server.createDatabase(NAME);
  tell(`Making ${rows} rows.`);
  await fillDatabase(databaseUrl, rows, logger);
  const peer = findPeer();
  const room = startBenchProcess<ServiceCalls>("../bulk/service-process");
  const hub = startBenchProcess<ServiceCalls>("../bulk/service-process");
  try {
    const given = { databaseUrl, logLevel: logger.level };
    const roomUrl = await room.call.startRoom(given);
    const hubUrl = await hub.call.startHub(given);
    const atRest = {
      room: await room.call.peakMemory(undefined),
      gateway: await hub.call.peakMemory(undefined),
    };
    const timed = async (process: typeof room | undefined, work: () => Promise<number>): Promise<Measured> => {
      await process?.call.peakMemory(undefined);
      const start = performance.now();
      const bytes = await work();
      const milliseconds = performance.now() - start;
      return { milliseconds, bytes, megabytes: process ? await process.call.peakMemory(undefined) : Number.NaN };
    };
    const beside: BulkOutcome["beside"][number][] = [];
    for (const { format, ending, statement, copyFormat } of sides()) {
      const file = `/bulk/v1/${DATASET}.${ending}`;
      const works: Record<Way, () => Promise<Measured>> = {
        psql: () => timed(undefined, () => peer.copy(databaseUrl, statement, copyFormat)),
        room: () => timed(room, () => fetchFile(roomUrl + file, "identity")),
        gateway: () => timed(hub, () => fetchFile(hubUrl + file, "identity")),
      };
      const all: Record<Way, Measured[]> = { psql: [], room: [], gateway: [] };
      // They take turns, after a run that does not count: what slows the machine down for a while slows all of them.
      for (let run = 0; run <= runs; run += 1) {
        for (const way of ["psql", "room", "gateway"] as const) {
          const measured = await works[way]();
          if (run > 0) all[way].push(measured);
        }
        tell(`${format}: run ${run} of ${runs}`);
      }
      beside.push({ format, ways: { psql: summed(all.psql), room: summed(all.room), gateway: summed(all.gateway) } });
    }
    const others: BulkOutcome["others"][number][] = [];
    for (const [format, ending, encoding] of [
      ["NDJSON, gzip", "ndjson", "gzip"],
      ["NDJSON, zstd", "ndjson", "zstd"],
      ["Parquet", "parquet", "identity"],
      ["xlsx", "xlsx", "identity"],
    ] as const) {
      others.push({
        format,
        measured: await timed(room, () => fetchFile(`${roomUrl}/bulk/v1/${DATASET}.${ending}`, encoding)),
      });
      tell(format);
    }
    return { peer: peer.name, atRest, beside, others };
  } finally {
    await room.call.stop(undefined).catch(() => {});
    await hub.call.stop(undefined).catch(() => {});
    await room.stop();
    await hub.stop();
  }
}

/** The very statements that the files are made of. */
function sides() {
  const dataset = datasetNamed(DATASET);
  if (!dataset) throw new Error(`There is no dataset ${DATASET}`);
  const question = readQuestion(dataset, "");
  return [
    {
      format: "NDJSON",
      ending: "ndjson",
      statement: inlineValues(jsonRowsSql(dataset, question, null)),
      copyFormat: JSON_LINES,
    },
    {
      format: "CSV",
      ending: "csv",
      statement: inlineValues(rowsSql(dataset, question, null, "csv")),
      copyFormat: "FORMAT csv, HEADER true",
    },
  ];
}

function summed(all: readonly Measured[]): Measured {
  return {
    milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
    bytes: all[0]?.bytes ?? Number.NaN,
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  };
}
