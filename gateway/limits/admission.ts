import { GraphQLError, Lexer, parse, Source, TokenKind } from "graphql";
import { publicError } from "../../kit/errors";
import type { GraphQLRequestBody } from "../../kit/http";
import { Lru } from "../lru";
import type { Limits } from "./limits";
import { measureShape } from "./measure-shape";

/** Brackets within brackets, beyond which a recursive parser would run out of stack. */
const DEEPEST_BRACKETS = 200;

/** Texts longer than this are measured each time rather than remembered. */
const REMEMBERED_CHARACTERS = 20_000;

/**
 * Looks at an operation's text before it is parsed for execution and validated, since validating is what a hostile
 * text makes expensive. @returns a function that throws the refusal
 */
export function createAdmission(limits: Limits): (request: GraphQLRequestBody) => void {
  const verdicts = new Lru<{ refusal: GraphQLError | undefined }>(1000);
  return ({ query }) => {
    const { refusal } =
      query.length > REMEMBERED_CHARACTERS
        ? { refusal: refusalOf(query, limits) }
        : verdicts.getOrMake(query, () => ({ refusal: refusalOf(query, limits) }));
    if (refusal) throw refusal;
  };
}

function refusalOf(query: string, limits: Limits): GraphQLError | undefined {
  let tokens: { count: number; nesting: number };
  let shape: ReturnType<typeof measureShape>;
  try {
    tokens = scan(query);
    if (tokens.count > limits.tokens) {
      return publicError(
        "TOKEN_LIMIT_EXCEEDED",
        `The query has ${tokens.count} tokens; the limit is ${limits.tokens}.`,
        { limit: limits.tokens, actual: tokens.count },
      );
    }
    if (tokens.nesting > DEEPEST_BRACKETS) {
      return publicError(
        "DEPTH_LIMIT_EXCEEDED",
        `The query has ${tokens.nesting} brackets within each other; the limit is ${DEEPEST_BRACKETS}.`,
        { limit: DEEPEST_BRACKETS, actual: tokens.nesting },
      );
    }
    shape = measureShape(parse(query, { noLocation: true }));
  } catch (error) {
    // A syntax error is told by the server itself, with its place.
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
  if (shape.depth > limits.depth) {
    return publicError(
      "DEPTH_LIMIT_EXCEEDED",
      `The query is nested ${shape.depth} levels deep; the limit is ${limits.depth}.`,
      { limit: limits.depth, actual: shape.depth },
    );
  }
  if (shape.introspectionDepth > limits.introspectionDepth) {
    return publicError(
      "DEPTH_LIMIT_EXCEEDED",
      `The introspection is nested ${shape.introspectionDepth} levels deep; the limit is ${limits.introspectionDepth}.`,
      { limit: limits.introspectionDepth, actual: shape.introspectionDepth },
    );
  }
  if (shape.aliases > limits.aliases) {
    return publicError(
      "ALIAS_LIMIT_EXCEEDED",
      `The query has ${shape.aliases} aliases and repeated fields; the limit is ${limits.aliases}.`,
      { limit: limits.aliases, actual: shape.aliases },
    );
  }
  if (shape.rootFields > limits.rootFields) {
    return publicError(
      "ROOT_FIELD_LIMIT_EXCEEDED",
      `The operation asks for ${shape.rootFields} root fields; the limit is ${limits.rootFields}.`,
      { limit: limits.rootFields, actual: shape.rootFields },
    );
  }
  return undefined;
}

/** Counts tokens and the deepest brackets in one pass. @throws GraphQLError where the text is not GraphQL */
function scan(query: string): { count: number; nesting: number } {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  let open = 0;
  let nesting = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    count += 1;
    if (token.kind === TokenKind.BRACE_L || token.kind === TokenKind.BRACKET_L || token.kind === TokenKind.PAREN_L) {
      open += 1;
      nesting = Math.max(nesting, open);
    }
    if (token.kind === TokenKind.BRACE_R || token.kind === TokenKind.BRACKET_R || token.kind === TokenKind.PAREN_R) {
      open -= 1;
    }
  }
  return { count, nesting };
}
