import type { Reader, SnapshotReader } from "../../../kit/database";
import type { FuzzyDateValue } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import { labelOwner } from "../comparison/labels";

/** A document that records of the municipalities compared rest on. */
export interface CitedDocument {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly kind: string;
  readonly publishedOn: FuzzyDateValue | null;
  readonly url: string | null;
  readonly municipalityCodes: readonly string[];
}

/** The documents, by id, each once; they may be too many for memory. */
export function streamCitedDocuments(
  reader: SnapshotReader,
  municipalityCodes: readonly string[],
): AsyncIterable<CitedDocument> {
  return reader.stream<CitedDocument>(
    "streamCitedDocuments",
    sql`SELECT d.id, d.title, o.name AS publisher, d.kind, d.published_on AS "publishedOn", d.url,
        c.codes AS "municipalityCodes"
      FROM (
        SELECT document_id, array_agg(municipality_code ORDER BY municipality_code) AS codes FROM citation
        WHERE municipality_code = ANY(${municipalityCodes}) GROUP BY document_id
      ) c
      JOIN initiatives.published_source_document d
        ON d.municipality_code = ${labelOwner(sql`c.document_id`)} AND d.id = c.document_id
      LEFT JOIN organisations.published_organisation o
        ON o.municipality_code = ${labelOwner(sql`d.publisher_id`)} AND o.id = d.publisher_id
      ORDER BY d.id`,
  );
}

/** Names of municipalities by code. */
export async function readMunicipalityNames(
  reader: Reader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows<{ code: string; name: string }>(
    "readMunicipalityNames",
    sql`SELECT code, name FROM areas.published_municipality WHERE code = ANY(${codes})`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
