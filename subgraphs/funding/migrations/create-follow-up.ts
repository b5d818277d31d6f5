import type { MigrationInterface, QueryRunner } from "typeorm";
import { createChangeFeedSql, feedTableSql } from "../../../kit/change-feed";
import { READER_ROLE, WRITER_ROLE } from "../../../kit/database-roles";

/** Events that the recipient's municipality records; the others are the source's. */
const REPORTERS_KINDS =
  "'APPLICATION_SUBMITTED', 'PAYMENT_CLAIM', 'ALLOCATION', 'COSTS_INCURRED', 'CHANGE', 'PROGRESS_REPORT', 'FINAL_REPORT', 'REPAYMENT'";

/** Grants' lives as logs, follow-up reports, forms, the audit log and the change feed of this room. */
export class CreateFollowUp1763884800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(callerSql);
    await runner.query(grantSql);
    await runner.query(eventLogSql);
    await runner.query(reportSql);
    await runner.query(publishedSql);
    await runner.query(auditSql);
    await runner.query(rightsSql);
    await runner.query(feedSql);
  }

  async down(): Promise<void> {
    throw new Error("Logs are not thrown away; restore a backup of before instead.");
  }
}

/** Who asks, as kit/identity-settings.ts says it to a transaction. */
const callerSql = `
  CREATE FUNCTION caller_owner() RETURNS text LANGUAGE sql STABLE
    RETURN nullif(current_setting('kommungraf.owner', true), '');
  CREATE FUNCTION caller_is(role text) RETURNS boolean LANGUAGE sql STABLE
    RETURN role = ANY (string_to_array(coalesce(current_setting('kommungraf.roles', true), ''), ','));
  -- Whether the caller may see what a municipality and a source have between them.
  CREATE FUNCTION caller_sees(municipality text, source text) RETURNS boolean LANGUAGE sql STABLE
    RETURN (caller_is('reporter') AND caller_owner() = municipality)
      OR ((caller_is('reader') OR caller_is('reviewer')) AND caller_owner() = source);
  CREATE FUNCTION caller_reports(municipality text) RETURNS boolean LANGUAGE sql STABLE
    RETURN caller_is('reporter') AND caller_owner() = municipality;
  CREATE FUNCTION caller_reviews(source text) RETURNS boolean LANGUAGE sql STABLE
    RETURN caller_is('reviewer') AND caller_owner() = source;
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;
`;

const grantSql = `
  ALTER TABLE "grant"
    ADD origin text NOT NULL DEFAULT 'DATA_PACKAGE' CHECK (origin IN ('DATA_PACKAGE', 'RECORDED')),
    -- No id of a data package has the sign.
    ADD CHECK ((origin = 'RECORDED') = (id LIKE '%~%')),
    ADD CHECK (origin = 'DATA_PACKAGE' OR id LIKE municipality_code || '-' || source_id || '~%');
`;

