import type { Room } from "../../kit/room";
import { createAreasDatabase } from "./database";
import { createAreasSubgraph } from "./subgraph";

export const areasRoom: Room = {
  name: "areas",
  port: 4001,
  createDatabase: createAreasDatabase,
  createSubgraph: createAreasSubgraph,
};
