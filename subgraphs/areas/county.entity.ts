import { EntitySchema } from "typeorm";
import { type Provenance, primary, provenanceColumns, text } from "../../kit/record";

export interface CountyRow extends Provenance {
  readonly code: string;
  readonly name: string;
}

export const countyEntity = new EntitySchema<CountyRow>({
  name: "County",
  tableName: "county",
  schema: "areas",
  columns: { code: primary("code"), name: text("name"), ...provenanceColumns },
});
