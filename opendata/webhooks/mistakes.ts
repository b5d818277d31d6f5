/** What is wrong and what to do, in both languages; {value} stands for the mistake's own. */
export const webhookMistakes = {
  URL: {
    message: { sv: "Adressen duger inte: {value}", en: "The address will not do: {value}" },
    remedy: {
      sv: "Ange en https-adress på internet, utan användarnamn, lösenord och fragment.",
      en: "Give an https address on the internet, without user name, password and fragment.",
    },
  },
  NOT_ANSWERED: {
    message: {
      sv: "Adressen tog inte emot provmeddelandet: {value}.",
      en: "The address did not take the message that it was tried with: {value}.",
    },
    remedy: {
      sv: "Låt adressen svara med en status 200–299 inom 5 sekunder på POST av typen webhook.created och försök igen.",
      en: "Let the address answer POST of the type webhook.created with a status 200–299 within 5 seconds, and try again.",
    },
  },
  TOO_MANY: {
    message: { sv: "Källan har redan {value} webhookar.", en: "The source has {value} webhooks already." },
    remedy: { sv: "Ta bort en som inte används.", en: "Remove one that is not used." },
  },
  KIND: {
    message: {
      sv: "Ändringar av slaget {value} rör ingen finansieringskälla och meddelas aldrig.",
      en: "Changes of the kind {value} concern no funding source and are never told.",
    },
    remedy: {
      sv: "Utelämna slaget, och hämta sådana ändringar med changes.",
      en: "Leave the kind out, and pull such changes with changes.",
    },
  },
  CURSOR: {
    message: {
      sv: "Markören är inte en av ändringsflödets, eller har ändrats, eller hör till en annan databas.",
      en: "The cursor is none of the change feed's, or has been altered, or is of another database.",
    },
    remedy: {
      sv: "Använd en markör så som changes gav den, eller utelämna den.",
      en: "Use a cursor as changes gave it, or leave it out.",
    },
  },
  UNKNOWN_WEBHOOK: {
    message: { sv: "Källan har ingen webhook {value}.", en: "The source has no webhook {value}." },
    remedy: { sv: "Fråga webhooks(source:) vilka som finns.", en: "Ask webhooks(source:) which there are." },
  },
} as const;

export interface Mistake {
  readonly code: keyof typeof webhookMistakes;
  /** Place in the input, such as input.url. */
  readonly field: string;
  readonly value?: string | number;
}

export function wordsOf({ code, value }: Mistake, part: "message" | "remedy", language: "SV" | "EN"): string {
  return webhookMistakes[code][part][language === "EN" ? "en" : "sv"].replace("{value}", () => String(value ?? ""));
}
