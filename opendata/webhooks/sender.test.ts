import type { Database } from "../../kit/database";
import { createSealedBox } from "../../kit/sealed-box";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { until } from "../../test/testkit/until";
import { BEGINNING, encodeCursor } from "../changes/cursor";
import { createOpendataDatabase } from "../database";
import { newSecret } from "./message";
import { type Receiver, startReceiver } from "./test-support/receiver";
import { startWebhookWork, type WorkOptions } from "./work";

let testDatabase: TestDatabase;
let receiver: Receiver;
const databases: Database[] = [];
const working: { stop(): Promise<void> }[] = [];
const sealedBox = createSealedBox();

beforeEach(async () => {
  testDatabase = await createTestDatabase("migrated");
  receiver = await startReceiver();
  receiver.secret = newSecret();
});
afterEach(async () => {
  await Promise.all(working.splice(0).map((work) => work.stop()));
  await Promise.all(databases.splice(0).map((database) => database.close()));
  await receiver.close();
  await testDatabase.drop();
});

/** A hub's own work, in a process of its own as far as the database can tell. */
async function work(options: Partial<WorkOptions> = {}): Promise<{ stop(): Promise<void> }> {
  const database = createOpendataDatabase({ url: testDatabase.url, logger: silentLogger });
  await database.connect();
  databases.push(database);
  const begun = startWebhookWork({
    database,
    logger: silentLogger,
    sealedBox,
    loopback: true,
    pollMilliseconds: 20,
    backOff: [30],
    ...options,
  });
  working.push(begun);
  return begun;
}

async function putWebhook(id: string, { source = "boverket", url = receiver.url, kinds = [] as string[] } = {}) {
  const [feed] = await testDatabase.query<{ id: string }>("SELECT id FROM opendata.feed");
  await testDatabase.query(
    "INSERT INTO opendata.webhook (id, source_id, url, kinds, cursor) VALUES ($1, $2, $3, $4, $5)",
    [id, source, url, kinds, encodeCursor(feed?.id ?? "", BEGINNING)],
  );
  await testDatabase.query("INSERT INTO opendata.webhook_secret VALUES ($1, $2, $3)", [
    id,
    source,
    await sealedBox.seal(receiver.secret, id),
  ]);
}

/** Changes as a trigger puts them, one transaction each. */
async function change(
  ids: readonly string[],
  { kind = "GRANT", source = "boverket" as string | null, isPublished = true } = {},
) {
  for (const id of ids) {
    await testDatabase.query(
      `INSERT INTO funding.change (municipality_code, transaction, kind, record_id, operation, source_id, is_published)
       VALUES ('2281', pg_current_xact_id(), $1, $2, 'UPDATED', $3, $4)`,
      [kind, id, source, isPublished],
    );
  }
}

/** An answer that the test gives when it will. */
function later() {
  let resolve: (status: number) => void = () => {};
  const promise = new Promise<number>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}

const ids = (count: number, prefix = "2281-") => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

async function webhook(id = "wh_1") {
  const [row] = await testDatabase.query<{
    state: string;
    failures: number;
    next_attempt_at: Date | null;
    claim: string | null;
    message_id: string | null;
  }>("SELECT * FROM opendata.webhook WHERE id = $1", [id]);
  if (!row) throw new Error(`There is no webhook ${id}.`);
  return row;
}

const attempts = () =>
  testDatabase.query<{ message_id: string; status: number | null; failure: string | null }>(
    "SELECT * FROM opendata.webhook_attempt ORDER BY position",
  );

it("tells everything in order, in messages of so many changes at most, signed with the webhook's key", async () => {
  await putWebhook("wh_1");
  await change(ids(7));
  await work({ most: 3 });
  await until("all changes", () => receiver.taken().length === 7);
  expect(receiver.taken()).toEqual(ids(7));
  expect(receiver.received.map(({ body }) => body.data.changes.length)).toEqual([3, 3, 1]);
  expect(receiver.received.every(({ isSigned }) => isSigned)).toBe(true);
  expect(receiver.received[0]?.body).toEqual({
    type: "changes",
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: {
      source: "boverket",
      changes: expect.arrayContaining([
        {
          cursor: expect.any(String),
          owner: "2281",
          kind: "GRANT",
          recordId: "2281-0",
          operation: "UPDATED",
          changedAt: expect.stringMatching(/^\d{4}-.*Z$/),
          isPublished: true,
        },
      ]),
      cursor: expect.any(String),
    },
  });
  await change(["2281-later"]);
  await until("what came later", () => receiver.taken().length === 8);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(4);
});

