import type { MigrationInterface, QueryRunner } from "typeorm";

/** What comparisons and open data may read of this room in SQL: current rows alone. */
export class PublishOrganisationViews1763798400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW published_organisation AS
        SELECT municipality_code, id, name, kind FROM organisation WHERE withdrawn_at IS NULL;
      CREATE VIEW published_quality_note AS
        SELECT r.municipality_code, r.id AS record_id, n.code, n.severity, n.field, n.message
        FROM organisation r CROSS JOIN LATERAL jsonb_to_recordset(r.quality_notes) AS n(code text, severity text, field text, message jsonb)
        WHERE r.withdrawn_at IS NULL AND r.quality_notes <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP VIEW published_quality_note, published_organisation");
  }
}
