import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

/** A year says how it is known. */
export const yearCertainty: Rule = {
  code: "YEAR_CERTAINTY",
  check(delivery) {
    return [...delivery.tables.values()].flatMap((table) => {
      if (!table.schema.fields.some(({ name }) => name === "year_certainty")) return [];
      return table.rows.flatMap((row) => {
        const { year = "", year_certainty: certainty = "" } = row.printed;
        if (!isSound(row, "year", "year_certainty") || (year === "") === (certainty === "")) return [];
        const column = year === "" ? "year" : "year_certainty";
        const message =
          year === "" ? "A certainty is given for a year that is not." : `Nothing says how the year ${year} is known.`;
        const remedy =
          year === ""
            ? "Give the year, or empty year_certainty."
            : "Write STATED if the source prints the year, else INFERRED.";
        return [mistakeInRow(table, row, column, { code: this.code, message, remedy })];
      });
    });
  },
};
