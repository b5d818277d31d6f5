import { READER_ROLE, WRITER_ROLE } from "../../kit/database-roles";
import { createTestDatabase, type TestDatabase } from "../testkit/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase("migrated");
});
afterAll(() => database.drop());

/** Tables with rows that not everybody may read. */
const KEPT = [
  "funding.audit_entry",
  "funding.change",
  "funding.follow_up_report",
  "funding.follow_up_review",
  "funding.follow_up_version",
  "funding.grant_event_log",
  "funding.idempotent_request",
  "opendata.webhook",
  "opendata.webhook_attempt",
  "opendata.webhook_secret",
];

/** Views that show everybody the same, and themselves leave out what is not everybody's. */
const REDACTED: Readonly<Record<string, string>> = {
  "funding.grant_event": "of an event of a report that is not approved, nothing that the report says",
  "funding.published_open_grant": "of the log, how long it is and when it was last added to",
};

/** What rooms may do beyond reading, whoever asks; row-level security says with which rows. */
const WRITTEN: Readonly<Record<string, string>> = {
  "funding.follow_up_report": "INSERT",
  "funding.follow_up_review": "INSERT",
  "funding.follow_up_version": "INSERT",
  "funding.grant": "INSERT",
  "funding.grant_event_log": "INSERT",
  "funding.idempotent_request": "INSERT",
  "funding.report_template": "INSERT",
  "opendata.webhook": "DELETE, INSERT",
  "opendata.webhook_attempt": "DELETE, INSERT",
  "opendata.webhook_secret": "INSERT",
};

/** Functions that act as the tables' owner when a room calls them, and what they tell or do. */
const TRUSTED: Readonly<Record<string, string>> = {
  "funding.approved_version": "the number of a version that everybody may see",
  "funding.caller_recorded": "whether an event that everybody may see is the caller's",
  "funding.events_told_by": "ids of events of a report that is approved",
  "funding.grant_of_report": "the grant of a report, for the change feed",
  "funding.record_audit": "adds to the audit log, and tells nothing",
  "funding.source_of_grant": "the source of a grant that everybody may see",
  "funding.source_of_report": "the source of a report, which its id names",
  "funding.told_at": "when a report was approved",
};

const SCHEMAS = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'public')";

it("row-level security holds every table with rows that not everybody may read", async () => {
  const held = await database.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd IN ('r', '*'))
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd IN ('r', '*')
         AND pg_get_expr(p.polqual, p.polrelid) = 'true') ORDER BY 1`,
  );
  expect(held.map(({ name }) => name)).toEqual(KEPT);
});

it("every view of such a table, or of such a view, shows each caller what the table would", async () => {
  const views = await database.query<{ name: string; invoker: boolean }>(
    `WITH RECURSIVE reading AS (
       SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname || '.' || c.relname = ANY($1)
       UNION SELECT w.ev_class FROM reading r JOIN pg_depend d ON d.refobjid = r.oid AND d.classid = 'pg_rewrite'::regclass
         JOIN pg_rewrite w ON w.oid = d.objid AND w.ev_class <> r.oid
         JOIN pg_class v ON v.oid = w.ev_class JOIN pg_namespace m ON m.oid = v.relnamespace
       WHERE m.nspname || '.' || v.relname <> ALL($2)
     )
     SELECT n.nspname || '.' || c.relname AS name, 'security_invoker=true' = ANY (coalesce(c.reloptions, '{}')) AS invoker
     FROM reading JOIN pg_class c ON c.oid = reading.oid AND c.relkind IN ('v', 'm') JOIN pg_namespace n ON n.oid = c.relnamespace
     ORDER BY 1`,
    [KEPT, Object.keys(REDACTED)],
  );
  expect(views.map(({ name }) => name)).toEqual(expect.arrayContaining(["funding.published_change"]));
  expect(views.filter(({ invoker }) => !invoker)).toEqual([]);
});

it("the role that reads writes nothing, and the one that writes only adds, but for webhooks and a report's head", async () => {
  const rights = await database.query<{ role: string; name: string; rights: string }>(
    `SELECT a.grantee::regrole::text AS role, n.nspname || '.' || c.relname AS name,
       string_agg(DISTINCT a.privilege_type, ', ' ORDER BY a.privilege_type) AS rights
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a
     WHERE ${SCHEMAS} AND a.grantee::regrole::text = ANY($1) AND a.privilege_type <> 'SELECT' GROUP BY 1, 2 ORDER BY 2`,
    [[READER_ROLE, WRITER_ROLE]],
  );
  expect(rights).toEqual(
    Object.entries(WRITTEN).map(([name, privileges]) => ({ role: WRITER_ROLE, name, rights: privileges })),
  );
  const columns = await database.query<{ name: string; role: string }>(
    `SELECT DISTINCT n.nspname || '.' || c.relname AS name, x.grantee::regrole::text AS role FROM pg_attribute a
     JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(a.attacl) x
     WHERE ${SCHEMAS} AND x.privilege_type = 'UPDATE' ORDER BY 1`,
  );
  expect(columns).toEqual([
    { name: "funding.follow_up_report", role: WRITER_ROLE },
    { name: "opendata.webhook", role: WRITER_ROLE },
  ]);
});

it("every table that the rooms write to is held by row-level security", async () => {
  const free = await database.query(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname || '.' || c.relname = ANY($1) AND NOT c.relrowsecurity`,
    [Object.keys(WRITTEN)],
  );
  expect(free).toEqual([]);
});

it("what acts as the tables' owner tells nothing that is not published, and looks in its own schema alone", async () => {
  const functions = await database.query<{ name: string; isTrigger: boolean; isBound: boolean }>(
    `SELECT n.nspname || '.' || p.proname AS name, p.prorettype = 'trigger'::regtype AS "isTrigger",
       p.prosqlbody IS NOT NULL OR coalesce(p.proconfig::text, '') LIKE '%search_path=%' AS "isBound"
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${SCHEMAS} AND p.prosecdef ORDER BY 1`,
  );
  expect(functions.filter(({ isBound }) => !isBound)).toEqual([]);
  expect(functions.filter(({ isTrigger }) => !isTrigger).map(({ name }) => name)).toEqual(Object.keys(TRUSTED));
});

it("the roles cannot log in, and are members of nothing", async () => {
  expect(
    await database.query(
      `SELECT rolname AS name, rolcanlogin AS login, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS strong,
         EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS member
       FROM pg_roles r WHERE rolname = ANY($1) ORDER BY 1`,
      [[READER_ROLE, WRITER_ROLE]],
    ),
  ).toEqual([READER_ROLE, WRITER_ROLE].map((name) => ({ name, login: false, strong: false, member: false })));
});
