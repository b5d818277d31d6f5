import type { TokenVerifier } from "./access";
import type { Database, DatabaseOptions } from "./database";
import type { GraphQLHttpService } from "./http";
import type { Logger } from "./logger";
import type { SealedBox } from "./sealed-box";

/** What a room's subgraph is built from. */
export interface RoomOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly requestMilliseconds?: number;
  /** Tells who sent a bearer token; without it none is taken. */
  readonly tokens?: TokenVerifier;
  /** Whether fields with @access check the caller. Default true; false only in tests of what stands behind it. */
  readonly checkAccess?: boolean;
  /** Seals what the database may not read; without it, for as long as the process lasts. */
  readonly sealedBox?: SealedBox;
  /** Whether addresses that callers give may be of this machine. Default false. */
  readonly loopback?: boolean;
  /** Address, without path, at which the public reaches the hub; asked for when a link is made. */
  publicUrl(): string;
}

/** One room as a service of its own. */
export interface Room {
  readonly name: string;
  /** Port when PORT is not set. */
  readonly port: number;
  createDatabase(options: Omit<DatabaseOptions, "schema" | "entities" | "migrations">): Database;
  createSubgraph(options: RoomOptions): GraphQLHttpService;
  /** Begins what the room does without being asked. */
  startWork?(options: RoomOptions): { stop(): Promise<void> };
}
