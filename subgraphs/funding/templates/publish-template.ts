import type { Statements } from "../../../kit/connection";
import { NATIONAL, ownerOf } from "../../../kit/record";
import { sql } from "../../../kit/sql";
import { type Mistake, mistake, Refused } from "../follow-up/mistake";
import type { PublishReportTemplateInput } from "../generated/types";
import { shown } from "../reports/check/rows";
import { checkForm } from "./check-form";
import { formOfInput } from "./form-of-input";
import type { ReportTemplateRow } from "./report-template";

/**
 * Publishes a form, or its next version.
 * @returns the version
 * @throws Refused with all mistakes
 */
export async function publishTemplate(statements: Statements, input: PublishReportTemplateInput): Promise<number> {
  const { source, id, programme = null, kind } = input;
  const municipality = ownerOf(source);
  await statements.rows(
    "lockTemplates",
    sql`SELECT pg_advisory_xact_lock(hashtextextended('kommungraf templates ' || ${source}, 0))`,
  );
  const [latest = null] = await statements.rows<Latest>(
    "findLatestTemplate",
    sql`SELECT p.version, p.kind, p.programme_id AS "programmeId" FROM report_template p
        WHERE p.municipality_code = ${municipality} AND p.source_id = ${source} AND p.id = ${id}
        ORDER BY p.version DESC LIMIT 1`,
  );
  const form = formOfInput(input);
  const mistakes = [
    ...(await checkSource(statements, source, programme)),
    ...(/^[a-z0-9][a-z0-9-]{1,59}$/.test(id)
      ? []
      : [mistake("TEMPLATE_ID_INVALID", { field: "id" }, { id: shown(id) })]),
    ...checkNext(latest, input),
    ...checkForm(form),
  ];
  if (mistakes.length > 0) throw new Refused(mistakes);
  const version = (latest?.version ?? 0) + 1;
  await statements.rows(
    "publishTemplate",
    sql`INSERT INTO report_template (municipality_code, source_id, id, version, programme_id, kind, form)
        VALUES (${municipality}, ${source}, ${id}, ${version}, ${programme}, ${kind}, ${JSON.stringify(form)}::jsonb)`,
  );
  return version;
}

type Latest = Pick<ReportTemplateRow, "version" | "kind" | "programmeId">;

async function checkSource(statements: Statements, source: string, programme: string | null): Promise<Mistake[]> {
  const [found] = await statements.rows<{ hasProgramme: boolean }>(
    "findTemplateSource",
    sql`SELECT EXISTS (SELECT FROM funding_programme p
            WHERE p.municipality_code IN (${NATIONAL}, ${ownerOf(source)}) AND p.id = ${programme}::text
              AND p.source_id = s.id AND p.withdrawn_at IS NULL) AS "hasProgramme"
        FROM funding_source s
        WHERE s.municipality_code = ${ownerOf(source)} AND s.id = ${source} AND s.withdrawn_at IS NULL`,
  );
  if (!found) return [mistake("TEMPLATE_SOURCE_NOT_FOUND", { field: "source", record: source }, { source })];
  if (programme === null || found.hasProgramme) return [];
  return [mistake("TEMPLATE_PROGRAMME_NOT_FOUND", { field: "programme" }, { programme: shown(programme) })];
}

/** Reports keep to the form that they were begun with; its versions ask for the same kind of report. */
function checkNext(latest: Latest | null, input: PublishReportTemplateInput): Mistake[] {
  const { id: record, expectedVersion: given, kind, programme = null } = input;
  const version = latest?.version ?? 0;
  return [
    ...(given === version
      ? []
      : [mistake("TEMPLATE_VERSION_STALE", { field: "expectedVersion", record }, { version, given })]),
    ...(latest && latest.kind !== kind
      ? [mistake("TEMPLATE_KIND_FIXED", { field: "kind", record }, { kind: latest.kind })]
      : []),
    ...(latest && latest.programmeId !== programme
      ? [mistake("TEMPLATE_PROGRAMME_FIXED", { field: "programme", record }, { programme: latest.programmeId ?? "–" })]
      : []),
  ];
}
