const MONTHS = ["jan", "feb", "mar", "apr", "ma[jy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec"];
const SEASONS = ["vår|spring", "sommar|summer", "höst|autumn|fall", "vinter|winter"];

/** Whether the text is a day that exists, as 2024-03-20. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * What a date written in another way probably means, for use in a remedy; never taken as data.
 * Of two numbers that both can be a month the first is taken as the day, as in Sweden.
 */
export function guessDate(text: string): string | null {
  const iso = text.match(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.{0,20})?$/);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const compact = text.match(/^(19|20)(\d{2})(\d{2})(\d{2})$/);
  if (compact) return day(`${compact[1]}${compact[2]}`, compact[3], compact[4]);
  const reversed = text.match(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/);
  if (reversed) return day(reversed[3], reversed[2], reversed[1]) ?? day(reversed[3], reversed[1], reversed[2]);
  if (/^[2-6]\d{4}(\.\d+)?$/.test(text)) return spreadsheetDay(Math.floor(Number(text)));
  const month =
    text.match(/^(\d{4})[-/.](\d{1,2})$/) ??
    text
      .match(/^(\d{1,2})[-/.](\d{4})$/)
      ?.slice()
      .reverse();
  if (month) {
    const [year = "", number = ""] = month.filter((part) => /^\d{1,4}$/.test(part)).sort((a, b) => b.length - a.length);
    return Number(number) >= 1 && Number(number) <= 12 ? `${year}-${number.padStart(2, "0")}` : null;
  }
  return inWords(text.toLowerCase());
}

function inWords(text: string): string | null {
  const year = text.match(/\b(19|20)\d{2}\b/)?.[0];
  if (!year || text.length > 40) return null;
  const season = SEASONS.findIndex((names) => new RegExp(names).test(text));
  if (season >= 0) return `${year}-${21 + season}`;
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`).test(text));
  if (month < 0) return null;
  const number = text.replace(year, "").match(/\b\d{1,2}\b/)?.[0];
  return number ? day(year, String(month + 1), number) : `${year}-${String(month + 1).padStart(2, "0")}`;
}

function day(year = "", month = "", date = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isCalendarDay(text) ? text : null;
}

/** Spreadsheets count days from 1899-12-30. */
function spreadsheetDay(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
