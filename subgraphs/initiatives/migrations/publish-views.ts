import type { MigrationInterface, QueryRunner } from "typeorm";

/** As intake tells first and last year: those ends of periods, and those times at which a source says that it goes on. */
const YEARS_CERTAINTY = `(
  SELECT (ARRAY['UNKNOWN', 'MODELLED', 'INFERRED', 'DERIVED', 'STATED'])[
    min(array_position(ARRAY['UNKNOWN', 'MODELLED', 'INFERRED', 'DERIVED', 'STATED'], d.date ->> 'certainty'))]
  FROM (
    VALUES (i.planned_period -> 'start'), (i.planned_period -> 'end'), (i.actual_period -> 'start'), (i.actual_period -> 'end')
    UNION ALL
    SELECT h.entry -> 'date' FROM jsonb_array_elements(i.status_history) AS h(entry)
    WHERE h.entry ->> 'status' IN ('ONGOING', 'EXTENDED', 'MADE_PERMANENT', 'COMPLETED')
  ) AS d(date))`;

const NOTED = ["source_document", "programme", "initiative", "target", "result", "milestone", "decision"];

/** What comparisons and open data may read of this room in SQL: current rows alone. */
export class PublishInitiativeViews1763798400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const noted = [...NOTED, "consultation", "call"].map(
      (table) =>
        `SELECT municipality_code, id, quality_notes FROM ${table} WHERE withdrawn_at IS NULL AND quality_notes <> '[]'`,
    );
    await runner.query(`
      CREATE VIEW published_code AS
        SELECT list, code, position, label FROM code WHERE withdrawn_at IS NULL;
      CREATE VIEW published_programme AS
        SELECT municipality_code, id, name, parent_id FROM programme WHERE withdrawn_at IS NULL;
      CREATE VIEW published_source_document AS
        SELECT municipality_code, id, title, publisher_id, kind, published_on, url FROM source_document
        WHERE withdrawn_at IS NULL;
      CREATE VIEW published_participation AS
        SELECT municipality_code, initiative_id, organisation_id, role, certainty FROM participation
        WHERE withdrawn_at IS NULL AND initiative_id <> '';
      CREATE VIEW published_initiative AS
        SELECT i.municipality_code, i.id, i.name, i.programme_id, i.status,
          (SELECT h.entry ->> 'certainty' FROM jsonb_array_elements(i.status_history) WITH ORDINALITY AS h(entry, n)
           WHERE h.entry ->> 'status' = i.status ORDER BY h.n DESC LIMIT 1) AS status_certainty,
          i.is_reserve, i.first_year, i.last_year, ${YEARS_CERTAINTY} AS years_certainty, i.strategy_area, i.themes, i.target_groups, i.instrument,
          i.classification ->> 'certainty' AS classification_certainty, i.area_ids, i.sources
        FROM initiative i WHERE i.withdrawn_at IS NULL;
      CREATE VIEW published_target AS
        SELECT municipality_code, id, initiative_id, programme_id, value IS NOT NULL AS is_quantified, sources
        FROM target WHERE withdrawn_at IS NULL;
      CREATE VIEW published_quality_note AS
        SELECT r.municipality_code, r.id AS record_id, n.code, n.severity, n.field, n.message
        FROM (${noted.join(" UNION ALL ")}) r
        CROSS JOIN LATERAL jsonb_to_recordset(r.quality_notes) AS n(code text, severity text, field text, message jsonb);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW published_quality_note, published_target, published_initiative, published_participation,
      published_source_document, published_programme, published_code`);
  }
}
