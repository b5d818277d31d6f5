import type { GraphQLSchema } from "graphql";
import type { SupergraphOwner } from "../../kit/supergraph-header";

/** The one graph that the planner sees in place of all owners' subgraphs. */
export const OWNERS_GRAPH = "owners";

/** An owner whose subgraph is part of the live supergraph. */
export interface OwnerGraph extends SupergraphOwner {
  /** Where its subgraph is asked. */
  readonly url: string;
}

/** What the supergraph says of who owns what; enough to split a fetch by owner and to check what comes back. */
export interface OwnersSchema {
  /** The supergraph's types, each field as its subgraphs declare it. */
  readonly schema: GraphQLSchema;
  /** The owner of a root field, or of a field that an owner adds to an open entity; undefined for any other field. */
  ownerOf(type: string, field: string): string | undefined;
  /** The key field of an open entity: a type of the hub's rooms that owners extend; undefined for any other type. */
  keyOf(type: string): string | undefined;
}
