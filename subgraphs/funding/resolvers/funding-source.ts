import { required } from "../../../kit/loader";
import type { FundingProgrammeResolvers, FundingSourceResolvers } from "../generated/types";
import { grantsOfSource } from "../grant.repository";

export const fundingSource: FundingSourceResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.fundingSource.load(id),
  organisation: ({ organisationId }) => (organisationId === null ? null : { id: organisationId }),
  programmes: ({ id }, _, { loaders }) => loaders.fundingProgrammesBySource.load(id),
  async pots({ id }, _, { loaders }) {
    const contributions = await loaders.contributionsBySource.load(id);
    const pots = await Promise.all(contributions.map(({ potId }) => required(loaders.pot.load(potId))));
    return pots
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .sort((a, b) => a.municipalityCode.localeCompare(b.municipalityCode) || (b.year ?? 0) - (a.year ?? 0));
  },
  grants: ({ id }, { filter, ...page }, { connections }) => connections.load(grantsOfSource(filter), page, id),
};

export const fundingProgramme: FundingProgrammeResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.fundingProgramme.load(id),
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
};
