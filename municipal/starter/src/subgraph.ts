import type { Config } from "./config.js";
import { createGraphQL } from "./graphql.js";
import { type HttpService, startHttpService } from "./http-service.js";
import { createTokenCheck } from "./hub-token.js";
import { createLoaders } from "./loaders.js";
import { municipality } from "./municipality.js";
import { createFileStore, type Store } from "./store.js";

/** The project's folder, seen from dist/src/. */
const root = new URL("../../", import.meta.url);

export const exampleStore = (): Store => createFileStore(new URL("data/meeting-places.json", root));

/** The whole subgraph, listening. */
export function startSubgraph({ host, port, hubUrl }: Config, store: Store = exampleStore()): Promise<HttpService> {
  return startHttpService({
    host,
    port,
    apollo: createGraphQL(new URL("schema.graphql", root)),
    checkToken: hubUrl === undefined ? undefined : createTokenCheck(hubUrl, municipality.subgraph),
    createContext: () => ({ store, loaders: createLoaders(store) }),
  });
}
