import type { Reader } from "../../../kit/database";
import { raw, sql } from "../../../kit/sql";
import type { CoverageValue } from "./coverage";

const columns = raw(`m.municipality_code AS "municipalityCode", m.initiatives,
  m.initiatives_with_amount AS "initiativesWithAmount", m.initiatives_with_source AS "initiativesWithSource",
  m.initiatives_with_year AS "initiativesWithYear", m.initiatives_with_status AS "initiativesWithStatus",
  m.initiatives_confirmed AS "initiativesConfirmed", m.programmes, m.targets, m.quantified_targets AS "quantifiedTargets",
  m.grants, m.pots, m.allocations, m.amounts, m.amounts_with_stated_year AS "amountsWithStatedYear",
  m.years, m.population_years AS "populationYears", m.doors, m.changed_at AS freshness,
  m.source_documents AS "sourceDocuments", m.quality_notes AS "qualityNotes", m.deficiencies`);

export function createCoverageRepository(reader: Reader) {
  return {
    /** Every municipality with data, by code. */
    findCoverageWithData: () =>
      reader.rows<CoverageValue>(
        "findCoverageWithData",
        sql`SELECT ${columns} FROM municipality m WHERE m.has_data ORDER BY m.municipality_code`,
      ),
    /** Those named, with data or without; unknown codes are left out. */
    findCoverageByCode: (codes: readonly string[]) =>
      reader.rows<CoverageValue>(
        "findCoverageByCode",
        sql`SELECT ${columns} FROM municipality m WHERE m.municipality_code = ANY(${codes}) ORDER BY m.municipality_code`,
      ),
  };
}
