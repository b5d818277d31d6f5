import { quoted } from "../mistake";
import type { CellReader } from "./cell";
import { guessDate, isCalendarDay } from "./guess-date";

/** A day, as ISO 8601 has it: 2024-03-20. */
export const readDate: CellReader = (text) => {
  if (isCalendarDay(text)) return { value: text };
  const guess = guessDate(text);
  const remedy = guess && isCalendarDay(guess) ? `Write ${guess}.` : "Write year-month-day, such as 2024-03-20.";
  return { fault: { code: "DATE", message: `${quoted(text)} is not a date.`, remedy } };
};
