import { buildSubgraphSchema } from "@apollo/subgraph";
import type { Database, Reader, SnapshotReader } from "./database";
import {
  apolloExecutor,
  createApolloServer,
  createGraphQLHttpService,
  type GraphQLHttpOptions,
  type GraphQLHttpService,
} from "./http";
import type { Logger } from "./logger";
import { type Connections, createConnections } from "./pagination";
import { readSubgraphSchema } from "./subgraph-schema";
import { valueResolvers } from "./value-resolvers";

/** What every resolver of a subgraph can reach; made anew for each request. */
export interface SubgraphContext<Loaders> {
  readonly loaders: Loaders;
  readonly connections: Connections;
}

/** Runs work whose statements all see the same state of the database, for one request. */
export type Snapshot = <T>(work: (reader: SnapshotReader) => Promise<T>) => Promise<T>;

export interface SubgraphOptions<Loaders> {
  readonly name: string;
  readonly database: Database;
  readonly logger: Logger;
  readonly resolvers: object;
  createLoaders(reader: Reader, snapshot: Snapshot): Loaders;
  /** Further routes of the same server. */
  routes?: GraphQLHttpOptions["routes"];
  /** After this a request is given up and its statements are cancelled. Default 20,000 ms. */
  readonly requestMilliseconds?: number;
}

/** Representations of a federated query are large, and come from the gateway alone. */
const BODY_BYTES = 8 * 1024 * 1024;

/** One subgraph as an HTTP service; built without listening. */
export function createSubgraph<Loaders>(options: SubgraphOptions<Loaders>): GraphQLHttpService {
  const { name, database, logger } = options;
  const schema = buildSubgraphSchema({
    typeDefs: readSubgraphSchema(name),
    resolvers: { ...valueResolvers, ...options.resolvers } as never,
  });
  return createGraphQLHttpService({
    name,
    logger,
    executor: apolloExecutor<SubgraphContext<Loaders>>({
      apollo: createApolloServer({ logger, source: { schema }, maxTokens: 100_000 }),
      createContext({ signal }) {
        const reader = database.reader(signal);
        const snapshot: Snapshot = (work) => database.snapshot(signal, work);
        return { loaders: options.createLoaders(reader, snapshot), connections: createConnections(reader) };
      },
    }),
    ...(options.routes && { routes: options.routes }),
    ready: async () => ({ ready: await database.isReady() }),
    limits: { bodyBytes: BODY_BYTES, requestMilliseconds: options.requestMilliseconds ?? 20_000 },
  });
}
