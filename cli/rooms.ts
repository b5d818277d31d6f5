import type { Room } from "../kit/room";
import { opendataRoom } from "../opendata/room";
import { areasRoom } from "../subgraphs/areas/room";
import { comparisonsRoom } from "../subgraphs/comparisons/room";
import { fundingRoom } from "../subgraphs/funding/room";
import { initiativesRoom } from "../subgraphs/initiatives/room";
import { organisationsRoom } from "../subgraphs/organisations/room";

/** Every room that has a subgraph. */
export const rooms: readonly Room[] = [
  areasRoom,
  organisationsRoom,
  initiativesRoom,
  fundingRoom,
  comparisonsRoom,
  opendataRoom,
];
