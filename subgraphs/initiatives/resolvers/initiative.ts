import type { CodeListName, CodeRow } from "../code.entity";
import { codeKey } from "../code.repository";
import type { InitiativeResolvers } from "../generated/types";
import type { InitiativesContext } from "../loaders";

type Loaders = InitiativesContext["loaders"];

const codeOf = (loaders: Loaders, list: CodeListName, code: string | null): Promise<CodeRow | null> | null =>
  code === null ? null : loaders.code.load(codeKey(list, code));

/** The codes in the order given; one that has left its list is left out. */
async function codesOf(loaders: Loaders, list: CodeListName, codes: readonly string[]): Promise<CodeRow[]> {
  const rows = await Promise.all(codes.map((code) => loaders.code.load(codeKey(list, code))));
  return rows.filter((row) => row !== null);
}

export const initiative: InitiativeResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.initiative.load(id),
  municipality: ({ municipalityCode }) => ({ code: municipalityCode }),
  programme: ({ programmeId }, _, { loaders }) => (programmeId === null ? null : loaders.programme.load(programmeId)),
  strategyArea: ({ strategyArea }, _, { loaders }) => codeOf(loaders, "STRATEGY_AREA", strategyArea),
  themes: ({ themes }, _, { loaders }) => codesOf(loaders, "THEME", themes),
  targetGroups: ({ targetGroups }, _, { loaders }) => codesOf(loaders, "TARGET_GROUP", targetGroups),
  instrument: ({ instrument }, _, { loaders }) => codeOf(loaders, "INSTRUMENT", instrument),
  areas: ({ areaIds }) => areaIds.map((id) => ({ id })),
  participations: ({ id }, _, { loaders }) => loaders.participationsByInitiative.load(id),
  async leadOrganisations({ id }, _, { loaders }) {
    const participations = await loaders.participationsByInitiative.load(id);
    return participations
      .filter(({ role }) => role === "RESPONSIBLE")
      .map(({ organisationId }) => ({ id: organisationId }));
  },
  targets: ({ id }, _, { loaders }) => loaders.targetsByInitiative.load(id),
  results: ({ id }, _, { loaders }) => loaders.resultsByInitiative.load(id),
  milestones: ({ id }, _, { loaders }) => loaders.milestonesByInitiative.load(id),
  decisions: ({ id }, _, { loaders }) => loaders.decisionsByInitiative.load(id),
  consultations: ({ id }, _, { loaders }) => loaders.consultationsByInitiative.load(id),
  calls: ({ id }, _, { loaders }) => loaders.callsByInitiative.load(id),
};
