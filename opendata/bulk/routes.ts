import type { GraphQLHttpOptions } from "../../kit/http";
import type { RoomOptions } from "../../kit/room";

/** The bulk files at /bulk/v1/. */
export function bulkRoutes(_options: RoomOptions): NonNullable<GraphQLHttpOptions["routes"]> {
  return () => {};
}
