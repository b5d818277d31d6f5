import { EntitySchema } from "typeorm";
import {
  type CertaintyValue,
  nullable,
  type OwnedRecord,
  ownedColumns,
  type PeriodValue,
  type TextValue,
  text,
} from "../../kit/record";

export interface FundingProgrammeRow extends OwnedRecord {
  readonly name: string;
  readonly sourceId: string;
  readonly legalBasis: string | null;
  readonly maxShare: number | null;
  readonly description: TextValue | null;
  readonly period: PeriodValue | null;
  readonly certainty: CertaintyValue;
}

export const fundingProgrammeEntity = new EntitySchema<FundingProgrammeRow>({
  name: "FundingProgramme",
  tableName: "funding_programme",
  schema: "funding",
  columns: {
    ...ownedColumns,
    name: text("name"),
    sourceId: text("source_id"),
    legalBasis: nullable("legal_basis"),
    maxShare: nullable("max_share", "float8"),
    description: nullable("description", "jsonb"),
    period: nullable("period", "jsonb"),
    certainty: text("certainty"),
  },
});
