import { z } from "zod";
import { printable } from "../compare/printable";
import { CommandFailure, type ExitCode, exitCodes } from "./failure";
import { printJson, printLines } from "./print";
import { printSdl } from "./print-sdl";
import { createRegistryClient } from "./registry-client";
import { renderColumns, shownTime } from "./render-columns";
import { counted } from "./render-findings";
import { type HubOptions, readHubSettings, styleOf } from "./settings";

const entries = z.array(
  z.looseObject({
    number: z.number(),
    supergraph: z.number(),
    hash: z.string(),
    reason: z.string(),
    owner: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    subgraphs: z.number(),
  }),
);
type Entry = z.infer<typeof entries>[number];

/** The live supergraph: which it is and since when, or the text itself. */
export async function showSupergraph(options: HubOptions & { sdl?: boolean }): Promise<ExitCode> {
  const client = createRegistryClient(readHubSettings(options));
  if (options.sdl) {
    const sdl = await client.readSupergraph();
    if (options.json) printJson({ sdl });
    else printSdl(sdl);
    return exitCodes.done;
  }
  const [live] = (await client.read("/registry/supergraphs", entries)) ?? [];
  if (!live) throw new CommandFailure(exitCodes.hubFailed, "No supergraph is live yet.");
  if (options.json) printJson(live);
  else {
    printLines([
      `Supergraph ${live.supergraph} (${printable(live.hash).slice(0, 12)}) is live, with the subgraphs of ${counted(live.subgraphs, "owner")}.`,
      `Since ${shownTime(live.at)}: ${printable(reasonOf(live))}, by ${printable(live.by)}.`,
    ]);
  }
  return exitCodes.done;
}

/** What became live, when and why, the newest first. */
export async function showHistory(options: HubOptions): Promise<ExitCode> {
  const listed = (await createRegistryClient(readHubSettings(options)).read("/registry/supergraphs", entries)) ?? [];
  if (options.json) printJson(listed);
  else {
    const rows = listed.map((one) => [
      String(one.supergraph),
      one.hash.slice(0, 12),
      shownTime(one.at),
      reasonOf(one),
      String(one.subgraphs),
      one.by,
    ]);
    const head = ["Supergraph", "Hash", "Live since", "Why", "Subgraphs", "By"];
    printLines(renderColumns(head, rows, styleOf(process.stdout)));
  }
  return exitCodes.done;
}

const REASONS: Readonly<Record<string, string>> = {
  STARTED: "the hub started",
  ROOMS_CHANGED: "the hub's own schemas changed",
  PUBLISHED: "published",
  ROLLED_BACK: "rolled back",
  REMOVED: "removed",
  QUARANTINED: "taken out, since it did not answer well",
  RETURNED: "back, since it answers well again",
};

function reasonOf({ reason, owner }: Entry): string {
  const words = REASONS[reason] ?? reason.toLowerCase();
  return owner === null ? words : `${owner}: ${words}`;
}