it("tells a source of what concerns it and of nothing else, of the kinds that it asked for", async () => {
  await putWebhook("wh_1", { kinds: ["FOLLOW_UP_REPORT"] });
  await putWebhook("wh_2", { url: `${receiver.url}/all` });
  await change(["of-another"], { source: "tillvaxtverket", isPublished: false, kind: "FOLLOW_UP_REPORT" });
  await change(["of-none"], { source: null });
  await change(["grant"]);
  await change(["draft"], { kind: "FOLLOW_UP_REPORT", isPublished: false });
  await change(["approved"], { kind: "FOLLOW_UP_REPORT" });
  await work();
  await until("all of both", () => receiver.taken().length === 5);
  const told = (path: string) =>
    receiver.received
      .filter((one) => one.path === path)
      .flatMap(({ body }) => body.data.changes.map(({ recordId }: { recordId: string }) => recordId));
  expect(told("/hook")).toEqual(["draft", "approved"]);
  expect(told("/hook/all")).toEqual(["grant", "draft", "approved"]);
  const entries = await testDatabase.query(
    "SELECT municipality_code, owner, client, action, record, record_count FROM funding.audit_entry ORDER BY record",
  );
  const entry = {
    municipality_code: "2281",
    owner: "boverket",
    client: "webhooks",
    action: "webhook",
    record_count: 1,
  };
  expect(entries).toEqual([
    { ...entry, record: "wh_1" },
    { ...entry, record: "wh_2" },
  ]);
});

it("sends the same message under the same id until it is taken, and nothing that came after before it", async () => {
  await putWebhook("wh_1");
  await change(["first"]);
  let failing = 3;
  receiver.answer = () => {
    failing -= 1;
    return failing >= 0 ? 500 : 204;
  };
  await work();
  await until("a failure", async () => (await webhook()).failures > 0);
  await change(["second"]);
  await until("both", () => receiver.taken().length === 2);
  expect(receiver.taken()).toEqual(["first", "second"]);
  const [first, ...others] = receiver.received;
  expect(others.slice(0, 3).map(({ id, body }) => ({ id, body }))).toEqual(
    Array(3).fill({ id: first?.id, body: first?.body }),
  );
  expect(others.at(3)?.id).not.toBe(first?.id);
  expect(receiver.received.every(({ isSigned }) => isSigned)).toBe(true);
  await until("the last attempt", async () => (await attempts()).length === 5);
  expect((await attempts()).map(({ status, failure }) => ({ status, failure }))).toEqual([
    ...Array(3).fill({ status: 500, failure: "status 500" }),
    { status: 204, failure: null },
    { status: 204, failure: null },
  ]);
  expect(await webhook()).toMatchObject({ failures: 0, next_attempt_at: null, message_id: null, state: "ACTIVE" });
});

it("waits longer after each failure", async () => {
  await putWebhook("wh_1");
  await change(["first"]);
  receiver.answer = () => 503;
  await work({ backOff: [1, 3_600_000] });
  const failed = await until("two failures", async () => {
    const row = await webhook();
    return row.failures === 2 && row;
  });
  expect((failed.next_attempt_at?.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_000_000);
  expect(receiver.received).toHaveLength(2);
});

it.each([
  [
    "301, without following it",
    "status 301, a redirect, and redirects are not followed",
    301,
    (receiver: Receiver) => receiver.url,
  ],
  ["no status in time", "no answer within 0.2 s", null, (receiver: Receiver) => receiver.url],
  ["nothing, when nobody listens", "nothing listens at that address", null, () => "http://127.0.0.1:1/"],
  ["nothing, at an address of the inner network", "the address is not public", null, () => "https://10.0.0.1/"],
])("has failed when the answer is %s", async (_, failure, status, urlOf) => {
  await putWebhook("wh_1", { url: urlOf(receiver) });
  await change(["first"]);
  receiver.answer = (_request, response) => {
    if (status === null) return undefined;
    response.setHeader("location", "/elsewhere");
    return status;
  };
  await work({ milliseconds: 200 });
  await until("an attempt", async () => (await attempts()).length > 0);
  expect((await attempts())[0]).toMatchObject({ status, failure });
  expect(receiver.received.every(({ path }) => path === "/hook")).toBe(true);
});

it("takes an answer for its status, however much more it says", async () => {
  await putWebhook("wh_1");
  await change(["first"]);
  let isClosed = false;
  receiver.answer = (_, response) => {
    response.writeHead(200);
    const more = setInterval(() => response.write("x".repeat(2000)), 5);
    response.on("close", () => {
      isClosed = true;
      clearInterval(more);
    });
    return undefined;
  };
  await work();
  await until("an attempt", async () => (await attempts()).length > 0);
  expect((await attempts())[0]).toMatchObject({ status: 200, failure: null });
  await until("the end of the connection", () => isClosed);
});

it("stops when the address is gone for good, and when it has failed for five days", async () => {
  await putWebhook("wh_1");
  await putWebhook("wh_2", { url: `${receiver.url}/long` });
  await change(["first"]);
  receiver.answer = ({ path }) => (path === "/hook" ? 410 : 500);
  await testDatabase.query(
    "UPDATE opendata.webhook SET failures = 12, first_failure_at = now() - interval '5 days' WHERE id = 'wh_2'",
  );
  await work();
  for (const id of ["wh_1", "wh_2"]) {
    await until(`${id} to stop`, async () => (await webhook(id)).state === "STOPPED");
    expect(await webhook(id)).toMatchObject({ next_attempt_at: null, claim: null });
  }
  expect(receiver.received).toHaveLength(2);
});

it("does not let a slow address hold up others", async () => {
  await putWebhook("wh_1", { url: `${receiver.url}/slow` });
  await putWebhook("wh_2");
  await change(["first"]);
  const slow = later();
  receiver.answer = ({ path }) => (path === "/hook/slow" ? slow.promise : 204);
  await work();
  await until("the slow one to be asked", () => receiver.received.some(({ path }) => path === "/hook/slow"));
  await change(["second"]);
  await until("both at the other", () => receiver.taken().length === 2);
  expect(receiver.received.filter(({ path }) => path === "/hook/slow")).toHaveLength(1);
  slow.resolve(204);
  await until("both at both", () => receiver.taken().length === 4);
});

it("does not hold the feed back while an address takes its time", async () => {
  await putWebhook("wh_1");
  await change(["first"]);
  const slow = later();
  receiver.answer = () => slow.promise;
  await work();
  await until("the address to be asked", () => receiver.received.length === 1);
  const open = await testDatabase.query(
    "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()",
  );
  expect(open).toEqual([]);
  slow.resolve(204);
});

it("is told by one process at a time when several have the database", async () => {
  await putWebhook("wh_1");
  await change(ids(40));
  let underWay = 0;
  let most = 0;
  receiver.answer = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay -= 1;
    return 204;
  };
  await Promise.all([work({ most: 1 }), work({ most: 1 }), work({ most: 1 })]);
  await until("all changes", () => receiver.taken().length >= 40);
  expect(receiver.taken()).toEqual(ids(40));
  expect(most).toBe(1);
});

