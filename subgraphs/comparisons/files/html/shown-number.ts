import type { Unit } from "../../generated/types";
import type { WordLanguage } from "../words";

const formatsIn = (locale: string): Readonly<Record<Unit, Intl.NumberFormat>> => {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    SHARE: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }),
    PERSONS: whole,
    COUNT: money,
    SEK: money,
    FULL_TIME_EQUIVALENTS: money,
    YEARS: whole,
    SEK_PER_INHABITANT: money,
    COUNT_PER_INHABITANT: new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }),
  };
};

const FORMATS: Readonly<Record<WordLanguage, Readonly<Record<Unit, Intl.NumberFormat>>>> = {
  sv: formatsIn("sv-SE"),
  en: formatsIn("en-GB"),
};

/** Exact decimal text as it is written in the language: 13 287 000 and 57,1 % in Swedish, 13,287,000 and 57.1% in English. */
export function shownNumber(exact: string, unit: Unit, language: WordLanguage): string {
  return FORMATS[language][unit].format(exact as `${number}`);
}
