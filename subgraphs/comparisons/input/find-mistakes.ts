import type { ComparisonInput } from "../generated/types";
import { isManyValued, isMoney, isSource, isSumming, LIST_FIELDS } from "./fields";
import type { Mistake } from "./mistakes";

const MOST_DIMENSIONS = 3;
const MOST_VALUES = 500;

type Check = (input: ComparisonInput) => readonly (Mistake | false | null | undefined)[];

/** Everything that is wrong with the question itself, whatever data there is. */
export function findMistakes(input: ComparisonInput): Mistake[] {
  return [dimensions, lists, years, normalisation, sourcesOfShares, moneyOnly, countsOnly, division]
    .flatMap((check: Check) => check(input))
    .filter((mistake) => typeof mistake === "object" && mistake !== null);
}

const at = (path: string, message: string, remedy: string): Mistake => ({
  path: ["input", ...path.split(".")],
  message,
  remedy,
});

const dimensions: Check = ({ groupBy }) => [
  groupBy.length > MOST_DIMENSIONS &&
    at("groupBy", `There are ${groupBy.length} dimensions.`, `Give at most ${MOST_DIMENSIONS}.`),
  ...[...new Set(groupBy)]
    .filter((dimension) => groupBy.indexOf(dimension) !== groupBy.lastIndexOf(dimension))
    .map((dimension) => at("groupBy", `${dimension} is given more than once.`, "Give each dimension once.")),
];

const lists: Check = ({ municipalities, filter }) => {
  const given = [
    { path: "municipalities", values: municipalities },
    ...LIST_FIELDS.map((field) => ({ path: `filter.${field}`, values: filter?.[field] })),
  ];
  const total = given.reduce((sum, { values }) => sum + (values?.length ?? 0), 0);
  return [
    ...given
      .filter(({ values }) => values?.length === 0)
      .map(({ path }) => at(path, "The list is empty.", "Leave the field out to compare all, or give at least one.")),
    total > MOST_VALUES && {
      path: ["input"],
      message: `The lists hold ${total} values together.`,
      remedy: `Give at most ${MOST_VALUES}.`,
    },
  ];
};

const years: Check = ({ filter }) => [
  filter?.years?.some((year) => year < 1000 || year > 9999) &&
    at("filter.years", "A year has four digits.", "Give years such as 2022."),
];

const normalisation: Check = ({ measure, groupBy, normalise = "NONE" }) => [
  normalise === "SHARE_OF_MUNICIPALITY" &&
    !groupBy.includes("MUNICIPALITY") &&
    at("normalise", "SHARE_OF_MUNICIPALITY needs rows by municipality.", "Add MUNICIPALITY to groupBy."),
  normalise !== "NONE" &&
    !isSumming(measure) &&
    at(
      "normalise",
      `${measure} is a share already and cannot be divided again.`,
      "Use NONE, or measure AMOUNT, INITIATIVE_COUNT or TARGET_COUNT.",
    ),
];

const sourcesOfShares: Check = ({ measure, groupBy, filter }) =>
  measure === "STATE_SHARE"
    ? [
        ...groupBy
          .filter(isSource)
          .map((dimension) =>
            at(
              "groupBy",
              `STATE_SHARE compares the sources, so it cannot be by ${dimension}.`,
              `Measure AMOUNT by ${dimension}.`,
            ),
          ),
        ...(["sources", "sourceKinds"] as const)
          .filter((field) => filter?.[field])
          .map((field) =>
            at(
              `filter.${field}`,
              "STATE_SHARE compares the sources, so they cannot be filtered.",
              "Leave the field out, or measure AMOUNT.",
            ),
          ),
      ]
    : [];

const moneyOnly: Check = ({ measure, groupBy, filter, split }) =>
  isMoney(measure)
    ? []
    : [
        groupBy.includes("AMOUNT_KIND") &&
          at(
            "groupBy",
            `${measure} is of no kind of amount.`,
            "Leave AMOUNT_KIND out, or measure AMOUNT or STATE_SHARE.",
          ),
        filter?.amountKinds &&
          at(
            "filter.amountKinds",
            `${measure} is of no kind of amount.`,
            "Leave the field out, or measure AMOUNT or STATE_SHARE.",
          ),
        split === "MODELLED" &&
          at("split", `${measure} divides no money.`, "Use STATED, or measure AMOUNT or STATE_SHARE."),
      ];

const countsOnly: Check = ({ measure, filter }) => [
  !isMoney(measure) &&
    filter?.isReserve === true &&
    at(
      "filter.isReserve",
      `${measure} leaves reserves out, so nothing would be left.`,
      "Leave the field out, or measure AMOUNT.",
    ),
];

const division: Check = ({ measure, groupBy, multiValued }) => [
  multiValued === "FRACTIONAL" &&
    !isSumming(measure) &&
    groupBy.some((dimension) => isManyValued(dimension, measure)) &&
    at(
      "multiValued",
      `${measure} is a share, which is not divided between the values of a record.`,
      "Use FULL, or measure AMOUNT, INITIATIVE_COUNT or TARGET_COUNT.",
    ),
];
