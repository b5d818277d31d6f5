import fc from "fast-check";
import type { Database } from "../../kit/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { createTestIssuer } from "../../test/testkit/issuer";
import { createOpendataDatabase } from "../database";
import { createOpendataSubgraph } from "../subgraph";
import { datasets } from "./catalogue";
import { encodeCursor } from "./cursor";
import type { Dataset } from "./dataset";
import { parameterKinds } from "./parameters";
import { putReports } from "./test-support/reports";

let server: TestDatabase;
let database: Database;
let stop: () => Promise<void>;
let url: string;
let authorization: string;

beforeAll(async () => {
  server = await createTestDatabase("seeded");
  await putReports(server);
  const issuer = await createTestIssuer();
  authorization = `Bearer ${await issuer.token({ owner: "2281", roles: ["reporter"] })}`;
  database = createOpendataDatabase({ url: server.url, logger: silentLogger });
  await database.connect();
  const publicUrl = () => "https://hub.test";
  const service = createOpendataSubgraph({ database, logger: silentLogger, tokens: issuer.tokens, publicUrl });
  ({ url } = await service.start({ host: "127.0.0.1", port: 0 }));
  stop = service.stop;
});
afterAll(async () => {
  await stop();
  await database.close();
  await server.drop();
});

const HOSTILE = [
  "",
  " ",
  ",",
  ",,2281,",
  "\0",
  "a\0b",
  "\ud800",
  "'",
  "\\",
  "$1",
  "%",
  "' OR 1=1 --",
  "-1",
  "0",
  "-0",
  "1e308",
  "NaN",
  "Infinity",
  "2147483648",
  "99999999999999999999",
  "١٢٣٤",
  "__proto__",
  "null",
  "[]",
  "x".repeat(3000),
];

/** At the ends of what PostgreSQL, ISO 8601 and JavaScript take, and beyond. */
const moment = fc
  .tuple(
    fc.constantFrom("0000", "0001", "1899", "1900", "2026", "9999", "10000", "+010000", "-000001", "294277"),
    fc.constantFrom("-01-01", "-02-29", "-12-31", "-13-01", "-W01-1", "-366", ""),
    fc.constantFrom("", "T00:00:00", "T23:59:59", "T23:59:60", "T24:00:00", "T12:00:00.1234567", " 12:00"),
    fc.constantFrom("", "Z", "z", "+14:59", "-14:59", "+15:00", "+00:60", "[Europe/Stockholm]", " BC"),
  )
  .map((parts) => parts.join(""));

const part = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.integer(),
  fc.double(),
  fc.constant(null),
  fc.constantFrom(-0, 2 ** 31 - 1, 2 ** 31),
);
const cursorOf = (dataset: Dataset) =>
  fc.oneof(
    fc
      .tuple(
        ...dataset.key.map(({ type }) =>
          type === "text" ? fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })) : fc.nat(),
        ),
      )
      .map((key) => encodeCursor(dataset, key)),
    fc.array(part).map((key) => Buffer.from(JSON.stringify([dataset.name, ...key])).toString("base64url")),
  );

const likely: Record<string, fc.Arbitrary<string>> = {
  municipality: fc.constantFrom("0000", "9999", "2281,2281", "0000,9999"),
  source: fc.constantFrom("boverket", "å.-_", "a".repeat(200)),
  programme: fc.constantFrom("sfs-2020-1202", "0"),
  year: fc.constantFrom("1900", "2099", "2020,2021", "0000", "2100"),
  updatedSince: moment,
  withdrawn: fc.constantFrom("true", "false"),
  unpublished: fc.constantFrom("true", "false"),
  limit: fc.constantFrom("1", "1000000", "1000001", "0001"),
};

const likelyOf = (name: string) => (Object.hasOwn(likely, name) && likely[name]) || fc.constant("sv");

const question = fc.constantFrom(...datasets).chain((dataset) =>
  fc.record({
    dataset: fc.constant(dataset),
    ending: fc.constantFrom("ndjson", "csv", "xlsx", "parquet"),
    method: fc.constantFrom("GET", "HEAD"),
    isKnown: fc.boolean(),
    parameters: fc.array(
      fc
        .constantFrom(...Object.keys(parameterKinds), "language", "toString")
        .chain((name) =>
          fc.tuple(
            fc.constant(name),
            fc.oneof(
              { weight: 3, arbitrary: name === "after" ? cursorOf(dataset) : likelyOf(name) },
              { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
            ),
          ),
        ),
      { maxLength: 3 },
    ),
  }),
);

const status = async (path: string, init: RequestInit = {}): Promise<number> => {
  const response = await fetch(`${url}/bulk/v1/${path}`, init);
  await response.arrayBuffer();
  return response.status;
};

it("answers no parameters, whatever is in them, as if the hub had failed", async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(question, async ({ dataset, ending, method, isKnown, parameters }) => {
      const search = new URLSearchParams(parameters.map(([name, value]) => [name, value] as [string, string]));
      const answered = await status(`${dataset.name}.${ending}?${search}`, {
        method,
        ...(isKnown && { headers: { authorization } }),
      });
      statuses.set(answered, (statuses.get(answered) ?? 0) + 1);
      expect([200, 400, 401, 403]).toContain(answered);
    }),
    { numRuns: 500 },
  );
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 400]));
});

it.each(["9999-12-31T23:59:59-14:59", "9999-12-31T23:59:59Z", "1900-01-01T00:00:00+14:59", "0000-01-01"])(
  "says of the moment %s that it is wrong, or takes it",
  async (updatedSince) => {
    const expected = updatedSince.endsWith("Z") ? 200 : 400;
    expect(await status(`grants.csv?${new URLSearchParams({ updatedSince })}`)).toBe(expected);
  },
);

it.each(["%", "%zz=%", "=", "&&&", "limit", "after=%ff%fe", "updatedSince=%00", "?limit=1", "limit=1#x"])(
  "takes or refuses what is no search, too: ?%s",
  async (search) => {
    expect([200, 400]).toContain(await status(`areas.csv?${search}`));
    expect([200, 400]).toContain(await status(`openapi.json?${search}`));
  },
);

it("takes headers as they come", async () => {
  const all: Record<string, string>[] = [
    { "accept-language": "sv;q=1e999, en;q=NaN, ;;;" },
    { "accept-encoding": ";q=, *;q=0, identity;q=0" },
    { "if-none-match": 'W/"' },
    { "if-none-match": '",*' },
  ];
  for (const headers of all) expect(await status("areas.csv", { headers })).toBe(200);
});
