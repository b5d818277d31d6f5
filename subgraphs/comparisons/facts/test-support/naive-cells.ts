/** Facts as rows of comparisons.fact with their fact_source rows under `parts`. */
export interface FactRow {
  readonly municipality_code: string;
  readonly subject: string;
  readonly value: string | null;
  readonly kind: string;
  readonly years: readonly number[];
  readonly certainty: number;
  readonly is_approximate: boolean;
  readonly is_year_inferred: boolean;
  readonly strategy_area: string | null;
  readonly instrument: string | null;
  readonly status: string | null;
  readonly themes: readonly string[];
  readonly target_groups: readonly string[];
  readonly organisation_kinds: readonly string[];
  readonly source_ids: readonly string[];
  readonly source_kinds: readonly string[];
  readonly classification_certainty: number;
  readonly status_certainty: number;
  readonly parts: readonly {
    readonly split: string;
    readonly source_id: string;
    readonly source_kind: string;
    readonly value: string | null;
    readonly certainty: number;
  }[];
}

/** A fact in one code of a dimension: what it adds to each of its cells. */
interface Share {
  readonly code: string;
  readonly parts: number;
  readonly place: number;
  readonly ore: bigint | null;
  readonly sharedOre: bigint;
  readonly certainty: number;
}

const UNITS = 232_792_560n;
const toOre = (value: string | null) =>
  value === null ? null : BigInt((value.includes(".") ? value : `${value}.00`).replace(".", ""));

/** Divided so that nothing is lost: the first parts take one more each of what does not divide. */
function part(whole: bigint, parts: number, place: number): bigint {
  const size = whole < 0n ? -whole : whole;
  const own = size / BigInt(parts) + (BigInt(place) <= size % BigInt(parts) ? 1n : 0n);
  return whole < 0n ? -own : own;
}

function byCodes(fact: FactRow, codes: readonly string[], certainty?: number): Share[] {
  const all = codes.length === 0 ? ["UNKNOWN"] : [...codes].sort();
  const ore = toOre(fact.value);
  return all.map((code, index) => ({
    code,
    parts: all.length,
    place: index + 1,
    ore,
    sharedOre: part(ore ?? 0n, all.length, index + 1),
    certainty: code === "UNKNOWN" ? fact.certainty : Math.min(fact.certainty, certainty ?? fact.certainty),
  }));
}

function bySource(fact: FactRow, column: "source_id" | "source_kind"): Share[] {
  if (!fact.subject.startsWith("MONEY"))
    return byCodes(fact, column === "source_id" ? fact.source_ids : fact.source_kinds);
  const stated = fact.parts.filter(({ split }) => split === "STATED");
  const codes = [...new Set(stated.map((row) => row[column]))].sort();
  return codes.map((code, index) => {
    const own = stated.filter((row) => row[column] === code);
    const values = own.flatMap(({ value }) => toOre(value) ?? []);
    const ore = values.length > 0 ? values.reduce((sum, value) => sum + value, 0n) : null;
    const sure = own.filter(({ source_id }) => source_id !== "UNKNOWN").map(({ certainty }) => certainty);
    return {
      code,
      parts: codes.length,
      place: index + 1,
      ore,
      sharedOre: ore ?? 0n,
      certainty: Math.min(fact.certainty, ...sure),
    };
  });
}

/** The state's part of an amount and all of it, where every part is of a kind that is the state's or is not. */
function byStateSplit(fact: FactRow): Share[] {
  if (!fact.subject.startsWith("MONEY")) return [];
  const stated = fact.parts.filter(({ split }) => split === "STATED");
  const sure = stated.filter(({ source_id }) => source_id !== "UNKNOWN").map(({ certainty }) => certainty);
  const isTold =
    fact.value !== null &&
    stated.length > 0 &&
    stated.every(({ source_kind }) => source_kind !== "UNKNOWN" && source_kind !== "MIXED_UNSPECIFIED");
  const share = (code: string, ore: bigint | null): Share => ({
    code,
    parts: 1,
    place: 1,
    ore,
    sharedOre: ore ?? 0n,
    certainty: Math.min(fact.certainty, ...sure),
  });
  if (!isTold) return [share("UNKNOWN", null)];
  const sum = (parts: FactRow["parts"]) => parts.reduce((total, { value }) => total + (toOre(value) ?? 0n), 0n);
  const state = stated.filter(({ source_kind }) => source_kind === "STATE_GRANT" || source_kind === "STATE_SUPPORT");
  return [share("STATE", sum(state)), share("WHOLE", sum(stated))];
}

