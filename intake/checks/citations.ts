import { type Fault, type Mistake, mistakeInRow, quoted } from "../mistake";
import { createGuess, nearest, suggest } from "../nearest";
import { type Delivery, isSound, type Row } from "../table";
import type { TableSchema, TableSchemas } from "../table-schemas/table-schema";
import { isDoubtful, type KeyIndex } from "./key-index";

export const CITING_TABLES = ["sources", "quality-notes"] as const;

/** Tables whose records can be cited. */
export function isCitable(table: string): boolean {
  return !(CITING_TABLES as readonly string[]).includes(table);
}

export interface CitationOutcome {
  readonly mistakes: readonly Mistake[];
  /** Records, as table and key, that a faulty source was probably about: they are not said to lack a source. */
  readonly excused: ReadonlySet<string>;
}

/** Sources and quality notes are about tables, records and columns that exist in the same package. */
export function checkCitations(delivery: Delivery, own: KeyIndex, schemas: TableSchemas): CitationOutcome {
  const mistakes: Mistake[] = [];
  const excused = new Set<string>();
  const guess = createGuess();
  for (const name of CITING_TABLES) {
    const table = delivery.tables.get(name);
    for (const row of table?.rows ?? []) {
      const wrong = judge(row);
      if (!table || !wrong) continue;
      row.faulty.add(wrong.column);
      mistakes.push(mistakeInRow(table, row, wrong.column, wrong.fault));
    }
  }
  return { mistakes, excused };

  function judge(row: Row): { column: string; fault: Fault } | null {
    const { resource = "", record = "", field = "" } = row.printed;
    if (!isSound(row, "resource")) return null;
    const cited = schemas.get(resource);
    if (!cited || !isCitable(resource)) {
      const meant = nearest(resource, [...schemas.keys()].filter(isCitable));
      if (meant) excused.add(`${meant}/${record}`);
      return { column: "resource", fault: unknownTable(resource, meant) };
    }
    if (!own.isWhole(resource)) return null;
    if (!delivery.tables.has(resource)) return { column: "resource", fault: absentTable(resource) };
    if (record !== "" && isSound(row, "record") && !own.has(resource, record)) {
      if (isDoubtful(own, resource, record, guess)) return null;
      const meant = guess(record, () => own.keys(resource));
      if (meant) excused.add(`${resource}/${meant}`);
      return { column: "record", fault: unknownRecord(record, cited, meant) };
    }
    const columns = cited.fields.map(({ name }) => name);
    if (field === "" || !isSound(row, "field") || columns.includes(field)) return null;
    return { column: "field", fault: unknownField(field, resource, columns) };
  }
}

function unknownTable(resource: string, meant: string | null): Fault {
  const message = `${quoted(resource)} is not a table that can be cited.`;
  return {
    code: "CITED_TABLE",
    message,
    remedy: suggest(meant, 'Write the name of the table, such as "initiatives".'),
  };
}

function absentTable(resource: string): Fault {
  const message = `The package has no table "${resource}", so that this row is about nothing.`;
  return { code: "CITED_TABLE", message, remedy: "Take the row away, or add the table to the package." };
}

function unknownRecord(record: string, { name, primaryKey }: TableSchema, meant: string | null): Fault {
  const parts = primaryKey.length > 1 ? ` The key is ${primaryKey.join("/")}, an absent part being empty.` : "";
  const message = `There is no record ${quoted(record)} in ${name}.`;
  return { code: "CITED_RECORD", message, remedy: suggest(meant, `Mend the key, or add the record.${parts}`) };
}

function unknownField(field: string, resource: string, columns: readonly string[]): Fault {
  const message = `The table "${resource}" has no column ${quoted(field)}.`;
  const remedy = suggest(nearest(field, columns), `The columns are ${columns.join(", ")}.`);
  return { code: "CITED_FIELD", message, remedy };
}
