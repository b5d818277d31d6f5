import type { FundingFlowsInput } from "../generated/types";
import type { Mistake } from "../input/mistakes";
import { municipalityMistakes } from "../input/municipality-mistakes";

const MOST_YEARS = 100;

/**
 * Everything that is wrong with the question.
 * @param known the codes of its municipalities that there are
 */
export function flowMistakes({ municipalities, years }: FundingFlowsInput, known: readonly string[]): Mistake[] {
  const path = ["input", "years"];
  const mistakes = municipalityMistakes(["input", "municipalities"], municipalities, known);
  if (years?.length === 0) {
    mistakes.push({
      path,
      message: "The list is empty.",
      remedy: "Leave it out for every year, or give at least one.",
    });
  }
  if (years && years.length > MOST_YEARS) {
    mistakes.push({ path, message: `The list has ${years.length} years.`, remedy: `Give at most ${MOST_YEARS}.` });
  }
  if (years?.some((year) => year < 1000 || year > 9999)) {
    mistakes.push({ path, message: "A year has four digits.", remedy: "Give years such as 2022." });
  }
  return mistakes;
}
