import type { ComparisonInput } from "../generated/types";
import { isManyValued, isMoney, isSource, isSumming, LIST_FIELDS } from "./fields";
import { findMistakes } from "./find-mistakes";
import { refuseMistakes } from "./mistakes";
import type { NormalisedFilter, NormalisedInput } from "./normalised-input";

/**
 * The question behind an input, so that inputs that ask the same become the same: lists are sorted and lose their
 * repetitions, and choices that do not matter to the answer get one value. A normalised question stays as it is.
 * @throws BAD_USER_INPUT with every mistake in `extensions.mistakes`
 */
export function normaliseInput(input: ComparisonInput): NormalisedInput {
  refuseMistakes(findMistakes(input));
  const { measure, groupBy, municipalities } = input;
  const filter = normaliseFilter(input);
  const isDivided = isSumming(measure) && groupBy.some((dimension) => isManyValued(dimension, measure));
  const isSplit =
    measure === "STATE_SHARE" ||
    (isMoney(measure) && (groupBy.some(isSource) || filter.sources !== undefined || filter.sourceKinds !== undefined));
  return {
    municipalities: municipalities ? canonicalList(municipalities) : null,
    measure,
    groupBy: [...groupBy],
    filter,
    level: isMoney(measure) ? (input.level ?? "INITIATIVE") : null,
    normalise: input.normalise ?? "NONE",
    multiValued: isDivided ? (input.multiValued ?? "FULL") : "FULL",
    split: isSplit ? (input.split ?? "STATED") : "STATED",
  };
}

function normaliseFilter({ measure, filter }: ComparisonInput): NormalisedFilter {
  const lists = LIST_FIELDS.flatMap((field) => {
    const values: readonly (string | number)[] | null | undefined = filter?.[field];
    return values ? [[field, canonicalList(values)] as const] : [];
  });
  const isReserve = isMoney(measure) ? filter?.isReserve : undefined;
  return { ...Object.fromEntries(lists), ...(typeof isReserve === "boolean" && { isReserve }) };
}

/** Years have four digits each, so that the order of text is theirs too. */
function canonicalList<Value extends string | number>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
