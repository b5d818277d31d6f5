import type { MistakeWords } from "../../follow-up/mistake-words";

/** Of what the grant comes to in the end: the forecast and the final account. */
export const outcomeMistakes = {
  FORECAST_EMPTY: {
    message: { sv: "Prognosen säger inget.", en: "The forecast says nothing." },
    remedy: { sv: "Fyll i någon del, eller utelämna prognosen.", en: "Fill in some part, or leave the forecast out." },
  },
  FORECAST_ABOVE_AWARD: {
    message: {
      sv: "Prognosen {total} är mer än de beviljade {awarded}.",
      en: "The forecast {total} is more than the {awarded} awarded.",
    },
    remedy: {
      sv: "Ange vad som används av bidraget; övriga kostnader är medfinansiering.",
      en: "Give what is used of the grant; other costs are co-financing.",
    },
  },
  FINAL_ACCOUNT_MISSING: {
    message: { sv: "Slutredovisningen saknar finalAccount.", en: "The final report lacks finalAccount." },
    remedy: {
      sv: "Ange vad som förbrukats och vad allt kostade.",
      en: "Give what was spent and what everything cost.",
    },
  },
  FINAL_ACCOUNT_OF_PROGRESS: {
    message: { sv: "En lägesrapport har inget finalAccount.", en: "A progress report has no finalAccount." },
    remedy: {
      sv: "Ta bort det; ange periodens kostnader i costs.",
      en: "Take it away; give the costs of the period in costs.",
    },
  },
  SPENT_ABOVE_COST: {
    message: {
      sv: "Förbrukat {spent} är mer än faktisk kostnad {totalCost}.",
      en: "What was spent, {spent}, is more than what everything cost, {totalCost}.",
    },
    remedy: {
      sv: "Faktisk kostnad är allt, medfinansiering inräknad.",
      en: "The total cost is everything, co-financing included.",
    },
  },
  SPENT_ABOVE_AWARD: {
    message: {
      sv: "Förbrukat är {spent} med bidragets andra slutredovisningar inräknade, mer än de beviljade {awarded}.",
      en: "What was spent is {spent} with the grant's other final reports, more than the {awarded} awarded.",
    },
    remedy: {
      sv: "Ange bara vad som förbrukats av bidraget.",
      en: "Give only what was spent of the grant.",
    },
  },
  SPENT_ABOVE_DISBURSED: {
    message: {
      sv: "Förbrukat är {spent} med bidragets andra slutredovisningar inräknade, mer än de utbetalda {disbursed}, och bidraget är slututbetalt.",
      en: "What was spent is {spent} with the grant's other final reports, more than the {disbursed} disbursed, and the balance has been paid.",
    },
    remedy: {
      sv: "Ange bara vad som förbrukats av bidraget.",
      en: "Give only what was spent of the grant.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
