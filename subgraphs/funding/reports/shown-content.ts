import type { AmountValue } from "../amount";
import type { AmountKind, ResolversParentTypes } from "../generated/types";
import type { FollowUpContentValue } from "./content";

/**
 * A report's content as the graph shows it.
 * @param year of the report's period; null when it lies in several
 */
export function shownContent(
  content: FollowUpContentValue,
  year: number | null,
): ResolversParentTypes["FollowUpContent"] {
  const amount = (value: string, kind: AmountKind, certainty: AmountValue["certainty"] = "STATED"): AmountValue => ({
    value,
    kind,
    certainty,
    year,
    yearCertainty: year === null ? null : "DERIVED",
    precision: "EXACT",
    asPrinted: null,
    note: null,
    sources: [],
  });
  const { allocations, costs, indicators, deviations, forecast, coFinancing, answers, finalAccount } = content;
  return {
    allocations: allocations.map(({ initiativeId, amount: value, areas }) => ({
      initiative: { id: initiativeId },
      amount: amount(value, "ALLOCATED"),
      areas: areas.map(({ areaId, share, amount: part }) => ({
        area: { id: areaId },
        share: Number(share),
        amount: amount(part, "ALLOCATED", "DERIVED"),
      })),
    })),
    costs: costs.map(({ category, initiativeId, amount: value }) => ({
      category,
      initiative: reference(initiativeId),
      amount: amount(value, "INCURRED"),
    })),
    indicators: indicators.map(({ initiativeId, ...indicator }) => ({
      ...indicator,
      initiative: reference(initiativeId),
    })),
    deviations,
    forecast: forecast && {
      ...forecast,
      total: forecast.total === null ? null : amount(forecast.total, "ESTIMATED_TOTAL"),
    },
    coFinancing: coFinancing.map(({ organisationId, amount: value }) => ({
      organisation: reference(organisationId),
      amount: amount(value, "CO_FINANCING"),
    })),
    answers,
    finalAccount: finalAccount && {
      spent: amount(finalAccount.spent, "ACCOUNTED"),
      totalCost: { ...amount(finalAccount.totalCost, "ACCOUNTED"), note: TOTAL_COST },
    },
  };
}

const TOTAL_COST = {
  sv: "Faktisk kostnad av allt, medfinansiering inräknad.",
  en: "What everything cost, co-financing included.",
} as const;

const reference = (id: string | null) => (id === null ? null : { id });
