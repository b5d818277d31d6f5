import { version } from "@apollo/composition/package.json";
import type { HubRoom } from "../model";
import { sha256 } from "../sha256";

/**
 * Tells whether a supergraph was composed with these rooms: their names, addresses and texts, by the library as it is
 * now. Another release of the library may print another supergraph.
 */
export function hashRooms(rooms: readonly HubRoom[]): string {
  const sorted = [...rooms].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sha256([version, ...sorted.flatMap(({ name, url, sdl }) => [name, url, sdl])]);
}
