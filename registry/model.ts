/** Who may publish. */
export type OwnerKind = "MUNICIPALITY" | "AGENCY" | "OPERATOR";

export interface Owner {
  /** Slug, such as upplands-vasby; also the name of its subgraph. */
  readonly name: string;
  /** Name for people, such as Upplands Väsby. */
  readonly title: string;
  readonly kind: OwnerKind;
  /** Whose rows its subgraph may be asked about; null for all, as of an agency. */
  readonly municipality: string | null;
  /** What its fields begin with, such as upplandsVasby; its types begin with the same in a capital. */
  readonly prefix: string;
  /** Hosts that its routing URL may have, such as *.sundsvall.se; null for any public host. */
  readonly hosts: readonly string[] | null;
}

/** One published text of an owner's subgraph; never changed afterwards. */
export interface SubgraphVersion {
  readonly owner: string;
  /** 1, 2, 3 … for each owner. */
  readonly number: number;
  readonly sdl: string;
  readonly routingUrl: string;
  readonly message: string | null;
  /** Id of the token, or the name of who was at the machine. */
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

/** Which version of each owner's subgraph is part of a supergraph. */
export type Members = ReadonlyMap<string, number>;

/** One composed supergraph; never changed afterwards. */
export interface Supergraph {
  readonly number: number;
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
  /** The text with its header (kit/supergraph-header.ts). */
  readonly sdl: string;
  /** SHA-256 over the schemas of the hub's rooms that it was composed with. */
  readonly roomsHash: string;
  readonly members: Members;
  readonly createdAt: Date;
}

/** Why a supergraph became the live one. */
export type ActivationReason =
  | "STARTED"
  | "ROOMS_CHANGED"
  | "PUBLISHED"
  | "ROLLED_BACK"
  | "REMOVED"
  | "QUARANTINED"
  | "RETURNED";

/** The newest activation says which supergraph is live. */
export interface Activation {
  readonly number: number;
  readonly supergraph: number;
  readonly reason: ActivationReason;
  /** The owner it was about; null when it was about all. */
  readonly owner: string | null;
  readonly by: string;
  readonly at: Date;
}

/** One of the hub's own subgraphs, which every supergraph holds. */
export interface HubRoom {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** Who asks the registry for something. */
export interface Actor {
  /** Written to the audit log: the id of a token, or who was at the machine. */
  readonly name: string;
  /** The owner that the actor speaks for. */
  readonly owner: string;
  /** The operator may act for every owner. */
  readonly isOperator: boolean;
}

/** How an owner's subgraph is doing: answering, failing of late, or out of the supergraph until it answers again. */
export type StandingState = "WELL" | "FAILING" | "OUT";

export interface Standing {
  readonly owner: string;
  readonly state: StandingState;
  readonly since: Date;
  /** The version that is live, or that comes back when it is out. */
  readonly version: number;
  /** Why it is out or failing. */
  readonly reason: string | null;
  /** Looks in a row that found it well. */
  readonly healthyLooks: number;
  readonly lookedAt: Date | null;
}

/** An owner that has published, in short. */
export interface SubgraphSummary {
  readonly name: string;
  readonly title: string;
  readonly kind: OwnerKind;
  readonly municipality: string | null;
  /** Number of the version that the live supergraph holds; null when it holds none. */
  readonly live: number | null;
  /** Null when the subgraph has been taken away. */
  readonly standing: Pick<Standing, "state" | "since" | "reason" | "version"> | null;
  /** Of the live version, or else of the newest. */
  readonly routingUrl: string;
  readonly publishedAt: Date;
}

/** A version without its text. */
export type VersionSummary = Omit<SubgraphVersion, "sdl">;

export interface SubgraphDetails extends SubgraphSummary {
  /** Hosts that its routing URL may have; null for any public host. */
  readonly hosts: Owner["hosts"];
  /** The newest first. */
  readonly versions: readonly VersionSummary[];
}

/** One time that a supergraph became the live one. */
export interface SupergraphEntry extends Activation {
  readonly hash: string;
  readonly roomsHash: string;
  /** How many owners' subgraphs it holds. */
  readonly subgraphs: number;
}

/**
 * Something that somebody did or tried. Details hold ids, numbers and codes, and why a subgraph went out or came back in the
 * monitor's own sentence.
 */
export interface AuditEntry {
  readonly number: number;
  readonly at: Date;
  /** Id of the token, or who was at the machine. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly owner: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export type AuditAction =
  | ActivationReason
  /** A supergraph as a whole was made live again. */
  | "SUPERGRAPH_ROLLED_BACK"
  /** Checks kept a version from being published. */
  | "REJECTED"
  /** Does not fit the hub's rooms any more, so the supergraph goes on without it. */
  | "LEFT_OUT"
  /** Somebody asked for what is another's to do. */
  | "NOT_ALLOWED"
  | "HOSTS_SET"
  | "TOKEN_CREATED"
  | "TOKEN_REVOKED";

/** A token without its secret, which nobody can read again. */
export interface TokenSummary {
  readonly id: string;
  readonly owner: string;
  readonly note: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}
