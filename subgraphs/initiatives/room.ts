import type { Room } from "../../kit/room";
import { createInitiativesDatabase } from "./database";
import { createInitiativesSubgraph } from "./subgraph";

export const initiativesRoom: Room = {
  name: "initiatives",
  port: 4003,
  createDatabase: createInitiativesDatabase,
  createSubgraph: createInitiativesSubgraph,
};
