import { ApolloGateway, type GatewayConfig } from "@apollo/gateway";
import { createExecutor } from "./execution/executor";
import { quietTelemetry } from "./quiet-telemetry";

/** ApolloGateway with our executor around its own. */
export class HubGateway extends ApolloGateway {
  readonly #ownNames: () => ReadonlySet<string>;

  constructor(config: GatewayConfig, ownNames: () => ReadonlySet<string>) {
    quietTelemetry();
    super(config);
    this.#ownNames = ownNames;
  }

  override async load(options?: Parameters<ApolloGateway["load"]>[0]): ReturnType<ApolloGateway["load"]> {
    const loaded = await super.load(options);
    return { ...loaded, executor: createExecutor(loaded.executor, this.#ownNames) };
  }
}
