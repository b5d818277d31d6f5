import type { Resolvers } from "../generated/types";
import { allocation, sourceShare } from "./allocation";
import { contributed } from "./contributed";
import { fundingProgramme, fundingSource } from "./funding-source";
import { grant, grantEvent } from "./grant";
import { pot, potContribution } from "./pot";
import { query } from "./query";

export const resolvers: Resolvers = {
  Query: query,
  FundingSource: fundingSource,
  FundingProgramme: fundingProgramme,
  Grant: grant,
  GrantEvent: grantEvent,
  Pot: pot,
  PotContribution: potContribution,
  Allocation: allocation,
  SourceShare: sourceShare,
  ...contributed,
};
