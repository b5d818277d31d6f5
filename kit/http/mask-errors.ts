import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type ErrorCode, isErrorCode, isPublicError, publicError } from "../errors";
import type { Logger } from "../logger";
import { type RequestScope, scopeOf } from "./request-scope";
import { tokenLimitError } from "./token-limit";

/** Codes that Apollo Server gives to the client's own mistakes, in words that say nothing about our insides. */
const CLIENT_MISTAKES: ReadonlySet<string> = new Set<ErrorCode>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

export interface ErrorMask {
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  /** Tells the mask which request an error belongs to, so that the log and the answer carry its id. */
  plugin: ApolloServerPlugin<object>;
}

/**
 * Decides, once and at the edge, what of an error a client may see. Deliberate errors (`publicError`) and the client's
 * own mistakes pass; anything else is logged and becomes INTERNAL_SERVER_ERROR with the request's id.
 */
export function createErrorMask(logger: Logger): ErrorMask {
  const requests = new WeakMap<object, RequestScope>();

  function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    const tooManyTokens = tokenLimitError(error);
    if (tooManyTokens) return shown(tooManyTokens);
    if (isPublicError(error)) return shown(formatted);
    const code = formatted.extensions?.code;
    if (error instanceof GraphQLError && isErrorCode(code) && CLIENT_MISTAKES.has(code)) return shown(formatted);

    const request = typeof error === "object" && error !== null ? requests.get(error) : undefined;
    if (request?.signal.aborted && isPublicError(request.signal.reason)) {
      return shown({ ...toJSON(request.signal.reason), path: formatted.path });
    }
    const requestId = request?.requestId;
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    logger.error({ requestId, path: formatted.path?.join("."), err: cause }, "An error was masked");
    return shown({
      ...toJSON(
        publicError(
          "INTERNAL_SERVER_ERROR",
          "Something failed in the hub; its log has the details.",
          requestId ? { requestId } : {},
        ),
      ),
      path: formatted.path,
    });
  }

  return {
    formatError,
    plugin: {
      async requestDidStart() {
        return {
          async didEncounterErrors({ errors, contextValue }) {
            const request = scopeOf(contextValue);
            if (request) for (const error of errors) requests.set(error, request);
          },
        };
      },
    },
  };
}

function toJSON(error: GraphQLError): GraphQLFormattedError {
  return error.toJSON();
}

function shown({ message, locations, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _, http: __, exception: ___, ...kept } = extensions ?? {};
  return {
    message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: kept,
  };
}
