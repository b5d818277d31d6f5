import type { MigrationInterface, QueryRunner } from "typeorm";

/** A sum for each kind of amount, and the kinds of event that it is of. */
const SUMS: readonly (readonly [name: string, kinds: string])[] = [
  ["applied", "'APPLICATION_SUBMITTED'"],
  ["awarded", "'AWARD'"],
  ["requested", "'PAYMENT_CLAIM'"],
  ["disbursed", "'DISBURSEMENT', 'FINAL_PAYMENT'"],
  ["allocated", "'ALLOCATION'"],
  ["incurred", "'COSTS_INCURRED'"],
  ["accounted", "'FINAL_REPORT'"],
  ["reclaimed", "'RECOVERY_DECISION'"],
  ["repaid", "'REPAYMENT'"],
];

const SURENESS = "ARRAY['UNKNOWN', 'MODELLED', 'INFERRED', 'DERIVED', 'STATED']";
const rank = (certainty: string) => `array_position(${SURENESS}, ${certainty})`;

const money = (of: string) =>
  `${of}.value AS amount, ${of}.kind AS amount_kind, ${of}.certainty AS amount_certainty, ${of}.precision AS amount_precision,
   ${of}.year, ${of}.year_certainty, ${of}.as_printed`;
const life = (of: string) => `${of}.sources, ${of}.quality_notes, ${of}.withdrawn_at, ${of}.changed_at`;
const part = (column: string, name: string) =>
  `(p.${column} ->> 'value')::numeric(16,2) AS ${name}, p.${column} ->> 'kind' AS ${name}_kind,
   p.${column} ->> 'certainty' AS ${name}_certainty, p.${column} ->> 'precision' AS ${name}_precision`;

