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

/** @param address of a hub, with or without /graphql */
export function createHubClient(address: string): HubClient {
  const url = address.replace(/\/+$/, "").replace(/\/graphql$/, "");

  async function reach(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${url}${path}`, init);
    } catch (error) {
      throw new CommandError(exitCodes.failed, [
        `No hub answers at ${url} (${reasonOf(error)}). Start one with npm start, or name one with --url or KOMMUNGRAF_URL.`,
      ]);
    }
  }

  return {
    url,
    open: (path) => reach(path, {}),
    async ask(query, variables) {
      const response = await reach("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
      });
      const answer = await response.json().catch(() => undefined);
      if (!isAnswer(answer)) {
        throw new CommandError(exitCodes.failed, [
          `${url}/graphql answers (${response.status}), but not as a hub does. Name another address with --url or KOMMUNGRAF_URL.`,
        ]);
      }
      return { data: answer.data ?? null, errors: answer.errors ?? [] };
    },
  };
}

function isAnswer(value: unknown): value is Partial<HubAnswer> {
  return typeof value === "object" && value !== null && ("data" in value || "errors" in value);
}

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string } };
  if (name === "TimeoutError") return `nothing within ${ANSWER_MILLISECONDS / 1000} seconds`;
  return cause?.code ?? message ?? String(error);
}
