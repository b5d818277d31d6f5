import { printable } from "../compare/printable";
import type { Style } from "../compare/style";
import type { AnsweredFinding } from "./answers";
import { type SchemaText, shownPlace } from "./schema-text";
import { sourceExcerpt } from "./source-excerpt";

/** Findings for people, errors first, each with its place, the line it is about and what to do; a blank line between. */
export function renderFindings(findings: readonly AnsweredFinding[], schema: SchemaText, style: Style): string[] {
  const errors = findings.filter(({ severity }) => severity === "ERROR");
  const warnings = findings.filter(({ severity }) => severity === "WARNING");
  const group = (title: string, members: readonly AnsweredFinding[]) =>
    members.length === 0
      ? []
      : [style.heading(title), "", ...members.flatMap((one) => [...render(one, schema, style), ""])];
  return [...group(counted(errors.length, "error"), errors), ...group(counted(warnings.length, "warning"), warnings)];
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function render(
  { code, severity, message, remedy, coordinate, line, column }: AnsweredFinding,
  schema: SchemaText,
  style: Style,
): string[] {
  const place = line === undefined ? undefined : shownPlace(schema, line, column);
  const word = severity === "ERROR" ? style.alarm(printable(code)) : style.heading(printable(code));
  const where = [place, coordinate].filter((part) => part !== undefined).map(printable);
  const excerpt = line === undefined ? [] : sourceExcerpt(schema.sdl, line, column ?? 1);
  return [
    [word, ...where.map((part) => style.faint(part))].join("  "),
    `  ${printable(message)}`,
    ...excerpt.map((text) => style.faint(`    ${text}`)),
    `  ${printable(remedy)}`,
  ];
}
