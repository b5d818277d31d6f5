import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { ownerOf } from "../../kit/record";
import { all, sql } from "../../kit/sql";
import { type FundingProgrammeRow, fundingProgrammeEntity } from "./funding-programme.entity";
import { type FundingSourceRow, fundingSourceEntity } from "./funding-source.entity";

const sourceColumns = columnsOf(fundingSourceEntity, "s");
const programmeColumns = columnsOf(fundingProgrammeEntity, "p");

export function createFundingSourceRepository(reader: Reader) {
  return {
    /** @param kind only of this kind; null or undefined for every kind */
    findFundingSources: (kind: string | null | undefined) =>
      reader.rows<FundingSourceRow>(
        "findFundingSources",
        sql`SELECT ${sourceColumns} FROM funding_source s WHERE ${all([
          sql`s.withdrawn_at IS NULL`,
          kind ? sql`s.kind = ${kind}` : undefined,
        ])} ORDER BY s.name COLLATE "sv-x-icu", s.id COLLATE "C"`,
      ),
    findFundingSourcesById: (ids: readonly string[]) =>
      reader.rows<FundingSourceRow>(
        "findFundingSourcesById",
        sql`SELECT ${sourceColumns} FROM funding_source s WHERE s.municipality_code = ANY(${ids.map(ownerOf)}) AND s.id = ANY(${ids})`,
      ),
    findFundingProgrammes: () =>
      reader.rows<FundingProgrammeRow>(
        "findFundingProgrammes",
        sql`SELECT ${programmeColumns} FROM funding_programme p WHERE p.withdrawn_at IS NULL ORDER BY p.name COLLATE "sv-x-icu", p.id COLLATE "C"`,
      ),
    findFundingProgrammesById: (ids: readonly string[]) =>
      reader.rows<FundingProgrammeRow>(
        "findFundingProgrammesById",
        sql`SELECT ${programmeColumns} FROM funding_programme p WHERE p.municipality_code = ANY(${ids.map(ownerOf)}) AND p.id = ANY(${ids})`,
      ),
    findFundingProgrammesBySource: (sourceIds: readonly string[]) =>
      reader.rows<FundingProgrammeRow>(
        "findFundingProgrammesBySource",
        sql`SELECT ${programmeColumns} FROM funding_programme p WHERE p.source_id = ANY(${sourceIds}) AND p.withdrawn_at IS NULL ORDER BY p.name COLLATE "sv-x-icu", p.id COLLATE "C"`,
      ),
  };
}
