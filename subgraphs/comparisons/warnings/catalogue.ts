import type { WarningSeverity } from "../generated/types";
import { fillTemplate, type TemplateValues } from "./fill-template";
import type { WarningValue } from "./warning";

export interface WarningKind {
  readonly severity: WarningSeverity;
  /** Message in Swedish; a {name} in braces is filled in. */
  readonly sv: string;
  /** The same in English, with the same names in braces. */
  readonly en: string;
  /** When it is given, and what a reader should do; for docs/warnings.md. */
  readonly about: string;
}

/**
 * Every warning that a comparison can carry. Codes are stable: a client may switch on them. `{municipalities}` is the names
 * of the municipalities concerned. `docs/warnings.md` is made from this table.
 */
export const comparabilityWarnings = {
  AMOUNT_KINDS_DIFFER: {
    severity: "MISLEADING",
    sv: "Beloppen är av olika slag: {kinds}. De kan varken jämföras eller läggas ihop, och samma krona kan finnas i flera av dem.",
    en: "The amounts are of different kinds: {kinds}. They can neither be compared nor added up, and the same krona may be in several of them.",
    about:
      "Amounts of several kinds stand in one row or side by side. Group by AMOUNT_KIND, or filter one kind with `amountKinds`.",
  },
  YEARS_DIFFER: {
    severity: "MISLEADING",
    sv: "Beloppen gäller olika år: {years}.",
    en: "The amounts are for different years: {years}.",
    about:
      "Money of several years, unknown ones counted as one, stands in one row or side by side. Group by YEAR, or filter one year with `years`.",
  },
  SUM_IS_PARTIAL: {
    severity: "MISLEADING",
    sv: "Minst en summa täcker bara en del av sina poster, eftersom belopp saknas: {municipalities}. Den verkliga summan är en annan.",
    en: "At least one sum covers only some of its records, since amounts are missing: {municipalities}. The true sum is another.",
    about:
      "A row has a value although some of its records lack an amount (`missingCount` above 0). Read the value together with `recordCount` and `missingCount`.",
  },
  RECORDS_LEFT_OUT: {
    severity: "MISLEADING",
    sv: "Urvalet av år utelämnar poster som saknar både belopp och år: {municipalities}. De kan gälla de år som jämförs, och då är summan bara en del.",
    en: "The choice of years leaves out records that lack both amount and year: {municipalities}. They may be of the years compared, and then the sum is only a part.",
    about:
      "A filter on `years` cannot choose records whose year is not known. Compare without it, by YEAR, and see the row UNKNOWN.",
  },
  AMOUNTS_MISSING: {
    severity: "NOTE",
    sv: "Belopp saknas för en eller flera poster i {municipalities}. Saknat är inte noll.",
    en: "Amounts are missing for one or more records of {municipalities}. Missing is not zero.",
    about: "Some records of the municipalities have no known amount.",
  },
  YEARS_INFERRED: {
    severity: "NOTE",
    sv: "Året är inte angivet i källan utan en slutsats: {municipalities}.",
    en: "The year is not stated by the source but inferred: {municipalities}.",
    about:
      "The year of an amount, or of an initiative that is counted in its years, is a conclusion of ours from evidence; the record's quality notes say how.",
  },
  YEARS_UNKNOWN: {
    severity: "NOTE",
    sv: "För en eller flera poster är inget år känt: {municipalities}.",
    en: "For one or more records no year is known: {municipalities}.",
    about: "Records without a known year. By YEAR they stand on the row UNKNOWN; a filter on `years` leaves them out.",
  },
  AMOUNTS_APPROXIMATE: {
    severity: "NOTE",
    sv: "Belopp är angivna ungefärligt i källan: {municipalities}.",
    en: "The source gives amounts as approximate: {municipalities}.",
    about: "The source prints an amount with a word such as cirka or drygt.",
  },
  AMOUNTS_PROPOSED: {
    severity: "NOTE",
    sv: "Belopp är föreslagna men inget beslut är känt: {municipalities}.",
    en: "Amounts are proposed, but no decision is known: {municipalities}.",
    about: "Amounts of the kind PROPOSED. What was decided may differ.",
  },
  PRICE_LEVELS_DIFFER: {
    severity: "NOTE",
    sv: "Beloppen är i löpande priser för olika år ({years}); prisutvecklingen är inte borträknad.",
    en: "The amounts are in the current prices of different years ({years}); price changes are not removed.",
    about: "Amounts of several known years are shown. A krona of one year does not buy what a krona of another does.",
  },
  MANY_VALUED: {
    severity: "NOTE",
    sv: "En post kan ha flera värden i {dimensions}: {consequence}",
    en: "A record may have several values in {dimensions}: {consequence}",
    about:
      "With FULL a record counts in each of its values, so the rows do not add up. With FRACTIONAL it is divided evenly between them, which is a convention and nothing that a source states.",
  },
  MUNICIPALITY_WITHOUT_DATA: {
    severity: "NOTE",
    sv: "{municipalities} har inga poster i urvalet. Det betyder inte att kommunen inte gör något.",
    en: "{municipalities}: no records in the selection. That does not mean that nothing is done there.",
    about: "A municipality that was asked for, or has data, has no record that fits the question.",
  },
  POPULATION_MISSING: {
    severity: "NOTE",
    sv: "Folkmängd saknas för {missing}; raderna har därför inget värde per invånare.",
    en: "The population is missing for {missing}; the rows therefore have no value per inhabitant.",
    about: "The population on 31 December of the year of the records is not known. Another year's is never used.",
  },
  PER_CAPITA_OF_SOME: {
    severity: "NOTE",
    sv: "Per invånare räknas här på invånarna i de kommuner som har poster: {municipalities}; inte på hela länet eller alla jämförda kommuner.",
    en: "Per inhabitant means here of the inhabitants of the municipalities that have records: {municipalities}; not of the whole county or of every municipality compared.",
    about:
      "Rows are not by MUNICIPALITY, and each value is divided by the inhabitants of the municipalities that have a record of its year. Group by MUNICIPALITY to see each by itself.",
  },
  YEAR_NEEDED_PER_CAPITA: {
    severity: "NOTE",
    sv: "Rader som inte har ett enda känt år har inget värde per invånare. Gruppera på år eller välj ett år.",
    en: "Rows that have not one known year have no value per inhabitant. Group by YEAR or filter one year.",
    about:
      "A value per inhabitant is divided by the population of the same year, so all records of a row must be of one.",
  },
  SPLIT_UNKNOWN: {
    severity: "NOTE",
    sv: "Fördelningen mellan finansieringskällor är inte angiven för alla belopp i {municipalities}.",
    en: "The split between funding sources is not stated for every amount of {municipalities}.",
    about:
      "By source such money stands on UNKNOWN; a filter on sources leaves it out; a share of state money is null where it is needed.",
  },
  SPLIT_MODELLED: {
    severity: "NOTE",
    sv: "Fördelningen mellan finansieringskällor är delvis modellerad, i proportion till vad varje källa lagt i potten: {municipalities}. Använd den inte i återrapportering.",
    en: "The split between funding sources is partly modelled, pro rata of what each source paid into the pot: {municipalities}. Do not use it in follow-up reports.",
    about: "`split: MODELLED` was asked for and used. Every row that holds such a figure has `isModelled`.",
  },
  CLASSIFICATION_INFERRED: {
    severity: "NOTE",
    sv: "Tema, målgrupp, strategiområde och instrument är vår klassificering; kommunen har inte bekräftat alla: {municipalities}.",
    en: "Theme, target group, strategy area and instrument are our classification; the municipality has not confirmed all of them: {municipalities}.",
    about: "The comparison is by, or filtered on, a classification that the municipality has not confirmed.",
  },
  FLOW_SPLIT_UNKNOWN: {
    severity: "NOTE",
    sv: "Insatser har flera {ends}, och ingen källa anger hur pengarna delas mellan dem; de pengarna går till Okänt: {municipalities}.",
    en: "Initiatives have several {ends}, and no source states how their money is divided between them; that money flows to Unknown: {municipalities}.",
    about: "Funding flows with `split: STATED`. Ask for other ends, or for MODELLED parts if a convention will do.",
  },
  FLOW_SPLIT_MODELLED: {
    severity: "NOTE",
    sv: "Insatser har flera {ends}; pengarna är delade lika mellan dem, vilket är modellerat: {municipalities}. Använd det inte i återrapportering.",
    en: "Initiatives have several {ends}; their money is divided evenly between them, which is modelled: {municipalities}. Do not use it in follow-up reports.",
    about: "Funding flows with `split: MODELLED`. Every link that holds such a part has `isModelled`.",
  },
} as const satisfies Record<string, WarningKind>;

export type WarningCode = keyof typeof comparabilityWarnings;

/**
 * A warning in words.
 * @param municipalityCodes those that it concerns; none when it concerns the comparison as a whole
 * @param values what the names in braces of its message stand for
 */
export function createWarning(
  code: WarningCode,
  municipalityCodes: readonly string[],
  values: TemplateValues = {},
): WarningValue {
  const { severity, sv, en } = comparabilityWarnings[code];
  return {
    code,
    severity,
    municipalityCodes: [...municipalityCodes].sort(),
    message: { sv: fillTemplate(sv, values, "sv"), en: fillTemplate(en, values, "en") },
  };
}
