import type { Dispatcher } from "undici";
import { isRecord } from "../../kit/is-record";

/** How an endpoint is asked. */
export interface EndpointOptions {
  /** Made by `createOutboundAgent` of kit/outbound, which lets nothing reach the inner network. */
  readonly agent: Dispatcher;
  /** The hub's call token for the subgraph of that name; without it, calls carry none. */
  readonly sign?: (subgraph: string) => string | Promise<string>;
  readonly limits: ProbeLimits;
}

export interface ProbeLimits {
  /** For each question, from connecting to the last byte. */
  readonly milliseconds: number;
  /** The largest answer that is read. */
  readonly bytes: number;
}

export type AskFailure = "UNREACHABLE" | "TIMEOUT" | "TOO_LARGE" | "REDIRECT" | "REFUSED" | "NOT_GRAPHQL";

export type Answer =
  | { readonly kind: "answer"; readonly data: Record<string, unknown> | null; readonly errors: readonly string[] }
  /** `message` goes on from "The endpoint", such as "does not answer within 3 s". */
  | { readonly kind: "failure"; readonly failure: AskFailure; readonly message: string };

const SHOWN_CHARACTERS = 200;

/** Asks one question by POST; follows no redirect and never throws for what the endpoint does. */
export async function askEndpoint(
  { agent, limits }: EndpointOptions,
  routingUrl: string,
  question: { readonly query: string; readonly variables?: object; readonly token?: string },
  signal?: AbortSignal,
): Promise<Answer> {
  const timeUp = AbortSignal.timeout(limits.milliseconds);
  const failure = (kind: AskFailure, message: string): Answer => ({ kind: "failure", failure: kind, message });
  try {
    const { origin, pathname, search } = new URL(routingUrl);
    const response = await agent.request({
      origin,
      path: pathname + search,
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, application/graphql-response+json;q=0.9",
        ...(question.token === undefined ? {} : { authorization: `Bearer ${question.token}` }),
      },
      body: JSON.stringify({ query: question.query, variables: question.variables }),
      signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
      headersTimeout: limits.milliseconds + 1000,
      bodyTimeout: limits.milliseconds + 1000,
    });
    const status = response.statusCode;
    const text = await readUpTo(limits.bytes, response.body);
    if (text === undefined) return failure("TOO_LARGE", `answers with more than ${limits.bytes} bytes`);
    if (status >= 300 && status < 400) {
      return failure("REDIRECT", `answers with status ${status}, a redirect, and redirects are not followed`);
    }
    if (status === 401 || status === 403) {
      return failure("REFUSED", `answers with status ${status}: ${shown(text)}`);
    }
    return readAnswer(text) ?? failure("NOT_GRAPHQL", `answers with status ${status} and no GraphQL: ${shown(text)}`);
  } catch (error) {
    signal?.throwIfAborted();
    if (timeUp.aborted) {
      return failure(
        "TIMEOUT",
        `does not answer within ${limits.milliseconds / 1000} s, which is as long as the hub waits`,
      );
    }
    return failure("UNREACHABLE", `cannot be reached: ${reasonOf(error)}`);
  }
}

/** The text, or undefined when there is more of it; the rest is not read. */
async function readUpTo(bytes: number, body: Dispatcher.ResponseData["body"]): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > bytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString("utf8");
}

function readAnswer(text: string): Answer | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(body)) return undefined;
  const { data, errors } = body;
  if (errors !== undefined && !Array.isArray(errors)) return undefined;
  const messages = (errors ?? []).map((error: unknown) =>
    shown(isRecord(error) ? String(error.message) : "no message"),
  );
  if (isRecord(data)) return { kind: "answer", data, errors: messages };
  return (data === null || data === undefined) && messages.length > 0
    ? { kind: "answer", data: null, errors: messages }
    : undefined;
}

/** The beginning of what came, without what a terminal or a log would trip over. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  if (plain === "") return "nothing";
  return plain.length > SHOWN_CHARACTERS ? `${plain.slice(0, SHOWN_CHARACTERS)}…` : plain;
}

const REASONS: Readonly<Record<string, string>> = {
  FORBIDDEN_ADDRESS: "the address is not public",
  ECONNREFUSED: "nothing listens at that address",
  ENOTFOUND: "the host name is not known",
  EAI_AGAIN: "the host name cannot be looked up now",
  ECONNRESET: "the connection was closed",
  UND_ERR_SOCKET: "the connection was closed",
  UND_ERR_CONNECT_TIMEOUT: "connecting took too long",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is self-signed",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate lacks the one that vouches for it",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

function reasonOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return REASONS[String(code)] ?? shown(String(message ?? error));
}
