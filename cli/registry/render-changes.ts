import { printable } from "../compare/printable";
import type { Style } from "../compare/style";
import type { AnsweredChange } from "./answers";

/** What the public schema would change in: a line of counts, and each change that could hurt somebody. */
export function renderChanges(changes: readonly AnsweredChange[], style: Style): string[] {
  if (changes.length === 0) return [];
  const of = (criticality: AnsweredChange["criticality"]) => changes.filter((one) => one.criticality === criticality);
  const [breaking, dangerous, safe] = [of("BREAKING"), of("DANGEROUS"), of("SAFE")];
  const counts = [
    [breaking, "breaking"],
    [dangerous, "dangerous"],
    [safe, "safe"],
  ] as const;
  const line = counts
    .filter(([members]) => members.length > 0)
    .map(([members, word]) => `${members.length} ${word}`)
    .join(", ");
  return [
    `${style.heading("Changes to the public schema")}: ${line}`,
    ...[...breaking, ...dangerous].map(({ criticality, message, isUsed, usedBy }) => {
      const word = criticality === "BREAKING" ? style.alarm("breaking") : style.heading("dangerous");
      return `  ${word} ${printable(message)} (${isUsed ? inUse(usedBy) : "not in use"})`;
    }),
    "",
  ];
}

/** Such as "in use, times in 30 days: excel-budget (12), unknown (3)". */
function inUse(clients: AnsweredChange["usedBy"] = []): string {
  if (clients.length === 0) return "in use";
  const named = clients.map(({ client, count }) => `${printable(client)} (${count})`).join(", ");
  return `in use, times in 30 days: ${named}`;
}
