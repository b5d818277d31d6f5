import { buildSubgraphSchema } from "@apollo/subgraph";
import { type Identity, noIssuers, readAccessRules, readCaller, type TokenVerifier } from "./access";
import { guardFields } from "./access/guard-fields";
import type { Statements } from "./connection";
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
  /** Who asks, as the request's token says; null without one. */
  readonly identity: Identity | null;
  readonly requestId: string;
  /** Runs work that may add to what the room keeps, for who asks: all of it or nothing. */
  write<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /** What resolvers leave to be done when all of the answer is known; when it fails, the answer is not given. */
  readonly beforeAnswer: (() => Promise<void>)[];
}

/** Runs work whose statements all see the same state of the database, for one request. */
export type Snapshot = <T>(work: (reader: SnapshotReader) => Promise<T>) => Promise<T>;

export interface SubgraphOptions<Loaders> {
  readonly name: string;
  readonly database: Database;
  readonly logger: Logger;
  readonly tokens?: TokenVerifier;
  readonly checkAccess?: boolean;
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
  const typeDefs = readSubgraphSchema(name);
  const schema = buildSubgraphSchema({ typeDefs, resolvers: { ...valueResolvers, ...options.resolvers } as never });
  const rules = readAccessRules(typeDefs);
  if (options.checkAccess !== false) guardFields(schema, rules);
  const tokens = options.tokens ?? noIssuers;
  return createGraphQLHttpService({
    name,
    logger,
    executor: apolloExecutor<SubgraphContext<Loaders>>({
      apollo: createApolloServer({ logger, source: { schema }, maxTokens: 100_000 }),
      async createContext({ signal, requestId, request }) {
        // A room that keeps nothing from anybody need not know, nor reach the issuer.
        const identity = rules.size === 0 ? null : await readCaller(request.raw.headersDistinct.authorization, tokens);
        const onBehalf = { identity, requestId };
        const reader = database.reader(signal, onBehalf);
        const snapshot: Snapshot = (work) => database.snapshot(signal, work, onBehalf);
        return {
          loaders: options.createLoaders(reader, snapshot),
          connections: createConnections(reader),
          identity,
          requestId,
          write: (work) => database.write(onBehalf, work),
          beforeAnswer: [],
        };
      },
      async beforeAnswer(context) {
        for (const work of context.beforeAnswer) await work();
      },
    }),
    ...(options.routes && { routes: options.routes }),
    ready: async () => ({ ready: await database.isReady() }),
    limits: { bodyBytes: BODY_BYTES, requestMilliseconds: options.requestMilliseconds ?? 20_000 },
  });
}
