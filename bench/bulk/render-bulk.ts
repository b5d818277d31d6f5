import { alignedTable, grouped, ratio } from "../table";
import type { BulkOutcome, Measured, Way } from "./run-bulk";

export interface BulkOf {
  readonly ranOn: string;
  readonly rows: number;
  readonly runs: number;
}

const WAYS: Readonly<Record<Way, string>> = { psql: "psql", room: "HTTP, the room", gateway: "HTTP, the gateway" };

/** What results.md says. */
export function renderBulk({ ranOn, rows, runs }: BulkOf, { peer, atRest, beside, others }: BulkOutcome): string {
  return `# Results of the benchmark of bulk files

Written by \`npm run bench -- bulk\`; [README.md](../README.md) says what is measured and how to read it. ${ranOn};
${grouped(rows)} rows, ${runs} runs of each way in turn, the median counts. psql is ${peer}.

## Beside psql

${alignedTable(
  ["format, way", "seconds", "rows per second", "÷ psql", "MB of file", "peak MB of the service"],
  beside.flatMap(({ format, ways }) =>
    (Object.keys(WAYS) as Way[]).map((way) => {
      const measured = ways[way];
      return [
        `${format}, ${WAYS[way]}`,
        ...times(measured, rows),
        ratio(measured.milliseconds, ways.psql.milliseconds),
        ...sizes(measured),
      ];
    }),
  ),
)}

The gateway's process is the whole hub: every room, the registry and the gateway, with a thread for the engine.
Before the first file they took ${whole(atRest.gateway)} MB, and the room alone ${whole(atRest.room)} MB.

## Other forms

From the room, once each.

${alignedTable(
  ["format", "seconds", "rows per second", "MB of file", "peak MB of the service"],
  others.map(({ format, measured }) => [format, ...times(measured, rows), ...sizes(measured)]),
)}
`;
}

const times = ({ milliseconds }: Measured, rows: number): string[] => [
  (milliseconds / 1000).toFixed(1),
  grouped(Math.round(rows / (milliseconds / 1000))),
];
const sizes = ({ bytes, megabytes }: Measured): string[] => [whole(bytes / 1e6), whole(megabytes)];
const whole = (value: number): string => (Number.isFinite(value) ? value.toFixed(0) : "–");
