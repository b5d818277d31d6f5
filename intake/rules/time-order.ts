import { mistakeInRow } from "../mistake";
import { dateOf, groupBy, integerOf, isSound } from "../table";
import { isAfter } from "./fuzzy-order";
import type { Rule } from "./rule";

const HISTORIES: readonly (readonly [table: string, parent: string])[] = [
  ["status-history", "initiative"],
  ["grant-events", "grant"],
];

/** Histories are told in the order in which things happened, as far as the dates say. */
export const timeOrder: Rule = {
  code: "TIME_ORDER",
  check(delivery) {
    return HISTORIES.flatMap(([name, parent]) => {
      const table = delivery.tables.get(name);
      if (!table) return [];
      return [...groupBy(table.rows, parent).values()].flatMap((rows) => {
        if (rows.some((row) => !isSound(row, "position"))) return [];
        const dated = rows
          .filter((row) => dateOf(row, "date") !== null)
          .sort((a, b) => (integerOf(a, "position") ?? 0) - (integerOf(b, "position") ?? 0));
        return dated.slice(1).flatMap((row, index) => {
          const before = dated[index];
          const date = dateOf(row, "date");
          const earlier = before && dateOf(before, "date");
          if (!before || !date || !earlier || !isAfter(earlier, date)) return [];
          const message = `${date.value} stands after ${earlier.value} on row ${before.line}.`;
          const remedy = "Mend the date, or number the positions in time order.";
          return [mistakeInRow(table, row, "date", { code: this.code, message, remedy })];
        });
      });
    });
  },
};
