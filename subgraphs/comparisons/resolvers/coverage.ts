import { inLanguage } from "../../../kit/value-resolvers";
import { initiativesLacking } from "../coverage/lacking";
import { labelOfPart, qualityPartsOf, qualityScoreOf } from "../coverage/quality-score";
import type { Resolvers } from "../generated/types";
import { refuseMistakes } from "../input/mistakes";
import { municipalityMistakes } from "../input/municipality-mistakes";

/** What there is of each municipality. */
export const coverage: Pick<Resolvers, "Coverage" | "QualityPart" | "LackingConnection" | "Municipality"> & {
  readonly Query: Required<Pick<NonNullable<Resolvers["Query"]>, "coverage">>;
} = {
  Query: {
    async coverage(_, { municipalities }, { loaders }) {
      if (!municipalities) return loaders.coverages.findCoverageWithData();
      const found = await loaders.coverages.findCoverageByCode(municipalities);
      const known = found.map(({ municipalityCode }) => municipalityCode);
      refuseMistakes(municipalityMistakes(["municipalities"], municipalities, known));
      return found;
    },
  },
  Coverage: {
    municipality: ({ municipalityCode }) => ({ code: municipalityCode }),
    qualityScore: qualityScoreOf,
    qualityParts: qualityPartsOf,
    notes: ({ municipalityCode }, _, { loaders }) => loaders.qualityNotes.load(municipalityCode),
    lacking: ({ municipalityCode }, { part, ...page }, { connections }) =>
      connections.load(initiativesLacking(part), page, municipalityCode),
  },
  QualityPart: {
    label: ({ code }, { language }) => inLanguage(labelOfPart(code), language) ?? code,
  },
  Municipality: {
    __resolveReference: ({ code }) => ({ code }),
    coverage: ({ code }, _, { loaders }) => loaders.coverage.load(code),
  },
};
