import { compareDecimals, decimal, formatDecimal, sumOf } from "../decimal";
import { mistakeInRow } from "../mistake";
import { groupBy, isSound, rowsOf, textOf } from "../table";
import type { Rule } from "./rule";

/** The shares of an allocation are together no more than the whole. */
export const shareSums: Rule = {
  code: "SHARES_EXCEED",
  check(delivery) {
    const table = delivery.tables.get("allocation-shares");
    if (!table) return [];
    const allocations = new Map(rowsOf(delivery, "allocations").map((row) => [row.printed.id ?? "", row]));
    return [...groupBy(table.rows, "allocation")].flatMap(([id, rows]) => {
      const allocation = allocations.get(id);
      if (rows.some((row) => !isSound(row, "allocation", "value", "share"))) return [];
      const given = (column: string) => rows.flatMap((row) => textOf(row, column) ?? []);
      const whole = allocation && isSound(allocation, "value") ? textOf(allocation, "value") : null;
      const sums = [
        { column: "share", sum: sumOf(given("share")), most: "1" },
        { column: "value", sum: sumOf(given("value")), most: whole },
      ];
      const wrong = sums.find(({ sum, most }) => most !== null && compareDecimals(sum, decimal(most)) > 0);
      const last = rows.at(-1);
      if (!wrong || !last) return [];
      const message = `The shares of "${id}" make ${formatDecimal(wrong.sum)}, more than ${wrong.most}.`;
      const remedy = "Mend the shares; a source may occur once for each allocation.";
      return [mistakeInRow(table, last, wrong.column, { code: this.code, message, remedy })];
    });
  },
};
