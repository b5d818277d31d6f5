import { EntitySchema } from "typeorm";
import {
  column,
  type FuzzyDateValue,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type TextValue,
  text,
  texts,
} from "../../kit/record";

export interface DecisionRow extends OwnedRecord {
  /** Place in the delivery: what has the same date stands in that order. */
  readonly position: number;
  readonly title: TextValue;
  readonly date: FuzzyDateValue | null;
  readonly bodyId: string | null;
  readonly status: string;
  readonly registrationNumbers: readonly string[];
  readonly childRightsAssessment: boolean | null;
  readonly initiativeIds: readonly string[];
  readonly programmeId: string | null;
}

export const decisionEntity = new EntitySchema<DecisionRow>({
  name: "Decision",
  tableName: "decision",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    position: column("position", "int4"),
    title: column("title", "jsonb"),
    date: nullable("date", "jsonb"),
    bodyId: nullable("body_id"),
    status: text("status"),
    registrationNumbers: texts("registration_numbers"),
    childRightsAssessment: nullable("child_rights_assessment", "bool"),
    initiativeIds: texts("initiative_ids"),
    programmeId: nullable("programme_id"),
  },
});
