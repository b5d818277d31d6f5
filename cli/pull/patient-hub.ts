import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { printable } from "../compare/printable";
import { CommandFailure, exitCodes } from "../registry/failure";

export interface PatientHubOptions {
  /** Address of the hub, without path. */
  readonly url: string;
  /** Bearer token; undefined asks as anybody. */
  readonly token: string | undefined;
  /** Where the token was read, for people. */
  readonly tokenSource?: string;
  /** Reads the token again after it was refused. */
  readonly renewToken?: (() => string | undefined) | undefined;
  /** For each request, its body included. */
  readonly milliseconds: number;
  /** Times that a request is sent at most. */
  readonly attempts: number;
  /** Told of each attempt that failed. */
  readonly onFailure?: (reason: string) => void;
  /** Waits between attempts; tests need not. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

export type PatientAnswer =
  | { readonly kind: "whole"; readonly data: Readonly<Record<string, unknown>> }
  /** More than the hub builds at once: ask for less. */
  | { readonly kind: "too much" }
  /** The cursor is not of this hub's feed. */
  | { readonly kind: "invalid cursor" };

/** A running hub that may fail now and then. */
export interface PatientHub {
  /**
   * Asks until there is a whole answer: one with errors beside its data is asked for again.
   * @throws CommandFailure when the hub fails too many times in a row (3), does not let the caller in (4), or finds the
   * question wrong (2)
   */
  ask(query: string, variables: object): Promise<PatientAnswer>;
}

/** Failures of the moment: the same question may be answered later. */
const PASSING: ReadonlySet<string> = new Set([
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_QUARANTINED",
  "SUBGRAPH_INVALID_RESPONSE",
  "SUBGRAPH_ERROR",
  "DATABASE_UNAVAILABLE",
  "REQUEST_TIMEOUT",
  "NULL_FOR_NON_NULL",
  "INTERNAL_SERVER_ERROR",
]);
const TOO_MUCH: ReadonlySet<string> = new Set(["ANSWER_TOO_LARGE", "COST_LIMIT_EXCEEDED"]);
const ANOTHER_VERSION: ReadonlySet<string> = new Set(["GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED"]);
/** A token is refused in both ways: by a field that needs one, and by the edge. */
const REFUSED_TOKEN = "UNAUTHENTICATED";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 60_000;
const LONGEST_ASKED_WAIT = 300_000;

const shape = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string().optional() }).optional() }),
    )
    .optional(),
});
type Answer = z.infer<typeof shape>;

type Outcome =
  | PatientAnswer
  | { readonly kind: "later"; readonly reason: string; readonly milliseconds?: number }
  | { readonly kind: "refused token" };

export function createPatientHub(options: PatientHubOptions): PatientHub {
  const { url, milliseconds, attempts, onFailure, wait = sleep } = options;
  let { token } = options;

  async function tryOnce(body: string): Promise<Outcome> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: {
          accept: "application/json",
          "content-type": "application/json",
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        body,
        // A token goes where it was meant to go, and nowhere else.
        redirect: "manual",
        signal: AbortSignal.timeout(milliseconds),
      });
      text = await response.text();
    } catch (error) {
      return { kind: "later", reason: reasonOf(error, milliseconds) };
    }
    const asked = askedWait(response.headers.get("retry-after"));
    const answer = shape.safeParse(parsed(text));
    if (answer.success && (answer.data.data || answer.data.errors?.length)) return judge(answer.data, asked);
    if (isPassing(response.status)) {
      return {
        kind: "later",
        reason: `HTTP status ${response.status}`,
        ...(asked !== undefined && { milliseconds: asked }),
      };
    }
    if (response.status === 401) return { kind: "refused token" };
    if (response.status === 200) return { kind: "later", reason: "an answer that is cut short, or none of a hub" };
    throw new CommandFailure(
      exitCodes.hubFailed,
      `${url}/graphql answers (${response.status}), but not as a hub does. Name another address with --hub or KOMMUNGRAF_URL.`,
    );
  }

  function judge({ data, errors = [] }: Answer, asked: number | undefined): Outcome {
    if (errors.length === 0) return { kind: "whole", data: data ?? {} };
    const codes = errors.map(({ extensions }) => extensions?.code ?? "INTERNAL_SERVER_ERROR");
    const lasting = errors.find((_, index) => !PASSING.has(codes[index] ?? ""));
    if (!lasting) {
      const reason = [...new Set(codes)].map(printable).join(", ");
      return { kind: "later", reason, ...(asked !== undefined && { milliseconds: asked }) };
    }
    if (codes.includes(REFUSED_TOKEN)) return { kind: "refused token" };
    if (codes.includes("INVALID_CURSOR")) return { kind: "invalid cursor" };
    if (codes.some((code) => TOO_MUCH.has(code))) return { kind: "too much" };
    const message = printable(lasting.message);
    if (codes.includes("FORBIDDEN")) throw new CommandFailure(exitCodes.notAllowed, message);
    if (codes.some((code) => ANOTHER_VERSION.has(code))) {
      throw new CommandFailure(
        exitCodes.hubFailed,
        `The hub at ${url} does not know what this command asks for: it is of another version. ${message}`,
      );
    }
    throw new CommandFailure(exitCodes.wrongUse, message);
  }

  /** Whether there is another token than the one that was refused. */
  function hasRenewed(): boolean {
    const renewed = options.renewToken?.();
    if (renewed === undefined || renewed === token) return false;
    token = renewed;
    return true;
  }

  return {
    async ask(query, variables) {
      const body = JSON.stringify({ query, variables });
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await tryOnce(body);
        if (outcome.kind === "refused token") {
          if (attempt < attempts && hasRenewed()) continue;
          throw refusedToken(token, options.tokenSource);
        }
        if (outcome.kind !== "later") return outcome;
        onFailure?.(outcome.reason);
        if (attempt >= attempts) {
          throw new CommandFailure(
            exitCodes.hubFailed,
            `The hub at ${url} failed ${attempts === 1 ? "once" : `${attempts} times in a row`} (${outcome.reason}). What is in the folder is as it was: run again later.`,
          );
        }
        await wait(Math.max(backOff(attempt), outcome.milliseconds ?? 0));
      }
    },
  };
}

/** Twice as long each time, and never quite as long as others wait. */
function backOff(attempt: number): number {
  const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1));
  return longest * (0.5 + Math.random() / 2);
}

/** Milliseconds that Retry-After asks for, in seconds or as a date; undefined when it says nothing. */
function askedWait(header: string | null): number | undefined {
  if (header === null) return undefined;
  const wanted = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wanted) ? Math.min(Math.max(wanted, 0), LONGEST_ASKED_WAIT) : undefined;
}

function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

function refusedToken(token: string | undefined, tokenSource = "The token"): CommandFailure {
  return new CommandFailure(
    exitCodes.notAllowed,
    token === undefined
      ? "There is no token: set KOMMUNGRAF_ACCESS_TOKEN, or name a file with --token-file."
      : `${tokenSource} is not valid: it has expired, or is not for this hub. Get a new one.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown, milliseconds: number): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string } };
  if (name === "TimeoutError") return `no whole answer within ${milliseconds / 1000} seconds`;
  return cause?.code ?? message ?? String(error);
}
