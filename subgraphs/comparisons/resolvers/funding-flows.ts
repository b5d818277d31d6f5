import { inLanguage } from "../../../kit/value-resolvers";
import { followMoney } from "../flows/follow-money";
import type { Resolvers } from "../generated/types";

/** Where money comes from and goes to. */
export const fundingFlows: Pick<Resolvers, "FlowNode"> & {
  readonly Query: Required<Pick<NonNullable<Resolvers["Query"]>, "fundingFlows">>;
} = {
  Query: {
    fundingFlows: (_, { input }, { loaders }) => loaders.snapshot((reader) => followMoney(reader, input)),
  },
  FlowNode: {
    label: ({ code, label }, { language }) => inLanguage(label, language) ?? code,
  },
};
