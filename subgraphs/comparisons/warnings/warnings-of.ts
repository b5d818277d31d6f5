import { AMOUNT_KIND_LABELS } from "../comparison/closed-lists";
import { DIMENSION_WORDS } from "../comparison/dimension-words";
import { UNKNOWN } from "../comparison/dimensions";
import { UNKNOWN_LABEL } from "../comparison/labels";
import { restsOnYears } from "../comparison/selection";
import type { AmountKind, Dimension } from "../generated/types";
import { isManyValued, isMoney, isSumming } from "../input/fields";
import type { NormalisedInput } from "../input/normalised-input";
import { comparabilityWarnings, createWarning, type WarningCode } from "./catalogue";
import { consequenceOf } from "./consequence-of";
import type { TemplateValues } from "./fill-template";
import type { Findings, MunicipalityFindings } from "./findings";
import type { WarningValue } from "./warning";

/** The codes of municipalities that a warning concerns, and what it says; nothing when there is nothing to warn of. */
type Given = { readonly codes: readonly string[]; readonly values: TemplateValues } | false;

/** What to know before the rows of a question are compared, in the order of the catalogue. */
export function warningsOf(input: NormalisedInput, findings: Findings): WarningValue[] {
  return (Object.keys(comparabilityWarnings) as WarningCode[]).flatMap((code) => {
    const given = GIVEN[code]?.(input, findings);
    return given ? [createWarning(code, given.codes, given.values)] : [];
  });
}

/** When each warning of a comparison is given; flows of money have some of their own. */
const GIVEN: Readonly<Partial<Record<WarningCode, (input: NormalisedInput, findings: Findings) => Given>>> = {
  AMOUNT_KINDS_DIFFER: ({ measure, groupBy }, { kinds }) =>
    isMoney(measure) &&
    !groupBy.includes("AMOUNT_KIND") &&
    kinds.length > 1 &&
    whole({ kinds: kinds.map((kind) => AMOUNT_KIND_LABELS[kind as AmountKind] ?? UNKNOWN_LABEL) }),
  YEARS_DIFFER: ({ measure, groupBy }, { years }) =>
    isMoney(measure) && !groupBy.includes("YEAR") && years.length > 1 && whole({ years: inWords(years) }),
  SUM_IS_PARTIAL: (_, findings) => those(findings, ({ isPartial }) => isPartial),
  RECORDS_LEFT_OUT: (_, findings) => those(findings, ({ hasRecords, leavesOutYear }) => hasRecords && leavesOutYear),
  AMOUNTS_MISSING: ({ measure }, findings) =>
    isMoney(measure) && those(findings, (found) => found.lacksAmounts || found.leavesOutYear || found.leavesOutKind),
  YEARS_INFERRED: (input, findings) =>
    (isMoney(input.measure) || restsOnYears(input)) && those(findings, ({ hasInferredYears }) => hasInferredYears),
  YEARS_UNKNOWN: (_, findings) => those(findings, ({ lacksYears }) => lacksYears),
  AMOUNTS_APPROXIMATE: ({ measure }, findings) =>
    isMoney(measure) && those(findings, ({ hasApproximate }) => hasApproximate),
  AMOUNTS_PROPOSED: (_, findings) => those(findings, ({ hasProposed }) => hasProposed),
  PRICE_LEVELS_DIFFER({ measure, normalise }, { years }) {
    const known = years.filter((year) => year !== UNKNOWN);
    return measure === "AMOUNT" && normalise !== "SHARE_OF_MUNICIPALITY" && known.length > 1 && whole({ years: known });
  },
  MANY_VALUED(input, findings) {
    const dimensions = repeating(input, findings);
    return (
      dimensions.length > 0 &&
      whole({
        dimensions: dimensions.map((dimension) => DIMENSION_WORDS[dimension]),
        consequence: consequenceOf(input.multiValued),
      })
    );
  },
  MUNICIPALITY_WITHOUT_DATA: (_, findings) => those(findings, ({ hasRecords }) => !hasRecords),
  POPULATION_MISSING: (_, { withoutPopulation }) =>
    withoutPopulation.length > 0 && {
      codes: [...new Set(withoutPopulation.map(({ code }) => code))],
      values: { missing: withoutPopulation.map(({ name, year }) => `${name} ${year}`) },
    },
  PER_CAPITA_OF_SOME: (_, findings) => those(findings, ({ isDivisor }) => isDivisor),
  YEAR_NEEDED_PER_CAPITA: (_, { needsYear }) => needsYear && whole({}),
  SPLIT_UNKNOWN: (_, findings) => those(findings, ({ lacksSplit }) => lacksSplit),
  SPLIT_MODELLED: (_, findings) => those(findings, ({ hasModelled }) => hasModelled),
  CLASSIFICATION_INFERRED: (input, findings) =>
    restsOnClassification(input) && those(findings, ({ hasRecords, isConfirmed }) => hasRecords && !isConfirmed),
};

/** Of the comparison as a whole. */
const whole = (values: TemplateValues): Given => ({ codes: [], values });

function those({ municipalities }: Findings, isConcerned: (found: MunicipalityFindings) => boolean): Given {
  const concerned = municipalities.filter(isConcerned);
  return (
    concerned.length > 0 && {
      codes: concerned.map(({ code }) => code),
      values: { municipalities: concerned.map(({ name }) => name) },
    }
  );
}

const inWords = (codes: readonly string[]) => codes.map((code) => (code === UNKNOWN ? UNKNOWN_YEAR : code));
const UNKNOWN_YEAR = { sv: "okänt år", en: "unknown year" };

/** Dimensions in several rows of which a record stands. */
function repeating({ measure, groupBy }: NormalisedInput, { hasSeveral, years }: Findings): Dimension[] {
  if (!isSumming(measure)) return [];
  const goesOn = !isMoney(measure) && years.filter((year) => year !== UNKNOWN).length > 1;
  return groupBy.filter(
    (dimension) => (hasSeveral && isManyValued(dimension, measure)) || (goesOn && dimension === "YEAR"),
  );
}

function restsOnClassification({ groupBy, filter }: NormalisedInput): boolean {
  const { themes, targetGroups, strategyAreas, instruments } = filter;
  return (
    (["THEME", "TARGET_GROUP", "STRATEGY_AREA", "INSTRUMENT"] as const).some((dimension) =>
      groupBy.includes(dimension),
    ) || [themes, targetGroups, strategyAreas, instruments].some((codes) => codes !== undefined)
  );
}
