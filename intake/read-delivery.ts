import type { Mistake } from "./mistake";
import type { Limits } from "./package/limits";
import type { OpenedPackage } from "./package/open-package";
import type { Descriptor } from "./package/read-descriptor";
import { readTable } from "./package/read-table";
import type { Delivery, Table } from "./table";
import type { TableSchemas } from "./table-schemas/table-schema";

export interface DeliveryOutcome {
  readonly delivery: Delivery;
  readonly mistakes: readonly Mistake[];
}

/** Reads the tables of a package whose files are at hand, cell by cell. */
export function readDelivery(
  opened: OpenedPackage,
  { name, version, owner }: Descriptor,
  schemas: TableSchemas,
  limits: Limits,
): DeliveryOutcome {
  const tables = new Map<string, Table>();
  const mistakes: Mistake[] = [];
  for (const file of opened.files) {
    const schema = schemas.get(file.table);
    if (!schema) continue;
    const outcome = readTable(file, schema, limits);
    tables.set(file.table, outcome.table);
    mistakes.push(...outcome.mistakes);
  }
  return { delivery: { folder: opened.folder, name, version, owner, tables }, mistakes };
}
