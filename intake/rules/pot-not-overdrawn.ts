import { compareDecimals, decimal, formatDecimal, isAbout, sumOf } from "../decimal";
import { mistakeInRow } from "../mistake";
import { groupBy, isSound, textOf } from "../table";
import { isNotedDoubt, orNoteIt } from "./noted-doubt";
import type { Rule } from "./rule";

/** No more is shared out than the pot holds, for each kind of amount; an approximate pot may hold five per cent more. */
export const potNotOverdrawn: Rule = {
  code: "POT_OVERDRAWN",
  check(delivery) {
    const table = delivery.tables.get("pots");
    const byPot = groupBy(delivery.tables.get("allocations")?.rows ?? [], "pot");
    return (table?.rows ?? []).flatMap((row) => {
      const id = row.printed.id ?? "";
      const total = textOf(row, "total_value");
      const parts = byPot.get(id) ?? [];
      if (!table || total === null || !isSound(row, "id", "total_precision")) return [];
      if (parts.some((part) => !isSound(part, "id", "pot", "value", "kind"))) return [];
      for (const [kind, rows] of groupBy(parts, "kind")) {
        const sum = sumOf(rows.flatMap((part) => textOf(part, "value") ?? []));
        const isMore = compareDecimals(sum, decimal(total)) > 0;
        const isNear = row.printed.total_precision === "APPROXIMATE" && isAbout(decimal(total), sum);
        if (!isMore || isNear || isNotedDoubt(delivery, "pots", id, ["total_value"])) continue;
        const message = `Allocations of kind ${kind} make ${formatDecimal(sum)}, more than the ${total} of the pot.`;
        const remedy = `Look for a row in the wrong pot or with a digit too many. ${orNoteIt("pots", "total_value")}`;
        return [mistakeInRow(table, row, "total_value", { code: this.code, message, remedy })];
      }
      return [];
    });
  },
};
