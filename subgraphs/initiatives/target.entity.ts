import { EntitySchema } from "typeorm";
import { column, nullable, type OwnedRecord, ownedColumns, type TextValue, text } from "../../kit/record";

export interface TargetRow extends OwnedRecord {
  readonly initiativeId: string | null;
  readonly programmeId: string | null;
  readonly indicator: string;
  readonly statement: TextValue;
  readonly direction: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly deadline: string | null;
}

export const targetEntity = new EntitySchema<TargetRow>({
  name: "Target",
  tableName: "target",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    initiativeId: nullable("initiative_id"),
    programmeId: nullable("programme_id"),
    indicator: text("indicator"),
    statement: column("statement", "jsonb"),
    direction: nullable("direction"),
    value: nullable("value", "float8"),
    unit: nullable("unit"),
    baseline: nullable("baseline", "float8"),
    deadline: nullable("deadline"),
  },
});
