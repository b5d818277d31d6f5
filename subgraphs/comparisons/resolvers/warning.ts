import { inLanguage } from "../../../kit/value-resolvers";
import type { Resolvers } from "../generated/types";

/** What to know before rows or links are compared. */
export const warning: Pick<Resolvers, "ComparabilityWarning"> = {
  ComparabilityWarning: {
    municipalities: ({ municipalityCodes }) => municipalityCodes.map((code) => ({ code })),
    message: ({ code, message }, { language }) => inLanguage(message, language) ?? code,
  },
};
