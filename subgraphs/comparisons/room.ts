import type { Room } from "../../kit/room";
import { createComparisonsDatabase } from "./database";
import { followRecorded } from "./follow/work";
import { createComparisonsSubgraph } from "./subgraph";

export const comparisonsRoom: Room = {
  name: "comparisons",
  port: 4005,
  createDatabase: createComparisonsDatabase,
  createSubgraph: createComparisonsSubgraph,
  startWork: followRecorded,
};
