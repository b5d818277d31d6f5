import { EntitySchema } from "typeorm";
import {
  type FuzzyDateValue,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type TextValue,
  text,
  texts,
} from "../../kit/record";

export interface CallRow extends OwnedRecord {
  readonly name: string;
  readonly description: TextValue | null;
  readonly opens: FuzzyDateValue | null;
  readonly closes: FuzzyDateValue | null;
  readonly issuerId: string | null;
  readonly granteeIds: readonly string[];
  readonly initiativeId: string;
}

export const callEntity = new EntitySchema<CallRow>({
  name: "Call",
  tableName: "call",
  schema: "initiatives",
  columns: {
    ...ownedColumns,
    name: text("name"),
    description: nullable("description", "jsonb"),
    opens: nullable("opens", "jsonb"),
    closes: nullable("closes", "jsonb"),
    issuerId: nullable("issuer_id"),
    granteeIds: texts("grantee_ids"),
    initiativeId: text("initiative_id"),
  },
});
