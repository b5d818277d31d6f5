import { NATIONAL } from "../../kit/record";
import type { Resolvers } from "./generated/types";
import { organisationsMatching, organisationsOfMunicipality } from "./organisation.repository";

export const resolvers: Resolvers = {
  Query: {
    organisations: (_, { filter, ...page }, { connections }) => connections.load(organisationsMatching(filter), page),
    organisation: (_, { id }, { loaders }) => loaders.organisation.load(id),
  },
  Organisation: {
    __resolveReference: ({ id }, { loaders }) => loaders.organisation.load(id),
    municipality: ({ municipalityCode }) => (municipalityCode === NATIONAL ? null : { code: municipalityCode }),
    parent: ({ parentId }, _, { loaders }) => (parentId === null ? null : loaders.organisation.load(parentId)),
    children: ({ id }, _, { loaders }) => loaders.organisationsByParent.load(id),
  },
  Municipality: {
    __resolveReference: ({ code }) => ({ code }),
    organisations: ({ code }, { filter, ...page }, { connections }) =>
      connections.load(organisationsOfMunicipality(filter), page, code),
  },
};
