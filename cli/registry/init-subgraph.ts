import { createStarter } from "../../municipal/create-starter";
import { printable } from "../compare/printable";
import { shownUrl } from "../shown-url";
import { type ExitCode, exitCodes, wrongUse } from "./failure";
import { findOwner } from "./known-owners";
import { printJson, printLines } from "./print";
import { readHubSettings } from "./settings";

interface InitOptions {
  readonly owner: string;
  readonly hub?: string;
  readonly json?: boolean;
}

/** Makes the project and says what to do next; neither a hub nor the network is asked. */
export async function initSubgraph(folder: string, options: InitOptions): Promise<ExitCode> {
  const { name: owner, prefix, title, municipality } = findOwner(options.owner);
  if (municipality === null) {
    throw wrongUse(`--owner: ${title} is no municipality; the project is made for municipalities.`);
  }
  // Tokens of a hub on this machine name as their issuer the address that it shows.
  const hubUrl = shownUrl(readHubSettings({ hub: options.hub }).url);
  const made = createStarter({ folder, owner, prefix, name: title, municipalityCode: municipality, hubUrl });
  if (made.kind === "refused") throw wrongUse(made.reason);
  if (options.json) printJson({ ...made, folder, owner });
  else {
    printLines([
      `${printable(folder)} holds a subgraph for ${title} (${made.files.length} files). Next:`,
      "",
      `  cd ${printable(folder)} && npm install && npm start`,
      "",
      "Its README.md says how to fill it with your own data, test it and publish it.",
    ]);
  }
  return exitCodes.done;
}
