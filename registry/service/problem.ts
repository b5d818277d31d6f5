import type { FastifyReply } from "fastify";
import { isPublicError } from "../../kit/errors";
import { HttpRefusal } from "../../kit/http";
import { type ProblemDetails, sendProblem } from "../../kit/http/problem-json";
import { NotAllowed } from "../tokens/not-allowed";
import { TooMany } from "../too-many";
import { UnknownOwner } from "../unknown-owner";

/** A request that cannot be done, with what its answer says. */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly details: ProblemDetails,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(details.title);
  }
}

/** One thing that is wrong with a body or a search. */
export interface Mistake {
  /** Such as routingUrl; empty for the whole. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** The same whatever is wrong with a token, so that nobody learns which tokens there have been. */
export const unauthorized = () =>
  new Problem(
    {
      kind: "unauthorized",
      status: 401,
      title: "A valid token is needed",
      detail: "Send a token that is valid now, as Authorization: Bearer kgt_…; the hub's operator gives out new ones.",
    },
    { "www-authenticate": "Bearer" },
  );

export const tooMany = (what: string, seconds: number) =>
  new Problem(
    {
      kind: "too-many-requests",
      status: 429,
      title: "Too many requests",
      detail: `${what} Try again in ${seconds} s.`,
    },
    { "retry-after": String(seconds) },
  );

export const notFound = (detail: string) =>
  new Problem({ kind: "not-found", status: 404, title: "There is nothing here", detail });

export const badRequest = (detail: string) =>
  new Problem({ kind: "bad-request", status: 400, title: "The request cannot be read", detail });

export const mistaken = (mistakes: readonly Mistake[]) =>
  new Problem({
    kind: "mistakes",
    status: 400,
    title: "The request has mistakes",
    detail: mistakes.map(({ path, message }) => [path, message].filter(Boolean).join(" ")).join("; "),
    members: { mistakes },
  });

export const nothingLive = () =>
  new Problem(
    {
      kind: "not-available",
      status: 503,
      title: "Not available just now",
      detail: "No supergraph is live yet. Try again in a moment.",
    },
    { "retry-after": "5" },
  );

const REFUSALS: Readonly<Record<number, Pick<ProblemDetails, "kind" | "title">>> = {
  400: { kind: "bad-request", title: "The request cannot be read" },
  408: { kind: "request-timeout", title: "The request took too long" },
  413: { kind: "body-too-large", title: "The body is too large" },
  415: { kind: "unsupported-body", title: "The body is not of a kind that is read" },
};

/** What an expected error says to the client; undefined for a bug. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof NotAllowed) {
    return new Problem({ kind: "not-allowed", status: 403, title: "This is not yours to do", detail: error.message });
  }
  if (error instanceof TooMany) return tooMany(error.message, error.seconds);
  if (error instanceof UnknownOwner) return notFound(error.message);
  if (error instanceof HttpRefusal) {
    const known = REFUSALS[error.status] ?? REFUSALS[400];
    return known && new Problem({ ...known, status: error.status, detail: error.message });
  }
  if (!isPublicError(error)) return undefined;
  const { message, extensions } = error as Error & { extensions: { code?: unknown; argument?: unknown } };
  if (extensions.code === "DATABASE_UNAVAILABLE") {
    return new Problem(
      {
        kind: "not-available",
        status: 503,
        title: "Not available just now",
        detail: "The registry's database is away. Try again in a moment; the graph itself is served all the while.",
      },
      { "retry-after": "5" },
    );
  }
  return extensions.code === "BAD_USER_INPUT"
    ? mistaken([{ path: String(extensions.argument ?? ""), message, remedy: "Send another value." }])
    : undefined;
}

/** Answers with a problem; of a body that was not read to its end the rest is thrown away with the connection. */
export function answerProblem(reply: FastifyReply, { details, headers }: Problem): FastifyReply {
  const { raw } = reply.request;
  if (!raw.readableEnded && raw.method !== "GET" && raw.method !== "HEAD") {
    reply.header("connection", "close");
    raw.resume();
  }
  return sendProblem(reply.headers(headers).header("cache-control", "no-store"), details);
}
