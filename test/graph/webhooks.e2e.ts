import { createOpendataDatabase } from "../../opendata/database";
import { type Receiver, startReceiver } from "../../opendata/webhooks/test-support/receiver";
import { silentLogger } from "../testkit/database";
import { startTestHub, type TestHub } from "../testkit/hub";
import { until } from "../testkit/until";

let hub: TestHub;
let receiver: Receiver;
let reviewer: string;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  reviewer = await hub.issuer.token({ owner: "boverket", roles: ["reviewer"] });
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
  await hub.database.query("DELETE FROM opendata.webhook");
});
afterAll(() => hub.stop());

const WEBHOOK =
  "id source url kinds state cursor failures nextAttemptAt createdAt attempts { messageId at status failure milliseconds }";
const RESULT = `webhook { ${WEBHOOK} } secret mistakes { code field message(language: EN) remedy sv: message }`;

type Name = "createWebhook" | "removeWebhook" | "resumeWebhook" | "replayWebhook";
async function change(name: Name, input: Record<string, unknown>, token = reviewer) {
  const type = `${name === "createWebhook" || name === "replayWebhook" ? name[0]?.toUpperCase() + name.slice(1) : "Webhook"}Input`;
  const data = await hub.data(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${RESULT} } }`,
    { input: { source: "boverket", ...input } },
    token,
  );
  return data[name];
}

const create = async (input: Record<string, unknown> = {}) => {
  const made = await change("createWebhook", { url: receiver.url, ...input });
  if (made.secret) receiver.secret = made.secret;
  return made;
};
const webhooks = async (token = reviewer) =>
  (await hub.data(`{ webhooks(source: "boverket") { ${WEBHOOK} } }`, {}, token)).webhooks;

/** A change of something of Boverket's. */
const touch = () =>
  hub.database.query(
    `UPDATE funding."grant" SET changed_at = now() WHERE id = (SELECT min(id) FROM funding."grant" WHERE source_id = 'boverket')`,
  );

it("is made when its address takes a message that it is tried with, and is told of what happens from then on", async () => {
  const made = await create({ kinds: ["GRANT", "FOLLOW_UP_REPORT"] });
  expect(made).toMatchObject({
    webhook: {
      source: "boverket",
      url: receiver.url,
      kinds: ["GRANT", "FOLLOW_UP_REPORT"],
      state: "ACTIVE",
      failures: 0,
      nextAttemptAt: null,
      attempts: [],
    },
    secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    mistakes: [],
  });
  expect(receiver.received.map(({ body }) => body)).toEqual([
    { type: "webhook.created", timestamp: expect.any(String), data: { source: "boverket", webhook: made.webhook.id } },
  ]);
  await touch();
  await until("the change", () => receiver.taken().length > 0);
  const [told] = receiver.received.slice(1);
  expect(told).toMatchObject({ isSigned: true, body: { type: "changes", data: { source: "boverket" } } });
  expect(told?.body.data.changes).toEqual([expect.objectContaining({ kind: "GRANT", operation: "UPDATED" })]);
  const [seen] = await until("the attempt", async () => {
    const all = await webhooks();
    return all[0].attempts.length > 0 && all[0].cursor === told?.body.data.cursor && all;
  });
  expect(seen.attempts).toEqual([
    { messageId: told?.id, at: expect.any(String), status: 204, failure: null, milliseconds: expect.any(Number) },
  ]);
  // The cursor of the message is one of the feed.
  const { changes } = await hub.data(
    `query ($after: String) { changes(after: $after, filter: { source: "boverket" }) { nodes { recordId } } }`,
    { after: told?.body.data.cursor },
  );
  expect(changes.nodes).toEqual([]);
});

it("is told from a cursor on when one is given, and again from where it is replayed", async () => {
  const { changes } = await hub.data(
    `{ changes(first: 500, filter: { source: "boverket" }) { nodes { cursor recordId } } }`,
  );
  const ids: string[] = changes.nodes.map(({ recordId }: { recordId: string }) => recordId);
  expect(ids.length).toBeGreaterThan(3);
  const made = await create({ after: changes.nodes[1].cursor });
  await until("all after the cursor", () => receiver.taken().length >= ids.length - 2);
  expect(receiver.taken()).toEqual(ids.slice(2));
  const input = { id: made.webhook.id };
  expect((await change("replayWebhook", { ...input, after: changes.nodes[2].cursor })).mistakes).toEqual([]);
  await until("what was replayed", () => receiver.taken().length >= 2 * ids.length - 5);
  expect(receiver.taken().slice(ids.length - 2)).toEqual(ids.slice(3));
  expect((await change("replayWebhook", input)).webhook.id).toBe(input.id);
  await until("all again", () => receiver.taken().length >= 3 * ids.length - 5);
  expect(receiver.taken().slice(2 * ids.length - 5)).toEqual(ids);
});

it("stops when the address is gone, and goes on from where it was when it is resumed", async () => {
  const made = await create();
  receiver.answer = () => 410;
  await touch();
  const [stopped] = await until("the webhook to stop", async () => {
    const all = await webhooks();
    return all[0].state === "STOPPED" && all;
  });
  expect(stopped).toMatchObject({
    failures: 1,
    nextAttemptAt: null,
    attempts: [{ status: 410, failure: "status 410" }],
  });
  receiver.answer = () => 204;
  expect((await change("resumeWebhook", { id: made.webhook.id })).webhook).toMatchObject({
    state: "ACTIVE",
    failures: 0,
  });
  await until("the change", () => receiver.taken().length === 1);
  const [, refused, taken] = receiver.received;
  expect(taken).toEqual(refused);
  const removed = await change("removeWebhook", { id: made.webhook.id });
  expect(removed).toEqual({ webhook: null, secret: null, mistakes: [] });
  expect(await webhooks()).toEqual([]);
});

it("is refused with all mistakes at once, and without asking the address", async () => {
  const made = await create({
    url: "http://user:pass@10.1.2.3/#here",
    kinds: ["GRANT", "AREA", "INITIATIVE"],
    after: "garbage",
  });
  expect(made.webhook).toBeNull();
  expect(made.secret).toBeNull();
  expect(made.mistakes.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`)).toEqual([
    ...Array(4).fill("URL input.url"),
    "KIND input.kinds[1]",
    "KIND input.kinds[2]",
    "CURSOR input.after",
  ]);
  for (const { message, remedy, sv } of made.mistakes)
    expect([message, remedy, sv].every((text) => text.length > 10)).toBe(true);
  expect(await webhooks()).toEqual([]);
});

