import { compareDecimals, decimal, formatDecimal, multiply } from "../decimal";
import { mistakeInRow } from "../mistake";
import { isSound, rowsOf, textOf } from "../table";
import type { Rule } from "./rule";

/** A share given both as a part and in kronor says the same twice; exactly, or the source is approximate. */
export const shareValue: Rule = {
  code: "SHARE_VALUE",
  check(delivery) {
    const table = delivery.tables.get("allocation-shares");
    const allocations = new Map(rowsOf(delivery, "allocations").map((row) => [row.printed.id, row]));
    return (table?.rows ?? []).flatMap((row) => {
      const allocation = allocations.get(row.printed.allocation);
      if (!table || !allocation || !isSound(row, "allocation", "value", "share") || !isSound(allocation, "value"))
        return [];
      const value = textOf(row, "value");
      const share = textOf(row, "share");
      const whole = textOf(allocation, "value");
      if (value === null && share === null) {
        const message = "The share gives neither kronor nor a part.";
        return [
          mistakeInRow(table, row, "value", {
            code: this.code,
            message,
            remedy: "Give value or share, or take the row away.",
          }),
        ];
      }
      if (value === null || share === null || whole === null) return [];
      const product = multiply(decimal(share), decimal(whole));
      if (compareDecimals(product, decimal(value)) === 0) return [];
      const message = `${share} of ${whole} is ${formatDecimal(product)}, not ${value}.`;
      const remedy = "Mend value or share; leave the one empty that the source does not state.";
      return [mistakeInRow(table, row, "value", { code: this.code, message, remedy })];
    });
  },
};
