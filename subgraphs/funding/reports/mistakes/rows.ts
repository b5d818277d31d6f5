import type { MistakeWords } from "../../follow-up/mistake-words";

/** Of the rows of a content: ids, keys, amounts, shares and allocations. */
export const rowMistakes = {
  ID_INVALID: {
    message: { sv: "{id} är inget id.", en: "{id} is no id." },
    remedy: {
      sv: "Ta id:t ur hubben, till exempel 2281-lokala-rad.",
      en: "Take the id from the hub, such as 2281-lokala-rad.",
    },
  },
  ID_OF_ANOTHER_MUNICIPALITY: {
    message: {
      sv: "{id} börjar inte med {municipality}-: det är inte kommunens.",
      en: "{id} does not begin with {municipality}-: it is not the municipality's.",
    },
    remedy: {
      sv: "Ange en insats eller ett område i den egna kommunen.",
      en: "Name an initiative or area of the municipality's own.",
    },
  },
  KEY_INVALID: {
    message: {
      sv: "{key} är ingen nyckel: 1–60 små bokstäver, siffror och bindestreck.",
      en: "{key} is no key: 1 to 60 small letters, digits and hyphens.",
    },
    remedy: {
      sv: "Skriv nyckeln som i formuläret, till exempel antal-deltagare.",
      en: "Write the key as in the form, such as antal-deltagare.",
    },
  },
  TOO_MANY_ROWS: {
    message: {
      sv: "Listan har {count} rader; högst {limit} ryms.",
      en: "The list has {count} rows; {limit} is the most.",
    },
    remedy: { sv: "Slå ihop rader.", en: "Join rows together." },
  },
  NUMBER_TOO_LARGE: {
    message: {
      sv: "Talet ligger inte mellan -10^15 och 10^15.",
      en: "The number does not lie between -10^15 and 10^15.",
    },
    remedy: { sv: "Rätta talet.", en: "Put the number right." },
  },
  REPORTED_AMOUNT_NOT_POSITIVE: {
    message: { sv: "Beloppet {amount} är inte större än 0.", en: "The amount {amount} is not more than 0." },
    remedy: { sv: "Rätta beloppet, eller ta bort raden.", en: "Put the amount right, or take the row away." },
  },
  AMOUNT_NEGATIVE: {
    message: { sv: "Beloppet {amount} är mindre än 0.", en: "The amount {amount} is less than 0." },
    remedy: { sv: "Rätta beloppet.", en: "Put the amount right." },
  },
  COST_ZERO: {
    message: { sv: "Kostnaden är 0.", en: "The cost is 0." },
    remedy: { sv: "Ange kostnaden, eller ta bort raden.", en: "Give the cost, or take the row away." },
  },
  COSTS_BELOW_ZERO: {
    message: {
      sv: "Periodens kostnader är tillsammans {sum} kronor.",
      en: "The costs of the period are {sum} kronor together.",
    },
    remedy: {
      sv: "Återta högst så mycket som perioden kostar; rätta annars den tidigare rapporten.",
      en: "Take back no more than the period costs; else correct the report of before.",
    },
  },
  INITIATIVE_REPEATED: {
    message: { sv: "Insatsen {id} har en rad redan.", en: "The initiative {id} has a row already." },
    remedy: { sv: "Slå ihop raderna.", en: "Join the rows." },
  },
  AREA_REPEATED: {
    message: { sv: "Området {id} har en andel redan.", en: "The area {id} has a share already." },
    remedy: { sv: "Slå ihop andelarna.", en: "Join the shares." },
  },
  SHARE_OUT_OF_RANGE: {
    message: {
      sv: "Andelen {share} är inte större än 0 och högst 1.",
      en: "The share {share} is not more than 0 and at most 1.",
    },
    remedy: { sv: "Skriv 25 % som 0.25.", en: "Write 25 % as 0.25." },
  },
  SHARE_TOO_PRECISE: {
    message: {
      sv: "Andelen {share} har fler än sex decimaler.",
      en: "The share {share} has more than six decimals.",
    },
    remedy: { sv: "Avrunda till sex decimaler.", en: "Round it to six decimals." },
  },
  SHARES_ABOVE_ONE: {
    message: { sv: "Andelarna är tillsammans {sum}, mer än 1.", en: "The shares are {sum} together, more than 1." },
    remedy: {
      sv: "Minska andelarna tills de är högst 1 tillsammans.",
      en: "Lessen the shares until they are 1 together at most.",
    },
  },
  ALLOCATIONS_ABOVE_AWARD: {
    message: {
      sv: "Fördelningen är {sum} kronor med bidragets andra rapporter inräknade, mer än de beviljade {awarded}.",
      en: "The allocations are {sum} kronor with the grant's other reports, more than the {awarded} awarded.",
    },
    remedy: {
      sv: "Ta bara med bidragets egna pengar, och bara det som ingen annan rapport redan har med.",
      en: "Take only the grant's own money, and only what no other report tells of already.",
    },
  },
} as const satisfies Record<string, MistakeWords>;