it.each([
  ["fails", () => 500, "status 500"],
  ["redirects", () => 302, "status 302, a redirect, and redirects are not followed"],
])("is refused when its address %s at the first message", async (_, answer, value) => {
  receiver.answer = answer;
  const { webhook, mistakes } = await create();
  expect(webhook).toBeNull();
  expect(mistakes).toEqual([
    expect.objectContaining({
      code: "NOT_ANSWERED",
      field: "input.url",
      message: `The address did not take the message that it was tried with: ${value}.`,
    }),
  ]);
  expect(receiver.received).toHaveLength(1);
  expect(await webhooks()).toEqual([]);
});

it("is one of ten that a source may have, also when several are made at once", async () => {
  const results = [];
  for (let made = 0; made < 8; made += 1) results.push(await create());
  results.push(...(await Promise.all([1, 2, 3, 4].map(() => create()))));
  const refused = results.filter(({ webhook }) => webhook === null);
  expect(refused.map(({ mistakes }) => mistakes.map(({ code }: { code: string }) => code))).toEqual([
    ["TOO_MANY"],
    ["TOO_MANY"],
  ]);
  expect(await webhooks()).toHaveLength(10);
});

it("is its source's alone: others neither see nor change it, and a reader sees it only", async () => {
  const { webhook } = await create();
  const tokenOf = (owner: string, role: "reader" | "reviewer" | "reporter") =>
    hub.issuer.token({ owner, roles: [role] });
  expect(await webhooks(await tokenOf("boverket", "reader"))).toHaveLength(1);
  const codeOf = async (text: string, token?: string) => (await hub.ask(text, {}, token)).errors?.[0]?.extensions.code;
  const list = `{ webhooks(source: "boverket") { id } }`;
  const remove = `mutation { removeWebhook(input: { source: "boverket", id: "${webhook.id}" }) { mistakes { code } } }`;
  expect(await codeOf(list)).toBe("UNAUTHENTICATED");
  expect(await codeOf(list, await tokenOf("tillvaxtverket", "reviewer"))).toBe("FORBIDDEN");
  expect(await codeOf(list, await tokenOf("2281", "reporter"))).toBe("FORBIDDEN");
  for (const token of [
    await tokenOf("tillvaxtverket", "reviewer"),
    await tokenOf("boverket", "reader"),
    await tokenOf("2281", "reporter"),
  ]) {
    expect(await codeOf(remove, token)).toBe("FORBIDDEN");
  }
  // One's own source with the id of another's webhook.
  const other = await tokenOf("tillvaxtverket", "reviewer");
  for (const name of ["removeWebhook", "resumeWebhook", "replayWebhook"] as const) {
    const { mistakes } = await change(name, { source: "tillvaxtverket", id: webhook.id }, other);
    expect(mistakes).toEqual([expect.objectContaining({ code: "UNKNOWN_WEBHOOK", field: "input.id" })]);
  }
  expect(await webhooks()).toHaveLength(1);
});

