import type { MigrationInterface, QueryRunner } from "typeorm";

const NOTED = [
  "funding_source",
  "funding_programme",
  '"grant"',
  "grant_event",
  "pot",
  "allocation",
  "initiative_amount",
];
const money = "value, kind, year, year_certainty, certainty, precision";

/** What comparisons and open data may read of this room in SQL: current rows alone. */
export class PublishFundingViews1763798400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const noted = NOTED.map(
      (table) =>
        `SELECT municipality_code, id, quality_notes FROM ${table} WHERE withdrawn_at IS NULL AND quality_notes <> '[]'`,
    );
    await runner.query(`
      CREATE VIEW published_funding_source AS
        SELECT municipality_code, id, name, kind FROM funding_source WHERE withdrawn_at IS NULL;
      CREATE VIEW published_funding_programme AS
        SELECT municipality_code, id, name, source_id FROM funding_programme WHERE withdrawn_at IS NULL;
      CREATE VIEW published_grant AS
        SELECT municipality_code, id, name, source_id, programme_id, recipient_id, initiative_id, sources FROM "grant"
        WHERE withdrawn_at IS NULL;
      -- Events that say something of money, with what their amount is; the value is null when it is not known.
      CREATE VIEW published_grant_amount AS
        SELECT e.municipality_code, e.id, e.grant_id, e.value, k.amount_kind AS kind, e.year, e.year_certainty, e.certainty,
          e.precision, e.sources
        FROM grant_event e JOIN (VALUES
          ('APPLICATION_SUBMITTED', 'APPLIED'), ('AWARD', 'AWARDED'), ('PAYMENT_CLAIM', 'REQUESTED'),
          ('DISBURSEMENT', 'DISBURSED'), ('FINAL_PAYMENT', 'DISBURSED'), ('ALLOCATION', 'ALLOCATED'),
          ('COSTS_INCURRED', 'INCURRED'), ('FINAL_REPORT', 'ACCOUNTED'), ('RECOVERY_DECISION', 'RECLAIMED'),
          ('REPAYMENT', 'REPAID')
        ) AS k(event_kind, amount_kind) ON k.event_kind = e.kind
        WHERE e.withdrawn_at IS NULL;
      CREATE VIEW published_pot AS
        SELECT p.municipality_code, p.id, p.name, p.year, p.year_certainty, (p.total ->> 'value')::numeric AS value,
          p.total ->> 'kind' AS kind, p.total ->> 'certainty' AS certainty, p.total ->> 'precision' AS precision,
          (p.stated_unallocated ->> 'value')::numeric AS unallocated_value, p.stated_unallocated ->> 'kind' AS unallocated_kind,
          p.stated_unallocated ->> 'certainty' AS unallocated_certainty,
          p.stated_unallocated ->> 'precision' AS unallocated_precision, p.sources
        FROM pot p WHERE p.withdrawn_at IS NULL;
      CREATE VIEW published_pot_contribution AS
        SELECT municipality_code, pot_id, source_id, grant_id, ${money} FROM pot_contribution WHERE withdrawn_at IS NULL;
      CREATE VIEW published_allocation AS
        SELECT municipality_code, id, initiative_id, pot_id, grant_id, source_id, responsible_ids, stated_shares, ${money}, sources
        FROM allocation WHERE withdrawn_at IS NULL;
      CREATE VIEW published_initiative_amount AS
        SELECT municipality_code, id, initiative_id, ${money}, sources FROM initiative_amount WHERE withdrawn_at IS NULL;
      CREATE VIEW published_quality_note AS
        SELECT r.municipality_code, r.id AS record_id, n.code, n.severity, n.field, n.message
        FROM (${noted.join(" UNION ALL ")}) r
        CROSS JOIN LATERAL jsonb_to_recordset(r.quality_notes) AS n(code text, severity text, field text, message jsonb);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW published_quality_note, published_initiative_amount, published_allocation,
      published_pot_contribution, published_pot, published_grant_amount, published_grant, published_funding_programme,
      published_funding_source`);
  }
}
