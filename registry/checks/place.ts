import type { ASTNode } from "graphql";

/** Where something stands in the text that it was parsed from, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a node stands: at its name when it has one, since a definition begins with its description.
 * @returns nothing when the node was made by a program or parsed without places
 */
export function placeOf(node: ASTNode | undefined): Place | undefined {
  const named = node && "name" in node && node.name ? node.name : node;
  const token = named?.loc?.startToken;
  return token && { line: token.line, column: token.column };
}
