import { sql } from "../../kit/sql";
import type { AuditEntryRow } from "../../subgraphs/funding/audit/audit-entry";
import { type ChainEnd, verifyChains } from "../../subgraphs/funding/audit/chain";
import { recordReads } from "../../subgraphs/funding/audit/record-reads";
import { startTestHub, type TestHub } from "../testkit/hub";

const LOG = `query ($municipality: String, $first: Int! = 500, $after: String) {
  auditLog(municipality: $municipality, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { municipality position at owner roles client action record recordCount requestId previousHash hash }
  }
}`;

interface Page {
  readonly nodes: readonly { hash: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let hub: TestHub;
let operator: string;
beforeAll(async () => {
  hub = await startTestHub("migrated");
  operator = await hub.issuer.token({ owner: "hub", roles: ["operator"], client: "operators-desk" });
});
afterAll(() => hub?.stop());
beforeEach(async () => {
  await asSuperuser("TRUNCATE funding.audit_entry");
});

/** What stands in the database, chain by chain. */
const entries = () =>
  hub.database.query<AuditEntryRow>(
    `SELECT municipality_code AS "municipalityCode", position::int, at, owner, roles, client, action, record,
       record_count AS "recordCount", request_id AS "requestId", previous_hash AS "previousHash", hash
     FROM funding.audit_entry ORDER BY municipality_code, position`,
  );
const broken = async (earlier?: readonly ChainEnd[]) => (await verifyChains(await entries(), earlier)).broken;

/** As nobody but a superuser can: with the trigger off that keeps the log as it is. */
const asSuperuser = (statement: string) =>
  hub.database.query(`DO $$ BEGIN SET LOCAL session_replication_role = replica; ${statement}; END $$`);

/** A request of a caller, as record-reads.ts sees it. */
const caller = (requestId: string, client = "uppföljning") => {
  const database = hub.databases.funding;
  if (!database) throw new Error("The hub has no funding room");
  const identity = { owner: "boverket", roles: ["reader", "reviewer"], client } as const;
  return { identity, write: (work: never) => database.write({ identity, requestId }, work) as never };
};
const recordsOf = (...ids: string[]) => ids.map((id) => ({ municipalityCode: id.slice(0, 4), id }));

describe("a read of what is not published", () => {
  it("leaves one entry in the chain of each municipality, with who, what and for which request", async () => {
    await recordReads(
      caller("request-1"),
      "followUpReports",
      recordsOf("2281-boverket~b", "0191-boverket~a", "2281-boverket~c", "2281-boverket~b"),
    );
    expect(await entries()).toMatchObject([
      {
        ...{
          municipalityCode: "0191",
          position: 1,
          owner: "boverket",
          roles: "reader,reviewer",
          client: "uppföljning",
        },
        ...{ action: "followUpReports", record: "0191-boverket~a", recordCount: 1, requestId: "request-1" },
      },
      { municipalityCode: "2281", position: 1, record: null, recordCount: 2, previousHash: "0".repeat(64) },
    ]);
    expect(await broken()).toBeNull();
  });

  it("leaves none when nothing was read", async () => {
    await recordReads(caller("request-1"), "followUpReports", []);
    expect(await entries()).toEqual([]);
  });

  it("is refused when it cannot be logged", async () => {
    await expect(recordReads(caller("request-1"), null as never, recordsOf("2281-boverket~a"))).rejects.toThrow();
  });

  it("says words of a client with quotes, lines and letters of any kind as they are", async () => {
    for (const client of ["a'b\"c", "två\nrader", "åäö 漢字 🙂", "\\n"]) {
      await recordReads(caller("request-1", client), "followUpReport", recordsOf("2281-boverket~a"));
      expect((await entries()).at(-1)?.client).toBe(client);
    }
    expect(await broken()).toBeNull();
  });
});

it("keeps one chain without gap or fork under many writers at once, some of whom take several chains or fail", async () => {
  const funding = hub.databases.funding;
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const municipalities = ["2281", "2181", "0191"].slice(index % 3);
      // Given in another order by each, so that locks would meet in a circle if they were taken as given.
      if (index % 2) municipalities.reverse();
      await recordReads(
        caller(`request-${index}`),
        "followUpReports",
        municipalities.map((municipalityCode) => ({ municipalityCode, id: `${municipalityCode}-boverket~a` })),
      );
      await expect(
        funding?.write({ identity: null }, async (statements) => {
          await statements.rows("recordRead", sql`SELECT record_audit('2281', 'lost', NULL, 1)`);
          throw new Error("taken back");
        }),
      ).rejects.toThrow("taken back");
    }),
  );
  const { broken: fault, ends, entries: count } = await verifyChains(await entries());
  expect(fault).toBeNull();
  expect(ends.map(({ municipalityCode, position }) => [municipalityCode, position])).toEqual([
    ["0191", 40],
    ["2181", 27],
    ["2281", 14],
  ]);
  expect(count).toBe(81);
});