const eventLogSql = `
  ALTER TABLE grant_event RENAME TO grant_event_log;
  ALTER TABLE grant_event_log RENAME COLUMN changed_at TO recorded_at;
  ALTER TABLE grant_event_log
    -- Order in which the grant's log got it, from 1 and without gaps; position is the order in the grant's life.
    ADD number int,
    -- Id that the data package has it under, the same for all versions of it.
    ADD stated_id text,
    ADD origin text NOT NULL DEFAULT 'DATA_PACKAGE' CHECK (origin IN ('DATA_PACKAGE', 'RECORDED', 'REPORT')),
    ADD recorded_by text,
    ADD corrects_id text,
    ADD is_retraction boolean NOT NULL DEFAULT false,
    ADD registration_number text,
    ADD total_cost numeric(16,2) CHECK (total_cost BETWEEN 0 AND 90000000000000),
    ADD report_id text,
    ADD report_version int,
    ADD CHECK (NOT is_retraction OR corrects_id IS NOT NULL),
    ADD CHECK ((report_id IS NULL) = (report_version IS NULL));
  UPDATE grant_event_log e SET stated_id = e.id, recorded_by = e.municipality_code, number = n.number
    FROM (SELECT municipality_code, id, row_number() OVER (PARTITION BY municipality_code, grant_id ORDER BY position, id) AS number
          FROM grant_event_log) n
    WHERE n.municipality_code = e.municipality_code AND n.id = e.id;
  -- What was withdrawn is taken back, as every event is from now on.
  INSERT INTO grant_event_log (municipality_code, id, grant_id, position, date, actor_id, note, value, kind, year, year_certainty,
      certainty, precision, as_printed, sources, quality_notes, recorded_at, number, stated_id, recorded_by, corrects_id, is_retraction)
    SELECT e.municipality_code, e.id || '~2', e.grant_id, e.position, e.date, e.actor_id, e.note, NULL, e.kind, NULL, NULL, NULL, NULL,
      NULL, '[]', '[]', e.withdrawn_at,
      (SELECT max(o.number) FROM grant_event_log o WHERE o.municipality_code = e.municipality_code AND o.grant_id = e.grant_id)
        + row_number() OVER (PARTITION BY e.municipality_code, e.grant_id ORDER BY e.position, e.id),
      e.stated_id, e.recorded_by, e.id, true
    FROM grant_event_log e WHERE e.withdrawn_at IS NOT NULL;
  DROP VIEW published_grant_amount, published_quality_note;
  ALTER TABLE grant_event_log
    DROP COLUMN withdrawn_at,
    -- What is told late stands between others, whose places stay.
    ALTER position TYPE double precision,
    ALTER number SET NOT NULL,
    ALTER recorded_by SET NOT NULL,
    ALTER recorded_at SET DEFAULT now();
  CREATE UNIQUE INDEX ON grant_event_log (municipality_code, grant_id, number);
  -- An event is corrected once; who corrects again corrects the correction.
  CREATE UNIQUE INDEX ON grant_event_log (municipality_code, corrects_id);
  CREATE INDEX ON grant_event_log (municipality_code, stated_id);
  CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON grant_event_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE FUNCTION source_of_grant(municipality text, grant_id text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    RETURN (SELECT g.source_id FROM "grant" g WHERE g.municipality_code = municipality AND g.id = grant_id);
  -- Whether the event is one that the caller recorded for the grant, of the kind. Volatile, so that it sees those of the same
  -- statement.
  CREATE FUNCTION caller_recorded(municipality text, of_grant text, event text, of_kind text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
    RETURN EXISTS (SELECT FROM grant_event_log e WHERE e.municipality_code = municipality AND e.id = event
      AND e.grant_id = of_grant AND e.kind = of_kind AND e.origin <> 'DATA_PACKAGE' AND e.recorded_by = caller_owner());
  END $$;
`;

