import { escapeLiteral } from "pg";
import type { Sql } from "./sql";

/**
 * A statement as text without parameters, for COPY, which takes none. Here alone do values become part of a statement's
 * text: text goes through PostgreSQL's own rule of quoting, and of anything else only what has no quotes to break out of.
 * @throws Error for a value of another kind than text, whole and broken numbers, yes or no, nothing, and lists of these
 */
export function inlineValues(statement: Sql): string {
  return statement.strings.reduce((text, string, at) => `${text}${literalOf(statement.values[at - 1])}${string}`);
}

function literalOf(value: unknown): string {
  if (value === null) return "NULL";
  // PostgreSQL refuses text with a NUL, so no record holds one; the replacement character stands in its place.
  if (typeof value === "string") return escapeLiteral(value.replaceAll("\0", "\uFFFD")).trimStart();
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number" && Number.isFinite(value)) return value < 0 ? `(${value})` : String(value);
  if (Array.isArray(value)) return listOf(value);
  throw new Error(`COPY cannot be given a value of type ${typeof value}`);
}

function listOf(values: readonly unknown[]): string {
  if (values.some(Array.isArray)) throw new Error("COPY cannot be given a list of lists");
  const type = values.length > 0 && values.every((value) => typeof value === "number") ? "numeric" : "text";
  return `ARRAY[${values.map(literalOf).join(", ")}]::${type}[]`;
}
