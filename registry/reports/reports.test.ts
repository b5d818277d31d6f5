import { usageReportingSignature } from "@apollo/utils.usagereporting";
import { parse } from "graphql";
import { namelessSignature } from "../../gateway/usage/nameless-signature";
import { createLogger } from "../../kit/logger";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { createRegistryDatabase } from "../database";
import { sha256 } from "../sha256";
import { createConnection } from "../store/connection";
import { readUses } from "../store/operations";
import { readOwnersThatFail } from "../store/owner-calls";
import { createRegistryReports, type RegistryReports, type ReportedUse } from "./reports";

let database: TestDatabase;
const open: { close(): Promise<void> }[] = [];
const lines: string[] = [];

function createReports(options: { newPerDay?: number; clientsPerDay?: number } = {}): RegistryReports {
  const logger = createLogger({ name: "test", level: "warn" }, { write: (line) => void lines.push(line) });
  const reports = createRegistryReports({ databaseUrl: database.url, logger, ...options });
  open.push(reports);
  return reports;
}

beforeEach(async () => {
  lines.length = 0;
  database = await createTestDatabase("migrated");
  await createRegistryDatabase({ url: database.url, logger: silentLogger }).migrate();
  await database.query(`INSERT INTO registry.owner (name, title, kind, municipality, prefix) VALUES
    ('sundsvall', 'Sundsvall', 'MUNICIPALITY', '2281', 'sundsvall'), ('mora', 'Mora', 'MUNICIPALITY', '2062', 'mora')`);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await database.drop();
});

const use = (query: string, extra: Partial<ReportedUse> = {}): ReportedUse => {
  const signature = usageReportingSignature(parse(query), "");
  return { hash: sha256(signature), signature, coordinates: ["Query.areas"], client: "web", count: 1, ...extra };
};
const asIs = (signature: string): ReportedUse => ({ ...use("{ a }"), signature, hash: sha256(signature) });

const signatures = async () =>
  (await database.query<{ signature: string }>("SELECT signature FROM registry.operation ORDER BY 1")).map(
    ({ signature }) => signature,
  );
const counts = () =>
  database.query<{ signature: string; client: string; count: string }>(
    "SELECT o.signature, u.client, u.count::int FROM registry.operation_use u JOIN registry.operation o USING (hash) WHERE day = current_date ORDER BY 1, 2",
  );

describe("uses of operations", () => {
  it("add up by day and client, whoever reports them and however many report at once", async () => {
    const reports = [createReports(), createReports()];
    const batch = ["{ a }", "{ b }", "{ c }"].flatMap((query) => [
      use(query, { count: 2 }),
      use(query, { client: "app 1.2" }),
      use(query, { client: "app 1.2", count: 4 }),
    ]);
    await Promise.all(
      [batch, [...batch].reverse(), batch, [...batch].reverse()].map((each, index) =>
        reports[index % 2]?.operations(each),
      ),
    );
    expect(await counts()).toEqual(
      ["{a}", "{b}", "{c}"].flatMap((signature) => [
        { signature, client: "app 1.2", count: 20 },
        { signature, client: "web", count: 8 },
      ]),
    );
    expect(lines).toEqual([]);
  });

  it("say which coordinates are in use, of late", async () => {
    const reports = createReports();
    await reports.operations([
      use("{ a }", { coordinates: ["Query.areas", "Area.sundsvall", "Query.areas(first:)"] }),
      use("{ b }", { coordinates: ["Area.mora"] }),
    ]);
    await database.query("UPDATE registry.operation_use SET day = current_date - 29 WHERE hash = $1", [
      use("{ b }").hash,
    ]);
    const all = ["Area.sundsvall", "Area.mora", "Area.name", "Query.areas(first:)"];
    const connection = createConnection({ url: database.url, logger: silentLogger });
    open.push(connection);
    const uses = await readUses(connection, all, 30);
    expect([...uses.keys()].sort()).toEqual(["Area.mora", "Area.sundsvall", "Query.areas(first:)"]);
    expect(uses.get("Area.sundsvall")).toEqual([{ client: expect.any(String), count: expect.any(Number) }]);
    expect(new Set((await readUses(connection, all, 29)).keys())).toEqual(
      new Set(["Area.sundsvall", "Query.areas(first:)"]),
    );
  });

  it("are forgotten after 90 days, and the operation with its last use", async () => {
    const reports = createReports();
    await reports.operations([use("{ kept }"), use("{ gone }")]);
    await database.query("UPDATE registry.operation SET first_seen = current_date - 100");
    await database.query(
      "UPDATE registry.operation_use SET day = current_date - CASE WHEN hash = $1 THEN 91 ELSE 90 END",
      [use("{ gone }").hash],
    );
    await reports.forget();
    expect(await signatures()).toEqual(["{kept}"]);
    expect(await database.query("SELECT hash FROM registry.operation_use")).toHaveLength(1);
  });

  it("stop taking new operations at the day's bound, and go on counting those that are known", async () => {
    const first = createReports({ newPerDay: 2 });
    await first.operations([use("{ a }")]);
    // Another gateway, or this one after a restart.
    const reports = createReports({ newPerDay: 2 });
    await reports.operations([use("{ b }"), use("{ c }"), use("{ d }"), use("{ a }")]);
    await reports.operations([use("{ e }"), use("{ a }")]);
    expect(await signatures()).toHaveLength(2);
    expect((await counts()).find(({ signature }) => signature === "{a}")).toMatchObject({ count: 3 });
    expect(lines.map((line) => JSON.parse(line).dropped)).toEqual([2, 1]);
  });

  it("call clients beyond the day's bound other", async () => {
    const reports = createReports({ clientsPerDay: 2 });
    await reports.operations(["one", "two", "three", "four"].map((client) => use("{ a }", { client })));
    expect((await counts()).map(({ client, count }) => [client, count])).toEqual([
      ["one", 1],
      ["other", 2],
      ["two", 1],
    ]);
  });
});

