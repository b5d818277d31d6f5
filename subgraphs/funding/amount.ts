import type { CertaintyValue, SourceValue, TextValue } from "../../kit/record";
import { toKronor, toOre } from "./kronor";
import type { MoneyColumns, MoneyValue } from "./money";

/** An amount as the graph shows it; `value` is kronor as exact decimal text. */
export interface AmountValue extends MoneyValue {
  readonly note: TextValue | null;
  readonly sources: readonly SourceValue[];
}

interface MoneyRecord extends Omit<MoneyColumns, "kind"> {
  readonly sources: readonly SourceValue[];
  readonly note?: TextValue | null;
}

const MONEY_FIELDS = new Set(["value", "kind", "year", "certainty", "precision", "as_printed"]);

/**
 * The amount of a record, or null when its value is not known.
 * Its sources are those said of the money; those of the record as a whole when there are none.
 */
export function amountOf(record: MoneyRecord, kind: string | null): AmountValue | null {
  const { value, certainty, precision } = record;
  if (value === null || kind === null || certainty === null || precision === null) return null;
  return {
    value,
    kind,
    certainty,
    precision,
    year: record.year,
    yearCertainty: record.yearCertainty,
    asPrinted: record.asPrinted,
    note: record.note ?? null,
    sources: sourcesOf(record.sources, (field) => MONEY_FIELDS.has(field)),
  };
}

/**
 * Amounts of one kind added up, exactly; the sum is as sure and as exact as the least sure and exact of them.
 * @returns null for none; the amount itself for one
 */
export function addUp(amounts: readonly AmountValue[]): AmountValue | null {
  const [first, ...rest] = amounts;
  if (!first || rest.length === 0) return first ?? null;
  const years = new Set(amounts.map(({ year }) => year));
  return {
    ...first,
    value: toKronor(amounts.reduce((sum, { value }) => sum + toOre(value), 0n)),
    certainty: amounts.every(({ certainty }) => certainty === "STATED") ? "DERIVED" : leastSure(amounts),
    precision: amounts.some(({ precision }) => precision === "APPROXIMATE") ? "APPROXIMATE" : "EXACT",
    year: years.size === 1 ? first.year : null,
    yearCertainty: years.size === 1 ? first.yearCertainty : null,
    asPrinted: null,
    note: null,
    sources: amounts.flatMap(({ sources }) => sources),
  };
}

const SURENESS: readonly CertaintyValue[] = ["UNKNOWN", "MODELLED", "INFERRED", "DERIVED", "STATED"];

function leastSure(amounts: readonly AmountValue[]): CertaintyValue {
  const ranks = amounts.map(({ certainty }) => SURENESS.indexOf(certainty));
  return SURENESS[Math.min(...ranks)] ?? "UNKNOWN";
}

/** An amount that is kept as JSON in another record, with the record's sources for the fields named. */
export function partAmount(
  part: MoneyValue | null,
  sources: readonly SourceValue[],
  prefix: string,
): AmountValue | null {
  return part && { ...part, note: null, sources: sourcesOf(sources, (field) => field.startsWith(prefix)) };
}

function sourcesOf(sources: readonly SourceValue[], isAbout: (field: string) => boolean): readonly SourceValue[] {
  const own = sources.filter(({ field }) => field !== null && isAbout(field));
  return own.length > 0 ? own : sources;
}
