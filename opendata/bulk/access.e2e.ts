import { silentLogger } from "../../test/testkit/database";
import { startTestHub, type TestHub } from "../../test/testkit/hub";
import { createOpendataDatabase } from "../database";
import { createOpendataSubgraph } from "../subgraph";
import { ofNdjson } from "./test-support/read-rows";
import { putReports, REPORTS } from "./test-support/reports";

let hub: TestHub;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  hub = await startTestHub("seeded");
  await putReports(hub.database);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await hub.stop();
});

type Who = Parameters<TestHub["issuer"]["token"]>[0] | null;

const reporter = { owner: "2281", roles: ["reporter"] } as const;
const otherReporter = { owner: "2181", roles: ["reporter"] } as const;
const reader = { owner: "boverket", roles: ["reader"] } as const;
const reviewer = { owner: "boverket", roles: ["reviewer"] } as const;
const otherReader = { owner: "tillvaxtverket", roles: ["reader"] } as const;
const operator = { owner: "hub", roles: ["operator"] } as const;

async function get(path: string, who: Who, headers: Record<string, string> = {}, at = hub.url): Promise<Response> {
  const authorization = who && { authorization: `Bearer ${await hub.issuer.token(who)}` };
  return fetch(`${at}/bulk/v1/${path}`, { headers: { ...headers, ...authorization } });
}

/** Report and version of the rows, or the status. */
async function seen(path: string, who: Who, at = hub.url): Promise<string[] | number> {
  const response = await get(path, who, {}, at);
  const text = await response.text();
  if (response.status !== 200) return response.status;
  return ofNdjson(text).map(({ id, version }) => `${id} ${version ?? "draft"}`);
}

const published = [`${REPORTS.approved} 2`];
const ofSundsvall = [
  `${REPORTS.approved} 1`,
  `${REPORTS.approved} 2`,
  `${REPORTS.draft} draft`,
  `${REPORTS.supplement} draft`,
  `${REPORTS.supplement} 1`,
];

describe("what is published", () => {
  it.each([null, reporter, otherReporter, reader, operator])(
    "is all that anybody gets who asks for no more: %p",
    async (who) => {
      expect(await seen("follow-up-reports.ndjson", who)).toEqual(published);
      expect(await seen("follow-up-reports.ndjson?unpublished=false&municipality=2281", who)).toEqual(published);
    },
  );
});

