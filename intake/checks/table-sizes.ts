import { type Mistake, mistakeAt } from "../mistake";
import type { Limits } from "../package/limits";
import { type Delivery, type Row, rowsOf, type Table } from "../table";
import { CITING_TABLES, isCitable } from "./citations";

/** What JSON puts around a name and its value. */
const AROUND_CELL = 6;
/** Columns that a stored row has beside those of the package: its owner, and lists for sources and notes. */
const AROUND_ROW = 100;

/** No table is larger, with what is said of its records, than can be written at once. */
export function checkTableSizes(delivery: Delivery, { tableBytes }: Limits): Mistake[] {
  const said = sizesOfCitations(delivery);
  return [...delivery.tables].flatMap(([name, table]) => {
    if (!isCitable(name)) return [];
    const { ofRecords = 0, ofTable = 0 } = said.get(name) ?? {};
    const own = table.rows.reduce((sum, row) => sum + AROUND_ROW + sizeOf(row), 0);
    const size = own + ofRecords + ofTable * table.rows.length;
    return size > tableBytes ? [tooLarge(table, size, tableBytes)] : [];
  });
}

interface CitationSizes {
  /** Of what is said of single records. */
  ofRecords: number;
  /** Of what is said of every record of the table, and so is stored with each. */
  ofTable: number;
}

function sizesOfCitations(delivery: Delivery): Map<string, CitationSizes> {
  const sizes = new Map<string, CitationSizes>();
  for (const row of CITING_TABLES.flatMap((table) => rowsOf(delivery, table))) {
    const { resource = "", record } = row.printed;
    const cited = sizes.get(resource) ?? { ofRecords: 0, ofTable: 0 };
    cited[record === "" ? "ofTable" : "ofRecords"] += sizeOf(row);
    sizes.set(resource, cited);
  }
  return sizes;
}

function sizeOf({ printed }: Row): number {
  return Object.entries(printed).reduce(
    (sum, [column, cell]) => sum + column.length + AROUND_CELL + Buffer.byteLength(cell),
    0,
  );
}

function tooLarge({ file }: Table, size: number, largest: number): Mistake {
  const message = `The table comes to ${size} bytes with the sources and notes of its records; the hub stores ${largest}.`;
  const remedy =
    "Cite long quotations for the records that they are about and not for every record of the table; ask the hub's operator if it is no less then.";
  return mistakeAt({ file }, { code: "TABLE_TOO_LARGE", message, remedy });
}
