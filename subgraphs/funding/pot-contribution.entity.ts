import { EntitySchema } from "typeorm";
import { nullable, type Provenance, primary, provenanceColumns } from "../../kit/record";
import { type MoneyColumns, moneyColumns } from "./money";

export interface PotContributionRow extends Provenance, MoneyColumns {
  readonly municipalityCode: string;
  readonly potId: string;
  readonly sourceId: string;
  readonly grantId: string | null;
}

export const potContributionEntity = new EntitySchema<PotContributionRow>({
  name: "PotContribution",
  tableName: "pot_contribution",
  schema: "funding",
  columns: {
    municipalityCode: primary("municipality_code"),
    potId: primary("pot_id"),
    sourceId: primary("source_id"),
    grantId: nullable("grant_id"),
    ...moneyColumns,
    ...provenanceColumns,
  },
});
