import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { apolloExecutor, createApolloServer, createGraphQLHttpService, type RequestContextSeed } from "../../kit/http";
import { createLogger } from "../../kit/logger";

export interface TestSubgraph {
  name: string;
  typeDefs: string;
  url: string;
  stop(): Promise<void>;
}

export type TestContext = Pick<RequestContextSeed, "signal" | "requestId" | "request">;

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@shareable", "@provides", "@inaccessible", "@interfaceObject", "@override", "@tag"])\n';

/** A subgraph over real HTTP on a free port. */
export async function startSubgraph(name: string, sdl: string, resolvers: object = {}): Promise<TestSubgraph> {
  const logger = createLogger({ name, level: "silent" });
  const typeDefs = FEDERATION + sdl;
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never });
  const service = createGraphQLHttpService({
    name,
    logger,
    executor: apolloExecutor<TestContext>({
      apollo: createApolloServer<TestContext>({ logger, source: { schema } }),
      createContext: ({ signal, requestId, request }) => ({ signal, requestId, request }),
    }),
    ready: async () => ({ ready: true }),
    limits: { bodyBytes: 8_000_000, requestMilliseconds: 60_000 },
  });
  const { url } = await service.start({ host: "127.0.0.1", port: 0 });
  return { name, typeDefs, url: `${url}/graphql`, stop: service.stop };
}
