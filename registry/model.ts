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
