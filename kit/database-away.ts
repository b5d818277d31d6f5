import type { GraphQLError } from "graphql";
import { publicError } from "./errors";

/** No connection could be had, or it was lost: the network's codes and PostgreSQL's classes 08, 53, 57P and 3D. */
const AWAY = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|08\w{3}|53300|57P0\d|3D000)$/;

/** What a client is told when the database behind a room is away; undefined for any other error. */
export function databaseAway(error: unknown): GraphQLError | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const isAway =
    (typeof code === "string" && AWAY.test(code)) ||
    (typeof message === "string" && /connection terminated|timeout exceeded when trying to connect/i.test(message));
  return isAway
    ? publicError("DATABASE_UNAVAILABLE", "The database of this part of the graph is away; its fields are null.")
    : undefined;
}
