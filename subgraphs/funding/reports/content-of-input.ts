import type { FollowUpContentInput } from "../generated/types";
import type { FollowUpContentValue, ReportedAllocationValue } from "./content";
import { partsOf, toMillionths, WHOLE } from "./share";

type AllocationInput = NonNullable<FollowUpContentInput["allocations"]>[number];

/** What a caller sent, as reports keep it. It is not checked here: mistakes are found in what comes of it. */
export function contentOfInput(input: FollowUpContentInput): FollowUpContentValue {
  const { forecast, finalAccount } = input;
  return {
    allocations: (input.allocations ?? []).map(allocationOf),
    costs: (input.costs ?? []).map(({ category, initiative, amount }) => ({
      category: category.trim(),
      initiativeId: initiative ?? null,
      amount,
    })),
    indicators: (input.indicators ?? []).map(({ indicator, series, initiative, value, correction }) => ({
      indicator,
      series: (series ?? "1").trim(),
      initiativeId: initiative ?? null,
      value: withoutSignOfZero(value),
      correction: wordsOf(correction),
    })),
    deviations: (input.deviations ?? []).map(({ kind, description, effect }) => ({
      kind,
      description: description.trim(),
      effect: wordsOf(effect),
    })),
    forecast: forecast
      ? { total: forecast.total ?? null, willBeUsed: forecast.willBeUsed ?? null, note: wordsOf(forecast.note) }
      : null,
    coFinancing: (input.coFinancing ?? []).map(({ organisation, amount }) => ({
      organisationId: organisation ?? null,
      amount,
    })),
    answers: (input.answers ?? []).map(({ field, text, number, money, date, isTrue, codes }) => ({
      field,
      text: text?.trim() ?? null,
      number: typeof number === "number" ? withoutSignOfZero(number) : null,
      money: money ?? null,
      date: date ?? null,
      isTrue: isTrue ?? null,
      codes: codes ?? null,
    })),
    finalAccount: finalAccount ? { spent: finalAccount.spent, totalCost: finalAccount.totalCost } : null,
  };
}

function allocationOf({ initiative, amount, areas = [] }: AllocationInput): ReportedAllocationValue {
  // Shares that are mistakes have parts that nobody sees: the content is refused.
  const shares = areas.map(({ share }) => toMillionths(String(share)) ?? WHOLE);
  const parts = partsOf(amount, shares);
  return {
    initiativeId: initiative,
    amount,
    areas: areas.map(({ area, share }, index) => ({
      areaId: area,
      share: String(share),
      amount: parts[index] ?? "0.00",
    })),
  };
}

const wordsOf = (text: string | null | undefined) => text?.trim() || null;

/** JSON knows no -0, and a version must say the same when it is read back. */
const withoutSignOfZero = (value: number) => value + 0;