/** What everybody may see of the log. */
const publishedSql = `
  -- Every entry with what corrects it, for those who may see all of it.
  CREATE VIEW whole_grant_event WITH (security_invoker = true) AS
    SELECT e.*, c.id AS corrected_by_id, c.recorded_at AS corrected_at
    FROM grant_event_log e
    LEFT JOIN grant_event_log c ON c.municipality_code = e.municipality_code AND c.corrects_id = e.id;
  -- Every event as everybody may see it, with when it stopped to stand: when it was corrected or taken back. A retraction never
  -- stands. What a report says is told once the report is approved: until then the event says only that there is one.
  CREATE VIEW grant_event AS
    SELECT e.municipality_code, e.id, e.grant_id, e.position, e.number, e.kind, e.date,
      CASE WHEN r.is_told THEN e.value END AS value, e.year, e.year_certainty,
      CASE WHEN r.is_told THEN e.certainty END AS certainty, CASE WHEN r.is_told THEN e.precision END AS precision, e.as_printed,
      CASE WHEN r.is_told THEN e.total_cost END AS total_cost, e.actor_id, e.registration_number, e.note, e.sources,
      e.quality_notes, e.stated_id, e.origin, e.recorded_by, e.recorded_at, e.corrects_id, e.is_retraction,
      CASE WHEN r.approved IS NOT NULL THEN e.report_id END AS report_id,
      CASE WHEN r.approved IS NOT NULL THEN e.report_version END AS report_version,
      c.id AS corrected_by_id, CASE WHEN e.is_retraction THEN e.recorded_at ELSE c.recorded_at END AS withdrawn_at,
      greatest(e.recorded_at, c.recorded_at, CASE WHEN r.is_told THEN told_at(e.municipality_code, e.report_id) END) AS changed_at
    FROM grant_event_log e
    LEFT JOIN grant_event_log c ON c.municipality_code = e.municipality_code AND c.corrects_id = e.id
    CROSS JOIN LATERAL (
      SELECT a.approved, e.report_id IS NULL OR e.report_version IS NOT DISTINCT FROM a.approved AS is_told
      FROM (SELECT CASE WHEN e.report_id IS NOT NULL THEN approved_version(e.municipality_code, e.report_id) END AS approved) a
    ) r;
  -- Events that say something of money, with what their amount is; the value is null when it is not known. A delivered event
  -- keeps its id however often it is corrected, so that what is computed of it does not depend on the way there.
  CREATE VIEW published_grant_amount AS
    SELECT e.municipality_code, coalesce(e.stated_id, e.id) AS id, e.grant_id, e.value, k.amount_kind AS kind, e.year, e.year_certainty, e.certainty,
      e.precision, e.sources
    FROM grant_event e JOIN (VALUES
      ('APPLICATION_SUBMITTED', 'APPLIED'), ('AWARD', 'AWARDED'), ('PAYMENT_CLAIM', 'REQUESTED'),
      ('DISBURSEMENT', 'DISBURSED'), ('FINAL_PAYMENT', 'DISBURSED'), ('ALLOCATION', 'ALLOCATED'),
      ('COSTS_INCURRED', 'INCURRED'), ('FINAL_REPORT', 'ACCOUNTED'), ('RECOVERY_DECISION', 'RECLAIMED'),
      ('REPAYMENT', 'REPAID')
    ) AS k(event_kind, amount_kind) ON k.event_kind = e.kind
    WHERE e.withdrawn_at IS NULL;
  CREATE VIEW published_quality_note AS
    SELECT r.municipality_code, r.id AS record_id, n.code, n.severity, n.field, n.message
    FROM (${["funding_source", "funding_programme", '"grant"', "grant_event", "pot", "allocation", "initiative_amount"]
      .map(
        (table) =>
          `SELECT municipality_code, id, quality_notes FROM ${table} WHERE withdrawn_at IS NULL AND quality_notes <> '[]'`,
      )
      .join(" UNION ALL ")}) r
    CROSS JOIN LATERAL jsonb_to_recordset(r.quality_notes) AS n(code text, severity text, field text, message jsonb);
`;