describe("when the hub stops in the middle", () => {
  it("the next one sends the same message under the same id at once", async () => {
    await putWebhook("wh_1");
    await change(["first"]);
    receiver.answer = () => undefined;
    const first = await work();
    await until("the address to be asked", () => receiver.received.length === 1);
    await first.stop();
    expect(await webhook()).toMatchObject({ claim: null, failures: 0, message_id: receiver.received[0]?.id });
    await change(["second"]);
    receiver.answer = () => 204;
    await work();
    await until("both", () => receiver.taken().length === 2);
    expect(receiver.taken()).toEqual(["first", "second"]);
    expect(receiver.received[1]).toEqual(receiver.received[0]);
  });

  it("and has no time to say so, the next one waits until the claim is over", async () => {
    await putWebhook("wh_1");
    await change(["first"]);
    receiver.answer = () => undefined;
    const first = await work();
    await until("the address to be asked", () => receiver.received.length === 1);
    await first.stop();
    // As if it had been killed: its claim is still there.
    await testDatabase.query(
      "UPDATE opendata.webhook SET claim = gen_random_uuid(), claimed_until = now() + interval '1 hour'",
    );
    receiver.answer = () => 204;
    await work();
    await change(["second"]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(receiver.received).toHaveLength(1);
    await testDatabase.query("UPDATE opendata.webhook SET claimed_until = now()");
    await until("both", () => receiver.taken().length === 2);
    expect(receiver.received[1]).toEqual(receiver.received[0]);
  });
});

it("fails, and says so to the agency, when the key that its key was sealed with is another now", async () => {
  await putWebhook("wh_1");
  await change(["first"]);
  await work({ sealedBox: createSealedBox() });
  await until("an attempt", async () => (await attempts()).length > 0);
  expect((await attempts())[0]).toMatchObject({ status: null, failure: expect.stringContaining("make another") });
  expect(receiver.received).toEqual([]);
});

it("keeps the last hundred attempts", async () => {
  await putWebhook("wh_1");
  await testDatabase.query(
    `INSERT INTO opendata.webhook_attempt (webhook_id, source_id, message_id, at, milliseconds)
     SELECT 'wh_1', 'boverket', 'msg_' || n, now(), 1 FROM generate_series(1, 130) n`,
  );
  await change(["first"]);
  await work();
  await until("the attempt", async () =>
    (await attempts()).some(({ message_id }) => message_id === receiver.received[0]?.id),
  );
  const kept = await until("the old ones to go", async () => {
    const all = await attempts();
    return all.length === 100 && all;
  });
  expect(kept[0]?.message_id).toBe("msg_32");
});
