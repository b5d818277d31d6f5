import { required } from "../../../kit/loader";
import type { FundingProgrammeResolvers, FundingSourceResolvers } from "../generated/types";
import { grantsOfSource } from "../grant.repository";

export const fundingSource: FundingSourceResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.fundingSource.load(id),
  organisation: ({ organisationId }) => (organisationId === null ? null : { id: organisationId }),
  programmes: ({ id }, _, { loaders }) => loaders.fundingProgrammesBySource.load(id),
  grants: ({ id }, { filter, ...page }, { connections }) => connections.load(grantsOfSource(filter), page, id),
};

export const fundingProgramme: FundingProgrammeResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.fundingProgramme.load(id),
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
};
