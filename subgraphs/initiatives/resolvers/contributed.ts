import type { Resolvers } from "../generated/types";
import { initiativesOfArea, initiativesOfMunicipality } from "../initiative.repository";
import { participationsOfOrganisation } from "../participation.repository";

/** What this room adds to the entities of others. */
export const contributed: Pick<Resolvers, "Municipality" | "Area" | "Organisation"> = {
  Municipality: {
    __resolveReference: ({ code }) => ({ code }),
    initiatives: ({ code }, { filter, orderBy, ...page }, { connections }) =>
      connections.load(initiativesOfMunicipality(filter, orderBy), page, code),
    programmes: ({ code }, _, { loaders }) => loaders.programmesByMunicipality.load(code),
    sourceDocuments: ({ code }, _, { loaders }) => loaders.sourceDocumentsByMunicipality.load(code),
  },
  Area: {
    __resolveReference: ({ id }) => ({ id }),
    initiatives: ({ id }, page, { connections }) => connections.load(initiativesOfArea, page, id),
  },
  Organisation: {
    __resolveReference: ({ id }) => ({ id }),
    participations: ({ id }, page, { connections }) => connections.load(participationsOfOrganisation, page, id),
  },
};
