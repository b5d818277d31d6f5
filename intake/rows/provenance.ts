import type { QualityNoteValue, SourceValue } from "../../kit/record";
import { type Delivery, keyOf, type Row, rowsOf, textOf } from "../table";
import { requiredBilingual, requiredText, requiredWord } from "./values";

export interface RecordProvenance {
  readonly sources: readonly SourceValue[];
  readonly qualityNotes: readonly QualityNoteValue[];
}

/** Finds what is said of records: by row, by its own key or for its whole table. */
export interface ProvenanceIndex {
  sourcesOf(table: string, row: Row): SourceValue[];
  notesOf(table: string, row: Row): QualityNoteValue[];
  /**
   * Sources and notes of a record. Rows inside it that have no place of their own for them (`sources`) or for notes
   * (`notes`) hand theirs to it, with the name of their table as the field.
   */
  of(table: string, row: Row, inside?: InsideRows): RecordProvenance;
}

export interface InsideRows {
  readonly sources?: readonly (readonly [table: string, rows: readonly Row[]])[];
  readonly notes?: readonly (readonly [table: string, rows: readonly Row[]])[];
}

export function indexProvenance(delivery: Delivery): ProvenanceIndex {
  const sources = indexCitations(delivery, "sources", toSource);
  const notes = indexCitations(delivery, "quality-notes", toNote);
  const keyIn = (table: string, row: Row) => {
    const found = delivery.tables.get(table);
    return found ? keyOf(found, row) : "";
  };
  const sourcesOf = (table: string, row: Row) => sources(table, keyIn(table, row));
  const notesOf = (table: string, row: Row) => notes(table, keyIn(table, row));
  return {
    sourcesOf,
    notesOf,
    of: (table, row, inside = {}) => ({
      sources: [...sourcesOf(table, row), ...handedUp(inside.sources, sourcesOf)],
      qualityNotes: unlike([...notesOf(table, row), ...handedUp(inside.notes, notesOf)]),
    }),
  };
}

function indexCitations<Value>(delivery: Delivery, name: string, make: (row: Row) => Value) {
  const byKey = new Map<string, Value[]>();
  for (const row of rowsOf(delivery, name)) {
    const key = `${row.printed.resource}/${row.printed.record}`;
    const said = byKey.get(key);
    if (said) said.push(make(row));
    else byKey.set(key, [make(row)]);
  }
  return (table: string, key: string): Value[] => [
    ...(byKey.get(`${table}/${key}`) ?? []),
    ...(key === "" ? [] : (byKey.get(`${table}/`) ?? [])),
  ];
}

function handedUp<Value extends { readonly field: string | null }>(
  inside: InsideRows["sources"],
  find: (table: string, row: Row) => Value[],
): Value[] {
  return unlike(
    (inside ?? []).flatMap(([table, rows]) =>
      rows.flatMap((row) => find(table, row).map((value) => ({ ...value, field: table.replaceAll("-", "_") }))),
    ),
  );
}

function unlike<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function toSource(row: Row): SourceValue {
  return {
    documentId: requiredText(row, "document"),
    locator: textOf(row, "locator"),
    quote: textOf(row, "quote"),
    field: textOf(row, "field"),
  };
}

function toNote(row: Row): QualityNoteValue {
  return {
    code: requiredText(row, "code"),
    severity: requiredWord(row, "severity"),
    field: textOf(row, "field"),
    message: requiredBilingual(row, "message"),
  };
}
