import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { CommandFailure, wrongUse } from "./failure";

/** A subgraph's schema, and where it was read. */
export interface SchemaText {
  readonly sdl: string;
  /** As it was typed; undefined when it came from a stream or an endpoint. */
  readonly file?: string;
}

/** Where something stands in the schema, for people and for editors that open what is clicked on. */
export function shownPlace({ file }: SchemaText, line: number, column: number | undefined): string {
  const at = column === undefined ? `${line}` : `${line}:${column}`;
  return file === undefined ? `line ${at}` : `${file}:${at}`;
}

/**
 * Reads the schema from a file, or from the standard input for "-".
 * @throws CommandFailure when it cannot be read
 */
export async function readSchemaFile(file: string): Promise<SchemaText> {
  const name = file === "-" ? "the standard input" : file;
  try {
    const sdl = decode(file === "-" ? await buffer(process.stdin) : await readFile(file));
    if (sdl === undefined) throw wrongUse(`--schema: ${name} is not UTF-8; save it as UTF-8.`);
    if (sdl.trim() === "") throw wrongUse(`--schema: ${name} is empty.`);
    return file === "-" ? { sdl } : { sdl, file };
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const { code = "" } = error as NodeJS.ErrnoException;
    throw wrongUse(`--schema: ${name} cannot be read (${UNREADABLE[code] ?? code}).`);
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "you may not read it",
};

/** @returns undefined for bytes in another encoding, which would be published as other letters than were written */
function decode(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return undefined;
    throw error;
  }
  // UTF-16 without a mark at its beginning passes for UTF-8 in which about every other character is U+0000.
  const isWide = text.split("\0").length > text.length / 4 + 1;
  return isWide ? undefined : text;
}

const ANSWER_MILLISECONDS = 20_000;
/** Far above what the registry takes; it says so itself in its own words. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/**
 * Asks a running subgraph for its schema, as federation has it.
 * @throws CommandFailure when it does not tell one
 */
export async function askForSchema(routingUrl: string): Promise<SchemaText> {
  const fail = (reason: string) =>
    wrongUse(`${routingUrl} does not tell its schema: ${reason}. Start it, or give its schema with --schema.`);
  const answer = await ask(routingUrl).catch((error: unknown) => {
    const { message, cause } = error as { message?: string; cause?: { code?: string } };
    throw fail(cause?.code ?? message ?? String(error));
  });
  const { status, text: said } = answer;
  if (status === 401 || status === 403) {
    throw wrongUse(
      `${routingUrl} tells its schema only to the hub (it answers ${status}). Give the schema with --schema.`,
    );
  }
  if (said === undefined) throw fail("its answer is not UTF-8");
  if (said.length > MOST_CHARACTERS) throw fail("the answer is too large");
  const sdl = sdlIn(said);
  if (sdl === undefined) throw fail("its answer to { _service { sdl } } has none");
  return { sdl };
}

async function ask(url: string): Promise<{ status: number; text: string | undefined }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: "{ _service { sdl } }" }),
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
  });
  return { status: response.status, text: decode(new Uint8Array(await response.arrayBuffer())) };
}

function sdlIn(answer: string): string | undefined {
  try {
    const sdl = (JSON.parse(answer) as { data?: { _service?: { sdl?: unknown } } }).data?._service?.sdl;
    return typeof sdl === "string" && sdl !== "" ? sdl : undefined;
  } catch {
    return undefined;
  }
}
