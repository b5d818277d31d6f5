import type { Room } from "../../kit/room";
import { createFundingDatabase } from "./database";
import { createFundingSubgraph } from "./subgraph";

export const fundingRoom: Room = {
  name: "funding",
  port: 4004,
  createDatabase: createFundingDatabase,
  createSubgraph: createFundingSubgraph,
};
