import type { Database, Reader } from "../../kit/database";
import { type Sql, sql } from "../../kit/sql";
import { createOpendataDatabase } from "../../opendata/database";
import { createFundingDatabase } from "../../subgraphs/funding/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../testkit/database";
import { type Caller, callers, MUNICIPALITY, SOURCE } from "./callers";
import { cellsOf, type Exception, matrix } from "./matrix";
import { createRecords, PUBLISHED, type Records, SECRET, SECRET_AMOUNT } from "./records";

/** What an operation comes to in SQL, whatever the code before it would have let through. */
interface Statement {
  /** Room whose connection sends it. */
  readonly room?: "opendata";
  /** What is written, or what is read. */
  readonly does: "writes" | "reads";
  /** @param owner of the caller; who has no token says that it is the one who may */
  make(records: Records, owner: string | undefined): Promise<Sql>;
}

const event = async (
  records: Records,
  by: string | undefined,
  mine: { readonly kind: string; readonly by: string; readonly takesBack?: "claim" | "payment" },
): Promise<Sql> => {
  const grant = await records.grant();
  const corrects = mine.takesBack ? grant[mine.takesBack] : null;
  return sql`INSERT INTO grant_event_log (municipality_code, id, grant_id, position, number, kind, origin, recorded_by, corrects_id,
      is_retraction, sources, quality_notes)
    VALUES (${MUNICIPALITY}, ${`${grant.id}~e9`}, ${grant.id}, 9, 9, ${mine.kind}, 'RECORDED', ${by ?? mine.by}, ${corrects},
      ${corrects !== null}, '[]', '[]') RETURNING id`;
};

const ofReport = (state: "DRAFT" | "SUBMITTED" | "SUPPLEMENT_REQUESTED" | "APPROVED", text: (id: string) => Sql) =>
  async function make(records: Records): Promise<Sql> {
    return text((await records.report(state)).id);
  };

const ofWebhook = (text: (id: string) => Sql) => async (records: Records) => text(await records.webhook());

