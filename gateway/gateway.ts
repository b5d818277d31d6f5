import { type GraphQLSchema, printSchema } from "graphql";
import { Agent } from "undici";
import { apolloLogger, createApolloServer, createGraphQLHttpService } from "../kit/http";
import type { Logger } from "../kit/logger";
import type { GatewayContext } from "./context";
import { createByteBudget } from "./datasource/byte-budget";
import { createSubgraphDataSource } from "./datasource/subgraph-data-source";
import { refuseUnplanned } from "./execution/unanswerable";
import { useOperationResolution } from "./execution/use-operation-resolution";
import { HubGateway } from "./hub-gateway";
import { createLandingPage } from "./landing/landing-page";
import { createAdmission } from "./limits/admission";
import { defaultLimits, type Limits } from "./limits/limits";
import { useCostLimit } from "./limits/use-cost-limit";
import { defaultPassThrough, type PassThrough, passThroughRoutes } from "./pass-through";
import { createSubgraphHealth } from "./subgraph-health";
import { noListSizes } from "./supergraph/list-sizes";
import { createLiveSupergraph } from "./supergraph/manager";
import { checkRouting } from "./supergraph/routing";
import type { SupergraphSource } from "./supergraph/source";

export interface Timeouts {
  /** For one whole request. */
  requestMilliseconds: number;
  /** For one question to one subgraph. */
  subgraphMilliseconds: number;
  /** For one whole file that a subgraph gives, however slowly the client reads it. */
  fileMilliseconds: number;
  /** For requests under way when the gateway stops. */
  drainMilliseconds: number;
  /** For a partial answer after the request's time is up. */
  graceMilliseconds: number;
}

export const defaultTimeouts: Readonly<Timeouts> = {
  requestMilliseconds: 30_000,
  subgraphMilliseconds: 10_000,
  fileMilliseconds: 300_000,
  drainMilliseconds: 10_000,
  graceMilliseconds: 1000,
};

export const defaultAnswerBytes = 16 * 1024 * 1024;
export const defaultRequestAnswerBytes = 64 * 1024 * 1024;

export interface GatewayOptions {
  supergraph: SupergraphSource;
  logger: Logger;
  /** Routing URLs by subgraph name, in place of those in the supergraph. */
  subgraphUrls?: Record<string, string>;
  limits?: Partial<Limits>;
  timeouts?: Partial<Timeouts>;
  /** The largest answer that is read from a subgraph, in bytes. Default 16 MiB. */
  answerBytes?: number;
  /** What the answers of all subgraphs to one request may have together, in bytes. Default 64 MiB. */
  requestAnswerBytes?: number;
  /** Folders of files that subgraphs give. Default: /comparisons. */
  passThrough?: readonly PassThrough[];
  /** Whether browsers get GraphiQL at `/`. Default true. */
  landing?: boolean;
}

export interface GatewayService {
  start(at: { host: string; port: number }): Promise<{ url: string }>;
  stop(): Promise<void>;
}

/** The hub's public endpoint over the live supergraph; built without listening. */
export function createGateway(options: GatewayOptions): GatewayService {
  const { logger } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const overrides = new Map(Object.entries(options.subgraphUrls ?? {}));
  const urlOf = (subgraph: { name: string; url?: string }) => overrides.get(subgraph.name) ?? subgraph.url ?? "";

  // No redirects are followed and no proxy variables are read: a subgraph is asked where its routing URL says.
  const agent = new Agent({ connections: 128, keepAliveTimeout: 10_000, connect: { timeout: 5000 } });
  const live = createLiveSupergraph(options.supergraph, (prepared) => checkRouting(prepared, overrides), logger);
  const health = createSubgraphHealth(agent);
  const urlByName = (name: string) => {
    const subgraph = live.current()?.subgraphs.find((one) => one.name === name);
    return subgraph && urlOf(subgraph);
  };

  const gateway = new HubGateway(
    {
      supergraphSdl: live.manager,
      buildService: ({ name, url }) =>
        createSubgraphDataSource({
          name,
          url: urlOf({ name, url }),
          agent,
          timeoutMilliseconds: timeouts.subgraphMilliseconds,
          answerBytes: options.answerBytes ?? defaultAnswerBytes,
          logger,
          supergraph: live.current,
        }) as never,
      experimental_didResolveQueryPlan: ({ queryPlan, operationContext, requestContext }) =>
        refuseUnplanned(queryPlan, operationContext, requestContext.request.variables),
      experimental_approximateQueryPlanStoreMiB: 30,
      __exposeQueryPlanExperimental: false,
      debug: false,
      validateSupergraph: true,
      logger: apolloLogger(logger),
    },
    () => live.current()?.entityFields ?? new Set(),
  );

  const page = options.landing === false ? undefined : createLandingPage();
  const service = createGraphQLHttpService<GatewayContext>({
    name: "gateway",
    logger,
    apollo: createApolloServer<GatewayContext>({
      logger,
      source: { gateway },
      maxTokens: limits.tokens,
      plugins: [useOperationResolution(), useCostLimit(limits, () => live.current()?.listSizes ?? noListSizes)],
    }),
    createContext: ({ signal, requestId }) => ({
      signal,
      requestId,
      answers: createByteBudget(options.requestAnswerBytes ?? defaultRequestAnswerBytes),
    }),
    async ready() {
      const supergraph = live.current();
      if (!supergraph) return { ready: false };
      const subgraphs = await health.look(
        supergraph.subgraphs.map(({ name, url }) => ({ name, url: urlOf({ name, url }) })),
      );
      const states = Object.values(subgraphs);
      const graph = states.every((state) => state === "up") ? "ok" : "degraded";
      // With every part down there is nothing to serve.
      return { ready: graph === "ok" || states.includes("up"), details: { graph, subgraphs } };
    },
    limits: { bodyBytes: limits.bodyBytes, urlBytes: limits.urlBytes, ...timeouts },
    cors: true,
    admit: createAdmission(limits),
    page: page?.answer,
    routes(app, withinLife) {
      for (const folder of options.passThrough ?? defaultPassThrough) {
        passThroughRoutes(folder, { agent, logger, urlOf: urlByName, urlBytes: limits.urlBytes, ...timeouts })(
          app,
          withinLife,
        );
      }
      app.get("/schema.graphql", (_request, reply) =>
        reply.type("text/plain; charset=utf-8").send(schemaText(gateway.schema)),
      );
      page?.routes(app);
    },
  });

  return {
    start: service.start,
    async stop() {
      await service.stop();
      await agent.close();
    },
  };
}

const schemaTexts = new WeakMap<GraphQLSchema, string>();

/** The public schema as SDL; printed once for each supergraph. */
function schemaText(schema: GraphQLSchema | undefined): string {
  if (!schema) return "";
  const text = schemaTexts.get(schema) ?? printSchema(schema);
  schemaTexts.set(schema, text);
  return text;
}
