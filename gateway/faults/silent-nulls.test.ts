import { composeSupergraph } from "../test-support/compose";
import { startHub, type TestHub } from "../test-support/hub";
import { askStock } from "../test-support/stock";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";

const stopping: { stop(): Promise<void> }[] = [];
const later = <T extends { stop(): Promise<void> }>(thing: T): T => {
  stopping.push(thing);
  return thing;
};
afterAll(() => Promise.all(stopping.map((thing) => thing.stop())));

describe("a key that its subgraph cannot resolve, before one that it can", () => {
  let subgraphs: TestSubgraph[];
  beforeAll(async () => {
    subgraphs = await Promise.all([
      startSubgraph(
        "sizes",
        `type Query { thing: Thing }
         type Thing @key(fields: "id", resolvable: false) @key(fields: "no") {
           id: ID! no: ID! weight: Int @external size: String @requires(fields: "weight")
         }`,
        {
          Query: { thing: () => ({ id: "1", no: "no-1" }) },
          Thing: {
            __resolveReference: ({ no, weight }: { no?: string; weight: number }) => (no ? { no, weight } : null),
            size: ({ no, weight }: { no: string; weight: number }) => `${no} of ${weight} kg`,
          },
        },
      ),
      startSubgraph("weights", 'type Thing @key(fields: "id") { id: ID! weight: Int }', { Thing: { weight: () => 7 } }),
    ]);
    subgraphs.forEach(later);
  });

  it("is taken by the stock gateway, and the field is null", async () => {
    expect((await askStock(subgraphs, "{ thing { size } }")).data).toEqual({ thing: { size: null } });
  });

  it("is put last here, so that the planner takes the other", async () => {
    const hub = later(await startHub(subgraphs));
    expect(await hub.ask("{ thing { size } }")).toMatchObject({ data: { thing: { size: "no-1 of 7 kg" } } });
  });
});

describe("a query that no plan can answer", () => {
  let subgraphs: TestSubgraph[];
  beforeAll(async () => {
    subgraphs = await Promise.all([
      startSubgraph("a", "type Query { thing: Thing } interface Thing { id: ID! }", {
        Query: { thing: () => ({ __typename: "Stone", id: "1" }) },
      }),
      startSubgraph(
        "b",
        "type Query { stone: Stone } interface Thing { id: ID! size: Int } type Stone implements Thing { id: ID! size: Int }",
      ),
    ]);
    subgraphs.forEach(later);
  });
  it("gets null and no error from the stock gateway", async () => {
    const answer = await askStock(subgraphs, "{ thing { size } }");
    expect([answer.data?.thing, answer.errors]).toEqual([null, undefined]);
  });

  it("gets an error here", async () => {
    const hub = later(await startHub(subgraphs));
    expect(
      await hub.ask(
        "query ($no: Boolean = false) { stone @include(if: $no) { id } ...F } fragment F on Query { it: thing { size } }",
      ),
    ).toMatchObject({
      errors: [{ path: ["it"], extensions: { code: "UNANSWERABLE_QUERY" } }],
    });
  });

  it("is not mistaken for a query that asks for nothing", async () => {
    const hub = later(await startHub(subgraphs));
    expect(await hub.ask("{ __typename thing @skip(if: true) { size } }")).toMatchObject({
      data: { __typename: "Query" },
    });
    expect((await hub.ask("{ thing @include(if: false) { id } }")).errors).toBeUndefined();
  });
});

describe("a field that the supergraph has no way to", () => {
  it("gets an error that says so", async () => {
    const subgraphs = await Promise.all([
      startSubgraph("a", 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! }'),
      startSubgraph("b", 'type Thing @key(fields: "id") { id: ID! size: Int }'),
    ]);
    subgraphs.forEach(later);
    const supergraph = composeSupergraph(subgraphs);
    const broken = supergraph.replace(
      '@join__type(graph: B, key: "id")',
      '@join__type(graph: B, key: "id", resolvable: false)',
    );
    expect(broken).not.toBe(supergraph);
    const hub = later(await startHub(broken));
    expect(await hub.ask("{ thing { size } }")).toMatchObject({
      errors: [{ extensions: { code: "UNANSWERABLE_QUERY" } }],
    });
  });
});

describe("a null where the schema promises a value", () => {
  let subgraphs: TestSubgraph[];
  let server: import("node:http").Server;
  beforeAll(async () => {
    const { createServer } = await import("node:http");
    server = createServer((request, response) => {
      request.resume().on("end", () => {
        response.setHeader("content-type", "application/json");
        response.end('{"data":{"thing":{"__typename":"Thing","name":null,"kind":"NEW"},"fine":"yes"}}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}/graphql`;
    const typeDefs =
      "type Query { thing: Thing fine: String } type Thing { name: String! kind: Kind } enum Kind { OLD }";
    subgraphs = [{ name: "a", typeDefs, url, stop: async () => {} }];
  });
  afterAll(() => server.close());

  it("is told by the stock gateway in extensions alone", async () => {
    const answer = await askStock(subgraphs, "{ thing { name } fine }");
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions?.valueCompletion).toHaveLength(1);
  });

  it("is an error with its path here", async () => {
    const hub = later(await startHub(subgraphs));
    const answer = await hub.ask("{ thing { title: name } fine }".replace("title: ", ""));
    expect(answer).toMatchObject({
      data: { thing: null, fine: "yes" },
      errors: [{ path: ["thing", "name"], extensions: { code: "NULL_FOR_NON_NULL" } }],
    });
    expect(answer.extensions?.valueCompletion).toBeUndefined();
  });

  it("is an error for a value that the type does not have, too", async () => {
    const hub = later(await startHub(subgraphs));
    expect(await hub.ask("{ thing { kind } }")).toMatchObject({
      data: { thing: { kind: null } },
      errors: [{ path: ["thing", "kind"], extensions: { code: "SUBGRAPH_INVALID_RESPONSE" } }],
    });
  });
});

describe("an operation that cannot be told", () => {
  let subgraphs: TestSubgraph[];
  let hub: TestHub;
  beforeAll(async () => {
    subgraphs = [later(await startSubgraph("a", "type Query { a: Int }", { Query: { a: () => 1 } }))];
    hub = later(await startHub(subgraphs));
  });

  it.each([
    ["an unknown operationName", { query: "query A { a }", operationName: "B" }],
    ["several operations without a name", { query: "query A { a } query B { a }" }],
  ])("is a client's mistake: %s", async (_, request: { query: string; operationName?: string }) => {
    const { query, operationName } = request;
    await expect(askStock(subgraphs, query, { operationName })).resolves.toMatchObject({ status: 500 });
    for (const [accept, status] of [
      ["application/json", 200],
      ["application/graphql-response+json", 400],
    ] as const) {
      const response = await fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept },
        body: JSON.stringify({ query, operationName }),
      });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "OPERATION_RESOLUTION_FAILURE" } }],
      });
    }
  });
});
