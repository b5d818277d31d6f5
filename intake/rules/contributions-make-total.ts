import { compareDecimals, decimal, formatDecimal, isAbout, sumOf } from "../decimal";
import { mistakeInRow } from "../mistake";
import { groupBy, isSound, textOf } from "../table";
import { isNotedDoubt, orNoteIt } from "./noted-doubt";
import type { Rule } from "./rule";

/** The contributions make the pot: exactly when the total is exact, within five per cent when it is approximate. */
export const contributionsMakeTotal: Rule = {
  code: "CONTRIBUTIONS_TOTAL",
  check(delivery) {
    const table = delivery.tables.get("pots");
    const contributions = delivery.tables.get("pot-contributions");
    if (!table || !contributions?.isWhole) return [];
    const byPot = groupBy(contributions.rows, "pot");
    return table.rows.flatMap((row) => {
      const id = row.printed.id ?? "";
      const parts = byPot.get(id) ?? [];
      const total = textOf(row, "total_value");
      if (total === null || parts.length === 0 || !isSound(row, "id", "total_precision")) return [];
      if (parts.some((part) => !isSound(part, "pot", "source", "value"))) return [];
      const sum = sumOf(parts.flatMap((part) => textOf(part, "value") ?? []));
      const isExact = row.printed.total_precision === "EXACT";
      if (isExact ? compareDecimals(sum, decimal(total)) === 0 : isAbout(decimal(total), sum)) return [];
      if (isNotedDoubt(delivery, "pots", id, ["total_value"])) return [];
      const how = isExact ? "and the total is exact" : "more than five per cent from the total";
      const message = `The contributions make ${formatDecimal(sum)}, not ${total}, ${how}.`;
      const remedy = `Mend the total or the contributions. ${orNoteIt("pots", "total_value")}`;
      return [mistakeInRow(table, row, "total_value", { code: this.code, message, remedy })];
    });
  },
};