const reportSql = `
  CREATE TABLE report_template (
    municipality_code text NOT NULL DEFAULT '0000', source_id text NOT NULL,
    id text NOT NULL CHECK (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'), version int NOT NULL CHECK (version > 0),
    programme_id text, kind text NOT NULL CHECK (kind IN ('PROGRESS', 'FINAL')),
    -- title, fields, indicators and deadlines, as subgraphs/funding/templates/form.ts has them
    form jsonb NOT NULL, published_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, source_id, id, version)
  );
  CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON report_template
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  -- A report's head. Its state follows from its versions and reviews and is stored nowhere.
  CREATE TABLE follow_up_report (
    municipality_code text NOT NULL,
    id text NOT NULL CHECK (id LIKE municipality_code || '-' || source_id || '~%'),
    source_id text NOT NULL, grant_id text NOT NULL, kind text NOT NULL CHECK (kind IN ('PROGRESS', 'FINAL')),
    period_start date NOT NULL, period_end date NOT NULL CHECK (period_end >= period_start),
    template_id text, template_version int, CHECK ((template_id IS NULL) = (template_version IS NULL)),
    revision int NOT NULL CHECK (revision > 0),
    -- Content as subgraphs/funding/reports/content.ts has it; null between a submission and the next draft.
    draft jsonb,
    created_at timestamptz NOT NULL DEFAULT now(), changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, id),
    FOREIGN KEY (municipality_code, grant_id) REFERENCES "grant" (municipality_code, id) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE INDEX ON follow_up_report (municipality_code, grant_id);
  CREATE INDEX ON follow_up_report (source_id);
  CREATE TABLE follow_up_version (
    municipality_code text NOT NULL, report_id text NOT NULL, number int NOT NULL CHECK (number > 0),
    content jsonb NOT NULL, hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    submitted_by text NOT NULL, submitted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, report_id, number),
    FOREIGN KEY (municipality_code, report_id) REFERENCES follow_up_report (municipality_code, id)
  );
  CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON follow_up_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TABLE follow_up_review (
    municipality_code text NOT NULL, report_id text NOT NULL, number int NOT NULL CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('SUPPLEMENT_REQUESTED', 'APPROVED')), version int NOT NULL,
    message text, fields text[] NOT NULL DEFAULT '{}', due_on date,
    approved_cost numeric(16,2) CHECK (approved_cost BETWEEN 0 AND 90000000000000),
    reviewed_by text NOT NULL, reviewed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, report_id, number),
    FOREIGN KEY (municipality_code, report_id, version) REFERENCES follow_up_version (municipality_code, report_id, number)
  );
  -- Approval is the end.
  CREATE UNIQUE INDEX ON follow_up_review (municipality_code, report_id) WHERE kind = 'APPROVED';
  CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON follow_up_review
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE FUNCTION approved_version(municipality text, report text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER
    RETURN (SELECT v.version FROM follow_up_review v
      WHERE v.municipality_code = municipality AND v.report_id = report AND v.kind = 'APPROVED');
  CREATE FUNCTION told_at(municipality text, report text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER
    RETURN (SELECT v.reviewed_at FROM follow_up_review v
      WHERE v.municipality_code = municipality AND v.report_id = report AND v.kind = 'APPROVED');
  CREATE FUNCTION grant_of_report(municipality text, report text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    RETURN (SELECT r.grant_id FROM follow_up_report r WHERE r.municipality_code = municipality AND r.id = report);
  CREATE FUNCTION events_told_by(municipality text, report text, approved int, review text) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    RETURN (SELECT array_agg(e.id) FROM grant_event_log e WHERE review = 'APPROVED' AND e.municipality_code = municipality
      AND e.report_id = report AND e.report_version = approved);
  CREATE FUNCTION source_of_report(municipality text, report text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
    RETURN (SELECT r.source_id FROM follow_up_report r WHERE r.municipality_code = municipality AND r.id = report);

  -- An approved report is everybody's to see, and a draft is not: the two are never together, whoever writes.
  CREATE FUNCTION refuse_draft_of_approved() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
    IF approved_version(NEW.municipality_code, NEW.id) IS NOT NULL THEN
      RAISE EXCEPTION 'a report that is approved has no draft' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER no_draft_of_approved BEFORE UPDATE OF draft ON follow_up_report FOR EACH ROW WHEN (NEW.draft IS NOT NULL)
    EXECUTE FUNCTION refuse_draft_of_approved();
  -- Holds the head, so that no draft comes between.
  CREATE FUNCTION refuse_approval_of_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    draft jsonb;
  BEGIN
    SELECT r.draft INTO draft FROM follow_up_report r WHERE r.municipality_code = NEW.municipality_code AND r.id = NEW.report_id
      FOR UPDATE;
    IF draft IS NOT NULL THEN
      RAISE EXCEPTION 'a report with a draft is not approved' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER no_approval_of_draft BEFORE INSERT ON follow_up_review FOR EACH ROW WHEN (NEW.kind = 'APPROVED')
    EXECUTE FUNCTION refuse_approval_of_draft();

  -- What was answered to a request, so that it is done once however often it is sent.
  CREATE TABLE idempotent_request (
    municipality_code text NOT NULL, owner text NOT NULL, key text NOT NULL, operation text NOT NULL,
    request_hash text NOT NULL, answer jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (municipality_code, owner, operation, key)
  );
`;

