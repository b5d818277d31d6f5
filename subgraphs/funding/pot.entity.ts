import { EntitySchema } from "typeorm";
import { type CertaintyValue, column, nullable, type OwnedRecord, ownedColumns, text } from "../../kit/record";
import type { MoneyValue } from "./money";

export interface PotRow extends OwnedRecord {
  readonly name: string;
  readonly year: number | null;
  readonly yearCertainty: CertaintyValue | null;
  readonly total: MoneyValue;
  readonly statedAllocationCount: number | null;
  readonly statedAllocated: MoneyValue | null;
  readonly statedUnallocated: MoneyValue | null;
}

export const potEntity = new EntitySchema<PotRow>({
  name: "Pot",
  tableName: "pot",
  schema: "funding",
  columns: {
    ...ownedColumns,
    name: text("name"),
    year: nullable("year", "int4"),
    yearCertainty: nullable("year_certainty"),
    total: column("total", "jsonb"),
    statedAllocationCount: nullable("stated_allocation_count", "int4"),
    statedAllocated: nullable("stated_allocated", "jsonb"),
    statedUnallocated: nullable("stated_unallocated", "jsonb"),
  },
});
