import type { ComparisonInput } from "../../subgraphs/comparisons/generated/types";
import {
  amountByMunicipalityAndKind,
  amountByMunicipalityAndYear,
  amountByYear,
  amountPerCapitaByCountyAndYear,
} from "./plain-sql/amounts";
import { initiativesByMunicipalityAndStatus, initiativesByThemeAndStatus } from "./plain-sql/initiatives";
import type { PlainQuery } from "./plain-sql/plain-query";
import { amountBySourceKind, stateShareOfPotsByMunicipality } from "./plain-sql/sources";
import { amountByTheme, amountByThemeAndYear, dividedAmountByMunicipalityAndTheme } from "./plain-sql/themes";

/** The fields that have a default in the schema may be left out, as an asker may. */
type Question = Pick<ComparisonInput, "measure" | "groupBy"> & Partial<ComparisonInput>;

/** One question, asked of the hub and of the tables that the hub's read model is computed from. */
export interface BenchComparison {
  readonly name: string;
  readonly question: Question;
  readonly plainQuery: PlainQuery;
  /** Whether a rollup serves it; without one the facts are read. */
  readonly hasRollup: boolean;
}

/** Whether its values are divisions, which have no last digit. */
export const isQuotient = ({ question }: BenchComparison): boolean =>
  question.measure === "STATE_SHARE" || (question.normalise ?? "NONE") !== "NONE";

const allocated = { measure: "AMOUNT", filter: { amountKinds: ["ALLOCATED"] } } as const;

/** The usual ten, and one more that no rollup serves. */
export const benchComparisons: readonly BenchComparison[] = [
  {
    name: "amount by municipality and kind",
    question: { measure: "AMOUNT", groupBy: ["MUNICIPALITY", "AMOUNT_KIND"] },
    plainQuery: amountByMunicipalityAndKind,
    hasRollup: true,
  },
  {
    name: "amount by year",
    question: { ...allocated, groupBy: ["YEAR"] },
    plainQuery: amountByYear,
    hasRollup: true,
  },
  {
    name: "amount by municipality and year",
    question: { ...allocated, groupBy: ["MUNICIPALITY", "YEAR"] },
    plainQuery: amountByMunicipalityAndYear,
    hasRollup: true,
  },
  {
    name: "amount by theme",
    question: { ...allocated, groupBy: ["THEME"] },
    plainQuery: amountByTheme,
    hasRollup: true,
  },
  {
    name: "amount by municipality and theme, divided",
    question: { ...allocated, groupBy: ["MUNICIPALITY", "THEME"], multiValued: "FRACTIONAL" },
    plainQuery: dividedAmountByMunicipalityAndTheme,
    hasRollup: true,
  },
  {
    name: "amount by theme and year",
    question: { ...allocated, groupBy: ["THEME", "YEAR"] },
    plainQuery: amountByThemeAndYear,
    hasRollup: true,
  },
  {
    name: "amount by kind of source",
    question: { ...allocated, groupBy: ["FUNDING_SOURCE_KIND"] },
    plainQuery: amountBySourceKind,
    hasRollup: true,
  },
  {
    name: "amount per inhabitant by county and year",
    question: { ...allocated, groupBy: ["COUNTY", "YEAR"], normalise: "PER_CAPITA" },
    plainQuery: amountPerCapitaByCountyAndYear,
    hasRollup: true,
  },
  {
    name: "state share of pots by municipality",
    question: { measure: "STATE_SHARE", level: "POT", groupBy: ["MUNICIPALITY"] },
    plainQuery: stateShareOfPotsByMunicipality,
    hasRollup: true,
  },
  {
    name: "initiatives by municipality and status",
    question: { measure: "INITIATIVE_COUNT", groupBy: ["MUNICIPALITY", "STATUS"] },
    plainQuery: initiativesByMunicipalityAndStatus,
    hasRollup: true,
  },
  {
    name: "initiatives by theme and status",
    question: { measure: "INITIATIVE_COUNT", groupBy: ["THEME", "STATUS"] },
    plainQuery: initiativesByThemeAndStatus,
    hasRollup: false,
  },
];
