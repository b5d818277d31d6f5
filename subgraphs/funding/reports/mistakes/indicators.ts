import type { MistakeWords } from "../../follow-up/mistake-words";

/** Of indicators. */
export const indicatorMistakes = {
  INDICATOR_UNKNOWN: {
    message: { sv: "Formuläret har ingen indikator {key}.", en: "The form has no indicator {key}." },
    remedy: {
      sv: "Använd indikatorerna i rapportens formulär: {known}.",
      en: "Use the indicators of the report's form: {known}.",
    },
  },
  INDICATOR_REPEATED: {
    message: {
      sv: "Indikatorn {key} har en rad redan för samma serie och insats.",
      en: "The indicator {key} has a row already for the same series and initiative.",
    },
    remedy: { sv: "Behåll en av raderna.", en: "Keep one of the rows." },
  },
  INDICATOR_NEGATIVE: {
    message: { sv: "Värdet {value} är mindre än 0.", en: "The value {value} is less than 0." },
    remedy: {
      sv: "Ange hur många det är sammanlagt sedan början.",
      en: "Give how many there are in all since the beginning.",
    },
  },
  INDICATOR_FELL: {
    message: {
      sv: "Värdet {value} är lägre än {before} i rapporten {report}.",
      en: "The value {value} is lower than {before} in the report {report}.",
    },
    remedy: {
      sv: "Värden räknas samman sedan början: lägg till det nya. Var det gamla fel, skriv varför i correction.",
      en: "Values are cumulative since the beginning: add the new to the old. If the old was wrong, write why in correction.",
    },
  },
  INDICATOR_ABOVE_LATER: {
    message: {
      sv: "Värdet {value} är högre än {after} i den senare rapporten {report}.",
      en: "The value {value} is higher than {after} in the later report {report}.",
    },
    remedy: {
      sv: "Rätta värdet; är det den senare rapporten som är fel, låt den kompletteras.",
      en: "Put the value right; if the later report is wrong, let it be supplemented.",
    },
  },
  INDICATOR_MISSING: {
    message: { sv: "Indikatorn {key} saknas.", en: "The indicator {key} is missing." },
    remedy: {
      sv: "Ange värdet sedan början, 0 om inget har skett.",
      en: "Give the value since the beginning, 0 if nothing has happened.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
