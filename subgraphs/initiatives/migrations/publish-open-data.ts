import type { MigrationInterface, QueryRunner } from "typeorm";

const life = "r.sources, r.quality_notes, r.withdrawn_at, r.changed_at";
const text = (column: string, name = column) =>
  `r.${column} ->> 'sv' AS ${name}_sv, r.${column} ->> 'en' AS ${name}_en`;
const end = (period: string, which: string) =>
  `r.${period}_period #>> '{${which},value}' AS ${period}_${which}, r.${period}_period #>> '{${which},certainty}' AS ${period}_${which}_certainty`;

/** What bulk files have of this room, withdrawn rows too. */
export class PublishOpenInitiatives1763884900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW published_open_initiative AS
        SELECT r.municipality_code, r.id, r.name, r.aliases, ${text("description")}, r.programme_id, r.status, r.is_pilot, r.is_reserve,
          ${end("planned", "start")}, ${end("planned", "end")}, ${end("actual", "start")}, ${end("actual", "end")},
          r.first_year, r.last_year, r.strategy_area, r.themes, r.target_groups, r.instrument, r.area_ids, ${life}
        FROM initiative r;
      CREATE VIEW published_open_target AS
        SELECT r.municipality_code, r.id, r.initiative_id, r.programme_id, r.indicator, ${text("statement")}, r.direction, r.value,
          r.unit, r.baseline, r.deadline, ${life}
        FROM target r;
      CREATE VIEW published_open_result AS
        SELECT r.municipality_code, r.id, r.initiative_id, r.programme_id, r.target_id, r.indicator, ${text("statement")},
          (r.quantity ->> 'value')::float8 AS value, r.quantity ->> 'precision' AS value_precision,
          r.quantity ->> 'certainty' AS value_certainty, r.quantity ->> 'asPrinted' AS as_printed, r.unit,
          r.date ->> 'value' AS date, r.date ->> 'precision' AS date_precision, r.date ->> 'certainty' AS date_certainty, ${life}
        FROM result r;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP VIEW published_open_result, published_open_target, published_open_initiative");
  }
}
