import type { GraphQLErrorExtensions } from "graphql";
import { type ErrorCode, isErrorCode } from "../../kit/errors";
import { shownExtensions } from "./shown-extensions";

/** An error of a subgraph in the words that a client may see. */
export interface ShownError {
  message: string;
  path?: readonly (string | number)[];
  extensions: GraphQLErrorExtensions & { code: ErrorCode; subgraph: string };
}

/** Codes that only the hub gives; from a subgraph they say something about its insides. */
const HUB_ONLY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "PAYLOAD_TOO_LARGE",
  "TOKEN_LIMIT_EXCEEDED",
  "DEPTH_LIMIT_EXCEEDED",
  "ALIAS_LIMIT_EXCEEDED",
  "ROOT_FIELD_LIMIT_EXCEEDED",
  "COST_LIMIT_EXCEEDED",
  "REQUEST_TIMEOUT",
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_QUARANTINED",
  "SUBGRAPH_INVALID_RESPONSE",
  "SUBGRAPH_ERROR",
  "NULL_FOR_NON_NULL",
  "UNANSWERABLE_QUERY",
  "INTERNAL_SERVER_ERROR",
]);

/**
 * What validation says when the subgraph's schema does not fit the supergraph: our fault, and nothing for a client.
 * Any other validation error is what a scalar says of a literal, which is the client's mistake: the gateway knows
 * scalars by name only, so the subgraph is the first to look at the value.
 */
const SCHEMA_MISMATCH =
  /^(Cannot |Unknown |Fields? "|Fragment |Variable "\$|There can be|Directive "|Argument "|Value "|Schema |Too many)/;

const LONGEST_MESSAGE = 500;

/**
 * The error as a client may see it: a deliberate one with its message, any other only as SUBGRAPH_ERROR.
 * @returns `shown`, and whether something was held back that the log must tell
 */
export function presentSubgraphError(error: unknown, subgraph: string): { shown: ShownError; masked: boolean } {
  const { message, path, extensions } = asError(error);
  const code = clientCode(extensions.code, message, path !== undefined);
  if (code) {
    return {
      shown: {
        message: message.slice(0, LONGEST_MESSAGE),
        path,
        extensions: { ...shownExtensions(extensions), code, subgraph },
      },
      masked: false,
    };
  }
  const timedOut = extensions.code === "REQUEST_TIMEOUT";
  return {
    shown: {
      message: timedOut
        ? `The part "${subgraph}" of the graph ran out of time.`
        : `The part "${subgraph}" of the graph failed while resolving this field.`,
      path,
      extensions: { code: timedOut ? "SUBGRAPH_TIMEOUT" : "SUBGRAPH_ERROR", subgraph },
    },
    masked: true,
  };
}

/** What an error says, for the log; anything but a text is not made one, since that can fail. */
export const messageOf = (error: unknown): string => asError(error).message.slice(0, 1000);

function clientCode(code: unknown, message: string, isOfField: boolean): ErrorCode | undefined {
  if (message.includes("representations")) return undefined;
  if (code === "GRAPHQL_VALIDATION_FAILED" && !isOfField && message !== "" && !SCHEMA_MISMATCH.test(message))
    return "BAD_USER_INPUT";
  return isErrorCode(code) && !HUB_ONLY.has(code) ? code : undefined;
}

function asError(error: unknown): {
  message: string;
  path?: (string | number)[];
  extensions: Record<string, unknown>;
} {
  const { message, path, extensions } = (typeof error === "object" && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  return {
    message: typeof message === "string" ? message : "",
    ...(Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number")
      ? { path: path as (string | number)[] }
      : {}),
    extensions: typeof extensions === "object" && extensions !== null ? (extensions as Record<string, unknown>) : {},
  };
}
