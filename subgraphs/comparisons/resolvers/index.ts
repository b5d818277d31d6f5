import type { Resolvers } from "../generated/types";
import { comparison } from "./comparison";
import { coverage } from "./coverage";
import { fundingFlows } from "./funding-flows";
import { warning } from "./warning";

export const resolvers: Resolvers = {
  ...comparison,
  ...coverage,
  ...fundingFlows,
  ...warning,
  Query: { ...comparison.Query, ...coverage.Query, ...fundingFlows.Query },
};
