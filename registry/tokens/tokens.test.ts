import { Writable } from "node:stream";
import { isPublicError } from "../../kit/errors";
import { createLogger } from "../../kit/logger";
import { sql } from "../../kit/sql";
import { createTestDatabase, type TestDatabase } from "../../test/testkit/database";
import type { Actor } from "../model";
import { localOperator } from "../owners";
import { readAudit } from "../store/audit";
import { type Connection, createConnection } from "../store/connection";
import { putOwners } from "../store/owners";
import { owners } from "../test-support/owner-subgraph";
import { UnknownOwner } from "../unknown-owner";
import { NotAllowed } from "./not-allowed";
import { createTokens, type Tokens } from "./tokens";

let database: TestDatabase;
let connection: Connection;
let tokens: Tokens;
let log = "";
beforeAll(async () => {
  database = await createTestDatabase("migrated");
  const destination = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  connection = createConnection({
    url: database.url,
    logger: createLogger({ name: "test", level: "trace" }, destination),
  });
  await putOwners(connection, owners);
  tokens = createTokens(connection);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const create = (owner = "sundsvall", days?: number) =>
  tokens.create(localOperator, { owner, days, note: "from the pipeline" });
const speaksFor = (owner: string): Actor => ({ name: "abc", owner, isOperator: false });
const auditOf = async (owner: string) =>
  (await readAudit(connection, { owner, limit: 20 })).map(({ action }) => action);
const lastUse = async (id: string) =>
  (await database.query<{ at: Date | null }>("SELECT last_used_at AS at FROM registry.token WHERE id = $1", [id]))[0]
    ?.at;

it("speaks for its owner alone", async () => {
  const { id, token } = await create("nykoping");
  expect(token).toMatch(new RegExp(`^kgt_${id}_[A-Za-z0-9_-]{43}$`));
  expect(await tokens.authenticate(token)).toEqual({ name: id, owner: "nykoping", isOperator: false });
});

it("of the operator may act for all", async () => {
  const { id, token } = await create("kommungraf");
  expect(await tokens.authenticate(token)).toEqual({ name: id, owner: "kommungraf", isOperator: true });
});

it("is made by the operator only", async () => {
  const refusal = tokens.create(speaksFor("sandviken"), { owner: "sandviken" });
  await expect(refusal).rejects.toThrow(NotAllowed);
  expect(await tokens.list("sandviken")).toEqual([]);
  expect(await readAudit(connection, { owner: "sandviken", limit: 1 })).toMatchObject([
    { actor: "abc", action: "NOT_ALLOWED", details: { what: "create a token", about: "sandviken" } },
  ]);
});

it("lasts 90 days, or as many as are asked for, but never more than a year", async () => {
  const daysOf = ({ expiresAt }: { expiresAt: Date }) => Math.round((expiresAt.getTime() - Date.now()) / 86_400_000);
  expect([
    daysOf(await create()),
    daysOf(await create("sundsvall", 1)),
    daysOf(await create("sundsvall", 365)),
  ]).toEqual([90, 1, 365]);
  for (const days of [0, 366, 1.5, Number.NaN]) {
    const error = await create("sundsvall", days).catch((reason) => reason);
    expect({ days, isPublic: isPublicError(error), message: error.message }).toEqual({
      days,
      isPublic: true,
      message: "A token lasts from 1 to 365 days.",
    });
  }
});

it("is not made for an owner that does not exist", async () => {
  await expect(create("atlantis")).rejects.toThrow(UnknownOwner);
});

it("that is wrong in any way looks like every other that is", async () => {
  const [good, ended, revoked] = await Promise.all([create(), create(), create()]);
  await database.query("UPDATE registry.token SET expires_at = now() WHERE id = $1", [ended.id]);
  await tokens.revoke(localOperator, revoked.id);
  const other = await create();
  const wrong = {
    none: undefined,
    empty: "",
    malformed: "kgt_nonsense",
    unknown: good.token.replace(good.id, "aaaaaaaaaaaa"),
    "of another id": `kgt_${good.id}_${other.token.slice(-43)}`,
    "with more behind": `${good.token}x`,
    "with a line behind": `${good.token}\n`,
    ended: ended.token,
    revoked: revoked.token,
  };
  for (const [how, text] of Object.entries(wrong)) {
    expect({ how, actor: await tokens.authenticate(text) }).toEqual({ how, actor: undefined });
  }
  expect(await tokens.authenticate(good.token)).toBeDefined();
  expect([await lastUse(ended.id), await lastUse(revoked.id), await lastUse(other.id)]).toEqual([null, null, null]);
});

describe("revoking", () => {
  it("is for its owner and the operator, and for nobody else to notice", async () => {
    const { id, token } = await create();
    expect(await tokens.revoke(speaksFor("nykoping"), id)).toBe(false);
    expect(await tokens.revoke(speaksFor("nykoping"), "aaaaaaaaaaaa")).toBe(false);
    expect(await tokens.authenticate(token)).toBeDefined();
    expect(await tokens.revoke(speaksFor("sundsvall"), id)).toBe(true);
    expect(await tokens.authenticate(token)).toBeUndefined();
  });

  it("is written down once however often it is done", async () => {
    const { id } = await create("habo-0305");
    expect([await tokens.revoke(localOperator, id), await tokens.revoke(localOperator, id)]).toEqual([true, true]);
    expect(await auditOf("habo-0305")).toEqual(["TOKEN_REVOKED", "TOKEN_CREATED"]);
  });
});

it("is marked as used once a minute at most", async () => {
  const { id, token } = await create();
  expect(await lastUse(id)).toBeNull();
  await tokens.authenticate(token);
  const first = await lastUse(id);
  expect(first).toBeInstanceOf(Date);
  await tokens.authenticate(token);
  expect(await lastUse(id)).toEqual(first);
  await database.query("UPDATE registry.token SET last_used_at = now() - interval '61 seconds' WHERE id = $1", [id]);
  await tokens.authenticate(token);
  expect((await lastUse(id))?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
});

it("is listed without anything that could be used", async () => {
  const { id, expiresAt } = await create("upplands-vasby");
  expect(await tokens.list("upplands-vasby")).toEqual([
    {
      id,
      owner: "upplands-vasby",
      note: "from the pipeline",
      createdBy: "local",
      createdAt: expect.any(Date),
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
    },
  ]);
  expect((await tokens.list()).length).toBeGreaterThan(1);
});

it("is nowhere to be read: in no table and in no line of the log", async () => {
  const { id, token } = await create();
  const secret = token.slice(-43);
  await tokens.authenticate(token);
  await tokens.revoke(localOperator, id);
  await tokens.authenticate(token);
  // A statement that fails is logged.
  await expect(connection.rows("breaks", sql`SELECT ${token} FROM nowhere`)).rejects.toThrow();
  expect(log).toContain("statement failed");
  const tables = await database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'registry'",
  );
  const rows = await Promise.all(
    tables.map(({ name }) => database.query<{ row: string }>(`SELECT t::text AS row FROM registry.${name} t`)),
  );
  const everything = `${log}\n${rows
    .flat()
    .map(({ row }) => row)
    .join("\n")}`;
  expect(everything).toContain(id);
  const hex = Buffer.from(secret, "base64url").toString("hex");
  for (const text of [token, secret, hex, Buffer.from(secret).toString("hex")]) expect(everything).not.toContain(text);
});
