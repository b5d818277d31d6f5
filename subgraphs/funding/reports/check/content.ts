import { type Mistake, mistake } from "../../follow-up/mistake";
import { checkText } from "../../follow-up/text";
import type { FollowUpContentValue } from "../content";
import { checkAllocations } from "./allocations";
import { checkAnswers, missingAnswers } from "./answers";
import { checkIndicators, missingIndicators } from "./indicators";
import { checkCoFinancing, checkCosts, checkFinalAccount, checkForecast } from "./money-rows";
import { LENGTHS, upTo } from "./rows";
import type { ContentRules } from "./rules";

/** What is wrong with what a report says; what it does not say yet is no mistake of a draft. */
export function checkContent(content: FollowUpContentValue, rules: ContentRules): Mistake[] {
  return [
    ...checkAllocations(content.allocations, rules),
    ...checkCosts(content.costs, rules),
    ...checkIndicators(content.indicators, rules),
    ...checkDeviations(content.deviations),
    ...checkForecast(content.forecast, rules),
    ...checkCoFinancing(content.coFinancing),
    ...checkAnswers(content.answers, rules),
    ...checkFinalAccount(content.finalAccount, rules),
  ];
}

/** What is lacking for a report to be handed in. */
export function missingIn(content: FollowUpContentValue, rules: Pick<ContentRules, "kind" | "template">): Mistake[] {
  const isEmpty = Object.values(content).every((part) => part === null || part.length === 0);
  return [
    ...(isEmpty ? [mistake("REPORT_EMPTY", { field: "content" })] : []),
    ...missingIndicators(content.indicators, rules),
    ...missingAnswers(content.answers, rules),
    ...(rules.kind === "FINAL" && content.finalAccount === null
      ? [mistake("FINAL_ACCOUNT_MISSING", { field: "content.finalAccount" })]
      : []),
  ];
}

function checkDeviations(deviations: FollowUpContentValue["deviations"]): Mistake[] {
  const place = "content.deviations";
  return upTo(100, deviations, place, () => [
    ...deviations.flatMap(({ description, effect }, index) => [
      ...checkText(description, `${place}[${index}].description`, { limit: LENGTHS.words, isRequired: true }),
      ...checkText(effect, `${place}[${index}].effect`, { limit: LENGTHS.words }),
    ]),
  ]);
}
