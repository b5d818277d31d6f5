import { mistakeInRow } from "../mistake";
import { dateOf } from "../table";
import { isAfter } from "./fuzzy-order";
import type { Rule } from "./rule";

const PERIODS: readonly (readonly [table: string, start: string, end: string])[] = [
  ["initiatives", "planned_start", "planned_end"],
  ["initiatives", "actual_start", "actual_end"],
  ["consultations", "start", "end"],
  ["calls", "opens", "closes"],
  ["funding-programmes", "start", "end"],
];

/** A period does not end before it starts. */
export const periodOrder: Rule = {
  code: "PERIOD_REVERSED",
  check(delivery) {
    return PERIODS.flatMap(([name, startColumn, endColumn]) => {
      const table = delivery.tables.get(name);
      return (table?.rows ?? []).flatMap((row) => {
        const start = dateOf(row, startColumn);
        const end = dateOf(row, endColumn);
        if (!table || !start || !end || !isAfter(start, end)) return [];
        const message = `The period ends ${end.value}, before it starts ${start.value}.`;
        const remedy = `Mend ${startColumn} or ${endColumn}.`;
        return [mistakeInRow(table, row, endColumn, { code: this.code, message, remedy })];
      });
    });
  },
};
