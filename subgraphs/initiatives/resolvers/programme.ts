import type { ProgrammeResolvers } from "../generated/types";
import { initiativesOfProgramme } from "../initiative.repository";

export const programme: ProgrammeResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.programme.load(id),
  municipality: ({ municipalityCode }) => ({ code: municipalityCode }),
  parent: ({ parentId }, _, { loaders }) => (parentId === null ? null : loaders.programme.load(parentId)),
  parts: ({ id }, _, { loaders }) => loaders.programmesByParent.load(id),
  participations: ({ id }, _, { loaders }) => loaders.participationsByProgramme.load(id),
  initiatives: ({ id }, page, { connections }) => connections.load(initiativesOfProgramme, page, id),
  targets: ({ id }, _, { loaders }) => loaders.targetsByProgramme.load(id),
  milestones: ({ id }, _, { loaders }) => loaders.milestonesByProgramme.load(id),
  decisions: ({ id }, _, { loaders }) => loaders.decisionsByProgramme.load(id),
  consultations: ({ id }, _, { loaders }) => loaders.consultationsByProgramme.load(id),
};
