import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { wrongUse } from "./failure";

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
  if (file === "-") return { sdl: await text(process.stdin) };
  try {
    return { sdl: await readFile(file, "utf8"), file };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw wrongUse(`--schema: ${file} cannot be read (${code === "ENOENT" ? "there is no such file" : code}).`);
  }
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
  if (said.length > MOST_CHARACTERS) throw fail("the answer is too large");
  const sdl = sdlIn(said);
  if (sdl === undefined) throw fail("its answer to { _service { sdl } } has none");
  return { sdl };
}

async function ask(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: "{ _service { sdl } }" }),
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
  });
  return { status: response.status, text: await response.text() };
}

function sdlIn(answer: string): string | undefined {
  try {
    const sdl = (JSON.parse(answer) as { data?: { _service?: { sdl?: unknown } } }).data?._service?.sdl;
    return typeof sdl === "string" && sdl !== "" ? sdl : undefined;
  } catch {
    return undefined;
  }
}