describe("a chain that somebody has laid hands on", () => {
  beforeEach(async () => {
    for (let number = 1; number <= 5; number += 1) {
      await recordReads(caller(`request-${number}`), "followUpReport", recordsOf(`2281-boverket~${number}`));
      await recordReads(caller(`request-${number}`), "followUpReport", recordsOf(`2181-boverket~${number}`));
    }
    expect(await broken()).toBeNull();
  });

  const at = (position: number) => `municipality_code = '2281' AND position = ${position}`;
  const insert = (position: number) =>
    `INSERT INTO funding.audit_entry SELECT municipality_code, ${position}, at, owner, roles, client, action, record, record_count,
       request_id, previous_hash, hash FROM funding.audit_entry WHERE ${at(2)}`;

  it.each([
    ["changed", `UPDATE funding.audit_entry SET owner = '2281' WHERE ${at(3)}`, 3, "CHANGED"],
    ["dated back", `UPDATE funding.audit_entry SET at = at - interval '1 ms' WHERE ${at(4)}`, 4, "CHANGED"],
    ["removed", `DELETE FROM funding.audit_entry WHERE ${at(3)}`, 3, "MISSING"],
    [
      "removed and closed up",
      `DELETE FROM funding.audit_entry WHERE ${at(3)}; UPDATE funding.audit_entry SET position = 3 WHERE ${at(4)}; UPDATE funding.audit_entry SET position = 4 WHERE ${at(5)}`,
      3,
      "CHANGED",
    ],
    [
      "swapped",
      `UPDATE funding.audit_entry SET position = 99 WHERE ${at(2)}; UPDATE funding.audit_entry SET position = 2 WHERE ${at(3)}; UPDATE funding.audit_entry SET position = 3 WHERE ${at(99)}`,
      2,
      "CHANGED",
    ],
    ["added at the end", insert(6), 6, "CHANGED"],
    [
      "moved to another chain",
      `UPDATE funding.audit_entry SET municipality_code = '0191', position = 1 WHERE ${at(1)}`,
      1,
      "CHANGED",
    ],
  ])("is found where an entry was %s", async (_, tamper, position, reason) => {
    await asSuperuser(tamper);
    expect(await broken()).toMatchObject({ position, reason });
  });

  it("is found cut off by who knows where it ended", async () => {
    const { ends } = await verifyChains(await entries());
    await asSuperuser("DELETE FROM funding.audit_entry WHERE municipality_code = '2281' AND position > 3");
    expect(await broken()).toBeNull();
    expect(await broken(ends)).toEqual({ municipalityCode: "2281", position: 4, reason: "CUT_OFF" });
  });
});

describe("the log", () => {
  beforeEach(() => recordReads(caller("request-1"), "followUpReport", recordsOf("2281-boverket~a")));

  it.each([
    "UPDATE funding.audit_entry SET owner = 'x'",
    "DELETE FROM funding.audit_entry",
    "TRUNCATE funding.audit_entry",
  ])("is only added to, also by the tables' owner: %s", async (statement) => {
    await expect(hub.database.query(statement)).rejects.toThrow("audit_entry is only added to");
  });

  it("is added to by record_audit alone: no role of a room writes the table itself", async () => {
    const insert = sql`INSERT INTO audit_entry SELECT municipality_code, 2, at, owner, roles, client, action, record, record_count,
      request_id, previous_hash, hash FROM audit_entry`;
    await expect(
      hub.databases.funding?.write({ identity: { owner: "hub", roles: ["operator"], client: "x" } }, (statements) =>
        statements.rows("insert", insert),
      ),
    ).rejects.toThrow("permission denied");
  });

  it("is read by operators, the oldest first, and that is in the log too", async () => {
    const before = await entries();
    const { auditLog } = await hub.data(LOG, {}, operator);
    expect(auditLog.nodes).toEqual(
      before.map(({ municipalityCode, roles, at, ...same }) => ({
        ...same,
        municipality: municipalityCode,
        roles: roles.split(","),
        at: at.toISOString(),
      })),
    );
    expect((await entries()).filter(({ action }) => action === "auditLog")).toMatchObject([
      {
        ...{ municipalityCode: "0000", owner: "hub", roles: "operator", client: "operators-desk" },
        ...{ record: null, recordCount: 1 },
      },
    ]);
    expect(await broken()).toBeNull();
  });

  it("comes a chain at a time, in pages that hold every entry once", async () => {
    for (let number = 0; number < 6; number += 1) {
      await recordReads(caller("r"), "followUpReport", recordsOf("2281-boverket~a", "2181-boverket~a"));
    }
    for (const municipality of ["2281", undefined]) {
      const wanted = (await entries()).filter(
        ({ municipalityCode }) => !municipality || municipalityCode === municipality,
      );
      const hashes: string[] = [];
      let after: string | null = null;
      while (hashes.length < wanted.length) {
        const { auditLog }: { auditLog: Page } = await hub.data(LOG, { municipality, first: 4, after }, operator);
        hashes.push(...auditLog.nodes.map(({ hash }) => hash));
        after = auditLog.pageInfo.endCursor;
        if (!auditLog.pageInfo.hasNextPage) break;
      }
      expect(hashes.slice(0, wanted.length).sort()).toEqual(wanted.map(({ hash }) => hash).sort());
    }
    const { auditLog } = await hub.data(LOG, { municipality: "0000" }, operator);
    expect(auditLog.nodes.map(({ record }: { record: string | null }) => record)).toContain("2281");
  });

  it("is shown to no one else", async () => {
    const ask = async (token?: string) => (await hub.ask(LOG, {}, token)).errors?.[0]?.extensions.code;
    expect(await ask()).toBe("UNAUTHENTICATED");
    for (const [owner, role] of [
      ["2281", "reporter"],
      ["boverket", "reader"],
      ["boverket", "reviewer"],
    ] as const) {
      expect(await ask(await hub.issuer.token({ owner, roles: [role] }))).toBe("FORBIDDEN");
      const rows = await hub.databases.funding
        ?.reader(undefined, { identity: { owner, roles: [role], client: "x" } })
        .rows("readLog", sql`SELECT FROM audit_entry`);
      expect(rows).toEqual([]);
    }
    expect((await entries()).every(({ action }) => action !== "auditLog")).toBe(true);
  });
});
