import { readSubgraphSdl } from "../../kit/subgraph-schema";
import type { HubRoom } from "../model";

const names = ["areas", "comparisons", "funding", "initiatives", "opendata", "organisations"];

/** The hub's own subgraphs as they are. */
export const hubRooms: readonly HubRoom[] = names.map((name) => ({
  name,
  url: `http://127.0.0.1:4000/${name}`,
  sdl: readSubgraphSdl(name),
}));

/** The same after a release of the hub that changed one text. */
export function changedRooms(room: string, change: (sdl: string) => string): HubRoom[] {
  return hubRooms.map((one) => (one.name === room ? { ...one, sdl: change(one.sdl) } : one));
}
