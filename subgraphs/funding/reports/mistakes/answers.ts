import type { MistakeWords } from "../../follow-up/mistake-words";

/** Of answers to a form's own questions. */
export const answerMistakes = {
  ANSWER_FIELD_UNKNOWN: {
    message: { sv: "Formuläret har inget fält {key}.", en: "The form has no field {key}." },
    remedy: {
      sv: "Använd fälten i rapportens formulär: {known}.",
      en: "Use the fields of the report's form: {known}.",
    },
  },
  ANSWER_REPEATED: {
    message: { sv: "Fältet {key} har ett svar redan.", en: "The field {key} has an answer already." },
    remedy: { sv: "Behåll ett av svaren.", en: "Keep one of the answers." },
  },
  ANSWER_NOT_ONE_VALUE: {
    message: { sv: "Svaret har {count} värden, inte ett.", en: "The answer has {count} values, not one." },
    remedy: { sv: "Fyll i {value} och inget annat.", en: "Fill in {value} and nothing else." },
  },
  ANSWER_OF_ANOTHER_KIND: {
    message: {
      sv: "Fältet är av slaget {kind}, men svaret står i {given}.",
      en: "The field is of kind {kind}, but the answer stands in {given}.",
    },
    remedy: { sv: "Fyll i {value} i stället.", en: "Fill in {value} instead." },
  },
  ANSWER_OUT_OF_RANGE: {
    message: {
      sv: "Talet {value} ligger inte mellan {minimum} och {maximum}.",
      en: "The number {value} does not lie between {minimum} and {maximum}.",
    },
    remedy: { sv: "Rätta talet.", en: "Put the number right." },
  },
  ANSWER_CODE_UNKNOWN: {
    message: { sv: "Fältet har ingen kod {code}.", en: "The field has no code {code}." },
    remedy: { sv: "Välj bland {known}.", en: "Choose among {known}." },
  },
  ANSWER_CODE_REPEATED: {
    message: { sv: "Koden {code} är vald redan.", en: "The code {code} is chosen already." },
    remedy: { sv: "Ange varje kod en gång.", en: "Give each code once." },
  },
  ANSWER_CODES_NONE: {
    message: { sv: "Ingen kod är vald.", en: "No code is chosen." },
    remedy: { sv: "Välj en kod, eller utelämna svaret.", en: "Choose a code, or leave the answer out." },
  },
  ANSWER_CODES_SEVERAL: {
    message: { sv: "{count} koder är valda; fältet tar en.", en: "{count} codes are chosen; the field takes one." },
    remedy: { sv: "Välj en kod.", en: "Choose one code." },
  },
  ANSWER_MISSING: {
    message: { sv: "Fältet {key} saknar svar.", en: "The field {key} has no answer." },
    remedy: {
      sv: "Svara på fältet; bidragsgivaren kräver det.",
      en: "Answer the field; the funding source requires it.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
