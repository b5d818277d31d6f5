import { required } from "../../../kit/loader";
import type { AmountValue } from "../amount";
import type { AmountKind, GrantEventResolvers, GrantResolvers } from "../generated/types";
import { type GrantEventRow, stands } from "../grant-event.entity";
import { stateOf } from "../grant-state";
import { amountOfEvent, sumOf, sumsOf, totalCostOf } from "../life/grant-sums";
import type { FundingContext } from "../loaders";

/** The sum of a grant's events of one amount kind. */
const sum =
  (kind: AmountKind) =>
  async ({ id }: { id: string }, _: object, { loaders }: FundingContext): Promise<AmountValue | null> =>
    sumOf(await loaders.grantEventsByGrant.load(id), kind);

export const grant: GrantResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.grant.load(id),
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
  programme: ({ programmeId }, _, { loaders }) =>
    programmeId === null ? null : loaders.fundingProgramme.load(programmeId),
  recipient: ({ recipientId }) => ({ id: recipientId }),
  municipality: ({ municipalityCode }) => ({ code: municipalityCode }),
  initiative: ({ initiativeId }) => (initiativeId === null ? null : { id: initiativeId }),
  state: async ({ id }, _, { loaders }) => stateOf((await loaders.grantEventsByGrant.load(id)).filter(stands)),
  async events({ id }, { includeCorrected }, { loaders }) {
    const events = await loaders.grantEventsByGrant.load(id);
    return includeCorrected ? events : events.filter(stands);
  },
  revision: async ({ id }, _, { loaders }) => (await loaders.grantEventsByGrant.load(id)).length,
  sums: async ({ id }, _, { loaders }) => sumsOf(await loaders.grantEventsByGrant.load(id)),
  applied: sum("APPLIED"),
  awarded: sum("AWARDED"),
  disbursed: sum("DISBURSED"),
  async pots({ id }, _, { loaders }) {
    const contributions = await loaders.contributionsByGrant.load(id);
    const pots = await Promise.all(contributions.map(({ potId }) => required(loaders.pot.load(potId))));
    return pots.filter(({ withdrawnAt }) => withdrawnAt === null);
  },
};

/** Another event of the same log; null for none. */
async function inSameLog(
  { grantId }: GrantEventRow,
  id: string | null,
  { loaders }: FundingContext,
): Promise<GrantEventRow | null> {
  if (id === null) return null;
  return (await loaders.grantEventsByGrant.load(grantId)).find((event) => event.id === id) ?? null;
}

export const grantEvent: GrantEventResolvers = {
  amount: amountOfEvent,
  totalCost: totalCostOf,
  actor: ({ actorId }) => (actorId === null ? null : { id: actorId }),
  corrects: (event, _, context) => inSameLog(event, event.correctsId, context),
  correctedBy: (event, _, context) => inSameLog(event, event.correctedById, context),
};
