import type { MistakeWords } from "../../follow-up/mistake-words";

/** Of what a funding source answers to a report. */
export const reviewMistakes = {
  SUPPLEMENT_DUE_PAST: {
    message: { sv: "Sista dag {dueOn} har passerat.", en: "The last day {dueOn} is past." },
    remedy: { sv: "Ange en dag från och med i dag.", en: "Give a day from today on." },
  },
  SUPPLEMENT_FIELD_INVALID: {
    message: { sv: "{place} är ingen plats i innehållet.", en: "{place} is no place in the content." },
    remedy: {
      sv: "Skriv som costs eller allocations[1].areas.",
      en: "Write as costs or allocations[1].areas.",
    },
  },
  APPROVED_COST_OF_PROGRESS: {
    message: {
      sv: "En lägesrapport har ingen godkänd kostnad.",
      en: "A progress report has no approved cost.",
    },
    remedy: { sv: "Utelämna approvedCost.", en: "Leave approvedCost out." },
  },
  APPROVED_COST_ABOVE_REPORTED: {
    message: {
      sv: "Godkänd kostnad {approved} är mer än redovisade {totalCost}.",
      en: "The approved cost {approved} is more than the {totalCost} reported.",
    },
    remedy: {
      sv: "Godkänn högst vad som redovisats, eller begär komplettering.",
      en: "Approve at most what was reported, or request a supplement.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
