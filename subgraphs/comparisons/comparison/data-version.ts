import type { Reader } from "../../../kit/database";
import { raw, sql } from "../../../kit/sql";

/** What a comparison stands on: the same version as long as the facts and labels of the municipalities are the same. */
export interface DataVersion {
  /** 16 hexadecimal digits. */
  readonly dataVersion: string;
  /** When the data of the municipalities last changed; null when there is none. */
  readonly asOf: Date | null;
  /** Sorted: those asked for that exist, or every one with data. */
  readonly municipalityCodes: readonly string[];
}

/**
 * The version of the data of some municipalities.
 * @param municipalities codes; null for every municipality with data. One that does not exist is left out
 */
export async function readDataVersion(reader: Reader, municipalities: readonly string[] | null): Promise<DataVersion> {
  const compared =
    municipalities === null ? raw("m.has_data") : sql`m.municipality_code = ANY(${municipalities}::text[])`;
  // A read model that nothing has filled yet has a version too.
  const [version] = await reader.rows<DataVersion>(
    "readDataVersion",
    sql`SELECT left(encode(sha256(convert_to(concat_ws(E'\n', r.edition, r.reference_hash,
          string_agg(m.municipality_code || ' ' || m.content_hash, E'\n' ORDER BY m.municipality_code)), 'UTF8')), 'hex'), 16) AS "dataVersion",
        max(m.changed_at) FILTER (WHERE m.has_data) AS "asOf",
        coalesce(array_agg(m.municipality_code ORDER BY m.municipality_code) FILTER (WHERE m.municipality_code IS NOT NULL), '{}') AS "municipalityCodes"
      FROM (SELECT coalesce(max(edition), 0) AS edition, coalesce(max(reference_hash), '') AS reference_hash FROM read_model) r
        LEFT JOIN municipality m ON ${compared}
      GROUP BY r.edition, r.reference_hash`,
  );
  if (!version) throw new Error("The version of the data was not computed");
  return version;
}
