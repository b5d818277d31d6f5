import type { Reader } from "../../kit/database";
import { createGroupLoader, createLoader } from "../../kit/loader";
import type { SubgraphContext } from "../../kit/subgraph";
import { createOrganisationRepository } from "./organisation.repository";

/** The room's loaders for one request. */
export function createLoaders(reader: Reader) {
  const organisations = createOrganisationRepository(reader);
  return {
    organisation: createLoader(organisations.findOrganisationsById, ({ id }) => id),
    organisationsByParent: createGroupLoader(organisations.findOrganisationsByParent, ({ parentId }) => parentId ?? ""),
  };
}

export type OrganisationsContext = SubgraphContext<ReturnType<typeof createLoaders>>;
