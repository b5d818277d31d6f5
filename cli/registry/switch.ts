import { createInterface } from "node:readline/promises";
import { printable } from "../compare/printable";
import type { SwitchAnswer } from "./answers";
import { type ExitCode, exitCodes, wrongUse } from "./failure";
import { ownerNameOf } from "./known-owners";
import { printJson, printLines } from "./print";
import { readNumber } from "./read-number";
import { createRegistryClient, type RegistryClient } from "./registry-client";
import { type HubSettings, readHubSettings } from "./settings";
import { tellService, type WaitOptions } from "./tell-service";

/** Makes an earlier version of an owner's subgraph the live one. */
export async function rollbackSubgraph(typed: string, options: WaitOptions & { to?: string }): Promise<ExitCode> {
  const to = readNumber("--to", options.to);
  const owner = ownerNameOf(typed);
  return carryOut(readHubSettings(options), options, (client) => client.rollback(owner, to), {
    switched: to === undefined ? `The version before is live again for ${owner}` : `Version ${to} of ${owner} is live`,
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
  return carryOut(readHubSettings(options), options, (client) => client.rollbackSupergraph(to), {
    switched: "The hub is back on an earlier supergraph",
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

/** @param words `switched` is said once the hub serves it */
async function carryOut(
  settings: HubSettings,
  options: WaitOptions,
  ask: (client: RegistryClient) => Promise<SwitchAnswer>,
  words: { switched: string; unchanged: string },
): Promise<ExitCode> {
  const client = createRegistryClient(settings);
  const outcome = await ask(client);
  const served =
    outcome.kind === "switched" ? await tellService(client, settings.url, outcome.hash, options) : undefined;
  if (options.json) printJson(served === undefined ? outcome : { ...outcome, served });
  else if (outcome.kind === "refused") process.stderr.write(`Refused: ${printable(outcome.reason)}\n`);
  else if (outcome.kind === "unchanged") printLines([words.unchanged]);
  else
    printLines([
      `${served ? words.switched : "The registry has switched"}: supergraph ${outcome.activation.supergraph} (${printable(outcome.hash).slice(0, 12)}).`,
    ]);
  return outcome.kind === "refused" ? exitCodes.rejected : exitCodes.done;
}
