import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

const QUANTITIES: readonly (readonly [table: string, prefix: string])[] = [
  ["areas", "population_"],
  ["results", ""],
];

/** A number that counts something says how exact and how sure it is, and how the source puts it. */
export const quantityComplete: Rule = {
  code: "QUANTITY_INCOMPLETE",
  check(delivery) {
    return QUANTITIES.flatMap(([name, prefix]) => {
      const table = delivery.tables.get(name);
      const facts = [`${prefix}precision`, `${prefix}certainty`, `${prefix}as_printed`];
      return (table?.rows ?? []).flatMap((row) => {
        const columns = [`${prefix}value`, ...facts];
        const isGiven = (column: string) => (row.printed[column] ?? "") !== "";
        if (!table || !isSound(row, ...columns) || !columns.some(isGiven)) return [];
        const lacking = facts.filter((column) => !isGiven(column));
        if (lacking.length === 0) return [];
        const message = `The quantity lacks ${lacking.join(" and ")}.`;
        const remedy = "Fill in precision, certainty and the words of the source; the number itself may be empty.";
        return [mistakeInRow(table, row, lacking[0] ?? "", { code: this.code, message, remedy })];
      });
    });
  },
};
