import { allocationsOfResponsible } from "../allocation.repository";
import { amountOf } from "../amount";
import type { Resolvers } from "../generated/types";
import { grantsOfMunicipality, grantsOfRecipient } from "../grant.repository";
import { oneSum } from "../sums";

/** What this room adds to the entities of others. */
export const contributed: Pick<Resolvers, "Municipality" | "Initiative" | "Organisation"> = {
  Municipality: {
    __resolveReference: ({ code }) => ({ code }),
    pots: ({ code }, _, { loaders }) => loaders.potsByMunicipality.load(code),
    grants: ({ code }, { filter, ...page }, { connections }) =>
      connections.load(grantsOfMunicipality(filter), page, code),
  },
  Initiative: {
    __resolveReference: ({ id }) => ({ id }),
    allocations: ({ id }, _, { loaders }) => loaders.allocationsByInitiative.load(id),
    grants: ({ id }, _, { loaders }) => loaders.grantsByInitiative.load(id),
    async amounts({ id }, _, { loaders }) {
      const rows = await loaders.amountsByInitiative.load(id);
      return rows.map((row) => amountOf(row, row.kind)).filter((amount) => amount !== null);
    },
    allocatedAmount: async ({ id }, _, { loaders }) =>
      oneSum(await loaders.allocationSumsByInitiative.load(id))?.value ?? null,
    allocatedKind: async ({ id }, _, { loaders }) =>
      oneSum(await loaders.allocationSumsByInitiative.load(id))?.kind ?? null,
    allocationSums: ({ id }, _, { loaders }) => loaders.allocationSumsByInitiative.load(id),
  },
  Organisation: {
    __resolveReference: ({ id }) => ({ id }),
    grantsReceived: ({ id }, page, { connections }) => connections.load(grantsOfRecipient, page, id),
    allocations: ({ id }, page, { connections }) => connections.load(allocationsOfResponsible, page, id),
  },
};
