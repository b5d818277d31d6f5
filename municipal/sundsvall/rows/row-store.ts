import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Measure, Need, PropertyOwner } from "./rows";
import { isTableName, mistakesBetween, rowOf, type TableName, type Tables, tableNames } from "./tables";

/** What came of writing a row. */
export type Written =
  | { readonly kind: "written"; readonly isNew: boolean }
  | { readonly kind: "refused"; readonly mistakes: readonly string[] };

/** The rows. Methods that take ids answer one for each, in their order. */
export interface RowStore {
  needs(): readonly Need[];
  need(id: string): Need | undefined;
  needsInAreas(areas: readonly string[]): (readonly Need[])[];
  measuresOfNeeds(needs: readonly string[]): (readonly Measure[])[];
  propertyOwners(ids: readonly string[]): (PropertyOwner | null)[];
  /** Writes the row whole, in place of the one with its id. What would not be valid leaves all as it was. */
  write(table: string, id: string, row: unknown): Written;
}

interface Index {
  readonly needs: readonly Need[];
  readonly needById: ReadonlyMap<string, Need>;
  readonly ownerById: ReadonlyMap<string, PropertyOwner>;
  readonly needsByArea: ReadonlyMap<string, readonly Need[]>;
  readonly measuresByNeed: ReadonlyMap<string, readonly Measure[]>;
}

/**
 * Opens the rows in a folder of JSON files, one for each table; a file that is not there holds none.
 * @throws Error that names every mistake in them
 */
export function openRowStore(folder: string): RowStore {
  const fileOf = (name: TableName) => join(folder, `${name}.json`);
  const read = (name: TableName) => (existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), "utf8")) : []);
  const opened = validTables(Object.fromEntries(tableNames.map((name) => [name, read(name)])));
  if (Array.isArray(opened)) throw new Error(`The rows in ${folder} are not valid:\n${opened.join("\n")}`);
  let tables = opened as Tables;
  let index = indexOf(tables);

  return {
    needs: () => index.needs,
    need: (id) => index.needById.get(id),
    needsInAreas: (areas) => areas.map((area) => index.needsByArea.get(area) ?? []),
    measuresOfNeeds: (needs) => needs.map((need) => index.measuresByNeed.get(need) ?? []),
    propertyOwners: (ids) => ids.map((id) => index.ownerById.get(id) ?? null),
    write(table, id, row) {
      if (!isTableName(table)) return { kind: "refused", mistakes: [`There is no table ${table}`] };
      if ((row as { id?: unknown } | null)?.id !== id) return { kind: "refused", mistakes: [`id must be ${id}`] };
      const rows: readonly { id: string }[] = tables[table];
      const next = validTables({ ...tables, [table]: [...rows.filter((one) => one.id !== id), row] });
      if (Array.isArray(next)) return { kind: "refused", mistakes: next };
      writeWhole(fileOf(table), `${JSON.stringify(next[table], null, 2)}\n`);
      const isNew = !rows.some((one) => one.id === id);
      tables = next;
      index = indexOf(next);
      return { kind: "written", isNew };
    },
  };
}

/** The tables with their rows by id, or what is wrong with them. */
function validTables(given: Record<string, unknown>): Tables | string[] {
  const mistakes: string[] = [];
  const tables = Object.fromEntries(
    tableNames.map((name) => {
      const read = z.array(rowOf[name] as z.ZodType<{ id: string }>).safeParse(given[name]);
      if (!read.success)
        mistakes.push(...read.error.issues.map((issue) => `${place(name, issue, given[name])}: ${issue.message}`));
      return [name, (read.data ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))];
    }),
  ) as unknown as Tables;
  return mistakes.length > 0 ? mistakes : whole(tables);
}

function whole(tables: Tables): Tables | string[] {
  const mistakes = mistakesBetween(tables);
  return mistakes.length > 0 ? mistakes : tables;
}

/** Such as "measures 2281-atgard-1 setAside.value". */
function place(name: TableName, { path: [at, ...rest] }: z.core.$ZodIssue, rows: unknown): string {
  const row = Array.isArray(rows) && typeof at === "number" ? (rows[at] as { id?: unknown } | null) : undefined;
  return [name, typeof row?.id === "string" ? row.id : at, rest.join(".")].filter(Boolean).join(" ");
}

/** A reader, or a start after a crash, finds the old text or the new one, never half of it. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { flush: true });
  renameSync(`${file}.new`, file);
}

function indexOf(tables: Tables): Index {
  // By code unit, as cursors compare.
  const newestFirst = (a: Need, b: Need) =>
    a.observedOn === b.observedOn ? (a.id < b.id ? -1 : 1) : a.observedOn < b.observedOn ? 1 : -1;
  const needs = tables.needs.toSorted(newestFirst);
  return {
    needs,
    needById: new Map(needs.map((need) => [need.id, need])),
    ownerById: new Map(tables["property-owners"].map((owner) => [owner.id, owner])),
    needsByArea: grouped(needs, ({ area }) => area),
    measuresByNeed: grouped(tables.measures, ({ need }) => need),
  };
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