const statements: Readonly<Record<string, Statement>> = {
  registerGrant: {
    does: "writes",
    make: async () => sql`INSERT INTO "grant" (municipality_code, id, name, source_id, recipient_id, origin, sources, quality_notes, changed_at)
      VALUES (${MUNICIPALITY}, ${`${MUNICIPALITY}-${SOURCE}~new`}, 'Nytt', ${SOURCE}, '2281-sundsvalls-kommun', 'RECORDED', '[]', '[]', now()) RETURNING id`,
  },
  "recordGrantEvents: an act of the municipality": {
    does: "writes",
    make: (records, owner) => event(records, owner, { kind: "COSTS_INCURRED", by: MUNICIPALITY }),
  },
  "recordGrantEvents: an act of the source": {
    does: "writes",
    make: (records, owner) => event(records, owner, { kind: "DISBURSEMENT", by: SOURCE }),
  },
  "recordGrantEvents: takes back the municipality's": {
    does: "writes",
    // By each with a kind of its own.
    make: (records, owner) =>
      event(records, owner, {
        kind: owner === SOURCE ? "DISBURSEMENT" : "PAYMENT_CLAIM",
        by: MUNICIPALITY,
        takesBack: "claim",
      }),
  },
  "recordGrantEvents: takes back the source's": {
    does: "writes",
    make: (records, owner) =>
      event(records, owner, {
        kind: owner === MUNICIPALITY ? "PAYMENT_CLAIM" : "DISBURSEMENT",
        by: SOURCE,
        takesBack: "payment",
      }),
  },
  "saveFollowUpReport: a new one": {
    does: "writes",
    make: async (records) => sql`INSERT INTO follow_up_report
        (municipality_code, id, source_id, grant_id, kind, period_start, period_end, revision, draft)
      VALUES (${MUNICIPALITY}, ${`${MUNICIPALITY}-${SOURCE}~new`}, ${SOURCE}, ${(await records.grant()).id}, 'PROGRESS', '2024-01-01', '2024-06-30', 1, '{}')
      RETURNING id`,
  },
  "saveFollowUpReport: a draft that is there": {
    does: "writes",
    make: ofReport(
      "DRAFT",
      (id) =>
        sql`UPDATE follow_up_report SET draft = '{}', revision = 2 WHERE municipality_code = ${MUNICIPALITY} AND id = ${id} RETURNING id`,
    ),
  },
  submitFollowUpReport: {
    does: "writes",
    make: ofReport(
      "DRAFT",
      (id) => sql`INSERT INTO follow_up_version (municipality_code, report_id, number, content, hash, submitted_by)
        VALUES (${MUNICIPALITY}, ${id}, 1, '{}', ${"0".repeat(64)}, ${MUNICIPALITY}) RETURNING number`,
    ),
  },
  requestSupplement: {
    does: "writes",
    make: ofReport(
      "SUBMITTED",
      (id) => sql`INSERT INTO follow_up_review (municipality_code, report_id, number, kind, version, reviewed_by)
        VALUES (${MUNICIPALITY}, ${id}, 1, 'SUPPLEMENT_REQUESTED', 1, ${SOURCE}) RETURNING number`,
    ),
  },
  approveFollowUpReport: {
    does: "writes",
    make: ofReport(
      "SUBMITTED",
      (id) => sql`INSERT INTO follow_up_review (municipality_code, report_id, number, kind, version, reviewed_by)
        VALUES (${MUNICIPALITY}, ${id}, 1, 'APPROVED', 1, ${SOURCE}) RETURNING number`,
    ),
  },
  publishReportTemplate: {
    does: "writes",
    make: async () =>
      sql`INSERT INTO report_template (source_id, id, version, kind, form) VALUES (${SOURCE}, 'ny', 1, 'FINAL', '{}') RETURNING id`,
  },
  createWebhook: {
    room: "opendata",
    does: "writes",
    make: async () =>
      sql`INSERT INTO webhook (id, source_id, url, kinds, cursor) VALUES ('ny', ${SOURCE}, 'https://mottagare.example/', '{}', '') RETURNING id`,
  },
  resumeWebhook: {
    room: "opendata",
    does: "writes",
    make: ofWebhook((id) => sql`UPDATE webhook SET state = 'ACTIVE' WHERE id = ${id} RETURNING id`),
  },
  replayWebhook: {
    room: "opendata",
    does: "writes",
    make: ofWebhook((id) => sql`UPDATE webhook SET cursor = 'from here' WHERE id = ${id} RETURNING id`),
  },
  removeWebhook: {
    room: "opendata",
    does: "writes",
    make: ofWebhook((id) => sql`DELETE FROM webhook WHERE id = ${id} RETURNING id`),
  },
  webhooks: { room: "opendata", does: "reads", make: ofWebhook((id) => sql`SELECT url FROM webhook WHERE id = ${id}`) },
  "followUpReport: a draft": {
    does: "reads",
    make: ofReport("DRAFT", (id) => sql`SELECT draft FROM follow_up_report WHERE id = ${id}`),
  },
  "followUpReport: versions not yet approved": {
    does: "reads",
    make: ofReport(
      "APPROVED",
      (id) => sql`SELECT content FROM follow_up_version WHERE report_id = ${id} AND number = 1`,
    ),
  },
  "followUpReport: what the source asked for": {
    does: "reads",
    make: ofReport("SUPPLEMENT_REQUESTED", (id) => sql`SELECT message FROM follow_up_review WHERE report_id = ${id}`),
  },
  "followUpReports: those not published": {
    does: "reads",
    make: async (records) => {
      await records.report("DRAFT");
      return sql`SELECT id, draft FROM follow_up_report WHERE draft IS NOT NULL`;
    },
  },
  "fundingFollowUp: reports not published": {
    does: "reads",
    make: ofReport(
      "SUBMITTED",
      (id) => sql`SELECT v.content FROM "grant" g JOIN follow_up_report r ON r.grant_id = g.id
        JOIN follow_up_version v ON v.report_id = r.id WHERE g.source_id = ${SOURCE} AND r.id = ${id}`,
    ),
  },
  "changes: of reports not published": {
    room: "opendata",
    does: "reads",
    make: ofReport("DRAFT", (id) => sql`SELECT * FROM funding.published_change WHERE record_id = ${id}`),
  },
  "bulk: reports not published": {
    room: "opendata",
    does: "reads",
    make: ofReport("SUBMITTED", (id) => sql`SELECT content FROM funding.published_open_report WHERE id = ${id}`),
  },
  "readEventOfUnapprovedReport: in the graph": {
    does: "reads",
    make: async (records) => sql`SELECT FROM grant_event e WHERE e.grant_id = ${(await records.reportEvent()).id}
      AND e.kind = 'FINAL_REPORT' AND (e.value IS NOT NULL OR e.total_cost IS NOT NULL OR e.report_id IS NOT NULL)`,
  },
  "readEventOfUnapprovedReport: in a file": {
    room: "opendata",
    does: "reads",
    make: async (records) => {
      const { id } = await records.reportEvent();
      return sql`SELECT FROM funding.published_open_grant_event e WHERE e.grant_id = ${id}
        AND to_jsonb(e)::text LIKE ${`%${SECRET_AMOUNT}%`}`;
    },
  },
  auditLog: {
    does: "reads",
    make: async (records) => {
      await records.auditEntry();
      return sql`SELECT record FROM audit_entry WHERE record = ${SECRET}`;
    },
  },
  "grant with its events": {
    does: "reads",
    make: async (records) =>
      sql`SELECT e.value FROM "grant" g JOIN grant_event e ON e.grant_id = g.id WHERE g.id = ${(await records.grant()).id}`,
  },
  "followUpReport: an approved one": {
    does: "reads",
    make: ofReport(
      "APPROVED",
      (id) =>
        sql`SELECT v.content FROM follow_up_report r JOIN follow_up_version v ON v.report_id = r.id WHERE r.id = ${id}`,
    ),
  },
  reportTemplate: {
    does: "reads",
    make: async (records) => sql`SELECT form FROM report_template WHERE id = ${await records.template()}`,
  },
  "changes: of what is published": {
    room: "opendata",
    does: "reads",
    make: async (records) =>
      sql`SELECT * FROM funding.published_change WHERE record_id = ${(await records.grant()).id}`,
  },
};

