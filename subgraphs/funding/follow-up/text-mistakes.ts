import type { MistakeWords } from "./mistake-words";

export const textMistakes = {
  TEXT_MISSING: {
    message: { sv: "Texten saknas.", en: "The text is missing." },
    remedy: { sv: "Skriv minst ett tecken.", en: "Write at least one character." },
  },
  TEXT_TOO_LONG: {
    message: {
      sv: "Texten har {length} tecken; högst {limit} ryms.",
      en: "The text has {length} characters; {limit} is the most.",
    },
    remedy: { sv: "Korta texten.", en: "Shorten the text." },
  },
  TEXT_CONTROL_CHARACTER: {
    message: {
      sv: "Texten har ett styrtecken som inte är radbrytning eller tabb.",
      en: "The text has a control character that is neither a line break nor a tab.",
    },
    remedy: { sv: "Ta bort tecknet.", en: "Take the character away." },
  },
  TEXT_PERSONAL_DATA: {
    message: {
      sv: "Texten tycks ha en e-postadress, ett telefonnummer eller ett personnummer.",
      en: "The text seems to have an e-mail address, a telephone number or a personal identity number.",
    },
    remedy: {
      sv: "Ta bort uppgiften; skriv en roll eller enhet i stället.",
      en: "Take it away; write a role or a unit instead.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
