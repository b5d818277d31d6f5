import { startHub, type TestHub } from "../test-support/hub";
import { askStock } from "../test-support/stock";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";

let subgraphs: TestSubgraph[];
let hub: TestHub;

beforeAll(async () => {
  subgraphs = await Promise.all([
    startSubgraph(
      "places",
      'type Query { place: Place } type Place @key(fields: "code") { code: ID! name: String secret: String }',
      { Query: { place: () => ({ code: "0191", name: "Sigtuna" }) } },
    ),
    startSubgraph("rows", 'type Place @key(fields: "code") { code: ID! rows: String broken: String }', {
      Place: {
        rows: ({ code }: { code: string }) => `rows of ${code}`,
        broken: () => {
          throw new Error("no");
        },
      },
    }),
  ]);
  hub = await startHub(subgraphs);
});
afterAll(async () => {
  await hub?.stop();
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
});

const query = "{ place { code: name rows __typename: code clientAlias_x: rows } }";
const right = { code: "Sigtuna", rows: "rows of 0191", __typename: "0191", clientAlias_x: "rows of 0191" };

it("is mixed up with the key by the stock gateway", async () => {
  const answer = await askStock(subgraphs, "{ place { code: name rows } }");
  expect(answer.data?.place).not.toEqual({ code: right.code, rows: right.rows });
});

it("stays apart from the key here, in the client's order", async () => {
  const answer = await hub.ask(query);
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.place).toEqual(right);
  expect(Object.keys(answer.data?.place)).toEqual(Object.keys(right));
});

it("is told in an error's path as the client wrote it", async () => {
  const { errors } = await hub.ask("{ place { code: broken } }");
  expect(errors?.[0]?.path).toEqual(["place", "code"]);
});