const auditSql = `
  CREATE TABLE audit_entry (
    municipality_code text NOT NULL, position bigint NOT NULL, at timestamptz NOT NULL, owner text NOT NULL, roles text NOT NULL,
    client text NOT NULL, action text NOT NULL, record text, record_count int NOT NULL, request_id text,
    previous_hash text NOT NULL, hash text NOT NULL,
    PRIMARY KEY (municipality_code, position)
  );
  CREATE INDEX ON audit_entry (at, municipality_code, position);
  CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  -- Adds an entry to a municipality's chain, for the caller that the transaction is for. Entries of one chain wait for each
  -- other until their transactions end, so it is the last that a transaction does.
  CREATE FUNCTION record_audit(municipality text, what text, which text, how_many int) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    entry audit_entry;
    last audit_entry;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('kommungraf audit ' || municipality, 0));
    SELECT * INTO last FROM audit_entry a WHERE a.municipality_code = municipality ORDER BY a.position DESC LIMIT 1;
    entry.municipality_code := municipality;
    entry.position := coalesce(last.position, 0) + 1;
    entry.at := date_trunc('milliseconds', clock_timestamp());
    entry.owner := coalesce(caller_owner(), 'unknown');
    entry.roles := coalesce(current_setting('kommungraf.roles', true), '');
    entry.client := coalesce(nullif(current_setting('kommungraf.client', true), ''), 'unknown');
    entry.action := what;
    entry.record := which;
    entry.record_count := how_many;
    entry.request_id := nullif(current_setting('kommungraf.request', true), '');
    entry.previous_hash := coalesce(last.hash, repeat('0', 64));
    entry.hash := encode(sha256(convert_to(concat_ws(E'\\n', entry.previous_hash, entry.municipality_code, entry.position,
      to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), entry.owner, entry.roles, entry.client, entry.action,
      coalesce(entry.record, ''), entry.record_count, coalesce(entry.request_id, '')), 'UTF8')), 'hex');
    INSERT INTO audit_entry SELECT entry.*;
  END $$;
`;

