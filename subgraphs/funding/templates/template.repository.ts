import type { Reader } from "../../../kit/database";
import { ownerOf } from "../../../kit/record";
import { raw, sql } from "../../../kit/sql";
import type { ReportTemplateRow } from "./report-template";

/** Of a form `p`. */
export const templateColumns =
  raw(`p.municipality_code AS "municipalityCode", p.source_id AS "sourceId", p.id, p.version,
  p.programme_id AS "programmeId", p.kind, p.form, p.published_at AS "publishedAt"`);

/** A version of a form, as a key of loaders. */
export function templateKey(template: Pick<ReportTemplateRow, "sourceId" | "id" | "version">): string {
  return JSON.stringify([template.sourceId, template.id, template.version]);
}

export function createTemplateRepository(reader: Reader) {
  return {
    /** @param keys as templateKey makes them */
    findTemplatesByKey(keys: readonly string[]) {
      const parts = keys.map((key) => JSON.parse(key) as [source: string, id: string, version: number]);
      const sources = parts.map(([source]) => source);
      return reader.rows<ReportTemplateRow>(
        "findTemplatesByKey",
        sql`SELECT ${templateColumns} FROM report_template p
            JOIN unnest(${sources}::text[], ${parts.map(([, id]) => id)}::text[], ${parts.map(([, , version]) => version)}::int[])
              AS k(source_id, id, version) ON k.source_id = p.source_id AND k.id = p.id AND k.version = p.version
            WHERE p.municipality_code = ANY(${sources.map(ownerOf)})`,
      );
    },
    /** The latest version of each form. */
    findTemplates: (source: string | null) =>
      reader.rows<ReportTemplateRow>(
        "findTemplates",
        sql`SELECT DISTINCT ON (p.source_id COLLATE "C", p.id COLLATE "C") ${templateColumns} FROM report_template p
            WHERE ${source}::text IS NULL OR (p.municipality_code = ${ownerOf(source ?? "")} AND p.source_id = ${source})
            ORDER BY p.source_id COLLATE "C", p.id COLLATE "C", p.version DESC`,
      ),
    /** @param version the latest when null */
    async findTemplate(source: string, id: string, version: number | null): Promise<ReportTemplateRow | null> {
      const [template = null] = await reader.rows<ReportTemplateRow>(
        "findTemplate",
        sql`SELECT ${templateColumns} FROM report_template p
            WHERE p.municipality_code = ${ownerOf(source)} AND p.source_id = ${source} AND p.id = ${id}
              AND (${version}::int IS NULL OR p.version = ${version}::int)
            ORDER BY p.version DESC LIMIT 1`,
      );
      return template;
    },
  };
}
