import type { Identity } from "../../kit/access";
import type { GraphQLHttpAnswer, GraphQLQuestion, RequestScope } from "../../kit/http";
import type { Logger } from "../../kit/logger";
import type { GatewayContext } from "../context";
import type { Limits } from "../limits/limits";
import type { UsageReport } from "../usage/types";

/** Why an operation runs: for a client, to see whether an engine is sound, or only to have it planned. */
export type Purpose = "client" | "check" | "warm-up";

export interface EngineQuestion extends GraphQLQuestion {
  /** What the client calls itself. */
  readonly client: string;
  readonly purpose: Purpose;
  /** Who asks, as their token says; nobody who is known without it. */
  readonly identity?: Identity | null;
  /** The Authorization header, for the hub's own rooms alone. */
  readonly authorization?: string | undefined;
}

export interface EngineAnswer extends GraphQLHttpAnswer {
  /** Whether data was asked for and there is no error; such an operation is worth planning ahead. */
  readonly clean: boolean;
}

/** What one request brings into an engine. */
export interface EngineContext extends GatewayContext {
  readonly identity: Identity | null;
  readonly client: string;
  readonly purpose: Purpose;
  /** Shared by the copies that Apollo Server makes of the context. */
  readonly outcome: { clean: boolean };
}

/** What an engine of another thread is told when it is made: plain data. */
export interface EngineSettings {
  /** Routing URLs by subgraph name, in place of those in the supergraph. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly limits: Limits;
  readonly subgraphMilliseconds: number;
  readonly answerBytes: number;
  readonly requestAnswerBytes: number;
  readonly owners: OwnerSettings;
  /** Whether @access is heeded here. */
  readonly checkAccess: boolean;
  /** How often what was counted is reported, in milliseconds; undefined when nobody wants to know. */
  readonly reportMilliseconds?: number | undefined;
}

export interface OwnerSettings {
  /** Private keys, as a JWK set, that calls of owners are signed with; without them calls bear no token. */
  readonly signingJwks?: string | undefined;
  /** Whether owners may be at addresses of this machine. */
  readonly loopback: boolean;
  readonly milliseconds?: number | undefined;
  readonly answerBytes?: number | undefined;
}

/** What an engine asks of and tells to who made it. */
export interface EngineHooks {
  readonly logger: Logger;
  /** Address that tokens for owners name as their issuer. */
  issuer(): string;
  report(report: UsageReport): void;
}

/** Breakers of owners' subgraphs, as one engine leaves them to the next. */
export type BreakerStates = Readonly<Record<string, unknown>>;

export interface Subgraph {
  readonly name: string;
  /** Where it is asked. */
  readonly url: string;
}

/** Everything that answers operations over one supergraph, which never changes. */
export interface Engine {
  /** The rooms; owners' subgraphs are not among them. */
  readonly subgraphs: readonly Subgraph[];
  /** The public schema as SDL. */
  schemaText(): string;
  execute(question: EngineQuestion, life: RequestScope): Promise<EngineAnswer>;
  breakerStates(): Promise<BreakerStates>;
  /** What the engine before knows now, for owners that this one has not called; before the first request of a client. */
  takeBreakers(states: BreakerStates): void;
  /** Resolves with the reason when the engine has ended by itself; requests under way were refused then. */
  readonly lost: Promise<Error>;
  /** Gives up what is under way and lets go of everything. */
  stop(): Promise<void>;
}
