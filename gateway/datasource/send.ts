import type { Agent } from "undici";
import { isPublicError } from "../../kit/errors";
import { isRecord } from "../../kit/is-record";
import type { GatewayContext } from "../context";
import { readCapped, TooLargeError } from "./read-capped";
import type { SubgraphRequest } from "./stand-ins";

export interface SubgraphEndpoint {
  name: string;
  url: string;
  agent: Agent;
  timeoutMilliseconds: number;
  /** The largest answer that is read, in bytes. */
  answerBytes: number;
  /** Sent beside our own headers. */
  headers?: Readonly<Record<string, string>>;
  /** Whether it is told who asks, which only a room of the hub is. */
  passAuthorization?: boolean;
}

export type FailureCode =
  | "SUBGRAPH_UNAVAILABLE"
  | "SUBGRAPH_TIMEOUT"
  | "SUBGRAPH_INVALID_RESPONSE"
  | "ANSWER_TOO_LARGE"
  | "REQUEST_TIMEOUT";

/** What came of asking a subgraph. */
export type Outcome = { kind: "answer"; data: Record<string, unknown> | null; errors: readonly unknown[] } | Failure;

export interface Failure {
  kind: "failure";
  code: FailureCode;
  message: string;
  /** For the log only. */
  detail: string;
  /** Whether the request ended it, by its own limits or because its client went away: nothing against the subgraph. */
  byRequest?: boolean;
}

/** Asks once, and once more when a kept-alive connection turned out to be closed; never throws. */
export async function send(
  endpoint: SubgraphEndpoint,
  request: SubgraphRequest,
  context: Partial<GatewayContext>,
): Promise<Outcome> {
  const life = new AbortController();
  const timer = setTimeout(() => life.abort(new TimedOut()), endpoint.timeoutMilliseconds);
  const onAbort = () => life.abort(context.signal?.reason);
  if (context.signal?.aborted) onAbort();
  else context.signal?.addEventListener("abort", onAbort, { once: true });
  try {
    const body = JSON.stringify(request);
    const once = () => exchange(endpoint, body, context, life.signal);
    const { status, text } = await once().catch((error) => {
      if (isClosedConnection(error) && !life.signal.aborted && !/^\s*mutation\b/.test(request.query)) return once();
      throw error;
    });
    return readAnswer(endpoint.name, status, text);
  } catch (error) {
    return failureOf(endpoint, error, life.signal.aborted ? life.signal.reason : undefined);
  } finally {
    clearTimeout(timer);
    context.signal?.removeEventListener("abort", onAbort);
  }
}

class TimedOut extends Error {}

async function exchange(
  { url, agent, answerBytes, timeoutMilliseconds, headers, passAuthorization }: SubgraphEndpoint,
  body: string,
  { requestId, answers, authorization }: Partial<GatewayContext>,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  const { origin, pathname, search } = new URL(url);
  const response = await agent.request({
    origin,
    path: pathname + search,
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, application/graphql-response+json;q=0.9",
      // The caller's own headers stop here: an owner's subgraph learns nothing about who asks, a room only the token.
      ...(requestId ? { "x-request-id": requestId } : {}),
      ...(passAuthorization && authorization !== undefined ? { authorization } : {}),
      ...headers,
    },
    body,
    signal,
    headersTimeout: timeoutMilliseconds + 1000,
    bodyTimeout: timeoutMilliseconds + 1000,
  });
  const bytes = await readCapped(response.body, answerBytes, answers);
  return { status: response.statusCode, text: bytes.toString("utf8") };
}

function readAnswer(subgraph: string, status: number, text: string): Outcome {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  if (isRecord(body) && (body.errors === undefined || Array.isArray(body.errors))) {
    const errors = (body.errors ?? []) as unknown[];
    if (isRecord(body.data)) return { kind: "answer", data: body.data, errors };
    if ((body.data === null || body.data === undefined) && errors.length > 0)
      return { kind: "answer", data: null, errors };
  }
  if (status >= 500) {
    return {
      kind: "failure",
      code: "SUBGRAPH_UNAVAILABLE",
      message: `The part "${subgraph}" of the graph is not available; its fields are null.`,
      detail: `status ${status}`,
    };
  }
  return {
    kind: "failure",
    code: "SUBGRAPH_INVALID_RESPONSE",
    message: `The part "${subgraph}" of the graph answered something that is not GraphQL; its fields are null.`,
    detail: `status ${status}, ${text.length} characters`,
  };
}

function failureOf({ name, timeoutMilliseconds }: SubgraphEndpoint, error: unknown, reason: unknown): Outcome {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const byRequest =
    (reason !== undefined && !(reason instanceof TimedOut)) || (error instanceof TooLargeError && error.together);
  const failure = (code: FailureCode, message: string): Outcome => ({
    kind: "failure",
    code,
    message,
    detail,
    byRequest,
  });
  if (reason instanceof TimedOut) {
    return failure(
      "SUBGRAPH_TIMEOUT",
      `The part "${name}" of the graph did not answer within ${timeoutMilliseconds} ms; its fields are null.`,
    );
  }
  if (isPublicError(reason)) return failure("REQUEST_TIMEOUT", (reason as Error).message);
  if (error instanceof TooLargeError) {
    const code = "ANSWER_TOO_LARGE";
    return failure(
      code,
      `With what the part "${name}" of the graph answered there are more than ${error.limit} bytes; its fields are null. Ask for fewer rows or fields.`,
    );
  }
  return failure("SUBGRAPH_UNAVAILABLE", `The part "${name}" of the graph is not available; its fields are null.`);
}

/** Whether a connection was closed under a request, as the other side may do with one that it kept alive. */
export function isClosedConnection(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE";
}
