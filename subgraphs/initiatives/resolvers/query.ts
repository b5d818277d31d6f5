import type { QueryResolvers } from "../generated/types";
import { initiativesMatching } from "../initiative.repository";

export const query: QueryResolvers = {
  initiatives: (_, { filter, orderBy, ...page }, { connections }) =>
    connections.load(initiativesMatching(filter, orderBy), page),
  initiative: (_, { id }, { loaders }) => loaders.initiative.load(id),
  programmes: (_, { municipality }, { loaders }) =>
    municipality ? loaders.programmesByMunicipality.load(municipality) : loaders.programmes.findProgrammes(),
  programme: (_, { id }, { loaders }) => loaders.programme.load(id),
  themes: (_, __, { loaders }) => loaders.codes.findCodesInList("THEME"),
  targetGroups: (_, __, { loaders }) => loaders.codes.findCodesInList("TARGET_GROUP"),
  strategyAreas: (_, __, { loaders }) => loaders.codes.findCodesInList("STRATEGY_AREA"),
  instruments: (_, __, { loaders }) => loaders.codes.findCodesInList("INSTRUMENT"),
  sourceDocuments: (_, { municipality }, { loaders }) =>
    municipality ? loaders.sourceDocumentsByMunicipality.load(municipality) : loaders.documents.findSourceDocuments(),
  sourceDocument: (_, { id }, { loaders }) => loaders.sourceDocument.load(id),
};
