import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKey } from "../../cli/access-token/read-key";
import { requestToken } from "../../cli/access-token/request-token";
import { createDevelopmentIssuer, type DevelopmentIssuer } from "../../issuer";
import { type Child, startChild } from "../testkit/child";
import { createTestDatabase, silentLogger, type TestDatabase } from "../testkit/database";

const HUB = "https://hub.test";
const AUDIT = "{ auditLog(first: 1) { totalCount } }";

let issuer: DevelopmentIssuer;
let issuerUrl: string;
let database: TestDatabase;
let folder: string;
let room: string;
let gateway: string;
const running: Child[] = [];

/** The room and the gateway as programs of their own, which know the issuer by its name alone. */
beforeAll(async () => {
  issuer = await createDevelopmentIssuer({
    clients: [{ id: "operator", owner: "hub", roles: ["operator"] }],
    logger: silentLogger,
    audience: () => HUB,
  });
  ({ issuer: issuerUrl } = await issuer.start(0));
  database = await createTestDatabase("seeded");
  folder = mkdtempSync(join(tmpdir(), "kommungraf-access-alone-"));
  const shared = {
    PORT: "0",
    PUBLIC_URL: HUB,
    DATA_DIRECTORY: folder,
    OAUTH_ISSUERS: JSON.stringify([{ issuer: issuerUrl }]),
  };
  const start = async (entry: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const child = startChild(entry, args, { ...shared, ...env });
    running.push(child);
    const [, url = ""] = await child.saw(/"url":"([^"]+\/graphql)"/);
    return url;
  };
  room = await start("cli/main.ts", ["subgraph", "funding"], { DATABASE_URL: database.url });
  gateway = await start("gateway/index.ts", [], { SUBGRAPH_URLS: `funding=${room}` });
});
afterAll(async () => {
  await Promise.all(running.map((child) => child.stop()));
  await issuer?.stop();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, authorization?: string) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({ query: AUDIT }),
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: { auditLog: { totalCount: number } | null };
    errors?: { message: string; extensions: { code: string } }[];
  };
  return { response, data, errors, codes: errors.map(({ extensions }) => extensions.code) };
}

const tokenOf = async (clientId: string) =>
  requestToken({
    issuer: issuerUrl,
    tokenEndpoint: `${issuerUrl}/oauth/token`,
    clientId,
    key: await parseKey(issuer.privateKeysOf(clientId) ?? ""),
    scope: undefined,
    resource: HUB,
  });

describe.each(["room", "gateway"] as const)("a %s that runs by itself", (which) => {
  const url = () => (which === "room" ? room : gateway);

  it("takes tokens of the issuers that it is told", async () => {
    const { data, errors } = await ask(url(), `Bearer ${await tokenOf("operator")}`);
    expect(errors).toEqual([]);
    expect(data?.auditLog?.totalCount).toEqual(expect.any(Number));
  });

  it("lets nobody in without one", async () => {
    expect((await ask(url())).codes).toEqual(["UNAUTHENTICATED"]);
  });

  it("says 401 and why to one that is no good", async () => {
    const { response, errors } = await ask(url(), "Bearer x.y.z");
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
    expect(errors).toEqual([{ message: "The access token is no JWT.", extensions: { code: "UNAUTHENTICATED" } }]);
  });
});

it.each([
  ["cli/main.ts", ["subgraph", "funding"]],
  ["gateway/index.ts", []],
  ["cli/main.ts", ["start"]],
] as const)("%s %j ends with every mistake in OAUTH_ISSUERS", async (entry, args) => {
  const OAUTH_ISSUERS = JSON.stringify([{ issuer: "http://issuer.example", scopes: { a: "admin" } }]);
  const child = startChild(entry, args, { PORT: "0", DATA_DIRECTORY: folder, OAUTH_ISSUERS });
  expect(await child.ended()).not.toBe(0);
  expect(child.output()).toContain("[0].issuer must be an https address");
  expect(child.output()).toContain("[0].scopes.a must be one of reporter, reader, reviewer, operator");
});

it("has no issuer for development in production, and says so", async () => {
  const env = { PORT: "0", DATA_DIRECTORY: folder, NODE_ENV: "production", DEVELOPMENT_ISSUER: "on" };
  const child = startChild("cli/main.ts", ["start"], env);
  expect(await child.ended()).not.toBe(0);
  expect(child.output()).toContain("DEVELOPMENT_ISSUER: must not be on");
});
