import type { Room } from "../kit/room";
import { createOpendataDatabase } from "./database";
import { createOpendataSubgraph } from "./subgraph";
import { startWebhookWork } from "./webhooks/work";

export const opendataRoom: Room = {
  name: "opendata",
  port: 4007,
  createDatabase: createOpendataDatabase,
  createSubgraph: createOpendataSubgraph,
  startWork: startWebhookWork,
};
