import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Database } from "../../kit/database";
import type { Sql } from "../../kit/sql";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { until } from "../../test/testkit/until";
import { createOpendataDatabase } from "../database";
import type { ChangeRow } from "./change";
import { type ChangeQuestion, createChangeRepository } from "./change.repository";
import { BEGINNING, decodeCursor, encodeCursor } from "./cursor";

let testDatabase: TestDatabase;
let database: Database;
const clients: Client[] = [];
beforeEach(async () => {
  testDatabase = await createTestDatabase("migrated");
  database = createOpendataDatabase({ url: testDatabase.url, logger: silentLogger });
  await database.connect();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
  await database.close();
  await testDatabase.drop();
});

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: testDatabase.url });
  client.on("error", () => {});
  await client.connect();
  clients.push(client);
  return client;
}

const list = (question: Partial<ChangeQuestion> = {}) =>
  createChangeRepository(database.reader()).listChanges({ first: 500, ...question });
const named = ({ municipalityCode, kind, recordId, operation }: ChangeRow) =>
  `${municipalityCode} ${kind} ${recordId} ${operation}`;

/** Waits until nothing holds the feed back: transactions of other tests do too, as long as they last. */
const all = (count: number, question: Partial<ChangeQuestion> = {}) =>
  until(`${count} changes`, async () => {
    const { nodes } = await list(question);
    return nodes.length >= count && nodes;
  });

