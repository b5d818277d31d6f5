import { join } from "node:path";
import type { EdgeOptions } from "../gateway/config";
import { createGateway } from "../gateway/gateway";
import { fileSource } from "../gateway/supergraph/file-source";
import { createClosers } from "../kit/closers";
import type { Database } from "../kit/database";
import type { Logger } from "../kit/logger";
import { projectRoot } from "../kit/project-root";
import { rooms } from "./rooms";
import { shownUrl } from "./shown-url";

export interface HubOptions extends EdgeOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly host: string;
  readonly port: number;
  /** Address at which the public reaches the hub; without it the gateway's own, as `shownUrl` shows it. */
  readonly publicUrl?: string | undefined;
}

export interface Hub {
  /** Address of the gateway, without path. */
  readonly url: string;
  /** Addresses of the subgraphs by name. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly databases: Readonly<Record<string, Database>>;
  /** Finishes the requests under way, then closes everything. */
  stop(): Promise<void>;
  /** Stops one subgraph while the rest goes on. */
  stopSubgraph(name: string): Promise<void>;
}

export const supergraphFile = join(projectRoot, "schema", "supergraph.graphql");

/** Brings every room's schema up to date, one after the other. */
export async function migrateRooms(databaseUrl: string, logger: Logger): Promise<void> {
  for (const room of rooms) await room.createDatabase({ url: databaseUrl, logger }).migrate();
}

/** Every subgraph and the gateway in one process, over a database that has been migrated. */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { logger, databaseUrl, host, port, publicUrl, ...edge } = options;
  let gatewayUrl = "";
  const closers = createClosers();
  try {
    const running = await Promise.all(
      rooms.map(async (room) => {
        const log = logger.child({ room: room.name });
        const database = room.createDatabase({ url: databaseUrl, logger: log });
        closers.add(() => database.close());
        await database.connect();
        const service = room.createSubgraph({
          database,
          logger: log,
          publicUrl: () => publicUrl ?? shownUrl(gatewayUrl),
        });
        const { url } = await service.start({ host: "127.0.0.1", port: 0 });
        closers.add(() => service.stop());
        return { name: room.name, database, service, url: `${url}/graphql` };
      }),
    );
    const byName = <T>(pick: (room: (typeof running)[number]) => T) =>
      Object.fromEntries(running.map((room) => [room.name, pick(room)]));
    const subgraphUrls = byName(({ url }) => url);
    const gateway = createGateway({
      ...edge,
      supergraph: fileSource(supergraphFile),
      subgraphUrls,
      logger: logger.child({ room: "gateway" }),
    });
    const { url } = await gateway.start({ host, port });
    closers.add(() => gateway.stop());
    gatewayUrl = url;
    return {
      url,
      subgraphUrls,
      databases: byName(({ database }) => database),
      stop: closers.closeAll,
      stopSubgraph: async (name) => running.find((room) => room.name === name)?.service.stop(),
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
