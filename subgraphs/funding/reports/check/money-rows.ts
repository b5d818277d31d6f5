import { type Mistake, mistake } from "../../follow-up/mistake";
import { checkText } from "../../follow-up/text";
import { toOre } from "../../kronor";
import type { FollowUpContentValue } from "../content";
import { checkNotNegative, checkPositive, isAbove, sumOf } from "./money";
import { checkId, checkOwnId, LENGTHS, upTo } from "./rows";
import type { ContentRules } from "./rules";

export function checkCosts(costs: FollowUpContentValue["costs"], { municipality }: ContentRules): Mistake[] {
  const place = "content.costs";
  const sum = sumOf(costs.map(({ amount }) => amount));
  return upTo(500, costs, place, () => [
    ...costs.flatMap(({ category, initiativeId, amount }, index) => [
      ...checkText(category, `${place}[${index}].category`, { limit: LENGTHS.category, isRequired: true }),
      ...checkOwnId(initiativeId, municipality, `${place}[${index}].initiative`),
      ...(toOre(amount) === 0n ? [mistake("COST_ZERO", { field: `${place}[${index}].amount` })] : []),
    ]),
    ...(toOre(sum) < 0n ? [mistake("COSTS_BELOW_ZERO", { field: place }, { sum })] : []),
  ]);
}

/** Who pays may be anybody, of any municipality and of none. */
export function checkCoFinancing(rows: FollowUpContentValue["coFinancing"]): Mistake[] {
  const place = "content.coFinancing";
  return upTo(100, rows, place, () => [
    ...rows.flatMap(({ organisationId, amount }, index) => [
      ...checkId(organisationId, `${place}[${index}].organisation`),
      ...checkPositive(amount, `${place}[${index}].amount`),
    ]),
  ]);
}

export function checkForecast(
  forecast: FollowUpContentValue["forecast"],
  { grant: { awarded } }: ContentRules,
): Mistake[] {
  if (!forecast) return [];
  const { total, willBeUsed, note } = forecast;
  if (total === null && willBeUsed === null && note === null) {
    return [mistake("FORECAST_EMPTY", { field: "content.forecast" })];
  }
  const field = "content.forecast.total";
  return [
    ...checkNotNegative(total, field),
    ...(isAbove(total, awarded)
      ? [mistake("FORECAST_ABOVE_AWARD", { field }, { total: total ?? "", awarded: awarded ?? "" })]
      : []),
    ...checkText(note, "content.forecast.note", { limit: LENGTHS.words }),
  ];
}

/**
 * What was spent, other final reports included, is at most what was awarded: a part of it may be paid only when the report is
 * approved. Once the balance is paid nothing more comes, and it is at most what was disbursed.
 */
export function checkFinalAccount(
  account: FollowUpContentValue["finalAccount"],
  { kind, grant: { awarded, disbursed, eventKinds }, others }: ContentRules,
): Mistake[] {
  if (!account) return [];
  if (kind === "PROGRESS") return [mistake("FINAL_ACCOUNT_OF_PROGRESS", { field: "content.finalAccount" })];
  const { spent, totalCost } = account;
  const field = "content.finalAccount.spent";
  const told = others.flatMap(({ content: { finalAccount } }) => (finalAccount ? [finalAccount.spent] : []));
  const sum = sumOf([spent, ...told]);
  return [
    ...checkNotNegative(spent, field),
    ...checkNotNegative(totalCost, "content.finalAccount.totalCost"),
    ...(isAbove(spent, totalCost) ? [mistake("SPENT_ABOVE_COST", { field }, { spent, totalCost })] : []),
    ...(isAbove(sum, awarded)
      ? [mistake("SPENT_ABOVE_AWARD", { field }, { spent: sum, awarded: awarded ?? "" })]
      : eventKinds.includes("FINAL_PAYMENT") && isAbove(sum, disbursed)
        ? [mistake("SPENT_ABOVE_DISBURSED", { field }, { spent: sum, disbursed: disbursed ?? "" })]
        : []),
  ];
}
