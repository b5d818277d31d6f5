import { required } from "../../../kit/loader";
import type { Connection } from "../../../kit/pagination";
import { coFinancingOf, estimatedTotalOf, withSureAmount } from "../follow-up/follow-up-amounts";
import { areasOf } from "../follow-up/follow-up-areas";
import { createReportsOf } from "../follow-up/follow-up-reports";
import { type PotOfGrant, tracesOf } from "../follow-up/follow-up-traces";
import { reportedCostsOf } from "../follow-up/reported-costs";
import type {
  FollowUpAreaResolvers,
  FollowUpGrantResolvers,
  FollowUpInitiativeResolvers,
  FundingFollowUpResolvers,
  QueryResolvers,
} from "../generated/types";
import type { GrantRow } from "../grant.entity";
import { grantsUnderFollowUp } from "../grant.repository";
import { stands } from "../grant-event.entity";
import { sumsOf } from "../life/grant-sums";
import type { FundingContext } from "../loaders";

export const fundingFollowUpQuery: QueryResolvers["fundingFollowUp"] = async (
  _,
  { source, programme, years, municipalities, includeUnpublished },
  context,
) => {
  const reportsOf = createReportsOf(context, includeUnpublished, municipalities);
  if (!(await context.loaders.fundingSource.load(source))) return null;
  return {
    sourceId: source,
    programmeId: programme ?? null,
    years: years ?? null,
    municipalities: municipalities ?? null,
    reportsOf,
  };
};

export const fundingFollowUp: FundingFollowUpResolvers = {
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
  totals: (followUp, _, { loaders }) => loaders.followUp.sumGrants(followUp),
  async grants(followUp, page, { connections }) {
    const grants = await connections.load<GrantRow>(grantsUnderFollowUp(followUp), page);
    return mapped(grants, (grant) => ({ grant, reportsOf: followUp.reportsOf }));
  },
};

function mapped<Row, Value>(connection: Connection<Row>, toValue: (row: Row) => Value): Connection<Value> {
  const edges = connection.edges.map(({ cursor, node }) => ({ cursor, node: toValue(node) }));
  return { ...connection, edges, nodes: edges.map(({ node }) => node) };
}

/** What stands in a grant's log, without amounts that are not sure. */
const eventsOf = async ({ id }: GrantRow, { loaders }: FundingContext) =>
  (await loaders.grantEventsByGrant.load(id)).filter(stands).map(withSureAmount);

export const followUpGrant: FollowUpGrantResolvers = {
  sums: async ({ grant }, _, context) => sumsOf(await eventsOf(grant, context)),
  estimatedTotal: ({ grant }, _, context) => totalOf(grant, context),
  coFinancing: async ({ grant }, _, context) =>
    coFinancingOf(await totalOf(grant, context), sumsOf(await eventsOf(grant, context)).awarded),
  isDisbursementKnown: async ({ grant }, _, context) =>
    (await eventsOf(grant, context)).some(({ kind }) => kind === "DISBURSEMENT" || kind === "FINAL_PAYMENT"),
  async initiatives({ grant, reportsOf }, _, context) {
    const { loaders } = context;
    const [events, allocations, contributions, reports] = await Promise.all([
      eventsOf(grant, context),
      loaders.allocationsByGrant.load(grant.id),
      loaders.contributionsByGrant.load(grant.id),
      reportsOf(grant.id),
    ]);
    const pots = await Promise.all(contributions.map(({ potId }) => potOf(potId, context)));
    return tracesOf({
      grant,
      awarded: sumsOf(events).awarded,
      allocations,
      pots: pots.filter(({ pot }) => pot.withdrawnAt === null),
      reports,
    });
  },
  reportedCosts: async ({ grant, reportsOf }) => reportedCostsOf(await reportsOf(grant.id)),
  areas: async ({ grant, reportsOf }) => areasOf(await reportsOf(grant.id)),
  reports: async ({ grant, reportsOf }) => (await reportsOf(grant.id)).map(({ report }) => report),
};

async function totalOf(grant: GrantRow, context: FundingContext) {
  const [events, amounts] = await Promise.all([
    eventsOf(grant, context),
    grant.initiativeId === null ? [] : context.loaders.amountsByInitiative.load(grant.initiativeId),
  ]);
  return estimatedTotalOf(events, amounts);
}

async function potOf(potId: string, { loaders }: FundingContext): Promise<PotOfGrant> {
  const [pot, contributions, allocations] = await Promise.all([
    required(loaders.pot.load(potId)),
    loaders.contributionsByPot.load(potId),
    loaders.allocationsByPot.load(potId),
  ]);
  return { pot, contributions, allocations };
}

export const followUpInitiative: FollowUpInitiativeResolvers = {
  initiative: ({ initiativeId }) => ({ id: initiativeId }),
  pot: ({ potId }, _, { loaders }) => (potId === null ? null : loaders.pot.load(potId)),
  allocation: ({ allocationId }, _, { loaders }) =>
    allocationId === null ? null : loaders.allocation.load(allocationId),
};

export const followUpArea: FollowUpAreaResolvers = {
  area: ({ areaId }) => ({ id: areaId }),
  initiatives: ({ initiativeIds }) => initiativeIds.map((id) => ({ id })),
};
