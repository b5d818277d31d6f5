import { Lexer, type Source, TokenKind } from "graphql";
import type { Finding } from "../findings";
import { findingAt } from "./finding";
import type { SubgraphLimits } from "./limits";

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Whether a text has more words or deeper brackets than a schema may have.
 * @throws GraphQLError where the text cannot be read as words of GraphQL
 */
export function measureText(source: Source, limits: SubgraphLimits): Finding | undefined {
  const lexer = new Lexer(source);
  let tokens = 0;
  let depth = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    if (OPENING.has(token.kind)) depth += 1;
    if (CLOSING.has(token.kind)) depth -= 1;
    const place = { line: token.line, column: token.column };
    if (tokens > limits.tokens) {
      const message = `The schema has more than ${limits.tokens} words and signs, which is what a subgraph may have.`;
      return {
        ...findingAt(undefined, "TOO_MANY_TOKENS", { message, remedy: "Publish fewer types and fields." }),
        ...place,
      };
    }
    if (depth > limits.depth) {
      const message = `More than ${limits.depth} brackets stand within one another here.`;
      return { ...findingAt(undefined, "TOO_DEEP", { message, remedy: "Write it flatter." }), ...place };
    }
  }
  return undefined;
}
