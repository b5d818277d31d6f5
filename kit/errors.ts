import { GraphQLError, type GraphQLErrorExtensions } from "graphql";

/**
 * Every error code that a client of the graph can meet. Codes are stable: a client may switch on them.
 * `docs/errors.md` is made from this table.
 */
export const errorCatalogue = {
  GRAPHQL_PARSE_FAILED: "The query text is not GraphQL. Mend the syntax at the place the message names.",
  GRAPHQL_VALIDATION_FAILED:
    "The query does not fit the schema. Mend the field, argument or type that the message names.",
  OPERATION_RESOLUTION_FAILURE: "The document holds several operations, or not the one that operationName asks for.",
  BAD_REQUEST: "The HTTP request is not a GraphQL request: wrong method, content type or JSON.",
  PERSISTED_QUERY_NOT_SUPPORTED: "The hub stores no queries. Send the query's text.",
  UNAUTHENTICATED:
    "The request needs an access token and has none, or one that is no good. Get a new one and send it in Authorization: Bearer.",
  IDENTITY_UNAVAILABLE:
    "The issuer of the access token does not answer, so the hub cannot know who asks. Nothing was done; try again in a moment.",
  FORBIDDEN: "The access token does not allow this field, or not for the data that its arguments name.",
  BAD_USER_INPUT: "An argument or variable has a value that the field does not accept; `argument` says which.",
  NOT_COMPARABLE:
    "`strict` was asked for and the rows would mislead; `reasons` says why. Change the question, or ask without `strict`.",
  INVALID_CURSOR: "`after` is not a cursor of this list in this order. Use `endCursor` of the page before.",
  PAGE_SIZE_EXCEEDED: "`first` is below 0 or above the largest page; `limit` says how much may be asked for.",
  PAYLOAD_TOO_LARGE: "The request body is larger than the hub reads, as sent or when decompressed.",
  TOKEN_LIMIT_EXCEEDED: "The query text has more tokens than the hub parses.",
  DEPTH_LIMIT_EXCEEDED: "The query is nested deeper than the hub allows.",
  ALIAS_LIMIT_EXCEEDED: "The query uses more aliases than the hub allows.",
  ROOT_FIELD_LIMIT_EXCEEDED: "The operation asks for more root fields than the hub allows.",
  COST_LIMIT_EXCEEDED: "The query's computed cost is above the ceiling. Ask for fewer rows or fields.",
  ANSWER_TOO_LARGE:
    "The answer, or the part of the graph that `subgraph` names, has more than the hub builds at once. Ask for fewer rows or fields.",
  REQUEST_TIMEOUT: "The request took longer than the hub waits; what was under way has been stopped.",
  WRITE_BUSY:
    "Others write to the same record, or the same caller writes too much at once. Nothing was written; send the same request again in a moment.",
  SUBGRAPH_UNAVAILABLE: "The part of the graph that `subgraph` names could not be reached; its fields are null.",
  DATABASE_UNAVAILABLE: "The database behind the part of the graph that `subgraph` names is away; its fields are null.",
  SUBGRAPH_TIMEOUT: "The part of the graph that `subgraph` names did not answer in time; its fields are null.",
  SUBGRAPH_QUARANTINED:
    "The part of the graph that `subgraph` names failed several times in a row, so the hub leaves it alone for up to a minute; its fields are null. Ask again later.",
  SUBGRAPH_INVALID_RESPONSE:
    "The part of the graph that `subgraph` names answered something that is not a GraphQL response.",
  SUBGRAPH_ERROR: "The part of the graph that `subgraph` names failed while resolving a field; the field is null.",
  NULL_FOR_NON_NULL: "A subgraph gave null for a field that promises a value, so the nearest nullable parent is null.",
  UNANSWERABLE_QUERY:
    "The hub found no way to fetch this selection from the subgraphs. This is a fault of the supergraph.",
  INTERNAL_SERVER_ERROR: "Something failed in the hub. The details are in its log under `requestId`.",
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof errorCatalogue;

const deliberate = new WeakSet<Error>();

/**
 * An error that is meant for the client: its message and extensions are shown as they are.
 * @param message one sentence that says what is wrong and what to do instead
 * @param path where in the answer it belongs; GraphQL execution fills it in for an error that a resolver throws
 */
export function publicError(
  code: ErrorCode,
  message: string,
  extensions: Omit<GraphQLErrorExtensions, "code"> = {},
  path?: readonly (string | number)[],
): GraphQLError {
  const error = new GraphQLError(message, { extensions: { ...extensions, code }, path });
  deliberate.add(error);
  return error;
}

/** Whether the error was made by `publicError`, directly or as the cause that GraphQL execution wrapped. */
export function isPublicError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (deliberate.has(error)) return true;
  return error instanceof GraphQLError && error.originalError !== undefined && deliberate.has(error.originalError);
}

/** Whether the text is a code of the catalogue. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCatalogue, code);
}