describe("what people may have written", () => {
  it.each<[string, string]>([
    ["a string", '{ person(name: "Åsa Ek") { id } }'],
    ["a block string", '{ person(name: """Åsa Ek""") { id } }'],
    ["a number", "{ person(number: 19121212) { id } }"],
    ["a fraction", "{ near(x: 62.39) { id } }"],
    ["a list", "{ people(ids: [ANNA]) { id } }"],
    ["an object", "{ people(where: { name: ANNA }) { id } }"],
    ["a default value", 'query ($name: String = "Åsa") { person(name: $name) { id } }'],
    ["a comment", "{ a } # Åsa Ek"],
    ["no GraphQL", "Åsa Ek"],
    ["the operation's name", "query AsaEk{a}"],
    ["a variable's name", "query($asaEk:ID){a(b:$asaEk)}"],
    ["a number that is somebody's", "query($v191212121212:ID){a(b:$v191212121212)}"],
    ["a number that is none of the first", "query($v1:ID,$v3:ID){a(b:$v1,c:$v3)}"],
    ["a fragment's name", "fragment AsaEk on A{b}{a{...AsaEk}}"],
    ["an alias", "{asaEk:a}"],
  ])("does not get in: %s in an operation", async (_, text) => {
    const reports = createReports();
    await reports.operations([asIs(text), use("{ a }")]);
    expect(await signatures()).toEqual(["{a}"]);
    expect(lines.join("")).toMatch(/"dropped":1/);
    expect(lines.join("")).not.toMatch(/Åsa|19121212/);
  });

  it("is taken out by gateways before, so that such operations do get in", async () => {
    const reports = createReports();
    await reports.operations([
      asIs(
        namelessSignature(
          parse(`query AsaEk($asa: String = "Åsa", $ek: Float) {
              asa: person(name: "Åsa", age: 40, near: [1.5], where: { name: $asa }, x: $ek) { ...AsaEk } }
            fragment AsaEk on Person { id }`),
          "AsaEk",
        ),
      ),
    ]);
    const [signature] = await signatures();
    expect(signature).toMatch(/person\(.*age:0.*name:"".*x:\$v1/);
    expect(signature).not.toMatch(/asa|ek|Åsa/i);
    expect(lines).toEqual([]);
  });

  it.each(["asa.ek@example.org", "Åsa", "19121212-1212", "191212121212", " ", "", "x".repeat(65), "<b>"])(
    "does not get in as a client's name: %j",
    async (client) => {
      await createReports().operations([use("{ a }", { client })]);
      expect((await counts()).map((row) => row.client)).toEqual(["unknown"]);
    },
  );

  it.each<[string, Partial<ReportedUse>]>([
    ["a signature that is too long", asIs(`{ ${"a ".repeat(10_001)} }`)],
    ["too many coordinates", { coordinates: Array.from({ length: 2001 }, (_, index) => `Area.f${index}`) }],
    ["a coordinate that is none", { coordinates: ["Area.name", "asa@example.org"] }],
    ["a hash of something else", { hash: sha256("else") }],
  ])("is bounded: %s is dropped", async (_, wrong) => {
    await createReports().operations([use("{ b }", wrong)]);
    expect(await signatures()).toEqual([]);
    expect(lines.join("")).toMatch(/"dropped":1/);
  });
});

describe("calls of owners", () => {
  it("add up by minute, without owners that nobody knows", async () => {
    const [one, two] = [createReports(), createReports()];
    await Promise.all([
      one.ownerCalls([
        { owner: "sundsvall", calls: 3, failures: 1, lastFailure: "SUBGRAPH_TIMEOUT" },
        { owner: "nobody", calls: 1, failures: 0 },
      ]),
      two.ownerCalls([{ owner: "sundsvall", calls: 2, failures: 0 }]),
    ]);
    expect(
      await database.query(
        "SELECT owner, sum(calls)::int AS calls, sum(failures)::int AS failures, max(last_failure) AS code FROM registry.owner_calls GROUP BY owner",
      ),
    ).toEqual([{ owner: "sundsvall", calls: 5, failures: 1, code: "SUBGRAPH_TIMEOUT" }]);
  });

  describe("say who fails", () => {
    const failing = async (at = new Date(), minutes = 5) => {
      const connection = createConnection({ url: database.url, logger: silentLogger });
      open.push(connection);
      return readOwnersThatFail(connection, at, minutes);
    };
    /** By minutes ago: what was asked, what was not answered, and why not. */
    const counted = (...rows: [number, number, number, string | null][]) =>
      database.query(
        `INSERT INTO registry.owner_calls SELECT 'sundsvall', date_trunc('minute', now()) - make_interval(mins => ago), calls, failures, code
         FROM json_to_recordset($1) AS given(ago int, calls int, failures int, code text)`,
        [JSON.stringify(rows.map(([ago, calls, failures, code]) => ({ ago, calls, failures, code })))],
      );

    it.each<[string, [number, number, number, string | null][]]>([
      [
        "20 calls failed in three minutes",
        [
          [0, 7, 7, "A"],
          [1, 7, 7, "B"],
          [2, 6, 6, "B"],
        ],
      ],
      [
        "hardly any is sent, since a breaker is open",
        [
          [0, 8, 8, "A"],
          [1, 9, 9, null],
          [2, 8, 8, "B"],
          [3, 9, 9, "B"],
        ],
      ],
    ])("when %s", async (_, rows) => {
      await counted(...rows);
      expect(await failing()).toEqual(new Map([["sundsvall", "A"]]));
    });

    it.each<[string, [number, number, number, string | null][]]>([
      [
        "few calls failed",
        [
          [0, 7, 7, "A"],
          [1, 6, 6, "A"],
          [2, 6, 6, "A"],
        ],
      ],
      [
        "all failed in two minutes",
        [
          [0, 50, 50, "A"],
          [1, 50, 50, "A"],
        ],
      ],
      [
        "most were refused unsent",
        [
          [0, 50, 50, "A"],
          [1, 50, 50, null],
          [2, 50, 50, null],
          [3, 9, 9, "A"],
        ],
      ],
      [
        "one was answered",
        [
          [0, 50, 50, "A"],
          [1, 50, 49, "A"],
          [2, 50, 50, "A"],
        ],
      ],
      [
        "it was long ago",
        [
          [5, 50, 50, "A"],
          [6, 50, 50, "A"],
          [7, 50, 50, "A"],
        ],
      ],
    ])("and not when %s", async (_, rows) => {
      await counted(...rows);
      expect(await failing()).toEqual(new Map());
    });
  });

  it("are kept with codes only, for a week", async () => {
    const reports = createReports();
    await reports.ownerCalls([
      { owner: "sundsvall", calls: 3, failures: 3, lastFailure: "SUBGRAPH_TIMEOUT" },
      { owner: "mora", calls: 3, failures: 2, lastFailure: "not a code: asa@example.org" },
    ]);
    await database.query(
      "INSERT INTO registry.owner_calls VALUES ('sundsvall', now() - interval '10 minutes', 5, 0, NULL), ('mora', now() - interval '8 days', 1, 1, NULL)",
    );
    await reports.forget();
    expect(await database.query("SELECT owner, last_failure FROM registry.owner_calls ORDER BY 1, 2")).toEqual([
      { owner: "mora", last_failure: null },
      { owner: "sundsvall", last_failure: "SUBGRAPH_TIMEOUT" },
      { owner: "sundsvall", last_failure: null },
    ]);
  });
});
