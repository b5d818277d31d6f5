import { CommandError, exitCodes } from "./command-error";

export interface HubError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly [name: string]: unknown };
}

export interface HubAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly HubError[];
}

/** A running hub, reached as anybody reaches it. */
export interface HubClient {
  /** Address without path. */
  readonly url: string;
  /** @throws CommandError when the hub cannot be reached or answers as no hub does */
  ask(query: string, variables: object): Promise<HubAnswer>;
  /** Opens what lies at an address of the hub. @throws CommandError as `ask` does */
  open(path: string): Promise<Response>;
}

const ANSWER_MILLISECONDS = 60_000;

/**
 * @param address of a hub, with or without /graphql
 * @param milliseconds for an answer, and for a file to begin
 */
export function createHubClient(address: string, milliseconds = ANSWER_MILLISECONDS): HubClient {
  const url = address.replace(/\/+$/, "").replace(/\/graphql$/, "");

  /** Asks, and reads as much of the answer as `read` does, in the time that there is. */
  async function reach<T>(path: string, init: RequestInit, read: (response: Response) => T | Promise<T>): Promise<T> {
    const life = new AbortController();
    const timer = setTimeout(
      () => life.abort(new Error(`nothing within ${milliseconds / 1000} seconds`)),
      milliseconds,
    );
    try {
      return await read(await fetch(`${url}${path}`, { ...init, signal: life.signal }));
    } catch (error) {
      throw new CommandError(exitCodes.failed, [
        `No hub answers at ${url} (${reasonOf(error)}). Start one with npm start, or name one with --url or KOMMUNGRAF_URL.`,
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    url,
    open: (path) => reach(path, {}, (response) => response),
    async ask(query, variables) {
      const init = {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ query, variables }),
      };
      const { status, text } = await reach("/graphql", init, async (response) => ({
        status: response.status,
        text: await response.text(),
      }));
      const answer = parsed(text);
      if (!isAnswer(answer)) {
        throw new CommandError(exitCodes.failed, [
          `${url}/graphql answers (${status}), but not as a hub does. Name another address with --url or KOMMUNGRAF_URL.`,
        ]);
      }
      return { data: answer.data ?? null, errors: answer.errors ?? [] };
    },
  };
}

function isAnswer(value: unknown): value is Partial<HubAnswer> {
  return typeof value === "object" && value !== null && ("data" in value || "errors" in value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string } };
  return cause?.code ?? message ?? String(error);
}