it("is seen and written by row-level security for its source alone, and its key by the sender alone", async () => {
  const { webhook, secret } = await create();
  const [stored] = await hub.database.query<{ sealed: string }>("SELECT sealed FROM opendata.webhook_secret");
  expect(stored?.sealed).not.toContain(secret.slice(6, 20));
  const database = createOpendataDatabase({ url: hub.database.url, logger: silentLogger });
  await database.connect();
  try {
    const as = (owner: string, role: "reader" | "reviewer", text: string) =>
      database.write({ identity: { owner, roles: [role], client: "x" } }, (statements) =>
        statements.rows("try", { text, values: [] } as never),
      );
    expect(await as("boverket", "reader", "SELECT id FROM webhook")).toEqual([{ id: webhook.id }]);
    expect(await as("tillvaxtverket", "reviewer", "SELECT id FROM webhook")).toEqual([]);
    expect(await as("boverket", "reviewer", "SELECT * FROM webhook_secret")).toEqual([]);
    for (const [owner, role] of [
      ["tillvaxtverket", "reviewer"],
      ["boverket", "reader"],
    ] as const) {
      expect(await as(owner, role, "UPDATE webhook SET state = 'STOPPED' RETURNING id")).toEqual([]);
      expect(await as(owner, role, "DELETE FROM webhook RETURNING id")).toEqual([]);
      await expect(
        as(
          owner,
          role,
          "INSERT INTO webhook (id, source_id, url, kinds, cursor) VALUES ('x', 'boverket', 'x', '{}', 'x')",
        ),
      ).rejects.toThrow("row-level security");
    }
    await expect(as("boverket", "reviewer", "UPDATE webhook SET source_id = 'tillvaxtverket'")).rejects.toThrow(
      "permission denied",
    );
    await expect(as("boverket", "reviewer", "UPDATE webhook SET url = 'https://elsewhere.example'")).rejects.toThrow(
      "permission denied",
    );
  } finally {
    await database.close();
  }
});

it("has its making, removing, resuming and replaying in the audit log", async () => {
  const { webhook } = await create();
  for (const name of ["resumeWebhook", "replayWebhook", "removeWebhook"] as const)
    await change(name, { id: webhook.id });
  const entries = await hub.database.query<{ action: string; owner: string; municipality_code: string }>(
    "SELECT action, owner, municipality_code FROM funding.audit_entry WHERE record = $1 AND action <> 'webhook' ORDER BY position",
    [webhook.id],
  );
  expect(entries).toEqual(
    ["createWebhook", "resumeWebhook", "replayWebhook", "removeWebhook"].map((action) => ({
      action,
      owner: "boverket",
      municipality_code: "0000",
    })),
  );
});