/** What the roles may do, and which rows they may do it to. The tables' own owner, who migrates and imports, is held by none. */
const rightsSql = `
  ALTER TABLE "grant" ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON "grant" FOR SELECT USING (true);
  CREATE POLICY register ON "grant" FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (origin = 'RECORDED' AND (caller_reports(municipality_code) OR caller_reviews(source_id)));
  GRANT INSERT ON "grant" TO ${WRITER_ROLE};

  ALTER TABLE grant_event_log ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON grant_event_log FOR SELECT USING (
    report_id IS NULL OR report_version = approved_version(municipality_code, report_id)
    OR caller_sees(municipality_code, source_of_grant(municipality_code, grant_id)));
  CREATE POLICY record ON grant_event_log FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (origin <> 'DATA_PACKAGE' AND recorded_by = caller_owner()
      AND (corrects_id IS NULL OR caller_recorded(municipality_code, grant_id, corrects_id, kind)) AND (
      (kind IN (${REPORTERS_KINDS}) AND caller_reports(municipality_code))
      OR (kind NOT IN (${REPORTERS_KINDS}) AND caller_reviews(source_of_grant(municipality_code, grant_id)))));
  GRANT INSERT ON grant_event_log TO ${WRITER_ROLE};

  ALTER TABLE report_template ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON report_template FOR SELECT USING (true);
  CREATE POLICY publish ON report_template FOR INSERT TO ${WRITER_ROLE} WITH CHECK (caller_reviews(source_id));
  GRANT INSERT ON report_template TO ${WRITER_ROLE};

  ALTER TABLE follow_up_report ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON follow_up_report FOR SELECT
    USING (caller_sees(municipality_code, source_id) OR approved_version(municipality_code, id) IS NOT NULL);
  CREATE POLICY begin ON follow_up_report FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (caller_reports(municipality_code) AND source_id = source_of_grant(municipality_code, grant_id));
  CREATE POLICY change ON follow_up_report FOR UPDATE TO ${WRITER_ROLE}
    USING (caller_reports(municipality_code) OR caller_reviews(source_id))
    WITH CHECK (caller_reports(municipality_code) OR caller_reviews(source_id));
  GRANT INSERT, UPDATE (draft, revision, changed_at, period_start, period_end, template_id, template_version)
    ON follow_up_report TO ${WRITER_ROLE};

  -- A policy sees a row before or after, and this is about both: who reviews a report changes its revision alone.
  CREATE FUNCTION refuse_change_by_others() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
    IF current_user = '${WRITER_ROLE}' AND NOT caller_reports(OLD.municipality_code) THEN
      RAISE EXCEPTION 'what a report says is its municipality''s' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER said_by_the_municipality BEFORE UPDATE OF draft, period_start, period_end, template_id, template_version
    ON follow_up_report FOR EACH ROW
    WHEN ((OLD.draft, OLD.period_start, OLD.period_end, OLD.template_id, OLD.template_version)
      IS DISTINCT FROM (NEW.draft, NEW.period_start, NEW.period_end, NEW.template_id, NEW.template_version))
    EXECUTE FUNCTION refuse_change_by_others();

  ALTER TABLE follow_up_version ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON follow_up_version FOR SELECT USING (
    caller_sees(municipality_code, source_of_report(municipality_code, report_id))
    OR number = approved_version(municipality_code, report_id));
  CREATE POLICY submit ON follow_up_version FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (caller_reports(municipality_code) AND submitted_by = caller_owner());
  GRANT INSERT ON follow_up_version TO ${WRITER_ROLE};

  ALTER TABLE follow_up_review ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON follow_up_review FOR SELECT USING (
    caller_sees(municipality_code, source_of_report(municipality_code, report_id)) OR kind = 'APPROVED');
  CREATE POLICY review ON follow_up_review FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (caller_reviews(source_of_report(municipality_code, report_id)) AND reviewed_by = caller_owner());
  GRANT INSERT ON follow_up_review TO ${WRITER_ROLE};

  ALTER TABLE idempotent_request ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON idempotent_request FOR ALL USING (owner = caller_owner()) WITH CHECK (owner = caller_owner());
  GRANT INSERT ON idempotent_request TO ${WRITER_ROLE};

  ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON audit_entry FOR SELECT USING (caller_is('operator'));
  REVOKE EXECUTE ON FUNCTION record_audit(text, text, text, int) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION record_audit(text, text, text, int) TO ${READER_ROLE}, ${WRITER_ROLE};
`;

const contributionKey = ["municipality_code", "pot_id", "source_id"];

