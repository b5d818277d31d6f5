import type { MigrationInterface, QueryRunner } from "typeorm";

/** What comparisons and open data may read of this room in SQL: current rows alone. */
export class PublishAreaViews1763798400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW published_county AS
        SELECT code, name FROM county WHERE withdrawn_at IS NULL;
      CREATE VIEW published_municipality AS
        SELECT code, name, county_code FROM municipality WHERE withdrawn_at IS NULL;
      CREATE VIEW published_population AS
        SELECT municipality_code, year, value FROM population WHERE withdrawn_at IS NULL;
      CREATE VIEW published_area AS
        SELECT municipality_code, id, name FROM area WHERE withdrawn_at IS NULL;
      CREATE VIEW published_supply AS
        SELECT municipality_code, door, name, changed_at FROM data_supply WHERE withdrawn_at IS NULL;
      CREATE VIEW published_quality_note AS
        SELECT r.municipality_code, r.id AS record_id, n.code, n.severity, n.field, n.message
        FROM (
          SELECT code AS municipality_code, code AS id, quality_notes FROM municipality
            WHERE withdrawn_at IS NULL AND quality_notes <> '[]'
          UNION ALL SELECT municipality_code, municipality_code, quality_notes FROM population
            WHERE withdrawn_at IS NULL AND quality_notes <> '[]'
          UNION ALL SELECT municipality_code, id, quality_notes FROM area WHERE withdrawn_at IS NULL AND quality_notes <> '[]'
        ) r CROSS JOIN LATERAL jsonb_to_recordset(r.quality_notes) AS n(code text, severity text, field text, message jsonb);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DROP VIEW published_quality_note, published_supply, published_area, published_population, published_municipality, published_county",
    );
  }
}
