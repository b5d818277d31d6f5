import { allocationsMatching } from "../allocation.repository";
import type { QueryResolvers } from "../generated/types";
import { grantsMatching } from "../grant.repository";
import { auditLog } from "./audit";
import { fundingFollowUpQuery } from "./follow-up";
import { reportQueries } from "./report";
import { templateQueries } from "./report-template";

export const query: QueryResolvers = {
  fundingSources: (_, { kind }, { loaders }) => loaders.fundingSources.findFundingSources(kind),
  fundingSource: (_, { id }, { loaders }) => loaders.fundingSource.load(id),
  fundingProgrammes: (_, __, { loaders }) => loaders.fundingSources.findFundingProgrammes(),
  grants: (_, { filter, ...page }, { connections }) => connections.load(grantsMatching(filter), page),
  grant: (_, { id }, { loaders }) => loaders.grant.load(id),
  pots: (_, { municipality, year }, { loaders }) => loaders.pots.findPots(municipality, year),
  pot: (_, { id }, { loaders }) => loaders.pot.load(id),
  allocations: (_, { filter, ...page }, { connections }) => connections.load(allocationsMatching(filter), page),
  allocation: (_, { id }, { loaders }) => loaders.allocation.load(id),
  ...reportQueries,
  ...templateQueries,
  fundingFollowUp: fundingFollowUpQuery,
  auditLog,
};
