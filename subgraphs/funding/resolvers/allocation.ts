import { required } from "../../../kit/loader";
import { amountOf } from "../amount";
import type { AllocationResolvers, SourceShareResolvers } from "../generated/types";
import { splitOf } from "../split";

export const allocation: AllocationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.allocation.load(id),
  initiative: ({ initiativeId }) => ({ id: initiativeId }),
  municipality: ({ municipalityCode }) => ({ code: municipalityCode }),
  pot: ({ potId }, _, { loaders }) => (potId === null ? null : loaders.pot.load(potId)),
  grant: ({ grantId }, _, { loaders }) => (grantId === null ? null : loaders.grant.load(grantId)),
  source: ({ sourceId }, _, { loaders }) => (sourceId === null ? null : loaders.fundingSource.load(sourceId)),
  amount: (row) => amountOf(row, row.kind),
  responsible: ({ responsibleIds }) => responsibleIds.map((id) => ({ id })),
  async split(row, { includeModelled }, { loaders }) {
    const contributions = row.potId === null ? [] : await loaders.contributionsByPot.load(row.potId);
    const grant = row.grantId === null ? null : await loaders.grant.load(row.grantId);
    return splitOf(row, contributions, grant?.sourceId ?? row.sourceId, includeModelled);
  },
};

export const sourceShare: SourceShareResolvers = {
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
};
