import { required } from "../../../kit/loader";
import { type AmountValue, addUp, amountOf } from "../amount";
import type { GrantEventResolvers, GrantResolvers } from "../generated/types";
import { type GrantEventRow, stands } from "../grant-event.entity";
import { stateOf } from "../grant-state";
import type { FundingContext } from "../loaders";

/** What the amount of an event is, by the kind of the event. */
const AMOUNT_KIND: Readonly<Record<string, string>> = {
  APPLICATION_SUBMITTED: "APPLIED",
  AWARD: "AWARDED",
  PAYMENT_CLAIM: "REQUESTED",
  DISBURSEMENT: "DISBURSED",
  FINAL_PAYMENT: "DISBURSED",
  ALLOCATION: "ALLOCATED",
  COSTS_INCURRED: "INCURRED",
  FINAL_REPORT: "ACCOUNTED",
  RECOVERY_DECISION: "RECLAIMED",
  REPAYMENT: "REPAID",
};

const amountOfEvent = (event: GrantEventRow) => amountOf(event, AMOUNT_KIND[event.kind] ?? null);

/** The sum of a grant's events of one amount kind. */
const sumOf =
  (amountKind: string) =>
  async ({ id }: { id: string }, _: object, { loaders }: FundingContext): Promise<AmountValue | null> => {
    const events = (await loaders.grantEventsByGrant.load(id)).filter(stands);
    const amounts = events.filter(({ kind }) => AMOUNT_KIND[kind] === amountKind).map(amountOfEvent);
    return addUp(amounts.filter((amount) => amount !== null));
  };

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
  applied: sumOf("APPLIED"),
  awarded: sumOf("AWARDED"),
  disbursed: sumOf("DISBURSED"),
  async pots({ id }, _, { loaders }) {
    const contributions = await loaders.contributionsByGrant.load(id);
    const pots = await Promise.all(contributions.map(({ potId }) => required(loaders.pot.load(potId))));
    return pots.filter(({ withdrawnAt }) => withdrawnAt === null);
  },
};

export const grantEvent: GrantEventResolvers = {
  amount: amountOfEvent,
  actor: ({ actorId }) => (actorId === null ? null : { id: actorId }),
};
