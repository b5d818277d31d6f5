import type { FuzzyDateValue, PeriodValue, QuantityValue, TextValue } from "../../kit/record";
import { dateOf, type Row, textOf } from "../table";

/** An empty text is the empty string where a part of a key may be absent. */
export function keyPart(row: Row, column: string): string {
  return textOf(row, column) ?? "";
}

/** A column that its schema requires. */
export function requiredText(row: Row, column: string): string {
  return present(textOf(row, column), row, column);
}

export function requiredDate(row: Row, column: string): FuzzyDateValue {
  return present(dateOf(row, column), row, column);
}

/** Throws for what validation should have stopped: that is a bug of ours, not a mistake in the package. */
export function present<Value>(value: Value | null, row: Row, column: string): Value {
  if (value === null) throw new Error(`row ${row.line} reached the writer without "${column}"`);
  return value;
}

/** A word of a closed list, which the table schema has checked. */
export function wordOf<Word extends string>(row: Row, column: string): Word | null {
  return textOf(row, column) as Word | null;
}

export function requiredWord<Word extends string>(row: Row, column: string): Word {
  return requiredText(row, column) as Word;
}

/** Degrees, shares and counts that no sum is made of. */
export function floatOf(row: Row, column: string): number | null {
  const text = textOf(row, column);
  return text === null ? null : Number(text);
}

/** The columns `<name>_sv` and `<name>_en` together; null when both are empty. */
export function bilingual(row: Row, name: string): TextValue | null {
  const sv = textOf(row, `${name}_sv`);
  const en = textOf(row, `${name}_en`);
  return sv === null && en === null ? null : { sv, en };
}

export function requiredBilingual(row: Row, name: string): TextValue {
  return present(bilingual(row, name), row, `${name}_sv`);
}

export function periodOf(row: Row, startColumn: string, endColumn: string): PeriodValue | null {
  const start = dateOf(row, startColumn);
  const end = dateOf(row, endColumn);
  return start === null && end === null ? null : { start, end };
}

/** The columns value, precision, certainty and as_printed behind a prefix; null when nothing is said. */
export function quantityOf(row: Row, prefix = ""): QuantityValue | null {
  const asPrinted = textOf(row, `${prefix}as_printed`);
  if (asPrinted === null) return null;
  return {
    value: floatOf(row, `${prefix}value`),
    precision: requiredWord(row, `${prefix}precision`),
    certainty: requiredWord(row, `${prefix}certainty`),
    asPrinted,
  };
}