/** What bulk files have of this room, withdrawn rows too; reports as row-level security shows them to who asks. */
export class PublishOpenFunding1763884900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(grantSql);
    await runner.query(reportSql);
    await runner.query(restSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW published_open_funding_programme, published_open_funding_source, published_open_allocation,
      published_open_pot_contribution, published_open_pot, published_open_report_allocation, published_open_report,
      published_open_grant_event, published_open_grant`);
  }
}

/** As the graph adds up a grant's events: of those that stand, by kind, as sure and as exact as the least of them. */
function sumSql([name, kinds]: (typeof SUMS)[number]): string {
  const these = `FILTER (WHERE e.kind IN (${kinds}) AND e.value IS NOT NULL)`;
  return `sum(e.value) ${these} AS ${name},
    CASE count(*) ${these} WHEN 0 THEN NULL WHEN 1 THEN min(e.certainty) ${these}
      ELSE (${SURENESS})[least(min(${rank("e.certainty")}) ${these}, ${rank("'DERIVED'")})] END AS ${name}_certainty,
    min(e.precision) ${these} AS ${name}_precision`;
}

const sumColumns = SUMS.map(([name]) => `s.${name}, s.${name}_certainty, s.${name}_precision`).join(", ");

const grantSql = `
  CREATE VIEW published_open_grant AS
    SELECT g.municipality_code, g.id, g.name, g.source_id, g.programme_id, g.programme_certainty, g.recipient_id, g.initiative_id,
      g.origin,
      coalesce((SELECT st.state FROM grant_event e JOIN (VALUES
          ('CALL_PUBLISHED', 'CALL_OPEN'), ('APPLICATION_SUBMITTED', 'APPLIED'), ('ASSESSMENT', 'ASSESSED'), ('AWARD', 'AWARDED'),
          ('REJECTION', 'REJECTED'), ('PAYMENT_CLAIM', 'REQUESTED'), ('DISBURSEMENT', 'DISBURSED'), ('ALLOCATION', 'UNDER_WAY'),
          ('COSTS_INCURRED', 'UNDER_WAY'), ('PROGRESS_REPORT', 'INTERIM_REPORTED'), ('FINAL_REPORT', 'FINAL_REPORTED'),
          ('SUPPLEMENT_REQUEST', 'SUPPLEMENT_REQUESTED'), ('APPROVAL', 'APPROVED'), ('FINAL_PAYMENT', 'BALANCE_PAID'),
          ('RECOVERY_DECISION', 'RECLAIMED'), ('REPAYMENT', 'REPAID'), ('CLOSURE', 'CLOSED'), ('REVOCATION', 'REVOKED')
        ) AS st(kind, state) ON st.kind = e.kind
        WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id AND e.withdrawn_at IS NULL
        ORDER BY e.position DESC, e.number DESC LIMIT 1), 'UNKNOWN') AS state,
      l.revision, s.award_years, ${sumColumns},
      CASE WHEN s.is_unspent_known THEN s.disbursed - s.accounted - coalesce(s.repaid, 0) END AS unspent,
      CASE WHEN s.is_unspent_known THEN (${SURENESS})[least(${rank("'DERIVED'")},
        ${["disbursed", "accounted", "repaid"].map((name) => rank(`s.${name}_certainty`)).join(", ")})] END AS unspent_certainty,
      CASE WHEN s.is_unspent_known
        THEN least(s.disbursed_precision, s.accounted_precision, s.repaid_precision) END AS unspent_precision,
      g.sources, g.quality_notes, g.withdrawn_at, greatest(g.changed_at, l.recorded_at) AS changed_at
    FROM "grant" g
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT coalesce(e.year, left(e.date ->> 'value', 4)::int)) FILTER (WHERE e.kind = 'AWARD'
          AND coalesce(e.year, left(e.date ->> 'value', 4)::int) IS NOT NULL) AS award_years,
        -- Nothing paid back is known too, once there is a final report.
        bool_or(e.kind IN ('DISBURSEMENT', 'FINAL_PAYMENT')) AND bool_or(e.kind = 'FINAL_REPORT')
          AND NOT bool_or(e.value IS NULL AND e.kind IN ('DISBURSEMENT', 'FINAL_PAYMENT', 'FINAL_REPORT', 'REPAYMENT'))
          AS is_unspent_known,
        ${SUMS.map(sumSql).join(", ")}
      FROM grant_event e WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id AND e.withdrawn_at IS NULL
    ) s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS revision, max(e.recorded_at) AS recorded_at FROM grant_event_log e
      WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id
    ) l;
  CREATE VIEW published_open_grant_event AS
    SELECT e.municipality_code, e.id, e.grant_id, g.source_id, g.programme_id, e.number, e.position, e.kind,
      e.date ->> 'value' AS date, e.date ->> 'precision' AS date_precision, e.date ->> 'certainty' AS date_certainty,
      CASE WHEN k.amount_kind IS NOT NULL THEN e.value END AS amount,
      CASE WHEN e.value IS NOT NULL THEN k.amount_kind END AS amount_kind,
      CASE WHEN k.amount_kind IS NOT NULL THEN e.certainty END AS amount_certainty,
      CASE WHEN k.amount_kind IS NOT NULL THEN e.precision END AS amount_precision,
      e.year, e.year_certainty, e.as_printed, e.total_cost, e.actor_id, e.registration_number,
      e.note ->> 'sv' AS note_sv, e.note ->> 'en' AS note_en, e.origin, e.recorded_by, e.recorded_at, e.corrects_id,
      e.corrected_by_id, e.is_retraction, e.report_id, e.report_version, e.sources, e.quality_notes, e.withdrawn_at, e.changed_at
    FROM grant_event e
    JOIN "grant" g ON g.municipality_code = e.municipality_code AND g.id = e.grant_id
    LEFT JOIN (VALUES ${SUMS.flatMap(([name, kinds]) => kinds.split(", ").map((kind) => `(${kind}, '${name.toUpperCase()}')`)).join(", ")}
    ) AS k(event_kind, amount_kind) ON k.event_kind = e.kind;
