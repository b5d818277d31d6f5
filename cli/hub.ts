import type { EdgeOptions } from "../gateway/config";
import { followRegistry } from "../gateway/follow-registry";
import { createGateway, type GatewayOptions } from "../gateway/gateway";
import { createDevelopmentIssuer } from "../issuer";
import { createTokenVerifier, noIssuers, type TokenVerifier, type TrustedIssuer } from "../kit/access";
import { createClosers } from "../kit/closers";
import type { Database } from "../kit/database";
import { isLoopbackHost, lastGoodSupergraphFile, signingKeysFile, webhookKeyFile } from "../kit/hub-variables";
import type { Logger } from "../kit/logger";
import { createSealedBox } from "../kit/sealed-box";
import { createSigningKeys } from "../kit/signing-keys";
import type { Registry } from "../registry";
import { createRegistryDatabase } from "../registry/database";
import { developmentClients, developmentIssuerFolder } from "./development-clients";
import type { RegistrySettings } from "./registry-variables";
import { rooms } from "./rooms";
import { shownUrl } from "./shown-url";
import { startRegistry } from "./start-registry";

export interface HubOptions extends EdgeOptions, RegistrySettings {
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly host: string;
  readonly port: number;
  /** Address at which the public reaches the hub; without it the gateway's own, as `shownUrl` shows it. */
  readonly publicUrl?: string | undefined;
  /** Folder of the signing keys and the last supergraph that served; without it they last as long as the hub. */
  readonly dataDirectory?: string;
  /** Private keys as a JWK set, in the place of those in the folder. */
  readonly signingKeys?: string | undefined;
  /** Key that webhooks' keys are sealed with, in the place of that in the folder. */
  readonly webhookKey?: string | undefined;
  /** Whether owners' subgraphs and webhooks may be at addresses of this machine. Default: when the hub listens on loopback alone. */
  readonly loopbackSubgraphs?: boolean;
  /** Tells who sent an access token, in the place of what verifies those of `issuers`. */
  readonly tokens?: TokenVerifier;
  /** Whose access tokens are taken; without any, none are. */
  readonly issuers?: readonly TrustedIssuer[] | undefined;
  /** Whether an issuer for development runs beside the hub, whose tokens are taken too. */
  readonly developmentIssuer?: boolean;
  /** Where @access is heeded. Default: in both; false only in tests of what stands behind it. */
  readonly checkAccess?: { readonly gateway?: boolean; readonly rooms?: boolean };
  /** Whether rooms act as roles that row-level security holds. Default true; false only in tests of what stands before it. */
  readonly rowSecurity?: boolean;
  /** Where operations are planned and answered. Default: in a thread of its own. */
  readonly engine?: GatewayOptions["engine"];
  readonly smokeQueries?: readonly string[];
}

export interface Hub {
  /** Address of the gateway, without path. */
  readonly url: string;
  /** Addresses of the subgraphs by name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly databases: Readonly<Record<string, Database>>;
  readonly registry: Registry;
  /** Address of the issuer for development; undefined when it does not run. */
  readonly issuerUrl: string | undefined;
  /** Finishes the requests under way, then closes everything. */
  stop(): Promise<void>;
  /** Stops one subgraph while the rest goes on. */
  stopSubgraph(name: string): Promise<void>;
}

/** Brings every room's schema and the registry's up to date, one after the other. */
export async function migrateRooms(databaseUrl: string, logger: Logger): Promise<void> {
  for (const room of rooms) await room.createDatabase({ url: databaseUrl, logger }).migrate();
  await createRegistryDatabase({ url: databaseUrl, logger }).migrate();
}

/** Every subgraph, the registry and the gateway in one process, over a database that has been migrated. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const {
    logger,
    databaseUrl,
    host,
    port,
    dataDirectory,
    signingKeys,
    webhookKey,
    quarantineAfter,
    composeMegabytes,
    ...edge
  } = options;
  const loopback = options.loopbackSubgraphs ?? isLoopbackHost(host);
  const sealedBox = createSealedBox({
    key: webhookKey,
    file: dataDirectory === undefined ? undefined : webhookKeyFile(dataDirectory),
  });
  let gatewayUrl = "";
  const publicUrl = () => options.publicUrl ?? shownUrl(gatewayUrl);
  const closers = createClosers();

  async function startIssuer(): Promise<TrustedIssuer> {
    const issuer = await createDevelopmentIssuer({
      clients: developmentClients,
      folder: dataDirectory && developmentIssuerFolder(dataDirectory),
      logger: logger.child({ room: "issuer" }),
      audience: publicUrl,
    });
    const started = await issuer.start(0);
    closers.add(() => issuer.stop());
    return started;
  }

  try {
    const development = options.developmentIssuer ? await startIssuer() : undefined;
    const issuers = [...(options.issuers ?? []), ...(development ? [development] : [])];
    const tokens =
      options.tokens ??
      (issuers.length > 0 ? createTokenVerifier({ audience: publicUrl, issuers, logger }) : noIssuers);
    const running = await Promise.all(
      rooms.map(async (room) => {
        const log = logger.child({ room: room.name });
        const database = room.createDatabase({
          url: databaseUrl,
          logger: log,
          rowSecurity: options.rowSecurity ?? true,
        });
        closers.add(() => database.close());
        await database.connect();
        const settings = {
          database,
          logger: log,
          publicUrl,
          sealedBox,
          loopback,
          tokens,
          checkAccess: options.checkAccess?.rooms ?? true,
        };
        const service = room.createSubgraph(settings);
        const { url } = await service.start({ host: "127.0.0.1", port: 0 });
        closers.add(() => service.stop());
        const work = room.startWork?.(settings);
        closers.add(async () => work?.stop());
        return { name: room.name, database, service, url: `${url}/graphql` };
      }),
    );
    const byName = <T>(pick: (room: (typeof running)[number]) => T) =>
      Object.fromEntries(running.map((room) => [room.name, pick(room)]));
    const subgraphUrls = byName(({ url }) => url);
    const keys = await createSigningKeys({
      jwks: signingKeys,
      ...(dataDirectory !== undefined && { file: signingKeysFile(dataDirectory) }),
    });
    const registry = await startRegistry({
      databaseUrl,
      logger: logger.child({ room: "registry" }),
      host: "127.0.0.1",
      port: 0,
      keys,
      publicUrl,
      loopback,
      quarantineAfter,
      composeMegabytes,
    });
    closers.add(registry.stop);
    const gatewayLogger = logger.child({ room: "gateway" });
    const following = followRegistry({
      databaseUrl,
      keys,
      lastGoodFile: dataDirectory === undefined ? undefined : lastGoodSupergraphFile(dataDirectory),
      publicUrl,
      logger: gatewayLogger,
    });
    closers.add(following.stop);
    const gateway = createGateway({
      engine: "thread",
      ...edge,
      ...following.options,
      subgraphUrls,
      loopbackOwners: loopback,
      tokens,
      checkAccess: options.checkAccess?.gateway ?? true,
      registryUrl: () => registry.url,
      logger: gatewayLogger,
    });
    const { url } = await gateway.start({ host, port });
    closers.add(() => gateway.stop());
    gatewayUrl = url;
    registry.lookAfter();
    return {
      url,
      subgraphUrls,
      databases: byName(({ database }) => database),
      registry: registry.registry,
      issuerUrl: development?.issuer,
      stop: closers.closeAll,
      stopSubgraph: async (name) => running.find((room) => room.name === name)?.service.stop(),
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
