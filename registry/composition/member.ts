import type { SupergraphOwner } from "../../kit/supergraph-header";

/** An owner's subgraph as something to compose. */
export interface Member extends SupergraphOwner {
  readonly sdl: string;
  readonly routingUrl: string;
}
