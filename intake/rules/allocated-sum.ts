import { compareDecimals, decimal, formatDecimal, sumOf } from "../decimal";
import { mistakeInRow } from "../mistake";
import { groupBy, isSound, textOf } from "../table";
import { isNotedDoubt, orNoteIt } from "./noted-doubt";
import type { Rule } from "./rule";

/** A sum that a source states for the pot is the sum of the rows of that kind. */
export const allocatedSum: Rule = {
  code: "ALLOCATED_SUM",
  check(delivery) {
    const table = delivery.tables.get("pots");
    const allocations = delivery.tables.get("allocations");
    if (!table || (allocations && !allocations.isWhole)) return [];
    const byPot = groupBy(allocations?.rows ?? [], "pot");
    return table.rows.flatMap((row) => {
      const id = row.printed.id ?? "";
      const stated = textOf(row, "stated_allocated_value");
      const kind = textOf(row, "stated_allocated_kind");
      const parts = byPot.get(id) ?? [];
      if (stated === null || kind === null || row.printed.stated_allocated_precision !== "EXACT") return [];
      if (!isSound(row, "id") || parts.some((part) => !isSound(part, "id", "pot", "value", "kind"))) return [];
      const sum = sumOf(parts.flatMap((part) => (textOf(part, "kind") === kind ? (textOf(part, "value") ?? []) : [])));
      if (compareDecimals(sum, decimal(stated)) === 0) return [];
      if (isNotedDoubt(delivery, "pots", id, ["stated_allocated_value"])) return [];
      const message = `The allocations of kind ${kind} make ${formatDecimal(sum)}, not ${stated}.`;
      const remedy = `Look for a row that is missing, doubled or mistyped. ${orNoteIt("pots", "stated_allocated_value")}`;
      return [mistakeInRow(table, row, "stated_allocated_value", { code: this.code, message, remedy })];
    });
  },
};
