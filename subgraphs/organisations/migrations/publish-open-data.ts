import type { MigrationInterface, QueryRunner } from "typeorm";

/** What bulk files have of this room, withdrawn rows too. */
export class PublishOpenOrganisations1763884900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW published_open_organisation AS
        SELECT r.municipality_code, r.id, r.name, r.aliases, r.kind, r.legal_form, r.organisation_number, r.parent_id,
          r.description ->> 'sv' AS description_sv, r.description ->> 'en' AS description_en, r.sources, r.quality_notes,
          r.withdrawn_at, r.changed_at
        FROM organisation r;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP VIEW published_open_organisation");
  }
}
