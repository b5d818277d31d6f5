import { QueryPlanner } from "@apollo/query-planner";
import { composeSupergraph } from "../test-support/compose";
import { handSource } from "../test-support/hand-source";
import { startHub } from "../test-support/hub";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";

let subgraph: TestSubgraph;
let requests = 0;
beforeAll(async () => {
  subgraph = await startSubgraph("rows", "type Query { row(id: ID!): String other: String }", {
    Query: {
      row: (_: unknown, { id }: { id: string }) => {
        requests += 1;
        return `row ${id}`;
      },
    },
  });
});
afterAll(() => subgraph.stop());

it("plans what clients asked before the swap, needs no subgraph for it, and plans it once", async () => {
  const planned = jest.spyOn(QueryPlanner.prototype, "buildQueryPlan");
  const first = composeSupergraph([subgraph]);
  const hand = handSource(first);
  const hub = await startHub(first, { supergraph: hand.source });
  const query = "query ($id: ID!) { row(id: $id) }";
  await hub.ask(query, { id: "1" });
  const before = planned.mock.calls.length;
  expect(requests).toBe(1);

  const second = composeSupergraph([{ ...subgraph, typeDefs: subgraph.typeDefs.replace("other", "another") }]);
  expect(await hand.change(second)).toBe("accepted");
  // The query of the check is planned too.
  expect([planned.mock.calls.length, requests]).toEqual([before + 2, 1]);
  expect(hub.log.some((line) => line.includes('"planned":1'))).toBe(true);

  expect(await hub.ask(query, { id: "2" })).toMatchObject({ data: { row: "row 2" } });
  expect([planned.mock.calls.length, requests]).toEqual([before + 2, 2]);
  planned.mockRestore();
  await hub.stop();
});

it("keeps nothing of what was asked with a token", async () => {
  const first = composeSupergraph([subgraph]);
  const hand = handSource(first);
  const tokens = { issuers: [], identify: async () => ({ owner: "2281", roles: ["reporter" as const], client: "a" }) };
  const hub = await startHub(first, { supergraph: hand.source, tokens });
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer a.b.c" },
    body: JSON.stringify({ query: "query ($id: ID!) { row(id: $id) }", variables: { id: "unpublished" } }),
  });
  expect(await response.json()).toMatchObject({ data: { row: "row unpublished" } });
  await hand.change(composeSupergraph([{ ...subgraph, typeDefs: subgraph.typeDefs.replace("other", "another") }]));
  expect(hub.log.some((line) => line.includes('"planned":0'))).toBe(true);
  await hub.stop();
});
