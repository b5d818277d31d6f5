import type { GraphQLError } from "graphql";
import { type ErrorCode, isErrorCode, isPublicError, publicError } from "../../kit/errors";
import { OWNERS_GRAPH } from "../owners/owner-graph";
import { clientAlias } from "./aliases";

/** One of these says everything about a subgraph for the whole request, however many fetches met it. */
const ONCE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_QUARANTINED",
  "SUBGRAPH_INVALID_RESPONSE",
  "ANSWER_TOO_LARGE",
  "REQUEST_TIMEOUT",
]);

/**
 * Turns the errors that plan execution collected into deliberate ones. Those of our data sources carry
 * `extensions.subgraph` and are already fit to be shown; any other is left for the error mask.
 */
export function presentErrors(errors: readonly GraphQLError[]): GraphQLError[] {
  const seen = new Set<string>();
  return errors.flatMap((error) => {
    const presented = present(error);
    const { code, subgraph, owner } = presented.extensions as { code?: ErrorCode; subgraph?: string; owner?: string };
    if (code === undefined || !ONCE.has(code)) return [presented];
    // An owner that fails may be quarantined within the same request: that says nothing new.
    const key = code === "REQUEST_TIMEOUT" ? code : owner === subgraph ? `${owner}` : `${code} ${subgraph}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [presented];
  });
}

function present(error: GraphQLError): GraphQLError {
  if (isPublicError(error)) return error;
  const { code, serviceName, subgraph, owner, ...kept } = error.extensions ?? {};
  if (!isErrorCode(code) || subgraph === undefined) return error;
  // The graph of all owners speaks for one of them, which it names twice.
  const speaksFor = serviceName === OWNERS_GRAPH ? (owner ?? serviceName) : serviceName;
  if (speaksFor !== subgraph) return error;
  const shown = code === "REQUEST_TIMEOUT" ? kept : { ...kept, subgraph, ...(owner === undefined ? {} : { owner }) };
  return publicError(code, error.message, shown, responsePath(error.path));
}

/** Plan paths say `@` for "each element"; an answer's path stops before. */
function responsePath(path: readonly (string | number)[] | undefined): (string | number)[] | undefined {
  if (!path) return undefined;
  const each = path.indexOf("@");
  const known = (each === -1 ? path : path.slice(0, each)).map((step) =>
    typeof step === "string" ? clientAlias(step) : step,
  );
  return known.length === 0 ? undefined : known;
}
