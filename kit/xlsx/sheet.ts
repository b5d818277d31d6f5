import { swedishDay } from "../swedish-day";
import { STYLE } from "./styles";
import { cellText, xmlText } from "./xml";

/** Rows of a sheet, its header among them: a limit of the format. */
export const MOST_ROWS = 1_048_576;

/** A cell: text, a number as exact decimal text in a column of numbers, a day, yes or no, or nothing. */
export type SheetCell = string | number | boolean | Date | null;

export interface SheetColumn {
  readonly name: string;
  /** Text by default; decimal text stands as a number in the others. */
  readonly kind?: "text" | "integer" | "decimal" | "year" | "boolean";
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ and unlike the others. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly SheetCell[]> | Iterable<readonly SheetCell[]>;
}

/** A sheet with more rows than the format holds. */
export class TooManyRowsError extends Error {
  override readonly name = "TooManyRowsError";
  constructor() {
    super(`A sheet holds ${MOST_ROWS} rows`);
  }
}

/**
 * A worksheet as XML, row by row: the header stays in sight and filters, and the rows are asked for as they are written.
 * @throws TooManyRowsError
 */
export async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>`;
  const letters = columns.map((_, at) => letterOf(at));
  yield `<row r="1">${columns.map(({ name }, at) => textCell(`${letters[at]}1`, name, STYLE.header)).join("")}</row>`;
  let number = 1;
  for await (const row of rows) {
    number += 1;
    if (number > MOST_ROWS) throw new TooManyRowsError();
    yield `<row r="${number}">${row.map((cell, at) => cellXml(`${letters[at]}${number}`, cell, columns[at])).join("")}</row>`;
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}${number}"/></worksheet>`;
}

function cellXml(place: string, cell: SheetCell, column: SheetColumn | undefined): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return numberCell(place, String(dayNumber(cell)), STYLE.date);
  if (typeof cell === "number") return numberCell(place, String(cell), styleOf(String(cell), column));
  if (column?.kind === undefined || column.kind === "text") return textCell(place, cell, STYLE.text);
  return numberCell(place, cell, styleOf(cell, column));
}

function styleOf(number: string, column: SheetColumn | undefined): number {
  if (column?.kind === "year") return STYLE.year;
  return /^-?\d+$/.test(number) ? STYLE.integer : STYLE.decimal;
}

const textCell = (place: string, text: string, style: number) =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

const numberCell = (place: string, number: string, style: number) =>
  `<c r="${place}" s="${style}"><v>${xmlText(number)}</v></c>`;

/** Days since 30 December 1899, as Excel counts; the day is the one in Sweden, since a cell has no time zone. */
function dayNumber(moment: Date): number {
  return Math.round((Date.parse(`${swedishDay(moment)}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** 0 → A, 25 → Z, 26 → AA. */
function letterOf(at: number): string {
  const rest = at % 26;
  return (at >= 26 ? letterOf((at - rest) / 26 - 1) : "") + String.fromCharCode(65 + rest);
}
