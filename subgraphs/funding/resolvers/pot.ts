import { required } from "../../../kit/loader";
import { allocationsOfPot } from "../allocation.repository";
import { amountOf, partAmount } from "../amount";
import type { PotContributionResolvers, PotResolvers } from "../generated/types";
import { oneSum } from "../sums";

export const pot: PotResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.pot.load(id),
  municipality: ({ municipalityCode }) => ({ code: municipalityCode }),
  total: ({ total, sources }) => ({
    ...total,
    note: null,
    sources: partAmount(total, sources, "total_")?.sources ?? [],
  }),
  contributions: ({ id }, _, { loaders }) => loaders.contributionsByPot.load(id),
  allocations: ({ id }, page, { connections }) => connections.load(allocationsOfPot, page, id),
  async allocated({ id }, _, { loaders }) {
    const sums = await loaders.allocationSumsByPot.load(id);
    return sums.length === 0 ? "0" : (oneSum(sums)?.value ?? null);
  },
  allocatedKind: async ({ id }, _, { loaders }) => oneSum(await loaders.allocationSumsByPot.load(id))?.kind ?? null,
  allocationSums: ({ id }, _, { loaders }) => loaders.allocationSumsByPot.load(id),
  unallocated: ({ statedUnallocated }) => statedUnallocated?.value ?? null,
  stated: ({ statedAllocationCount, statedAllocated, statedUnallocated, sources }) =>
    statedAllocationCount === null && statedAllocated === null && statedUnallocated === null
      ? null
      : {
          allocationCount: statedAllocationCount,
          allocated: partAmount(statedAllocated, sources, "stated_allocated_"),
          unallocated: partAmount(statedUnallocated, sources, "stated_unallocated_"),
        },
};

export const potContribution: PotContributionResolvers = {
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
  grant: ({ grantId }, _, { loaders }) => (grantId === null ? null : loaders.grant.load(grantId)),
  amount(contribution) {
    const amount = amountOf(contribution, contribution.kind);
    if (!amount) throw new Error(`The contribution of ${contribution.sourceId} to ${contribution.potId} has no amount`);
    return amount;
  },
};