const open = [
  "grant with its events",
  "followUpReport: an approved one",
  "reportTemplate",
  "changes: of what is published",
];
const exceptions: readonly Exception[] = open.map((operation) => ({
  operation,
  callers: ["expired"],
  because: "a token that is no good is refused before the database, which sees a caller without one",
}));

let server: TestDatabase;
let rooms: Record<"funding" | "opendata", Database>;
let records: Records;
beforeAll(async () => {
  server = await createTestDatabase("seeded");
  records = createRecords(server);
  const options = { url: server.url, logger: silentLogger };
  rooms = { funding: createFundingDatabase(options), opendata: createOpendataDatabase(options) };
  await Promise.all(Object.values(rooms).map((room) => room.connect()));
});
afterAll(async () => {
  for (const room of Object.values(rooms)) await room.close();
  await server.drop();
});

const INSUFFICIENT_PRIVILEGE = "42501";

/** Ends a transaction without a trace, so that the next cell finds what this one found. */
class Undo extends Error {
  constructor(readonly rows: unknown[]) {
    super("undone");
  }
}

async function rowsOf(caller: Caller, operation: string): Promise<unknown[]> {
  const { room = "funding", does, make } = statements[operation] as Statement;
  const identity = callers[caller];
  const statement = await make(records, identity?.owner);
  const send = (to: Pick<Reader, "rows">) => to.rows<object>(operation, statement);
  try {
    if (does === "reads") return await send(rooms[room].reader(undefined, { identity }));
    return await rooms[room].write({ identity }, async (statements) => {
      throw new Undo(await send(statements));
    });
  } catch (error) {
    if (error instanceof Undo) return error.rows;
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return [];
    throw error;
  }
}

it("has a statement for every operation of the matrix", () => {
  expect(Object.keys(statements)).toEqual([...matrix.keys()]);
});

it.each(cellsOf([...matrix.keys()], exceptions))(
  "row-level security alone: $operation, $caller: $expected",
  async ({ operation, caller, expected }) => {
    const rows = await rowsOf(caller, operation);
    expect(rows.length > 0 ? "ALLOWED" : "DENIED").toBe(expected);
  },
);

it("shows of a published report the approved version alone, and nothing of what came before", async () => {
  const { id } = await records.report("APPROVED");
  for (const caller of ["no token", "reporter 2181", "reader other", "operator"] as const) {
    const reader = rooms.funding.reader(undefined, { identity: callers[caller] });
    const shown = JSON.stringify([
      await reader.rows("head", sql`SELECT * FROM follow_up_report WHERE id = ${id}`),
      await reader.rows("versions", sql`SELECT * FROM follow_up_version WHERE report_id = ${id}`),
      await reader.rows("reviews", sql`SELECT * FROM follow_up_review WHERE report_id = ${id}`),
    ]);
    expect(shown).toContain(PUBLISHED);
    expect(shown).not.toContain(SECRET);
  }
});

it("nobody leaves a draft on a report that is approved, where everybody would see it", async () => {
  const { id } = await records.report("APPROVED");
  const draft = "UPDATE funding.follow_up_report SET draft = '{}' WHERE id = $1";
  await expect(server.query(draft, [id])).rejects.toThrow("approved");
  const writing = rooms.funding.write({ identity: callers["reporter 2281"] }, (to) =>
    to.rows("draft", sql`UPDATE follow_up_report SET draft = '{}' WHERE id = ${id}`),
  );
  await expect(writing).rejects.toThrow("approved");
  const supplemented = await records.report("SUPPLEMENT_REQUESTED");
  await server.query(draft, [supplemented.id]);
  const approval = `INSERT INTO funding.follow_up_review (municipality_code, report_id, number, kind, version, reviewed_by)
    VALUES ('2281', $1, 2, 'APPROVED', 1, 'boverket')`;
  await expect(server.query(approval, [supplemented.id])).rejects.toThrow("draft");
  const approving = rooms.funding.write({ identity: callers["reviewer boverket"] }, (to) =>
    to.rows(
      "approve",
      sql`INSERT INTO follow_up_review (municipality_code, report_id, number, kind, version, reviewed_by)
          VALUES (${MUNICIPALITY}, ${supplemented.id}, 2, 'APPROVED', 1, ${SOURCE})`,
    ),
  );
  await expect(approving).rejects.toThrow("draft");
  await server.query("UPDATE funding.follow_up_report SET draft = NULL WHERE id = $1", [supplemented.id]);
  await server.query(approval, [supplemented.id]);
});
