import { EntitySchema } from "typeorm";
import {
  column,
  type FuzzyDateValue,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type QuantityValue,
  type TextValue,
  text,
} from "../../kit/record";

export interface ResultRow extends OwnedRecord {
  readonly initiativeId: string | null;
  readonly programmeId: string | null;
  readonly targetId: string | null;
  readonly indicator: string;
  readonly statement: TextValue;
  readonly quantity: QuantityValue | null;
  readonly unit: string | null;
  readonly date: FuzzyDateValue | null;
}

export const resultEntity = new EntitySchema<ResultRow>({
  name: "Result",
  tableName: "result",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    initiativeId: nullable("initiative_id"),
    programmeId: nullable("programme_id"),
    targetId: nullable("target_id"),
    indicator: text("indicator"),
    statement: column("statement", "jsonb"),
    quantity: nullable("quantity", "jsonb"),
    unit: nullable("unit"),
    date: nullable("date", "jsonb"),
  },
});