/** A connection, or the test's database for a transaction of each statement. */
interface Writes {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

const putOrganisation = (client: Writes, owner: string, id: string) =>
  client.query(
    `INSERT INTO organisations.organisation (municipality_code, id, name, aliases, kind, contacts, sources, quality_notes, changed_at)
     VALUES ($1, $1 || '-' || $2, 'name', '{}', 'BOARD', '[]', '[]', '[]', now())`,
    [owner, id],
  );
const renameOrganisation = (client: Writes, owner: string, id: string) =>
  client.query(
    "UPDATE organisations.organisation SET name = name || '.' WHERE municipality_code = $1 AND id = $1 || '-' || $2",
    [owner, id],
  );
const putProgramme = (client: Writes, owner: string, id: string) =>
  client.query(
    `INSERT INTO initiatives.programme (municipality_code, id, name, aliases, sources, quality_notes, changed_at)
     VALUES ($1, $1 || '-' || $2, 'name', '{}', '[]', '[]', now())`,
    [owner, id],
  );

it("misses nothing and tells nothing twice while writers commit in any order, late, or not at all", async () => {
  const random = seeded(4711);
  const written = new Map<string, string[]>();
  let isOver = false;

  async function write(owner: string): Promise<void> {
    const client = await connected();
    const told: string[] = [];
    written.set(owner, told);
    for (let turn = 0; turn < 25; turn += 1) {
      const inTransaction: string[] = [];
      await client.query("BEGIN");
      for (let part = 0; part <= random(3); part += 1) {
        const id = `${turn}-${part}`;
        if (random(2) === 0) {
          await putOrganisation(client, owner, id);
          inTransaction.push(`${owner} ORGANISATION ${owner}-${id} CREATED`);
          if (random(2) === 0) {
            await renameOrganisation(client, owner, id);
            inTransaction.push(`${owner} ORGANISATION ${owner}-${id} UPDATED`);
          }
        } else {
          await putProgramme(client, owner, id);
          inTransaction.push(`${owner} PROGRAMME ${owner}-${id} CREATED`);
        }
        // Positions are taken now, and others overtake.
        await sleep(random(turn % 8 === 0 ? 80 : 6));
      }
      if (random(5) === 0) {
        await client.query("ROLLBACK");
      } else {
        await client.query("COMMIT");
        told.push(...inTransaction);
      }
    }
  }

  const seen: string[] = [];
  let after: string | undefined;
  async function read(): Promise<void> {
    for (;;) {
      const wasOver = isOver;
      const page = await list({ ...(after !== undefined && { after }), first: 1 + random(9) });
      seen.push(...page.nodes.map(named));
      after = page.endCursor;
      const count = [...written.values()].flat().length;
      if (wasOver && !page.hasNextPage && seen.length >= count) return;
    }
  }

  const reading = read();
  await Promise.all(["0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008"].map(write));
  isOver = true;
  await reading;

  const ofKind = (changes: readonly string[], owner: string, kind: string) =>
    changes.filter((change) => change.startsWith(`${owner} ${kind} `));
  for (const [owner, told] of written) {
    for (const kind of ["ORGANISATION", "PROGRAMME"])
      expect(ofKind(seen, owner, kind)).toEqual(ofKind(told, owner, kind));
  }
  expect(seen.length).toBe([...written.values()].flat().length);
  expect((await list({ ...(after !== undefined && { after }) })).nodes).toEqual([]);
});

it("waits for a transaction that began before, and tells what it wrote when it has ended", async () => {
  const slow = await connected();
  await slow.query("BEGIN");
  await putOrganisation(slow, "0001", "slow");
  await putOrganisation(testDatabase, "0001", "quick");
  const held = await list();
  expect(held).toMatchObject({ nodes: [], hasNextPage: false });
  // A page that is empty has a cursor all the same, which goes not beyond what is held back.
  expect((await list({ after: held.endCursor })).nodes).toEqual([]);
  await slow.query("COMMIT");
  const told = (await all(2, { after: held.endCursor })).map(named);
  expect(told.sort()).toEqual(["0001 ORGANISATION 0001-quick CREATED", "0001 ORGANISATION 0001-slow CREATED"]);
  expect((await list({ after: held.endCursor, first: 1 })).hasNextPage).toBe(true);
});

it("tells changes of one record in the order in which they were made, also when the later began first", async () => {
  await putOrganisation(testDatabase, "0001", "shared");
  const early = await connected();
  await early.query("BEGIN");
  await putOrganisation(early, "0001", "own");
  await testDatabase.query("UPDATE organisations.organisation SET withdrawn_at = now() WHERE id = '0001-shared'");
  await early.query("UPDATE organisations.organisation SET withdrawn_at = NULL WHERE id = '0001-shared'");
  await early.query("COMMIT");
  const told = (await all(4)).filter(({ recordId }) => recordId === "0001-shared");
  expect(told.map(({ operation }) => operation)).toEqual(["CREATED", "WITHDRAWN", "CREATED"]);
});

it("goes on past changes that a filter leaves out, so that they are not looked at again", async () => {
  for (const id of ["1", "2", "3"]) await putOrganisation(testDatabase, "0001", id);
  await all(3);
  const page = await list({ owners: ["0002"] });
  expect(page).toMatchObject({ nodes: [], hasNextPage: false });
  const everything = await list();
  const placeOf = (cursor: string) => decodeCursor(cursor)?.place.transaction ?? 0n;
  expect(placeOf(page.endCursor)).toBeGreaterThan(placeOf(everything.nodes.at(-1)?.cursor ?? ""));
  expect((await list({ after: page.endCursor })).nodes).toEqual([]);
});

it("has pages that meet, of any size, through all rooms", async () => {
  const client = await connected();
  await client.query("BEGIN");
  for (const id of ["1", "2", "3"]) {
    await putProgramme(client, "0001", id);
    await putOrganisation(client, "0001", id);
  }
  await client.query("COMMIT");
  for (const id of ["4", "5"]) await putOrganisation(testDatabase, "0002", id);
  const whole = (await all(8)).map(named);
  for (const first of [1, 2, 3, 5, 8, 9]) {
    const seen: string[] = [];
    let page = await list({ first });
    for (;;) {
      seen.push(...page.nodes.map(named));
      expect(page.nodes.length).toBe(page.hasNextPage ? first : page.nodes.length);
      if (!page.hasNextPage) break;
      expect(page.endCursor).toBe(page.nodes.at(-1)?.cursor);
      page = await list({ first, after: page.endCursor });
    }
    expect(seen).toEqual(whole);
  }
  expect(await list({ first: 0 })).toMatchObject({ nodes: [], hasNextPage: true });
  const nothing = await list({ first: 0 });
  expect((await list({ after: nothing.endCursor })).nodes).toHaveLength(8);
  await expect(list({ first: 501 })).rejects.toMatchObject({ extensions: { code: "PAGE_SIZE_EXCEEDED", limit: 500 } });
});

it("tells that a record is withdrawn, there again and changed, and nothing of a write that changes no row", async () => {
  await putOrganisation(testDatabase, "0001", "1");
  const set = (assignment: string) => testDatabase.query(`UPDATE organisations.organisation SET ${assignment}`);
  await set("withdrawn_at = now()");
  await set("withdrawn_at = NULL");
  await set("name = 'another'");
  await testDatabase.query("UPDATE organisations.organisation SET name = 'x' WHERE id = 'none'");
  const told = await all(4);
  expect(told.map(({ operation }) => operation)).toEqual(["CREATED", "WITHDRAWN", "CREATED", "UPDATED"]);
  expect(told.every(({ changedAt, isPublished }) => changedAt instanceof Date && isPublished)).toBe(true);
});

it("tells that an initiative has changed when something that hangs on it has, once for each write, also where it hung before", async () => {
  const key = "municipality_code, id, sources, quality_notes, changed_at";
  const values = (id: string) => `'0001', '0001-${id}', '[]', '[]', now()`;
  await putProgramme(testDatabase, "0001", "p");
  for (const id of ["a", "b"]) {
    await testDatabase.query(`INSERT INTO initiatives.initiative (${key}, name, aliases, status, status_history, is_pilot, is_reserve, themes, target_groups, area_ids, has_amount)
      VALUES (${values(id)}, 'name', '{}', 'UNKNOWN', '[]', false, false, '{}', '{}', '{}', false)`);
  }
  await testDatabase.query(`INSERT INTO initiatives.milestone (${key}, position, initiative_id, date, title)
    VALUES (${values("m1")}, 1, '0001-a', '{}', '{}'), (${values("m2")}, 2, '0001-a', '{}', '{}')`);
  await testDatabase.query("UPDATE initiatives.milestone SET initiative_id = '0001-b' WHERE id = '0001-m1'");
  await testDatabase.query("UPDATE initiatives.milestone SET withdrawn_at = now() WHERE id = '0001-m1'");
  await testDatabase.query(`INSERT INTO initiatives.decision (${key}, position, title, status, registration_numbers, initiative_ids, programme_id)
    VALUES (${values("d")}, 1, '{}', 'UNKNOWN', '{}', '{0001-a,0001-b}', '0001-p')`);
  await testDatabase.query("UPDATE initiatives.decision SET initiative_ids = '{0001-b}', programme_id = NULL");
  await testDatabase.query(`INSERT INTO initiatives.participation (municipality_code, initiative_id, programme_id, organisation_id, role, certainty, sources, quality_notes, changed_at)
    VALUES ('0001', '0001-a', '', '0001-o', 'LEAD', 'STATED', '[]', '[]', now()), ('0001', '', '0001-p', '0001-o', 'LEAD', 'STATED', '[]', '[]', now())`);
  const told = (await all(15)).map(({ kind, recordId, operation }) => `${kind} ${recordId} ${operation}`);
  const sorted = (from: number, to: number) => told.slice(from, to).sort();
  expect(told.slice(0, 4)).toEqual([
    "PROGRAMME 0001-p CREATED",
    "INITIATIVE 0001-a CREATED",
    "INITIATIVE 0001-b CREATED",
    "INITIATIVE 0001-a UPDATED",
  ]);
  expect(sorted(4, 6)).toEqual(["INITIATIVE 0001-a UPDATED", "INITIATIVE 0001-b UPDATED"]);
  expect(told[6]).toBe("INITIATIVE 0001-b UPDATED");
  const both = ["INITIATIVE 0001-a UPDATED", "INITIATIVE 0001-b UPDATED", "PROGRAMME 0001-p UPDATED"];
  expect(sorted(7, 10)).toEqual(both);
  expect(sorted(10, 13)).toEqual(both);
  expect(sorted(13, 15)).toEqual(["INITIATIVE 0001-a UPDATED", "PROGRAMME 0001-p UPDATED"]);
  expect(told).toHaveLength(15);
});

it("reads no more of a room's changes than the page can hold, as the role that row-level security holds", async () => {
  await testDatabase.query(`INSERT INTO funding.change (municipality_code, transaction, kind, record_id, operation, source_id, is_published)
    SELECT lpad((n % 290)::text, 4, '0'), pg_current_xact_id(), 'FOLLOW_UP_REPORT', n::text, 'UPDATED', 'source-' || n % 100, n % 3 = 0
    FROM generate_series(1, 30000) n`);
  await testDatabase.query("ANALYZE funding.change");
  const { nodes } = await until("a page", async () => {
    const page = await list({ first: 5 });
    return page.nodes.length === 5 && page;
  });
  const reads = async (question: Partial<ChangeQuestion>): Promise<PlanNode[]> => {
    let plan: PlanNode | undefined;
    const explain = {
      async rows(name: string, { text, values }: Sql) {
        const [row] = await database.reader().rows<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(name, {
          text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
          values,
        } as never);
        plan = row?.["QUERY PLAN"][0].Plan;
        return [];
      },
    };
    await createChangeRepository(explain)
      .listChanges({ first: 5, ...question })
      .catch(() => {});
    const scans = (node: PlanNode): PlanNode[] => [
      ...(node["Relation Name"] === "change" && node["Actual Rows"] > 0 ? [node] : []),
      ...(node.Plans ?? []).flatMap(scans),
    ];
    return plan ? scans(plan) : [];
  };
  const after = nodes.at(-1)?.cursor ?? "";
  for (const question of [{}, { after }, { owners: ["0007"] }, { source: "source-7" }]) {
    const scans = await reads(question);
    expect(scans).toHaveLength(1);
    expect(scans[0]).toMatchObject({ "Node Type": "Index Scan", "Actual Rows": 6 });
    expect(scans[0]?.["Index Cond"]).toContain("pg_snapshot_xmin");
    expect(scans[0]?.["Rows Removed by Filter"] ?? 0).toBeLessThan(30);
  }
  expect((await reads({ owners: ["0007"] }))[0]?.["Index Cond"]).toContain("municipality_code");
  expect((await reads({ source: "source-7" }))[0]?.["Index Cond"]).toContain("source_id");
});

describe("a cursor", () => {
  it("is good after the hub and its connections were started anew", async () => {
    for (const id of ["1", "2"]) await putOrganisation(testDatabase, "0001", id);
    await ownFeed();
    const [first] = await all(2);
    await database.close();
    database = createOpendataDatabase({ url: testDatabase.url, logger: silentLogger });
    await database.migrate();
    await database.connect();
    const { nodes } = await list({ after: first?.cursor ?? "" });
    expect(nodes.map(({ recordId }) => recordId)).toEqual(["0001-2"]);
  });

  it.each([
    ["garbage", async () => "garbage"],
    ["one that was altered", async () => (await list()).endCursor.replace(/.$/, (last) => (last === "A" ? "B" : "A"))],
    ["one of another list", async () => Buffer.from('["listAreas NAME","x"]').toString("base64url")],
    ["one of another feed", async () => encodeCursor("6d0b1c5e-6d1b-4b38-9a52-0d5f2ab9ce3f", BEGINNING)],
    [
      "one of a place that the feed has not come to",
      async () => {
        const { feed = "", place = BEGINNING } = decodeCursor((await list()).endCursor) ?? {};
        return encodeCursor(feed, { ...place, transaction: place.transaction + 1_000_000n });
      },
    ],
  ])("that is %s is refused with what to do", async (_, cursor) => {
    await expect(list({ after: await cursor() })).rejects.toMatchObject({
      message: expect.stringMatching(/Pull the whole anew|as the feed gave it/),
      extensions: { code: "INVALID_CURSOR", argument: "after" },
    });
  });
});

/** The test's database is a copy of a template: it gets a feed of its own, as every copy does when it is brought up to date. */
async function ownFeed(): Promise<string> {
  await database.migrate();
  const [feed] = await testDatabase.query<{ id: string }>("SELECT id FROM opendata.feed");
  return feed?.id ?? "";
}

describe("in a database that was restored from a backup into another cluster", () => {
  /** As after a restore: transactions bear numbers that this cluster has not come to yet. */
  async function restore(): Promise<void> {
    await database.migrate();
    await testDatabase.query(`UPDATE opendata.feed SET place = '1 1'`);
    for (const room of ["areas", "organisations", "initiatives", "funding"]) {
      await testDatabase.query(
        `UPDATE ${room}.change SET transaction = (transaction::text::bigint * 2 + 1000000000)::text::xid8`,
      );
    }
  }

  it("shows what was written before, in the same order and before what is written from then on", async () => {
    for (const id of ["1", "2", "3"]) {
      await putOrganisation(testDatabase, "0001", id);
      await putProgramme(testDatabase, "0001", id);
    }
    const before = (await all(6)).map(named);
    await restore();
    expect((await list()).nodes).toEqual([]);
    await database.migrate();
    await putOrganisation(testDatabase, "0001", "4");
    expect((await all(7)).map(named)).toEqual([...before, "0001 ORGANISATION 0001-4 CREATED"]);
  });

  it("also when there were more transactions than this cluster has counted", async () => {
    // In one room, whose order must be kept where numbers are shared.
    for (let id = 1; id <= 30; id += 1) await putOrganisation(testDatabase, "0001", `${id}`);
    const before = (await all(30)).map(named);
    await restore();
    // The cluster's own count is beyond that: so the transactions are made more than it has.
    await testDatabase.query(`INSERT INTO areas.change (municipality_code, transaction, kind, record_id, operation, is_published)
      SELECT '0002', (1000000000 + n * 2 + 1)::text::xid8, 'AREA', n::text, 'CREATED', true
      FROM generate_series(1, pg_snapshot_xmax(pg_current_snapshot())::text::int + 100) n`);
    await database.migrate();
    const told = await until("the whole", async () => {
      const { nodes } = await list({ owners: ["0001"] });
      return nodes.length === 30 && nodes;
    });
    expect(told.map(named)).toEqual(before);
    const [{ wrong } = { wrong: -1 }] = await testDatabase.query<{ wrong: number }>(
      `SELECT count(*)::int AS wrong FROM (SELECT record_id::int AS id, lag(record_id::int) OVER (ORDER BY transaction, position) AS before FROM areas.change) c WHERE id < before`,
    );
    expect(wrong).toBe(0);
  });

  it("refuses cursors of before, and stops webhooks at the beginning", async () => {
    await putOrganisation(testDatabase, "0001", "1");
    await all(1);
    const feed = await ownFeed();
    const { endCursor } = await list();
    await testDatabase.query(
      "INSERT INTO opendata.webhook (id, source_id, url, kinds, cursor, message_id, message_body, message_cursor) VALUES ('wh', 's', 'https://a.example', '{}', $1, 'msg', '{}', $1)",
      [endCursor],
    );
    await restore();
    await database.migrate();
    await expect(list({ after: endCursor })).rejects.toMatchObject({
      message: expect.stringContaining("Pull the whole anew"),
      extensions: { code: "INVALID_CURSOR" },
    });
    const now = await ownFeed();
    expect(now).not.toBe(feed);
    expect(await testDatabase.query("SELECT state, cursor, message_id FROM opendata.webhook")).toEqual([
      { state: "STOPPED", cursor: encodeCursor(now, BEGINNING), message_id: null },
    ]);
  });
});

it("is the same feed as long as the database is the same, and webhooks go on when another server has taken over", async () => {
  const feed = await ownFeed();
  expect(await ownFeed()).toBe(feed);
  await putOrganisation(testDatabase, "0001", "1");
  const [told] = await all(1);
  await testDatabase.query(
    "INSERT INTO opendata.webhook (id, source_id, url, kinds, cursor) VALUES ('wh', 's', 'https://a.example', '{}', $1)",
    [told?.cursor],
  );
  await testDatabase.query("UPDATE opendata.feed SET timeline = timeline + 1");
  const now = await ownFeed();
  expect(now).not.toBe(feed);
  expect((await all(1)).map(named)).toEqual(["0001 ORGANISATION 0001-1 CREATED"]);
  expect(await testDatabase.query("SELECT state, cursor FROM opendata.webhook")).toEqual([
    { state: "ACTIVE", cursor: encodeCursor(now, decodeCursor(told?.cursor ?? "")?.place ?? BEGINNING) },
  ]);
});

interface PlanNode {
  "Relation Name"?: string;
  "Node Type": string;
  "Actual Rows": number;
  "Index Cond"?: string;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
}

/** The same numbers every time, from 0 to below the bound. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
