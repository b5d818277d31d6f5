import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTableSchemas } from "../table-schemas/read-table-schemas";

export type Cells = Record<string, string>;

export const schemas = readTableSchemas();

/** A package that a test builds, breaks in one place and writes to disk. */
export class PackageDraft {
  readonly descriptor: Record<string, unknown>;
  /** Content of a file that is not made from rows. */
  readonly files = new Map<string, string | Buffer>();

  constructor(
    readonly folder: string,
    owner: string,
    readonly tables: Record<string, Cells[]>,
  ) {
    const resources = Object.keys(tables).map((name) => ({
      name,
      path: `${name}.csv`,
      format: "csv",
      encoding: "utf-8",
    }));
    this.descriptor = { name: `kommungraf-${folder}`, version: "1.0.0", kommungraf: { owner }, resources };
  }

  rows(table: string): Cells[] {
    const rows = this.tables[table];
    if (!rows) throw new Error(`the draft has no table ${table}`);
    return rows;
  }

  /** Changes cells of one row, counted from 0. */
  set(table: string, row: number, cells: Cells): void {
    Object.assign(this.rows(table)[row] as Cells, cells);
  }

  add(table: string, cells: Cells): void {
    this.rows(table).push(cells);
  }

  /** Takes rows away. */
  drop(table: string, isGone: (row: Cells) => boolean): void {
    this.tables[table] = this.rows(table).filter((row) => !isGone(row));
  }

  /** The CSV text of a table, changed by hand. */
  edit(table: string, change: (csv: string) => string | Buffer): void {
    this.files.set(`${table}.csv`, change(this.csv(table)));
  }

  /** Changes what datapackage.json says of a table. */
  describe(table: string, properties: Record<string, unknown>): void {
    const resources = this.descriptor.resources as Record<string, unknown>[];
    const found = resources.find(({ name }) => name === table);
    if (!found) throw new Error(`the draft has no resource ${table}`);
    Object.assign(found, properties);
  }

  csv(table: string): string {
    const columns = schemas.get(table)?.fields.map(({ name }) => name) ?? [];
    const lines = this.rows(table).map((row) => columns.map((column) => quoteCell(row[column] ?? "")).join(","));
    return `${[columns.join(","), ...lines].join("\n")}\n`;
  }

  /** @returns the package's folder */
  write(root: string): string {
    const folder = join(root, this.folder);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const table of Object.keys(this.tables)) writeFileSync(join(folder, `${table}.csv`), this.csv(table));
    if (!this.files.has("datapackage.json")) {
      writeFileSync(join(folder, "datapackage.json"), JSON.stringify(this.descriptor));
    }
    for (const [name, content] of this.files) writeFileSync(join(folder, name), content);
    return folder;
  }
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is there for one test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kommungraf-intake-"));
  made.push(folder);
  return folder;
}
