import type { GraphQLError } from "graphql";
import { type ErrorCode, isErrorCode, isPublicError, publicError } from "../../kit/errors";
import { clientAlias } from "./aliases";

/** One of these says everything about a subgraph for the whole request, however many fetches met it. */
const ONCE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
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
    const { code, subgraph } = presented.extensions as { code?: ErrorCode; subgraph?: string };
    if (code === undefined || !ONCE.has(code)) return [presented];
    const key = code === "REQUEST_TIMEOUT" ? code : `${code} ${subgraph}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [presented];
  });
}

function present(error: GraphQLError): GraphQLError {
  if (isPublicError(error)) return error;
  const { code, serviceName, subgraph, ...kept } = error.extensions ?? {};
  if (!isErrorCode(code) || serviceName === undefined || serviceName !== subgraph) return error;
  const shown = code === "REQUEST_TIMEOUT" ? kept : { ...kept, subgraph };
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
