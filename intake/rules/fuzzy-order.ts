import type { FuzzyDateValue } from "../../kit/record";

/** Months that the seasons 21 to 24 may touch; winter may reach into the next year. */
const SEASON_MONTHS: Record<string, readonly [first: string, last: string]> = {
  "21": ["01", "06"],
  "22": ["05", "09"],
  "23": ["08", "12"],
  "24": ["01", "12"],
};

/** The first and the last day that the date may mean, as text that sorts in time. */
export function span({ value, precision }: FuzzyDateValue): readonly [first: string, last: string] {
  const [year = "", part = ""] = value.split("-");
  if (precision === "DAY") return [value, value];
  if (precision === "MONTH") return [`${value}-01`, `${value}-31`];
  if (precision === "YEAR") return [`${year}-01-01`, `${year}-12-31`];
  const [first, last] = SEASON_MONTHS[part] ?? ["01", "12"];
  return [`${year}-${first}-01`, part === "24" ? `${Number(year) + 1}-03-31` : `${year}-${last}-31`];
}

/** Whether the one surely came after the other. */
export function isAfter(one: FuzzyDateValue, other: FuzzyDateValue): boolean {
  return span(one)[0] > span(other)[1];
}
