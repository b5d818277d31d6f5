import type { Room } from "../kit/room";
import { createOpendataDatabase } from "./database";
import { createOpendataSubgraph } from "./subgraph";

export const opendataRoom: Room = {
  name: "opendata",
  port: 4007,
  createDatabase: createOpendataDatabase,
  createSubgraph: createOpendataSubgraph,
};
