import { setMaxListeners } from "node:events";
import type { FastifyReply } from "fastify";
import type { GraphQLError } from "graphql";
import { publicError } from "../errors";

/** Requests under way, so that a stop can hurry them. */
export type UnderWay = Set<AbortController>;

/**
 * Runs the work of one request with a signal that aborts when the client goes away and when time is up; its `reason`
 * says which.
 */
export async function withLife<T>(
  reply: FastifyReply,
  milliseconds: number,
  underWay: UnderWay,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const life = new AbortController();
  // Every statement of the request listens while it runs; how many do says nothing.
  setMaxListeners(0, life.signal);
  underWay.add(life);
  const timer = setTimeout(() => life.abort(requestTimeout(milliseconds)), milliseconds);
  const onClose = () => {
    if (!reply.raw.writableFinished) life.abort(new Error("The client went away"));
  };
  reply.raw.once("close", onClose);
  try {
    return await work(life.signal);
  } finally {
    clearTimeout(timer);
    underWay.delete(life);
    // The answer may still be on its way out: what is aborted by a client that leaves now is nobody's work any more.
    reply.raw.off("close", onClose);
  }
}

export function requestTimeout(milliseconds: number): GraphQLError {
  return publicError("REQUEST_TIMEOUT", `The request took longer than ${milliseconds} ms and was stopped.`, {
    limit: milliseconds,
  });
}

/** The result, or undefined when it has not come by the grace time after the signal. */
export function withinGrace<T>(
  result: Promise<T>,
  signal: AbortSignal,
  graceMilliseconds: number,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      timer = setTimeout(() => resolve(undefined), graceMilliseconds);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    result.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", onAbort);
      clearTimeout(timer);
    });
  });
}
