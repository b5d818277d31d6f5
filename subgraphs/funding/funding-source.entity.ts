import { EntitySchema } from "typeorm";
import { nullable, type OwnedRecord, ownedColumns, text } from "../../kit/record";

export interface FundingSourceRow extends OwnedRecord {
  readonly name: string;
  readonly kind: string;
  readonly organisationId: string | null;
}

export const fundingSourceEntity = new EntitySchema<FundingSourceRow>({
  name: "FundingSource",
  tableName: "funding_source",
  schema: "funding",
  columns: { ...ownedColumns, name: text("name"), kind: text("kind"), organisationId: nullable("organisation_id") },
});
