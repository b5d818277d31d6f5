import type { Identity } from "../kit/access";
import type { ByteBudget } from "./datasource/byte-budget";

/** What one request brings to the data sources. */
export interface GatewayContext {
  /** Aborts when the client goes away or time is up; subgraph work stops with it. */
  signal: AbortSignal;
  requestId: string;
  /** Shared by all answers that subgraphs give to this request. */
  answers: ByteBudget;
  /** Set while an engine is warmed: nobody is asked, and every fetch gives null. */
  dry?: boolean;
  /** Who asks, as their token says; null for a caller without one. */
  identity?: Identity | null;
  /** The caller's Authorization header, for the hub's own rooms alone: owners' subgraphs never see it. */
  authorization?: string | undefined;
}
