import type { MigrationInterface, QueryRunner } from "typeorm";
import { WRITER_ROLE } from "../../kit/database-roles";

/** The feed's own identity, and webhooks. */
export class CreateOpendata1763884800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(feedSql);
    await runner.query(webhookSql);
    await runner.query(rightsSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE webhook_attempt, webhook_secret, webhook, feed");
    await runner.query("DROP FUNCTION caller_owner(), caller_is(text)");
  }
}

/** One row; changes/feed-identity.ts keeps it true. */
const feedSql = `
  CREATE TABLE feed (
    is_only_one boolean PRIMARY KEY DEFAULT true CHECK (is_only_one),
    -- Stands in every cursor.
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    -- Where the transactions are counted that changes bear the numbers of.
    place text NOT NULL,
    timeline int NOT NULL
  );
  INSERT INTO feed (place, timeline) VALUES ('not known yet', 0);
`;

const webhookSql = `
  CREATE TABLE webhook (
    id text PRIMARY KEY, source_id text NOT NULL, url text NOT NULL, kinds text[] NOT NULL,
    state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'STOPPED')),
    cursor text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
    failures int NOT NULL DEFAULT 0, first_failure_at timestamptz, next_attempt_at timestamptz,
    -- The message under way: kept as it was first sent, so that every attempt is of the same.
    message_id text, message_body text, message_cursor text,
    CHECK ((message_id IS NULL) = (message_body IS NULL) AND (message_id IS NULL) = (message_cursor IS NULL)),
    -- Which sender has it now, and until when it may have it.
    claim uuid, claimed_until timestamptz
  );
  CREATE INDEX ON webhook (source_id);
  CREATE TABLE webhook_secret (
    webhook_id text PRIMARY KEY REFERENCES webhook ON DELETE CASCADE, source_id text NOT NULL,
    -- As kit/sealed-box.ts seals it.
    sealed text NOT NULL
  );
  CREATE TABLE webhook_attempt (
    webhook_id text NOT NULL REFERENCES webhook ON DELETE CASCADE, position bigint GENERATED ALWAYS AS IDENTITY,
    source_id text NOT NULL, message_id text NOT NULL, at timestamptz NOT NULL, status int, failure text,
    milliseconds int NOT NULL,
    PRIMARY KEY (webhook_id, position)
  );
`;

/**
 * Webhooks are seen by readers and reviewers of their source, and changed by its reviewers. The word sender among the roles is
 * the hub's own sender's; no token gives it. It finds out which webhooks there are, and else acts for one source at a time.
 */
const rightsSql = `
  CREATE FUNCTION caller_owner() RETURNS text LANGUAGE sql STABLE
    RETURN nullif(current_setting('kommungraf.owner', true), '');
  CREATE FUNCTION caller_is(role text) RETURNS boolean LANGUAGE sql STABLE
    RETURN role = ANY (string_to_array(coalesce(current_setting('kommungraf.roles', true), ''), ','));

  ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
  CREATE POLICY find ON webhook FOR SELECT USING (caller_is('sender'));
  CREATE POLICY read ON webhook FOR SELECT
    USING ((caller_is('reader') OR caller_is('reviewer')) AND source_id = caller_owner());
  CREATE POLICY make ON webhook FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (caller_is('reviewer') AND source_id = caller_owner());
  CREATE POLICY change ON webhook FOR UPDATE TO ${WRITER_ROLE}
    USING ((caller_is('reviewer') OR caller_is('sender')) AND source_id = caller_owner());
  CREATE POLICY remove ON webhook FOR DELETE TO ${WRITER_ROLE}
    USING (caller_is('reviewer') AND source_id = caller_owner());
  GRANT INSERT, DELETE, UPDATE (state, cursor, failures, first_failure_at, next_attempt_at, message_id, message_body,
    message_cursor, claim, claimed_until) ON webhook TO ${WRITER_ROLE};

  ALTER TABLE webhook_secret ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON webhook_secret FOR SELECT USING (caller_is('sender') AND source_id = caller_owner());
  CREATE POLICY make ON webhook_secret FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (caller_is('reviewer') AND source_id = caller_owner());
  GRANT INSERT ON webhook_secret TO ${WRITER_ROLE};

  ALTER TABLE webhook_attempt ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read ON webhook_attempt FOR SELECT
    USING ((caller_is('reader') OR caller_is('reviewer')) AND source_id = caller_owner());
  CREATE POLICY note ON webhook_attempt FOR INSERT TO ${WRITER_ROLE}
    WITH CHECK (caller_is('sender') AND source_id = caller_owner());
  CREATE POLICY forget ON webhook_attempt FOR DELETE TO ${WRITER_ROLE}
    USING (caller_is('sender') AND source_id = caller_owner());
  GRANT INSERT, DELETE ON webhook_attempt TO ${WRITER_ROLE};
`;