const feedSql = `
  -- Whom pots and allocations concern. Who has paid into a pot is told of it also when the contribution is withdrawn, as it is
  -- before the pot's allocations are.
  CREATE FUNCTION sources_of_pot(municipality text, pot text) RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT c.source_id FROM pot_contribution c WHERE c.municipality_code = municipality AND c.pot_id = pot);
  CREATE FUNCTION sources_of_allocation(municipality text, pot text, of_grant text, source text) RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT s.id FROM (SELECT unnest(sources_of_pot(municipality, pot))
      UNION SELECT coalesce(source_of_grant(municipality, of_grant), source)) s(id) WHERE s.id IS NOT NULL);
  CREATE FUNCTION allocations_of_pot(municipality text, pot text) RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT a.id FROM allocation a WHERE a.municipality_code = municipality AND a.pot_id = pot);
  CREATE FUNCTION allocations_of_grant(municipality text, of_grant text) RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT a.id FROM allocation a WHERE a.municipality_code = municipality AND a.grant_id = of_grant);
  CREATE FUNCTION events_of_grant(municipality text, of_grant text) RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(SELECT e.id FROM grant_event_log e WHERE e.municipality_code = municipality AND e.grant_id = of_grant ORDER BY e.number);
  ${createChangeFeedSql()}
  ALTER TABLE change ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON change FOR SELECT USING (is_published OR caller_sees(municipality_code, source_id));
  ${feedTableSql({ table: "funding_source", kind: "FUNDING_SOURCE", source: "r.id" })}
  ${feedTableSql({ table: "funding_programme", kind: "FUNDING_PROGRAMME", source: "r.source_id" })}
  ${feedTableSql({ table: "grant", kind: "GRANT", source: "r.source_id" })}
  ${feedTableSql({ table: "grant_event_log", kind: "GRANT_EVENT", parent: "r.grant_id", source: "source_of_grant(r.municipality_code, r.grant_id)", isWithdrawn: false })}
  ${feedTableSql({ table: "grant_event_log", kind: "GRANT", record: "r.grant_id", source: "source_of_grant(r.municipality_code, r.grant_id)", isPart: true })}
  -- What is corrected or taken back stands no longer.
  ${feedTableSql({ table: "grant_event_log", kind: "GRANT_EVENT", name: "corrected_event", record: "r.corrects_id", parent: "r.grant_id", source: "source_of_grant(r.municipality_code, r.grant_id)", isPart: true })}
  -- A grant's events and allocations come to another source with it.
  ${feedTableSql({ table: "grant", kind: "GRANT_EVENT", record: "unnest(events_of_grant(r.municipality_code, r.id))", parent: "r.id", source: "r.source_id", isPart: true, whenChanged: "source_id" })}
  ${feedTableSql({ table: "grant", kind: "ALLOCATION", record: "unnest(allocations_of_grant(r.municipality_code, r.id))", source: "r.source_id", isPart: true, whenChanged: "source_id" })}
  ${feedTableSql({ table: "pot", kind: "POT", sources: "sources_of_pot(r.municipality_code, r.id)" })}
  ${feedTableSql({ table: "pot_contribution", kind: "POT", record: "r.pot_id", key: contributionKey, sources: "sources_of_pot(r.municipality_code, r.pot_id)", isPart: true })}
  ${feedTableSql({ table: "pot_contribution", kind: "ALLOCATION", record: "unnest(allocations_of_pot(r.municipality_code, r.pot_id))", key: contributionKey, sources: "sources_of_pot(r.municipality_code, r.pot_id)", isPart: true })}
  ${feedTableSql({ table: "allocation", kind: "ALLOCATION", sources: "sources_of_allocation(r.municipality_code, r.pot_id, r.grant_id, r.source_id)" })}
  ${feedTableSql({ table: "initiative_amount", kind: "INITIATIVE", record: "r.initiative_id", isPart: true })}
  ${feedTableSql({ table: "follow_up_report", kind: "FOLLOW_UP_REPORT", source: "r.source_id", isWithdrawn: false, isPublished: "approved_version(r.municipality_code, r.id) IS NOT NULL" })}
  ${feedTableSql({ table: "report_template", kind: "REPORT_TEMPLATE", source: "r.source_id", isWithdrawn: false, key: ["municipality_code", "source_id", "id", "version"] })}
  -- An approval tells what the report's events kept back.
  ${feedTableSql({
    table: "follow_up_review",
    kind: "GRANT_EVENT",
    key: ["municipality_code", "report_id", "number"],
    record: "unnest(events_told_by(r.municipality_code, r.report_id, r.version, r.kind))",
    parent: "grant_of_report(r.municipality_code, r.report_id)",
    source: "source_of_report(r.municipality_code, r.report_id)",
    isPart: true,
  })}
`;
