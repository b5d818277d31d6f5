import type { AnsweredComparison } from "./comparison-query";
import { APPROXIMATELY, createNumberFormat, decimalsFor, MIXED_KINDS } from "./format-number";
import { renderTable } from "./render-table";
import { renderWarnings } from "./render-warnings";
import type { Style } from "./style";
import type { Words } from "./words";

/** The comparison for a terminal: the table, the total where there is one, what its marks mean, the warnings, the address to cite. */
export function renderComparison(comparison: AnsweredComparison, words: Words, style: Style): string {
  const { rows, totalRows } = comparison;
  const count = createNumberFormat(words.locale, "COUNT", 0);
  const parts = [
    [renderTable(comparison, words, style), ...renderTotal(comparison, words, style)],
    rows.some(({ mixesKinds }) => mixesKinds) ? [`${MIXED_KINDS}${words.mixedKinds}`] : [],
    rows.length < totalRows ? [words.rowsShown(count(rows.length), count(totalRows))] : [],
    renderWarnings(comparison.warnings, words, style),
    [`${words.permalink}: ${comparison.permalink}`],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

function renderTotal({ rows, total, unit }: AnsweredComparison, words: Words, style: Style): string[] {
  if (total === null) return [];
  const format = createNumberFormat(words.locale, unit, decimalsFor(unit, [total]));
  const about = rows.some(({ precision }) => precision === "APPROXIMATE") ? APPROXIMATELY : "";
  // A number of initiatives needs no unit: the table's head says what is counted.
  const behind = unit === "COUNT" ? "" : ` ${words.units[unit]}`;
  return ["", `${style.heading(words.total)}: ${about}${format(total)}${behind}`];
}
