import { buildSchema, Kind, type OperationDefinitionNode, parse } from "graphql";
import { createLogger } from "../../kit/logger";
import { startHub, type TestHub } from "../test-support/hub";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { clientName } from "./client-name";
import { readOperation } from "./read-operation";
import { createUsageRecorder } from "./recorder";
import type { OperationUse, OwnerCalls, UsageReport } from "./types";

const schema = buildSchema(`
  type Query { rows(filter: Filter, order: Order = NAME, ids: [ID!]): [Row!] thing: Thing }
  enum Order { NAME SIZE }
  input Filter { name: String, size: Size, any: [Filter!] }
  input Size { least: Int, most: Int }
  interface Thing { id: ID! }
  type Row implements Thing { id: ID! name(upper: Boolean): String rows: [Row!] }
`);

function read(text: string) {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return readOperation(schema, document, operation as OperationDefinitionNode);
}

describe("what is recorded of an operation", () => {
  it("is what it touches of the schema, arguments, input fields and enum values too", () => {
    const known = read(`
      query Rows { rows(filter: { size: { least: 3 } }, order: SIZE) { ...part rows { id } } thing { ... on Row { id } id } }
      fragment part on Row { name(upper: true) __typename }`);
    expect(known?.coordinates).toEqual([
      "Filter.size",
      "Order.SIZE",
      "Query.rows",
      "Query.rows(filter:)",
      "Query.rows(order:)",
      "Query.thing",
      "Row.id",
      "Row.name",
      "Row.name(upper:)",
      "Row.rows",
      "Size.least",
      "Thing.id",
    ]);
  });

  it("counts every field of an input object that comes by a variable", () => {
    expect(read("query ($f: [Filter!]!, $n: ID) { rows(filter: $f, ids: [$n]) { id } }")?.coordinates).toEqual([
      "Filter.any",
      "Filter.name",
      "Filter.size",
      "Query.rows",
      "Query.rows(filter:)",
      "Query.rows(ids:)",
      "Row.id",
      "Size.least",
      "Size.most",
    ]);
  });

  it("is the same for operations that differ in literals, aliases and order, and has none of these", () => {
    const one = read('query Q { a: rows(ids: ["19121212-1212"], filter: { name: "Anna" }) { id x: name } }');
    const other = read('query Q { rows(filter: { name: "Bo" }, ids: []) { name id } }');
    expect(one).toEqual(other);
    expect(one?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(one?.signature).not.toMatch(/Anna|1912/);
  });

  it("has numbers for names that its writer chose, and none for the operation", () => {
    const one = read(`query AnnaEk($asaEk: ID!, $unit: Filter!) {
        rows(ids: [$asaEk], filter: $unit) { ...AnnaEk name(upper: true) rows { ...Bo } } }
      fragment AnnaEk on Row { id ...Bo } fragment Bo on Row { __typename }`);
    const other = read(
      `query($x: Filter!, $y: ID!) {
        rows(filter: $x, ids: [$y]) { ...A name(upper: false) rows { ...B } } }
      fragment B on Row { __typename } fragment A on Row { id ...B }`.replaceAll("false", "true"),
    );
    expect(one?.signature).toBe(
      "fragment F1 on Row{id...F2}fragment F2 on Row{__typename}query($v1:Filter!,$v2:ID!){rows(filter:$v1,ids:[]){name(upper:true)rows{...F2}...F1}}",
    );
    expect(other).toEqual(one);
  });

  it("is of the operation that ran only", () => {
    const document = parse("query AnnaEk { thing { id } } query Bo($a: ID) { rows(ids: [$a]) { id } }");
    const [first, second] = document.definitions as OperationDefinitionNode[];
    expect([first, second].map((one) => one && readOperation(schema, document, one)?.signature)).toEqual([
      "{thing{id}}",
      expect.stringMatching(/^query\(\$v1:ID\)\{rows/),
    ]);
  });

  it("is nothing when it asks for the schema only", () => {
    expect(read("{ __schema { types { name(x: 1) } } __typename }")).toBeUndefined();
  });
});

describe("a client's name", () => {
  it.each([
    [{ "x-client-name": "kommun-dashboard 2.1" }, "kommun-dashboard 2.1"],
    [{ "apollographql-client-name": "explorer" }, "explorer"],
    [{ "x-client-name": "anna@example.org" }, "unknown"],
    [{ "x-client-name": "x".repeat(65) }, "unknown"],
    [{ "x-client-name": "-x" }, "unknown"],
    [{}, "unknown"],
  ])("of %j is %s", (headers, name) => {
    expect(clientName(headers)).toBe(name);
  });
});

describe("counting", () => {
  const operation = (name: string) => ({ hash: name, signature: name, coordinates: [] });
  function recorder() {
    const reports: UsageReport[] = [];
    const counting = createUsageRecorder(
      (report) => reports.push(report),
      createLogger({ name: "test", level: "silent" }),
      3_600_000,
    );
    return { counting, reports };
  }

  it("is by operation and client, and by owner", () => {
    const { counting, reports } = recorder();
    counting.countOperation(operation("a"), "x");
    counting.countOperation(operation("a"), "x");
    counting.countOperation(operation("a"), "y");
    counting.countOwnerCall("sundsvall", undefined);
    counting.countOwnerCall("sundsvall", "SUBGRAPH_TIMEOUT");
    counting.countOwnerCall("sundsvall", undefined);
    counting.stop();
    expect(reports).toEqual([
      {
        operations: [
          { ...operation("a"), client: "x", count: 2 },
          { ...operation("a"), client: "y", count: 1 },
        ],
        ownerCalls: [{ owner: "sundsvall", calls: 3, failures: 1, lastFailure: "SUBGRAPH_TIMEOUT" }],
      },
    ]);
  });

  it("of an owner is a failure when it was asked and did not answer; what is not sent or too large is another thing", () => {
    const { counting, reports } = recorder();
    for (const failure of ["ANSWER_TOO_LARGE", "SUBGRAPH_QUARANTINED", "NOT_SENT"])
      counting.countOwnerCall("sundsvall", failure);
    for (const failure of ["SUBGRAPH_UNAVAILABLE", "SUBGRAPH_QUARANTINED"]) counting.countOwnerCall("mora", failure);
    counting.stop();
    expect(reports[0]?.ownerCalls).toEqual([
      { owner: "sundsvall", calls: 3, failures: 2 },
      { owner: "mora", calls: 2, failures: 2, lastFailure: "SUBGRAPH_UNAVAILABLE" },
    ]);
  });

  it("begins anew after each report, and reports nothing when there is nothing", () => {
    const { counting, reports } = recorder();
    counting.countOperation(operation("a"), "x");
    counting.flush();
    counting.flush();
    counting.countOperation(operation("a"), "x");
    counting.stop();
    expect(reports.map(({ operations }) => operations[0]?.count)).toEqual([1, 1]);
  });

  it("holds no more than so many operations and clients", () => {
    const { counting, reports } = recorder();
    for (let index = 0; index < 2100; index += 1) counting.countOperation(operation(`o${index}`), "x");
    for (let index = 0; index < 60; index += 1) counting.countOperation(operation("o1"), `client${index}`);
    counting.countOperation({ ...operation("long"), signature: "x".repeat(20_001) }, "x");
    counting.stop();
    const uses = reports[0]?.operations ?? [];
    expect(new Set(uses.map(({ hash }) => hash)).size).toBe(2000);
    const names = new Set(uses.map(({ client }) => client));
    expect([names.size, uses.find(({ client }) => client === "other")?.count]).toEqual([51, 11]);
  });
});

describe.each(["in-process", "thread"] as const)("a gateway whose engine is %s", (engine) => {
  let subgraph: TestSubgraph;
  let hub: TestHub;
  const uses: OperationUse[] = [];
  beforeAll(async () => {
    subgraph = await startSubgraph("rows", "type Query { row(id: ID!): String }", {
      Query: { row: (_: unknown, { id }: { id: string }) => id },
    });
    hub = await startHub([subgraph], {
      engine,
      smokeQueries: ['{ row(id: "check") }'],
      reports: {
        milliseconds: 3_600_000,
        async operations(counted) {
          uses.push(...counted);
        },
        async ownerCalls(_: OwnerCalls[]) {},
      },
    });
  });
  afterAll(() => subgraph.stop());

  it("tells what clients ran, and neither its own checks nor what was refused", async () => {
    const post = (query: string, name?: string) =>
      fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(name && { "x-client-name": name }) },
        body: JSON.stringify({ query }),
      });
    await post('{ row(id: "1") }', "board");
    await post('{ alias: row(id: "2") }', "board");
    await post('{ row(id: "3") }');
    await post("{ nothing }");
    await post("{ __schema { queryType { name } } }");
    await hub.stop();
    expect(uses.map(({ client, count, coordinates }) => [client, count, coordinates])).toEqual([
      ["board", 2, ["Query.row", "Query.row(id:)"]],
      ["unknown", 1, ["Query.row", "Query.row(id:)"]],
    ]);
  });
});

it("goes on when what was counted cannot be recorded", async () => {
  const subgraph = await startSubgraph("rows", "type Query { x: Int }", { Query: { x: () => 1 } });
  const hub = await startHub([subgraph], {
    reports: { operations: () => Promise.reject(new Error("database away")), ownerCalls: async () => {} },
  });
  expect(await hub.ask("{ x }")).toMatchObject({ data: { x: 1 } });
  await hub.stop();
  expect(hub.log.some((line) => line.includes("database away"))).toBe(true);
  await subgraph.stop();
});
