import { EntitySchema } from "typeorm";
import { nullable, type OwnedRecord, ownedColumns, type TextValue, text, texts } from "../../kit/record";

export interface ProgrammeRow extends OwnedRecord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly purpose: TextValue | null;
  readonly description: TextValue | null;
  readonly startYear: number | null;
  readonly parentId: string | null;
}

export const programmeEntity = new EntitySchema<ProgrammeRow>({
  name: "Programme",
  tableName: "programme",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    name: text("name"),
    aliases: texts("aliases"),
    purpose: nullable("purpose", "jsonb"),
    description: nullable("description", "jsonb"),
    startYear: nullable("start_year", "int4"),
    parentId: nullable("parent_id"),
  },
});
