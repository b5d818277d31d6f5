import { ApolloServer } from "@apollo/server";
import { Agent } from "undici";
import { createLogger } from "../../kit/logger";
import { createByteBudget } from "../datasource/byte-budget";
import { createSubgraphDataSource } from "../datasource/subgraph-data-source";
import { HubGateway } from "../hub-gateway";
import type { Limits } from "../limits/limits";
import { useCostLimit } from "../limits/use-cost-limit";
import { OWNERS_GRAPH } from "../owners/owner-graph";
import {
  createOwnersDataSource,
  type OwnersDataSource,
  type OwnersDataSourceOptions,
} from "../owners/owners-data-source";
import { prepareSupergraph } from "../supergraph/prepare";
import type { Answer } from "./hub";

export interface OwnersHub {
  owners: OwnersDataSource;
  ask(query: string, variables?: Record<string, unknown>, context?: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** The gateway's engine over a supergraph with owners, without HTTP before it, so that each limit can be set. */
export async function startOwnersHub(
  sdl: string,
  options: Partial<OwnersDataSourceOptions> & { requestAnswerBytes?: number; costLimits?: Limits } = {},
): Promise<OwnersHub> {
  const prepared = prepareSupergraph(sdl);
  const logger = createLogger({ name: "gateway", level: "silent" });
  const agent = new Agent();
  const shared = { agent, logger, supergraph: () => prepared };
  const owners = createOwnersDataSource({ ...shared, ...options });
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const gateway = new HubGateway(
    {
      supergraphSdl: prepared.sdl,
      buildService: ({ name, url = "" }) =>
        (name === OWNERS_GRAPH
          ? owners
          : createSubgraphDataSource({
              ...shared,
              name,
              url,
              timeoutMilliseconds: 10_000,
              answerBytes: 10_000_000,
            })) as never,
      logger: quiet,
    },
    () => prepared.entityFields,
  );
  const plugins = options.costLimits ? [useCostLimit(options.costLimits, () => prepared.listSizes)] : [];
  const server = new ApolloServer({ gateway, plugins, logger: quiet, stopOnTerminationSignals: false });
  await server.start();
  return {
    owners,
    async ask(query, variables = {}, context = {}) {
      const response = await server.executeOperation(
        { query, variables },
        {
          contextValue: {
            requestId: "r-1",
            answers: createByteBudget(options.requestAnswerBytes ?? 64 * 1024 * 1024),
            ...context,
          },
        },
      );
      if (response.body.kind !== "single") throw new Error("not a single result");
      return JSON.parse(JSON.stringify(response.body.singleResult)) as Answer;
    },
    async stop() {
      await server.stop();
      await agent.close();
    },
  };
}
