import { inLanguage } from "../../../kit/value-resolvers";
import type { CodeRow } from "../code.entity";

const labelled = {
  label: ({ label }: CodeRow, { language }: { language: "SV" | "EN" }) => inLanguage(label, language) ?? "",
};

export const codeLists = { Theme: labelled, TargetGroup: labelled, StrategyArea: labelled, Instrument: labelled };
