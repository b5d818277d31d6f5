import { createOutboundAgent } from "../kit/outbound";
import type { RoomOptions } from "../kit/room";
import { createSealedBox } from "../kit/sealed-box";
import { createSubgraph } from "../kit/subgraph";
import { type BulkLimits, bulkRoutes } from "./bulk/routes";
import { createLoaders } from "./loaders";
import { createResolvers } from "./resolvers";

/** The open data subgraph as an HTTP service, with its bulk files; built without listening. */
export function createOpendataSubgraph(options: RoomOptions & { readonly bulk?: Partial<BulkLimits> }) {
  const { sealedBox = createSealedBox(), loopback = false } = options;
  const agent = createOutboundAgent({ loopback });
  const resolvers = createResolvers({ sealedBox, agent, loopback });
  const service = createSubgraph({
    ...options,
    name: "opendata",
    resolvers,
    routes: bulkRoutes(options, options.bulk),
    createLoaders,
  });
  return {
    ...service,
    async stop() {
      await service.stop();
      await agent.close();
    },
  };
}
