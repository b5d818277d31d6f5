import { GraphQLError, Lexer, Source, TokenKind } from "graphql";
import { publicError } from "../errors";

const EXCEEDED = /^Syntax Error: Document contains more tha[nt] (\d+) tokens\./;

/**
 * graphql-js reports a document beyond `maxTokens` as a syntax error; this is the error in our words, or undefined
 * when the error is another.
 */
export function tokenLimitError(error: unknown): GraphQLError | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const limit = EXCEEDED.exec(error.message)?.[1];
  if (limit === undefined) return undefined;
  const actual = error.source ? countTokens(error.source.body) : undefined;
  return publicError(
    "TOKEN_LIMIT_EXCEEDED",
    actual === undefined
      ? `The query has more tokens than the limit of ${limit}.`
      : `The query has ${actual} tokens; the limit is ${limit}.`,
    { limit: Number(limit), ...(actual === undefined ? {} : { actual }), http: { status: 400 } },
  );
}

/** How many tokens the text has, or undefined when it stops being GraphQL on the way. */
function countTokens(body: string): number | undefined {
  const lexer = new Lexer(new Source(body));
  try {
    let count = 0;
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
    return count;
  } catch {
    return undefined;
  }
}
