import type { Config } from "./config";
import { createGraphQL } from "./graphql";
import { createGraphQLRoute } from "./http/graphql-route";
import { type HttpService, startHttpService } from "./http/http-service";
import { createRowsRoute } from "./http/rows-route";
import { createTokenCheck } from "./hub-token";
import { createLoaders } from "./loaders";
import type { Log } from "./log";
import { readMethod } from "./method";
import { openRowStore, type RowStore } from "./rows/row-store";

/** Name of the subgraph in the hub. */
const SUBGRAPH = "sundsvall";

/**
 * The whole service, listening.
 * @param store where the rows are; by default the files in the folder that the configuration names
 * @throws Error that names every mistake in the rows
 */
export async function startService(
  config: Config,
  log: Log,
  store: RowStore = openRowStore(config.dataFolder),
): Promise<HttpService> {
  const { initiative, method } = readMethod();
  const apollo = createGraphQL(log);
  await apollo.start();
  const http = await startHttpService({
    host: config.host,
    port: config.port,
    log,
    graphql: createGraphQLRoute({
      apollo,
      checkToken: config.hubUrl === undefined ? undefined : createTokenCheck(config.hubUrl, SUBGRAPH, log),
      createContext: () => ({ store, loaders: createLoaders(store), initiative, method }),
    }),
    rows: createRowsRoute(store, config.writeToken),
  });
  return {
    url: http.url,
    async stop() {
      await http.stop();
      await apollo.stop();
    },
  };
}
