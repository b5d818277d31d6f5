import { mistakeInRow } from "../mistake";
import { groupBy, integerOf, isSound } from "../table";
import type { Rule } from "./rule";

const NUMBERED: readonly (readonly [table: string, parent: string])[] = [
  ["status-history", "initiative"],
  ["consultation-stages", "consultation"],
  ["grant-events", "grant"],
  ["code-lists", "list"],
];

/** Positions run 1, 2, 3 … within their parent, each once. */
export const positions: Rule = {
  code: "POSITIONS",
  check(delivery) {
    return NUMBERED.flatMap(([name, parent]) => {
      const table = delivery.tables.get(name);
      if (!table) return [];
      return [...groupBy(table.rows, parent)].flatMap(([owner, rows]) => {
        if (rows.some((row) => !isSound(row, "position", parent))) return [];
        const sorted = rows.toSorted((a, b) => (integerOf(a, "position") ?? 0) - (integerOf(b, "position") ?? 0));
        const index = sorted.findIndex((row, at) => integerOf(row, "position") !== at + 1);
        const row = sorted[index];
        if (!row) return [];
        const message = `The positions of "${owner}" run 1, 2, 3 …; here ${index + 1} was expected.`;
        const remedy = `Write ${index + 1}, and number the rows after it on from there.`;
        return [mistakeInRow(table, row, "position", { code: this.code, message, remedy })];
      });
    });
  },
};
