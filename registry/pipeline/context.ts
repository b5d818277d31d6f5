import type { DocumentNode } from "graphql";
import type { Logger } from "../../kit/logger";
import type { Composer } from "../composition/composer";
import type { Finding } from "../findings";
import type { HubRoom, Owner } from "../model";
import type { SchemaChange } from "../outcomes";
import type { Probe } from "../probe/subject";
import type { Connection } from "../store/connection";

/** What publishing stands on. */
export interface Context {
  readonly connection: Connection;
  readonly composer: Composer;
  readonly rooms: readonly HubRoom[];
  readonly roomsHash: string;
  readonly checks: Checks;
  readonly logger: Logger;
}

/** What a submission goes through, apart from being composed. Each gives every mistake that it can see. */
export interface Checks {
  /** The text by itself; without a document nothing more can be said of it. */
  readSubgraph(sdl: string): { readonly findings: readonly Finding[]; readonly document?: DocumentNode };
  checkPolicy(subject: {
    readonly owner: Owner;
    readonly owners: readonly Owner[];
    readonly sdl: string;
  }): readonly Finding[] | Promise<readonly Finding[]>;
  /** Whether the hub may call the address at all. */
  checkRoutingUrl(routingUrl: string, owner: Owner): readonly Finding[];
  /** Whether the composed whole differs from the hub's own schema in anything that is not the owner's. */
  checkReach(schemas: {
    readonly roomsApi: string;
    readonly api: string;
    readonly owner: Owner;
  }): Promise<readonly Finding[]>;
  /** What changes for clients, given the schemas that they see before and after. */
  judgeChanges(schemas: {
    readonly before: string;
    readonly after: string;
    readonly owner: Owner;
    readonly force: boolean;
  }): Promise<{ readonly findings: readonly Finding[]; readonly changes: readonly SchemaChange[] }>;
  /** What runs at the address. */
  probe: Probe;
}
