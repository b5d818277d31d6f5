import { NATIONAL, ownerOf } from "../../kit/record";
import { type Fault, type Mistake, mistakeInRow, quoted } from "../mistake";
import { slugOf } from "../slug";
import { type Delivery, keyOf, type Row, type Table } from "../table";

/** Each key occurs once, and each id says whose it is. */
export function checkKeys(delivery: Delivery): Mistake[] {
  return [...delivery.tables.values()].flatMap((table) => [
    ...checkOwner(table, delivery.owner),
    ...checkUnique(table),
  ]);
}

function checkOwner(table: Table, owner: string): Mistake[] {
  const [column = ""] = table.schema.primaryKey;
  if (column !== "id") return [];
  return table.rows.flatMap((row) => {
    const id = row.printed.id ?? "";
    if (row.faulty.has("id") || ownerOf(id) === owner) return [];
    row.faulty.add("id");
    return [mistakeInRow(table, row, "id", wrongOwner(id, owner))];
  });
}

function wrongOwner(id: string, owner: string): Fault {
  const plain = id.replace(/^\d{1,4}-/, "");
  if (owner === NATIONAL) {
    const message = `The id ${quoted(id)} begins with a municipality code, and this is the reference package.`;
    return { code: "ID_OWNER", message, remedy: `Write "${plain}", or move the record to the municipality's package.` };
  }
  const message = `The id ${quoted(id)} does not begin with ${owner}-, the code of the municipality that owns the package.`;
  return { code: "ID_OWNER", message, remedy: `Write "${owner}-${slugOf(plain)}".` };
}

function checkUnique(table: Table): Mistake[] {
  const { primaryKey } = table.schema;
  const firstLines = new Map<string, number>();
  return table.rows.flatMap((row) => {
    if (primaryKey.some((column) => isUnread(row, column))) return [];
    const key = keyOf(table, row);
    const first = firstLines.get(key);
    if (first === undefined) {
      firstLines.set(key, row.line);
      return [];
    }
    for (const column of primaryKey) row.faulty.add(column);
    const message = `${quoted(key)} stands on row ${first} too; ${primaryKey.join(", ")} together must be unlike in each row.`;
    const remedy = "Take one of the rows away, or give it a key of its own.";
    return [mistakeInRow(table, row, primaryKey[0] ?? "", { code: "KEY_TWICE", message, remedy }, key)];
  });
}

/** An id under another owner is still an id, and may occur twice; a cell that could not be read is not. */
function isUnread(row: Row, column: string): boolean {
  return row.faulty.has(column) && (row.printed[column] ?? "") !== "" && row.values[column] === null;
}
