import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createLogger } from "../logger";
import { createApolloServer } from "./apollo-server";

const built = { rows: 0 };
const row = () => {
  built.rows += 1;
  return {};
};
const rows = () => Array.from({ length: 10 }, row);

const server = createApolloServer<object>({
  logger: createLogger({ name: "test", level: "silent" }),
  source: {
    schema: buildSubgraphSchema({
      typeDefs: parse("type Query { rows: [Row!]! } type Row { now: [Row!]! later: [Row!]! name: String }"),
      resolvers: { Query: { rows }, Row: { now: rows, later: async () => rows(), name: () => "a" } },
    }),
  },
  maxRows: 200,
});

async function ask(query: string) {
  const { body } = await server.executeOperation({ query }, { contextValue: {} });
  return body.kind === "single" ? body.singleResult : undefined;
}

beforeEach(() => {
  built.rows = 0;
});
afterAll(() => server.stop());

it("lets an answer within the budget pass, as often as it is asked", async () => {
  for (let time = 0; time < 3; time += 1) {
    const answer = await ask("{ rows { now { name } later { name } } }");
    expect(answer?.errors).toMatchObject([{ extensions: { code: "ANSWER_TOO_LARGE", limit: 200 } }]);
    expect((await ask("{ rows { now { name } } }"))?.errors).toBeUndefined();
  }
});

it.each(["now", "later"])(
  "ends the work on lists in lists that come %s, and answers one error without data",
  async (list) => {
    const answer = await ask(`{ rows { ${list} { ${list} { ${list} { ${list} { name } } } } } }`);
    expect(answer?.data).toBeNull();
    expect(answer?.errors).toMatchObject([{ extensions: { code: "ANSWER_TOO_LARGE", limit: 200 } }]);
    expect(built.rows).toBeLessThan(5000);
  },
);
