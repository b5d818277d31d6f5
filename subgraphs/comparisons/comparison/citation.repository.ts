import type { Reader } from "../../../kit/database";
import { sql } from "../../../kit/sql";

export function createCitationRepository(reader: Reader) {
  return {
    /** Ids of the documents that the records of the municipalities rest on. */
    async findDocumentsCited(municipalityCodes: readonly string[]): Promise<string[]> {
      const rows = await reader.rows<{ id: string }>(
        "findDocumentsCited",
        sql`SELECT DISTINCT document_id AS id FROM citation WHERE municipality_code = ANY(${municipalityCodes}::text[]) ORDER BY document_id`,
      );
      return rows.map(({ id }) => id);
    },
  };
}
