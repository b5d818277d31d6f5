import { readFileSync } from "node:fs";
import { z } from "zod";
import { readConfig } from "../../kit/config";
import { isLoopbackHost } from "../../kit/hub-variables";
import { HTTP_ADDRESS } from "../compare/read-options";
import { coloured, plain, type Style } from "../compare/style";
import { wrongUse } from "./failure";

/** Options that every command over the hub's address has. */
export interface HubOptions {
  readonly hub?: string;
  readonly tokenFile?: string;
  readonly json?: boolean;
}

export interface HubSettings {
  /** Address of the hub, without path or slash at its end. */
  readonly url: string;
  /** Bearer token; undefined when there is none, which is enough for what is public. */
  readonly token: string | undefined;
  /** Where the token was read, for people: a variable, or a file. */
  readonly tokenSource?: string;
}

/** A token of the registry, for who publishes; and an access token, for who reads what is not published or writes. */
export type TokenVariable = "KOMMUNGRAF_TOKEN" | "KOMMUNGRAF_ACCESS_TOKEN";

// Not quoted in the message: a mistyped token is a secret all the same.
const token = z
  .string()
  .transform((text) => text.trim())
  .optional();

const variables = {
  KOMMUNGRAF_URL: z
    .string()
    .regex(HTTP_ADDRESS, "must be an address such as http://localhost:4000")
    .refine((text) => URL.canParse(text), "must be an address such as http://localhost:4000")
    .default("http://localhost:4000"),
  KOMMUNGRAF_TOKEN: token,
  KOMMUNGRAF_ACCESS_TOKEN: token,
};

/**
 * Which hub, and with what right. There is no flag for the token itself: flags can be read in the list of processes.
 * @param tokenVariable where the token is when no file is named
 * @throws CommandFailure for an address that is none and a file that cannot be read
 */
export function readHubSettings(
  { hub, tokenFile }: HubOptions,
  tokenVariable: TokenVariable = "KOMMUNGRAF_TOKEN",
): HubSettings {
  const config = readConfig(variables);
  if (hub !== undefined && !(HTTP_ADDRESS.test(hub) && URL.canParse(hub))) {
    throw wrongUse(`--hub: "${hub}" is no address of a hub. Give one such as http://localhost:4000.`);
  }
  if (/@/.test((hub ?? config.KOMMUNGRAF_URL).split("/")[2] ?? "")) {
    throw wrongUse(
      "The hub's address holds a name or a password. Give it without, such as https://kommungraf.example.",
    );
  }
  const url = (hub ?? config.KOMMUNGRAF_URL).replace(/\/+$/, "").replace(/\/graphql$/, "");
  const token = (tokenFile === undefined ? config[tokenVariable] : readToken(tokenFile)) || undefined;
  if (token !== undefined && isReadOnTheWay(url)) {
    process.stderr.write(`Warning: anybody on the way to ${url} can read the token; use https.\n`);
  }
  return { url, token, tokenSource: tokenFile === undefined ? tokenVariable : `The token in ${tokenFile}` };
}

function isReadOnTheWay(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && !isLoopbackHost(hostname);
}

function readToken(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw wrongUse(`--token-file: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Colours only for people at a terminal who have not asked to be spared them. */
export function styleOf(stream: NodeJS.WriteStream): Style {
  const { NO_COLOR } = readConfig({ NO_COLOR: z.string().optional() });
  return stream.isTTY && NO_COLOR === undefined ? coloured : plain;
}
