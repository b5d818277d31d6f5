import type { MigrationInterface, QueryRunner } from "typeorm";

/** What bulk files have of this room, withdrawn rows too. */
export class PublishOpenAreas1763884900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW published_open_area AS
        SELECT r.municipality_code, r.id, r.name, r.aliases, r.kind, r.parent_id, r.is_priority, r.goal ->> 'sv' AS goal_sv,
          r.goal ->> 'en' AS goal_en, r.description ->> 'sv' AS description_sv, r.description ->> 'en' AS description_en,
          r.latitude, r.longitude, r.regso_codes, r.area_types, r.lead_organisation_ids, r.sources, r.quality_notes,
          r.withdrawn_at, r.changed_at
        FROM area r;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP VIEW published_open_area");
  }
}
