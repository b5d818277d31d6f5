import { createInterface } from "node:readline/promises";
import { printable } from "../compare/printable";
import type { SwitchAnswer } from "./answers";
import { type ExitCode, exitCodes, wrongUse } from "./failure";
import { ownerNameOf } from "./known-owners";
import { printJson, printLines } from "./print";
import { readNumber } from "./read-number";
import { createRegistryClient, type RegistryClient } from "./registry-client";
import { renderChanges } from "./render-changes";
import { type HubSettings, readHubSettings, styleOf } from "./settings";
import { tellService, type WaitOptions } from "./tell-service";
import { describeChanged, describeLive, type LiveVersions, readLiveVersions } from "./versions-live";

/** Makes an earlier version of an owner's subgraph the live one. */
export async function rollbackSubgraph(typed: string, options: WaitOptions & { to?: string }): Promise<ExitCode> {
  const to = readNumber("--to", options.to);
  const owner = ownerNameOf(typed);
  return carryOut(readHubSettings(options), options, (client) => client.rollback(owner, to), {
    switched: to === undefined ? `The version before is live again for ${owner}` : `Version ${to} of ${owner} is live`,
    describeTarget: (client) => describeLive(client, owner),
    unchanged: `That version of ${owner} is live already; nothing was changed.`,
  });
}

/** Takes an owner's subgraph out of the live graph. */
export async function removeSubgraph(typed: string, options: WaitOptions & { yes?: boolean }): Promise<ExitCode> {
  const owner = ownerNameOf(typed);
  const settings = readHubSettings(options);
  if (
    !options.yes &&
    !(await isSure(`Take the subgraph of ${owner} out of the live graph at ${settings.url}? [y/N] `))
  ) {
    printLines(["Nothing was changed."]);
    return exitCodes.done;
  }
  return carryOut(settings, options, (client) => client.remove(owner), {
    switched: `The subgraph of ${owner} is out of the live graph`,
    unchanged: `${owner} has no subgraph in the live graph; nothing was changed.`,
  });
}

/** Makes an earlier supergraph the live one, for every owner at once. */
export async function rollbackSupergraph(options: WaitOptions & { to?: string }): Promise<ExitCode> {
  const to = readNumber("--to", options.to);
  let before: LiveVersions | undefined;
  const ask = async (client: RegistryClient) => {
    before = await readLiveVersions(client);
    return client.rollbackSupergraph(to);
  };
  return carryOut(readHubSettings(options), options, ask, {
    switched: "The hub is back on an earlier supergraph",
    describeMore: async (client) => describeChanged(before, await readLiveVersions(client)),
    unchanged: "That supergraph is live already; nothing was changed.",
  });
}

async function isSure(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw wrongUse("Nobody is at the terminal to be asked: say --yes.");
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await asking.question(question)).trim());
  } finally {
    asking.close();
  }
}

type Switched = Extract<SwitchAnswer, { kind: "switched" }>;

function describeUndone({ undone }: Switched): string[] {
  if (!undone) return [];
  return [
    `What it undid: ${printable(undone.reason)}${undone.owner === null ? "" : ` of ${printable(undone.owner)}`}.`,
  ];
}

/** A switch is made whatever it breaks, so whoever made it is told. */
function describeUsed({ changes = [] }: Switched): string[] {
  const used = changes.filter(({ criticality, isUsed }) => criticality === "BREAKING" && isUsed).length;
  if (used === 0) return [];
  return [`${used} of these changes ${used === 1 ? "breaks" : "break"} what somebody has asked for of late.`];
}

interface Words {
  /** Said once the hub serves it. */
  readonly switched: string;
  readonly unchanged: string;
  /** What is live after the switch, in place of `switched`; undefined when that cannot be said. */
  describeTarget?(client: RegistryClient): Promise<string | undefined>;
  /** Lines after it. */
  describeMore?(client: RegistryClient): Promise<readonly string[]>;
}

async function carryOut(
  settings: HubSettings,
  options: WaitOptions,
  ask: (client: RegistryClient) => Promise<SwitchAnswer>,
  words: Words,
): Promise<ExitCode> {
  const client = createRegistryClient(settings);
  const outcome = await ask(client);
  const served =
    outcome.kind === "switched" ? await tellService(client, settings.url, outcome.hash, options) : undefined;
  if (options.json) printJson(served === undefined ? outcome : { ...outcome, served });
  else if (outcome.kind === "refused") process.stderr.write(`Refused: ${printable(outcome.reason)}\n`);
  else if (outcome.kind === "unchanged") printLines([words.unchanged]);
  else {
    const target = await words.describeTarget?.(client);
    const done = target === undefined ? words.switched : `${target} is live`;
    const soon = `The registry has switched${target === undefined ? "" : ` to ${target.replace(/^V/, "v")}`}`;
    printLines([
      ...renderChanges(outcome.changes ?? [], styleOf(process.stdout)),
      `${served ? done : soon}: supergraph ${outcome.activation.supergraph} (${printable(outcome.hash).slice(0, 12)}).`,
      ...describeUndone(outcome),
      ...((await words.describeMore?.(client)) ?? []),
      ...describeUsed(outcome),
    ]);
  }
  return outcome.kind === "refused" ? exitCodes.rejected : exitCodes.done;
}
