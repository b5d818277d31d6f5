import { EntitySchema } from "typeorm";
import {
  column,
  type FuzzyDateValue,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type TextValue,
} from "../../kit/record";

export interface MilestoneRow extends OwnedRecord {
  /** Place in the delivery: what has the same date stands in that order. */
  readonly position: number;
  readonly initiativeId: string | null;
  readonly programmeId: string | null;
  readonly date: FuzzyDateValue;
  readonly title: TextValue;
}

export const milestoneEntity = new EntitySchema<MilestoneRow>({
  name: "Milestone",
  tableName: "milestone",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    position: column("position", "int4"),
    initiativeId: nullable("initiative_id"),
    programmeId: nullable("programme_id"),
    date: column("date", "jsonb"),
    title: column("title", "jsonb"),
  },
});
