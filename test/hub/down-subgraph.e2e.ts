import { startTestHub, type TestHub } from "../testkit/hub";

describe("when one part of the graph is down", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub("seeded");
    await hub.stopSubgraph("funding");
  });
  afterAll(() => hub.stop());

  it("gives null and one clear error for its fields and leaves the rest of the answer", async () => {
    const { status, data, errors } = await hub.ask(`{
      initiatives(first: 50) { totalCount nodes { id name municipality { name } areas { name } allocations { id } allocatedAmount } }
      pots { id }
    }`);
    expect(status).toBe(200);
    expect(data.initiatives.totalCount).toBe(41);
    expect(data.initiatives.nodes).toHaveLength(41);
    expect(data.initiatives.nodes.every((node: { municipality: unknown }) => node.municipality !== null)).toBe(true);
    expect(data.initiatives.nodes.every((node: { allocations: unknown }) => node.allocations === null)).toBe(true);
    expect(data.pots).toBeNull();
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(["SUBGRAPH_UNAVAILABLE"]));
    expect(new Set(errors?.map(({ extensions }) => extensions.subgraph))).toEqual(new Set(["funding"]));
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|node_modules|SELECT/);
  });

  it("stays ready and says which part is missing", async () => {
    const response = await fetch(`${hub.url}/health/ready`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ graph: "degraded", subgraphs: { funding: "down", areas: "up" } });
  });
});

describe("when the database is gone", () => {
  it("is not ready, says that every part is down, and answers null with a clear error", async () => {
    const hub = await startTestHub("migrated");
    try {
      await hub.database.drop();
      const response = await fetch(`${hub.url}/health/ready`);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        graph: "degraded",
        subgraphs: { areas: "down", comparisons: "down", funding: "down", initiatives: "down", organisations: "down" },
      });
      const { data, errors } = await hub.ask("{ initiatives { totalCount } }");
      expect(data).toEqual({ initiatives: null });
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        { code: "DATABASE_UNAVAILABLE", subgraph: "initiatives" },
      ]);
    } finally {
      await hub.stop();
    }
  });
});

describe("when any other part of the graph is down", () => {
  it.each([
    ["areas", "{ initiatives { nodes { id municipality { name } areas { name } } } }", "initiatives"],
    ["organisations", "{ initiatives { nodes { id leadOrganisations { name } sources { locator } } } }", "initiatives"],
    ["initiatives", "{ allocations { nodes { id amount { value } initiative { name } } } }", "allocations"],
  ])("the answer keeps what does not come from %s", async (subgraph, query, field) => {
    const hub = await startTestHub("seeded");
    try {
      await hub.stopSubgraph(subgraph);
      const { data, errors } = await hub.ask(query);
      expect(data[field].nodes.length).toBeGreaterThan(0);
      expect(errors?.every(({ extensions }) => extensions.subgraph === subgraph)).toBe(true);
      expect(errors?.length).toBeGreaterThan(0);
    } finally {
      await hub.stop();
    }
  });
});
