import { z } from "zod";
import { printable } from "../compare/printable";
import { type ExitCode, exitCodes, wrongUse } from "./failure";
import { knownOwners, ownerNameOf } from "./known-owners";
import { printJson, printLines } from "./print";
import { printSdl } from "./print-sdl";
import { readNumber } from "./read-number";
import { createRegistryClient } from "./registry-client";
import { renderColumns, shownTime } from "./render-columns";
import { type HubOptions, readHubSettings, styleOf } from "./settings";

const summary = z.looseObject({
  name: z.string(),
  title: z.string(),
  municipality: z.string().nullable(),
  live: z.number().nullable(),
  standing: z
    .looseObject({
      state: z.string(),
      since: z.string().optional(),
      version: z.number().optional(),
      reason: z.string().nullable(),
    })
    .nullable(),
  routingUrl: z.string(),
  publishedAt: z.string(),
});
type Summary = z.infer<typeof summary>;

const versionWithoutSdl = z.looseObject({
  number: z.number(),
  routingUrl: z.string(),
  message: z.string().nullable(),
  publishedBy: z.string(),
  publishedAt: z.string(),
});
const details = z.looseObject({
  ...summary.shape,
  hosts: z.array(z.string()).nullish(),
  versions: z.array(versionWithoutSdl),
});
const version = z.looseObject({ ...versionWithoutSdl.shape, sdl: z.string() });

/** Every owner that has published something, and how its subgraph is doing. */
export async function listSubgraphs(options: HubOptions): Promise<ExitCode> {
  const listed =
    (await createRegistryClient(readHubSettings(options)).read("/registry/subgraphs", z.array(summary))) ?? [];
  if (options.json) printJson(listed);
  else if (listed.length === 0) printLines(["Nobody has published a subgraph yet."]);
  else {
    const rows = listed.map((one) => [
      one.name,
      one.title,
      one.live === null ? "–" : String(one.live),
      standingOf(one),
      one.routingUrl,
      shownTime(one.publishedAt),
    ]);
    const head = ["Owner", "Name", "Live version", "State", "Routing URL", "Published"];
    printLines(renderColumns(head, rows, styleOf(process.stdout)));
  }
  return exitCodes.done;
}

interface ShowOptions extends HubOptions {
  readonly version?: string;
  readonly sdl?: boolean;
}

/** One owner's subgraph: its state and versions, or one version, or a schema alone. */
export async function showSubgraph(typed: string, options: ShowOptions): Promise<ExitCode> {
  const wanted = readNumber("--version", options.version);
  const owner = ownerNameOf(typed);
  const client = createRegistryClient(readHubSettings(options));
  const readVersion = async (number: number) => {
    const found = await client.read(`/registry/subgraphs/${encodeURIComponent(owner)}/versions/${number}`, version);
    if (!found) throw wrongUse(`${owner} has no version ${number}.`);
    return found;
  };
  if (wanted !== undefined) {
    const found = await readVersion(wanted);
    if (options.json) printJson(found);
    else if (options.sdl) printSdl(found.sdl);
    else {
      printLines([describe(found), ""]);
      printSdl(found.sdl);
    }
    return exitCodes.done;
  }
  const found = await client.read(`/registry/subgraphs/${encodeURIComponent(owner)}`, details);
  if (!found) {
    const isKnown = knownOwners().some(({ name }) => name === owner);
    throw wrongUse(
      isKnown
        ? `${owner} has not published a subgraph.`
        : `The hub has no subgraph of ${owner}, and no such owner is known here.`,
    );
  }
  if (options.sdl) {
    if (found.live === null) throw wrongUse(`${owner} has no live version. Name one with --version.`);
    const live = await readVersion(found.live);
    if (options.json) printJson(live);
    else printSdl(live.sdl);
  } else if (options.json) printJson(found);
  else printLines(describeOwner(found));
  return exitCodes.done;
}

function describeOwner(found: z.infer<typeof details>): string[] {
  const style = styleOf(process.stdout);
  const about = [
    style.heading(printable(found.title)) + (found.municipality === null ? "" : ` (${printable(found.municipality)})`),
    `Live version: ${found.live ?? "none"}`,
    `State: ${printable(describeStanding(found))}`,
    ...(found.hosts ? [`Hosts: ${printable(found.hosts.join(", "))}`] : []),
    "",
  ];
  const rows = found.versions.map((one) => [
    `${one.number}${one.number === found.live ? " (live)" : ""}`,
    shownTime(one.publishedAt),
    one.publishedBy,
    one.routingUrl,
    one.message ?? "",
  ]);
  return [...about, ...renderColumns(["Version", "Published", "By", "Routing URL", "Message"], rows, style)];
}

function describe({ number, publishedAt, publishedBy, routingUrl, message }: z.infer<typeof version>): string {
  const said = message ? `: ${message}` : "";
  return printable(`Version ${number}, published ${shownTime(publishedAt)} by ${publishedBy}, at ${routingUrl}${said}`);
}

/** In one line how it is doing and, when it is out, what brings it back. */
function describeStanding(summary: Summary): string {
  const { standing } = summary;
  const state = standingOf(summary);
  const since = standing?.since && state !== "well" ? ` since ${shownTime(standing.since)}` : "";
  const why = standing?.reason ? ` – ${standing.reason}` : "";
  const version = standing?.version === undefined ? "" : ` in version ${standing.version}`;
  const back = state === "out" ? ` It comes back by itself${version} when it answers well again.` : "";
  return `${state}${since}${why}${back}`;
}

function standingOf({ live, standing }: Summary): string {
  if (standing?.state === "OUT") return "out";
  if (live === null) return "removed";
  return standing?.state === "FAILING" ? "failing" : "well";
}
