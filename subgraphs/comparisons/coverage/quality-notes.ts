import type { Reader } from "../../../kit/database";
import type { QualityNoteValue } from "../../../kit/record";
import { join, raw, sql } from "../../../kit/sql";

/** A known doubt about a municipality's records. */
export interface CoverageNoteRow extends QualityNoteValue {
  readonly municipalityCode: string;
}

const ROOMS = ["areas", "organisations", "initiatives", "funding"];

/** The doubts of each municipality, each code once however many records carry it, the gravest first. */
export function findQualityNotes(reader: Reader, codes: readonly string[]): Promise<CoverageNoteRow[]> {
  const notes = ROOMS.map(
    (room) =>
      sql`SELECT municipality_code, code, severity, field, message FROM ${raw(room)}.published_quality_note WHERE municipality_code = ANY(${codes})`,
  );
  return reader.rows<CoverageNoteRow>(
    "findQualityNotes",
    sql`SELECT n.municipality_code AS "municipalityCode", n.code, n.severity, n.field, n.message
      FROM (SELECT DISTINCT ON (municipality_code, code) * FROM (${join(notes, " UNION ALL ")}) every
        ORDER BY municipality_code, code, field NULLS FIRST, message) n
      ORDER BY n.municipality_code, array_position(ARRAY['DEFICIENCY', 'WARNING', 'INFO'], n.severity), n.code COLLATE "C"`,
  );
}
