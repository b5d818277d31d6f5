import type { Room } from "../../kit/room";
import { createOrganisationsDatabase } from "./database";
import { createOrganisationsSubgraph } from "./subgraph";

export const organisationsRoom: Room = {
  name: "organisations",
  port: 4002,
  createDatabase: createOrganisationsDatabase,
  createSubgraph: createOrganisationsSubgraph,
};
