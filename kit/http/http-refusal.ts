import type { GraphQLError } from "graphql";
import { type ErrorCode, publicError } from "../errors";

/** A request that is turned away before it reaches GraphQL: an HTTP status and the one error of its answer. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";
  readonly error: GraphQLError;
  constructor(
    readonly status: number,
    code: ErrorCode,
    message: string,
    extensions: Record<string, unknown> = {},
    /** Set when the request body was left unread, so that the connection cannot be used again. */
    readonly closeConnection = false,
  ) {
    super(message);
    this.error = publicError(code, message, extensions);
  }
}
