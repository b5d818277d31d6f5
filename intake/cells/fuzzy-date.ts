import type { FuzzyDateValue } from "../../kit/record";
import { quoted } from "../mistake";
import type { CellReader } from "./cell";
import { guessDate, isCalendarDay } from "./guess-date";

/** A day, month, season or year in EDTF; a final ? says that it is inferred. */
export const readFuzzyDate: CellReader = (text) => {
  const value = text.endsWith("?") ? text.slice(0, -1) : text;
  const precision = precisionOf(value);
  if (precision) return { value: { value, precision, certainty: value === text ? "STATED" : "INFERRED" } };
  const guess = guessDate(value);
  const forms = "Dates are written 2024-03-20, 2024-03, 2024, or 2024-21 to 2024-24 for spring to winter.";
  return {
    fault: {
      code: "EDTF_DATE",
      message: `${quoted(text)} is not a date, month, season or year.`,
      remedy: guess && precisionOf(guess) ? `Write ${guess}${value === text ? "" : "?"}. ${forms}` : forms,
    },
  };
};

function precisionOf(value: string): FuzzyDateValue["precision"] | null {
  if (/^\d{4}$/.test(value)) return "YEAR";
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return "MONTH";
  if (/^\d{4}-2[1-4]$/.test(value)) return "SEASON";
  return isCalendarDay(value) ? "DAY" : null;
}