const one = (code: string | null) => (code === null ? [] : [code]);

const DIMENSIONS: Readonly<Record<string, (fact: FactRow) => Share[]>> = {
  NONE: (fact) => byCodes(fact, [""]),
  THEME: (fact) => byCodes(fact, fact.themes, fact.classification_certainty),
  STRATEGY_AREA: (fact) => byCodes(fact, one(fact.strategy_area), fact.classification_certainty),
  TARGET_GROUP: (fact) => byCodes(fact, fact.target_groups, fact.classification_certainty),
  INSTRUMENT: (fact) => byCodes(fact, one(fact.instrument), fact.classification_certainty),
  STATUS: (fact) => byCodes(fact, one(fact.status), fact.status_certainty),
  ORGANISATION_KIND: (fact) => byCodes(fact, fact.organisation_kinds),
  FUNDING_SOURCE: (fact) => bySource(fact, "source_id"),
  FUNDING_SOURCE_KIND: (fact) => bySource(fact, "source_kind"),
  STATE_SPLIT: byStateSplit,
};

const SUREST = ["unknown", "modelled", "inferred", "derived", "stated"] as const;

/** Every cell of every grain, added up fact by fact; as text by the cell's key. */
export function naiveCells(facts: readonly FactRow[]): Record<string, Record<string, string>> {
  const cells = new Map<string, Record<string, bigint>>();
  const add = (key: readonly unknown[], fact: FactRow, share: Share) => {
    const id = key.join(" ");
    const cell = cells.get(id) ?? {};
    cells.set(id, cell);
    const plus = (column: string, much: bigint | boolean) => {
      cell[column] = (cell[column] ?? 0n) + (typeof much === "bigint" ? much : much ? 1n : 0n);
    };
    const isKnown = share.ore !== null;
    plus("records", true);
    plus("missing", !isKnown);
    plus("value", share.ore ?? 0n);
    plus("record_units", part(UNITS, share.parts, share.place));
    plus("shared_value", share.sharedOre);
    SUREST.forEach((name, rank) => {
      plus(name, isKnown && share.certainty === rank);
    });
    plus("approximate", isKnown && fact.is_approximate);
    plus("year_inferred", isKnown && fact.is_year_inferred);
    plus("many_valued", share.parts > 1);
  };
  for (const fact of facts) {
    const years = fact.years.length === 0 ? [0] : fact.years;
    for (const [dimension, sharesOf] of Object.entries(DIMENSIONS)) {
      for (const share of sharesOf(fact)) {
        const rest = [fact.subject, fact.kind, share.code];
        add([dimension, "ALL", "", -1, ...rest], fact, share);
        add([dimension, "MUNICIPALITY", fact.municipality_code, -1, ...rest], fact, share);
        for (const year of years) {
          add([dimension, "YEAR", "", year, ...rest], fact, share);
          add([dimension, "MUNICIPALITY_YEAR", fact.municipality_code, year, ...rest], fact, share);
        }
      }
    }
  }
  const text = ([column, value]: [string, bigint]) => [column, /value$/.test(column) ? kronor(value) : String(value)];
  return Object.fromEntries([...cells].map(([key, cell]) => [key, Object.fromEntries(Object.entries(cell).map(text))]));
}

function kronor(ore: bigint): string {
  const digits = String(ore < 0n ? -ore : ore).padStart(3, "0");
  return `${ore < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
