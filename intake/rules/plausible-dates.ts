import { mistakeInRow } from "../mistake";
import { dateOf, textOf } from "../table";
import type { Rule } from "./rule";

const EARLIEST_YEAR = 1900;
const YEARS_AHEAD = 30;
/** What has been published, observed or judged cannot lie ahead; a year's grace for clocks and time zones. */
const PAST = new Set(["published_on", "modified_on", "classified_on"]);

/** Dates are not centuries off, and what has happened is not in the future. */
export const plausibleDates: Rule = {
  code: "DATE_IMPLAUSIBLE",
  check(delivery, { today }) {
    return [...delivery.tables.values()].flatMap((table) => {
      const dates = table.schema.fields.filter(({ isFuzzyDate, type }) => isFuzzyDate || type === "date");
      return table.rows.flatMap((row) =>
        dates.flatMap(({ name }) => {
          const text = dateOf(row, name)?.value ?? textOf(row, name);
          if (text === null) return [];
          const year = Number(text.slice(0, 4));
          const latest = today.getUTCFullYear() + (PAST.has(name) ? 1 : YEARS_AHEAD);
          if (year >= EARLIEST_YEAR && year <= latest) return [];
          const message = `The year ${year} is ${year > latest ? "too far ahead" : "too far back"} for "${name}".`;
          const remedy = `Check the year; it must be between ${EARLIEST_YEAR} and ${latest}.`;
          return [mistakeInRow(table, row, name, { code: this.code, message, remedy })];
        }),
      );
    });
  },
};