`;

const sumOf = (list: string) =>
  `(SELECT sum((x ->> 'amount')::numeric(16,2)) FROM jsonb_array_elements(v.content -> '${list}') AS x)`;

const reportSql = `
  -- A row for each version, and one with version null for a draft.
  CREATE VIEW published_open_report WITH (security_invoker = true) AS
    SELECT r.municipality_code, r.id, v.version, coalesce(v.version, 0) AS row_number, r.grant_id, r.source_id, g.programme_id,
      r.kind, r.period_start, r.period_end, r.template_id, r.template_version,
      CASE WHEN a.version IS NOT NULL THEN 'APPROVED' WHEN l.version IS NULL THEN 'DRAFT'
        WHEN EXISTS (SELECT FROM follow_up_review x WHERE x.municipality_code = r.municipality_code AND x.report_id = r.id
          AND x.version = l.version) THEN 'SUPPLEMENT_REQUESTED' ELSE 'SUBMITTED' END AS state,
      r.revision, coalesce(v.version = a.version, false) AS is_published, v.submitted_by, v.submitted_at, v.hash,
      w.kind AS review, w.message AS review_message, w.due_on AS review_due_on, w.reviewed_at, w.approved_cost,
      ${sumOf("allocations")} AS allocated, ${sumOf("costs")} AS incurred, ${sumOf("coFinancing")} AS co_financing,
      (v.content #>> '{forecast,total}')::numeric(16,2) AS forecast_total,
      (v.content #>> '{finalAccount,spent}')::numeric(16,2) AS accounted,
      (v.content #>> '{finalAccount,totalCost}')::numeric(16,2) AS total_cost,
      v.content, r.changed_at
    FROM follow_up_report r
    JOIN "grant" g ON g.municipality_code = r.municipality_code AND g.id = r.grant_id
    CROSS JOIN LATERAL (
      SELECT v.number AS version, v.content, v.hash, v.submitted_by, v.submitted_at FROM follow_up_version v
        WHERE v.municipality_code = r.municipality_code AND v.report_id = r.id
      UNION ALL SELECT NULL, r.draft, NULL, NULL, NULL WHERE r.draft IS NOT NULL
    ) v
    LEFT JOIN LATERAL (
      SELECT max(x.number) AS version FROM follow_up_version x WHERE x.municipality_code = r.municipality_code AND x.report_id = r.id
    ) l ON true
    LEFT JOIN LATERAL (
      SELECT x.version FROM follow_up_review x
      WHERE x.municipality_code = r.municipality_code AND x.report_id = r.id AND x.kind = 'APPROVED'
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT x.* FROM follow_up_review x
      WHERE x.municipality_code = r.municipality_code AND x.report_id = r.id AND x.version = v.version
      ORDER BY x.number DESC LIMIT 1
    ) w ON true;
  CREATE VIEW published_open_report_allocation WITH (security_invoker = true) AS
    SELECT r.municipality_code, r.id || '~' || coalesce(r.version::text, 'draft') || '-' || i.number || '-' || coalesce(d.number, 0) AS id,
      r.id AS report_id, r.version, r.row_number, i.number::int AS allocation_number, coalesce(d.number, 0)::int AS area_number,
      r.grant_id, r.source_id, r.programme_id, r.kind, r.period_start, r.period_end, r.state, r.is_published,
      i.one ->> 'initiativeId' AS initiative_id, (i.one ->> 'amount')::numeric(16,2) AS initiative_amount,
      'STATED' AS initiative_amount_certainty, d.one ->> 'areaId' AS area_id, (d.one ->> 'share')::numeric AS share,
      (d.one ->> 'amount')::numeric(16,2) AS area_amount, CASE WHEN d.one IS NOT NULL THEN 'DERIVED' END AS area_amount_certainty,
      r.changed_at
    FROM published_open_report r
    CROSS JOIN LATERAL jsonb_array_elements(r.content -> 'allocations') WITH ORDINALITY AS i(one, number)
    LEFT JOIN LATERAL jsonb_array_elements(i.one -> 'areas') WITH ORDINALITY AS d(one, number) ON true;
`;

const restSql = `
  CREATE VIEW published_open_pot AS
    SELECT p.municipality_code, p.id, p.name, p.year, p.year_certainty, ${part("total", "total")},
      p.stated_allocation_count, ${part("stated_allocated", "stated_allocated")}, ${part("stated_unallocated", "stated_unallocated")},
      ${life("p")}
    FROM pot p;
  CREATE VIEW published_open_pot_contribution AS
    SELECT c.municipality_code, c.pot_id || '/' || c.source_id AS id, c.pot_id, c.source_id, c.grant_id, ${money("c")}, ${life("c")}
    FROM pot_contribution c;
  CREATE VIEW published_open_allocation AS
    SELECT a.municipality_code, a.id, a.initiative_id, a.pot_id, a.grant_id, coalesce(a.source_id, g.source_id) AS source_id,
      a.responsible_ids, a.stated_shares, ${money("a")}, ${life("a")}
    FROM allocation a
    LEFT JOIN "grant" g ON g.municipality_code = a.municipality_code AND g.id = a.grant_id;
  CREATE VIEW published_open_funding_source AS
    SELECT s.municipality_code, s.id, s.name, s.kind, s.organisation_id, ${life("s")} FROM funding_source s;
  CREATE VIEW published_open_funding_programme AS
    SELECT p.municipality_code, p.id, p.name, p.source_id, p.legal_basis, p.max_share, p.description ->> 'sv' AS description_sv,
      p.description ->> 'en' AS description_en, p.period #>> '{start,value}' AS period_start, p.period #>> '{end,value}' AS period_end,
      p.certainty, ${life("p")}
    FROM funding_programme p;
`;
