import type { GraphQLError } from "graphql";
import { type ErrorCode, publicError } from "../../kit/errors";
import { clientAlias } from "./aliases";

interface CompletionProblem {
  message: string;
  path?: readonly (string | number)[];
}

/**
 * The gateway library tells of a value that breaks the schema only in `extensions.valueCompletion`, where no client
 * looks. As errors they say that the null is a fault and not an answer.
 */
export function brokenValueErrors(problems: unknown): GraphQLError[] {
  if (!Array.isArray(problems)) return [];
  return (problems as CompletionProblem[]).map(({ message, path }) => {
    const code: ErrorCode = message.startsWith("Cannot return null")
      ? "NULL_FOR_NON_NULL"
      : "SUBGRAPH_INVALID_RESPONSE";
    const shownPath = path?.map((step) => (typeof step === "string" ? clientAlias(step) : step));
    return publicError(code, message, {}, shownPath);
  });
}