describe("what is not published", () => {
  it.each<[string, Who, string[] | number]>([
    ["unpublished=true", null, 401],
    ["unpublished=true&municipality=2281", null, 401],
    ["unpublished=true", reporter, 403],
    ["unpublished=true&municipality=2281", reporter, ofSundsvall],
    ["unpublished=true&municipality=2281&source=boverket", reporter, ofSundsvall],
    ["unpublished=true&municipality=2281,2181", reporter, 403],
    ["unpublished=true&municipality=2281&municipality=2181", reporter, 403],
    ["unpublished=true&municipality=2281", otherReporter, 403],
    ["unpublished=true&municipality=2181", otherReporter, [`${REPORTS.other} draft`]],
    ["unpublished=true&source=2281", reporter, 403],
    ["unpublished=true&municipality=2281", reader, 403],
    ["unpublished=true&source=boverket", reader, ofSundsvall],
    ["unpublished=true&source=boverket", reviewer, ofSundsvall],
    ["unpublished=true&source=boverket&municipality=2181", reader, []],
    ["unpublished=true&source=boverket,tillvaxtverket", reader, 403],
    ["unpublished=true&source=boverket", otherReader, 403],
    ["unpublished=true&source=tillvaxtverket", otherReader, [`${REPORTS.other} draft`]],
    ["unpublished=true&municipality=2281", operator, 403],
  ])("%s, asked by %p", async (search, who, expected) => {
    expect(await seen(`follow-up-reports.ndjson?${search}`, who)).toEqual(expected);
    const allocations = await get(`follow-up-allocations.ndjson?${search}`, who);
    expect(allocations.status).toBe(typeof expected === "number" ? expected : 200);
    await allocations.text();
  });

  it("says how to be let in, and nothing of what there is", async () => {
    const without = await get("follow-up-reports.csv?unpublished=true&municipality=2281", null);
    expect([without.status, without.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="kommungraf"']);
    expect((await without.json()) as object).toMatchObject({ type: "urn:problem-type:kommungraf:unauthenticated" });
    const wrong = await fetch(`${hub.url}/bulk/v1/grants.csv`, { headers: { authorization: "Bearer x.y.z" } });
    expect([wrong.status, wrong.headers.get("www-authenticate")]).toEqual([
      401,
      'Bearer realm="kommungraf", error="invalid_token"',
    ]);
    const other = await get("follow-up-reports.csv?unpublished=true&municipality=2181", reporter);
    expect([other.status, other.headers.get("www-authenticate")]).toEqual([
      403,
      'Bearer realm="kommungraf", error="insufficient_scope"',
    ]);
    for (const response of [without, wrong, other]) expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("has the state and figures of each row", async () => {
    const rows = ofNdjson(
      await (await get("follow-up-reports.ndjson?unpublished=true&source=boverket", reader)).text(),
    );
    expect(rows.map(({ state, isPublished, review }) => [state, isPublished, review])).toEqual([
      ["APPROVED", false, "SUPPLEMENT_REQUESTED"],
      ["APPROVED", true, "APPROVED"],
      ["DRAFT", false, null],
      ["SUPPLEMENT_REQUESTED", false, null],
      ["SUPPLEMENT_REQUESTED", false, "SUPPLEMENT_REQUESTED"],
    ]);
    expect(rows[1]).toMatchObject({
      allocated: 1099.5,
      incurred: 601,
      coFinancing: 12,
      forecastTotal: 2_800_000,
      accounted: null,
      periodStart: "2021-01-01",
    });
    expect(rows[0]).toMatchObject({ allocated: null, incurred: null });
    const allocations = ofNdjson(await (await get("follow-up-allocations.ndjson", null)).text());
    expect(
      allocations.map(({ initiativeAmount, areaId, share, areaAmount }) => [
        initiativeAmount,
        areaId,
        share,
        areaAmount,
      ]),
    ).toEqual([
      [1000.5, "2281-nacksta", 0.333333, 333.5],
      [1000.5, "2281-bredsand", 0.5, 500.25],
      [99, null, null, null],
    ]);
  });

  it("is of one caller alone: neither its tag nor its copies are for others", async () => {
    const path = "follow-up-reports.ndjson?unpublished=true&municipality=2281&source=boverket";
    const [mine, theirs] = await Promise.all([get(path, reporter), get(path, reader)]);
    expect(mine.headers.get("etag")).not.toBe(theirs.headers.get("etag"));
    expect([mine.headers.get("cache-control"), mine.headers.get("vary")]).toEqual([
      "private, no-cache",
      "accept-encoding, authorization",
    ]);
    const again = await get(path, reporter, { "if-none-match": mine.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
    const stranger = await get(path, null, { "if-none-match": mine.headers.get("etag") ?? "" });
    expect(stranger.status).toBe(401);
  });
});

describe("the audit log", () => {
  const entries = () =>
    hub.database.query(
      "SELECT municipality_code, owner, action, record, record_count, request_id FROM funding.audit_entry WHERE action LIKE 'bulk/%' ORDER BY at, position",
    );

  it("has an entry for each municipality whose unpublished rows were given, with the request's id", async () => {
    const before = (await entries()).length;
    const response = await get("follow-up-reports.parquet?unpublished=true&source=boverket", reader, {
      "x-request-id": "nightly-1",
    });
    await response.arrayBuffer();
    expect((await entries()).slice(before)).toEqual([
      {
        municipality_code: "2281",
        owner: "boverket",
        action: "bulk/follow-up-reports",
        record: null,
        record_count: ofSundsvall.length - 1,
        request_id: "nightly-1",
      },
    ]);
  });

  it("counts what a limit lets through, and nothing for what everybody may see or nobody was given", async () => {
    const before = (await entries()).length;
    for (const [path, who] of [
      ["follow-up-reports.csv", reader],
      ["follow-up-reports.csv?unpublished=true&municipality=2281", null],
      ["follow-up-reports.csv?unpublished=true&municipality=2281", otherReporter],
      ["follow-up-reports.csv?unpublished=true&source=boverket&municipality=2181", reader],
    ] as const) {
      await (await get(path, who)).text();
    }
    expect((await entries()).length).toBe(before);
    await (await get("follow-up-reports.csv?unpublished=true&source=boverket&limit=2", reader)).text();
    expect((await entries()).slice(before)).toMatchObject([{ record_count: 1 }]);
  });

  it("has an entry of whatever tells an id: HEAD, which has none, tells none", async () => {
    const before = (await entries()).length;
    const path = "follow-up-reports.ndjson?unpublished=true&source=boverket&limit=1";
    const authorization = `Bearer ${await hub.issuer.token(reader)}`;
    const ask = (method: string, headers = {}) =>
      fetch(`${hub.url}/bulk/v1/${path}`, { method, headers: { authorization, ...headers } });
    const head = await ask("HEAD");
    expect([head.status, head.headers.get("link")]).toEqual([200, expect.not.stringContaining('rel="next"')]);
    const same = await ask("GET", { "if-none-match": head.headers.get("etag") ?? "" });
    expect([same.status, same.headers.get("link")]).toEqual([304, null]);
    expect((await entries()).length).toBe(before);
    const whole = await ask("GET", { "if-none-match": '"another"' });
    await whole.text();
    expect([whole.headers.get("link"), (await entries()).length]).toEqual([
      expect.stringContaining('rel="next"'),
      before + 1,
    ]);
    const published = await fetch(`${hub.url}/bulk/v1/grants.ndjson?limit=1`, { method: "HEAD" });
    expect(published.headers.get("link")).toContain('rel="next"');
  });
});

it("is held back by the statements and by row-level security, each without what stands before it", async () => {
  const open = async (rowSecurity: boolean) => {
    const database = createOpendataDatabase({ url: hub.database.url, logger: silentLogger, rowSecurity });
    await database.connect();
    stops.push(() => database.close());
    const service = createOpendataSubgraph({
      database,
      logger: silentLogger,
      tokens: hub.issuer.tokens,
      checkAccess: false,
      publicUrl: () => "https://hub.test",
    });
    const { url } = await service.start({ host: "127.0.0.1", port: 0 });
    stops.push(() => service.stop());
    return { database, url };
  };
  const withStatements = await open(false);
  const all = "follow-up-reports.ndjson?unpublished=true";
  expect(await seen(all, null, withStatements.url)).toEqual(published);
  expect(await seen(all, otherReporter, withStatements.url)).toEqual([`${REPORTS.other} draft`, ...published]);
  expect(await seen(all, reader, withStatements.url)).toEqual(ofSundsvall);
  const withBoth = await open(true);
  const { sql } = await import("../../kit/sql");
  const identities = [
    null,
    { ...reporter, roles: [...reporter.roles], client: "x" },
    { ...otherReader, roles: [...otherReader.roles], client: "x" },
  ];
  const counts = await Promise.all(
    identities.map((identity) =>
      withBoth.database.snapshot(
        undefined,
        (snapshot) =>
          snapshot.rows<{ id: string }>("all", sql`SELECT DISTINCT id FROM funding.published_open_report ORDER BY id`),
        { identity },
      ),
    ),
  );
  expect(counts.map((rows) => rows.map(({ id }) => id))).toEqual([
    [REPORTS.approved],
    [REPORTS.approved, REPORTS.draft, REPORTS.supplement],
    [REPORTS.other, REPORTS.approved],
  ]);
});
