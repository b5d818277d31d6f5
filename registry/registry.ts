import type { Logger } from "../kit/logger";
import { type Composer, createComposer } from "./composition/composer";
import { createRecent } from "./composition/recent";
import { hashRooms } from "./composition/rooms-hash";
import type {
  Actor,
  AuditEntry,
  HubRoom,
  Owner,
  SubgraphDetails,
  SubgraphSummary,
  SubgraphVersion,
  Supergraph,
  SupergraphEntry,
} from "./model";
import type { CheckOutcome, PublishOutcome, Submission, SwitchOutcome, Trial } from "./outcomes";
import type { Cause } from "./pipeline/cause";
import type { Checks, Context } from "./pipeline/context";
import { createChecks } from "./pipeline/default-checks";
import { ensureLive, readLive } from "./pipeline/ensure-live";
import { check, publish } from "./pipeline/publish";
import { quarantine, readmit } from "./pipeline/quarantine";
import { remove } from "./pipeline/remove";
import { rollback } from "./pipeline/rollback";
import { rollbackSupergraph } from "./pipeline/rollback-supergraph";
import { setHosts } from "./pipeline/set-hosts";
import type { Probe } from "./probe/subject";
import { readActivations, readLiveActivation } from "./store/activations";
import { type AuditFilter, readAudit } from "./store/audit";
import { type Connection, createConnection } from "./store/connection";
import { putOwners, readOwner, readOwners } from "./store/owners";
import { readSummaries } from "./store/summaries";
import { readSupergraph } from "./store/supergraphs";
import { readVersion, readVersions } from "./store/versions";
import { createTokens, type Tokens } from "./tokens/tokens";

/**
 * Owners, what they published, and what is live. Who may not do what they ask for gets NotAllowed; an owner that does not
 * exist is UnknownOwner; who publishes too often gets TooMany; whatever else can be expected is an outcome.
 */
export interface Registry {
  /** Makes sure that these are known. Nobody is ever taken away, and hosts that have been set stay. */
  ensureOwners(owners: readonly Owner[]): Promise<void>;
  /** By name. */
  owners(): Promise<Owner[]>;
  /** Which hosts an owner's routing URL may have, such as *.sundsvall.se; null for any. Only the operator. */
  setHosts(actor: Actor, owner: string, hosts: readonly string[] | null): Promise<void>;
  /**
   * Makes a supergraph live when there is none or when the rooms' schemas changed. Members that no longer fit are left
   * out.
   * @throws when the rooms do not compose
   */
  ensureLive(): Promise<Supergraph>;
  live(): Promise<Supergraph | undefined>;
  check(actor: Actor, trial: Trial): Promise<CheckOutcome>;
  publish(actor: Actor, submission: Submission): Promise<PublishOutcome>;
  /** One owner's subgraph; to the version that was live before the live one when not given. */
  rollback(actor: Actor, owner: string, to?: number): Promise<SwitchOutcome>;
  /** The whole; what was done last is undone when no number is given. Only the operator. */
  rollbackSupergraph(actor: Actor, to?: number): Promise<SwitchOutcome>;
  remove(actor: Actor, owner: string): Promise<SwitchOutcome>;
  /** For the monitor: takes an owner's subgraph out until it answers again, if this version is the live one. */
  quarantine(owner: string, version: number, cause: Cause): Promise<SwitchOutcome>;
  /** For the monitor: takes it back in, if this version is the one that went out. */
  readmit(owner: string, version: number, cause: Cause): Promise<SwitchOutcome>;
  /** Owners that have published, by name. */
  subgraphs(): Promise<SubgraphSummary[]>;
  subgraph(owner: string): Promise<SubgraphDetails | undefined>;
  version(owner: string, number: number): Promise<SubgraphVersion | undefined>;
  /** What has been live, the newest first. */
  supergraphs(limit: number): Promise<SupergraphEntry[]>;
  audit(filter: AuditFilter): Promise<AuditEntry[]>;
  readonly tokens: Tokens;
  close(): Promise<void>;
}

export interface RegistryOptions {
  /** A database that has been migrated. */
  readonly databaseUrl: string;
  /** The hub's own subgraphs. Their addresses are part of the supergraph's text. */
  readonly rooms: readonly HubRoom[];
  readonly logger: Logger;
  readonly probe: Probe;
  /** Whether services on this machine may be published, by http too. */
  readonly loopback: boolean;
  /** In place of the checks that there are. */
  readonly checks?: Partial<Checks>;
  /** Memory of each of the two threads that compose, in MiB; 1,024 when not given. */
  readonly composeMegabytes?: number;
  /** In place of threads of its own; whoever gives one closes it. */
  readonly composer?: Composer;
  readonly connection?: Connection;
}

/** Builds a registry; it connects and starts its threads when it is first asked. */
export function createRegistry(options: RegistryOptions): Registry {
  const { databaseUrl, rooms, logger } = options;
  const connection = options.connection ?? createConnection({ url: databaseUrl, logger });
  const composer = options.composer ?? createComposer({ logger, megabytes: options.composeMegabytes });
  const context: Context = {
    connection,
    composer,
    rooms,
    roomsHash: hashRooms(rooms),
    checks: { ...createChecks({ ...options, connection, composer }), ...options.checks },
    logger,
  };
  // Their texts are large and never change.
  const supergraphs = createRecent<Supergraph>(2);

  async function live(): Promise<Supergraph | undefined> {
    const activation = await readLiveActivation(connection);
    if (!activation) return undefined;
    const known = supergraphs.get(`${activation.supergraph}`);
    if (known) return known;
    const supergraph = await readSupergraph(connection, activation.supergraph);
    if (supergraph) supergraphs.set(`${supergraph.number}`, supergraph);
    return supergraph;
  }

  return {
    async ensureOwners(owners) {
      const inTheWay = await connection.transaction((statements) => putOwners(statements, owners));
      if (inTheWay.length > 0) logger.warn({ owners: inTheWay }, "owners not added: others have their place");
    },
    owners: () => readOwners(connection),
    setHosts: (actor, owner, hosts) => setHosts(context, actor, owner, hosts),
    async ensureLive() {
      const current = await readLive(connection);
      if (current?.roomsHash === context.roomsHash) return current;
      return connection.inTurn((statements) => ensureLive(context, statements));
    },
    live,
    check: (actor, trial) => check(context, actor, trial),
    publish: (actor, submission) => publish(context, actor, submission),
    rollback: (actor, owner, to) => rollback(context, actor, owner, to),
    rollbackSupergraph: (actor, to) => rollbackSupergraph(context, actor, to),
    remove: (actor, owner) => remove(context, actor, owner),
    quarantine: (owner, version, cause) => quarantine(context, owner, version, cause),
    readmit: (owner, version, cause) => readmit(context, owner, version, cause),
    subgraphs: () => readSummaries(connection),
    async subgraph(owner) {
      const [summary] = await readSummaries(connection, owner);
      if (!summary) return undefined;
      const [found, versions] = [await readOwner(connection, owner), await readVersions(connection, owner)];
      return { ...summary, hosts: found?.hosts ?? null, versions };
    },
    version: (owner, number) => readVersion(connection, owner, number),
    supergraphs: (limit) => readActivations(connection, limit),
    audit: (filter) => readAudit(connection, filter),
    tokens: createTokens(connection),
    async close() {
      if (!options.composer) await composer.close();
      if (!options.connection) await connection.close();
    },
  };
}
