import type { Delivery, Row, Table } from "../table";
import type { Field } from "../table-schemas/table-schema";

/** Keys and citations, which are typed as text but only repeat ids. */
const KEYS = new Set(["record", "resource", "field", "classified_on"]);

/** Whether people write the cell: ids, codes, references and dates hold no personal data by their form. */
function isFreeText(field: Field): boolean {
  const isText = field.type === "string" || field.type === "list";
  const isBound = field.allowed ?? field.refers ?? field.codeList;
  return isText && isBound === null && !field.isFuzzyDate && !KEYS.has(field.name) && field.name !== "id";
}

/** Every cell of the delivery in which somebody may have written about a person. */
export function* freeTextIn(delivery: Delivery): Generator<{ table: Table; row: Row; column: string; text: string }> {
  for (const table of delivery.tables.values()) {
    for (const { name: column } of table.schema.fields.filter(isFreeText)) {
      for (const row of table.rows) {
        const text = row.printed[column] ?? "";
        if (text !== "") yield { table, row, column, text };
      }
    }
  }
}
