import type { Mistake } from "./mistakes";

/** As many as there are. */
const MOST_MUNICIPALITIES = 290;

/**
 * What is wrong with a list of municipality codes.
 * @param path where the list stands in the field's arguments
 * @param known the codes of the list that a municipality has
 */
export function municipalityMistakes(
  path: readonly string[],
  codes: readonly string[] | null | undefined,
  known: readonly string[],
): Mistake[] {
  if (!codes) return [];
  if (codes.length === 0) {
    return [
      {
        path,
        message: "The list is empty.",
        remedy: "Leave it out for every municipality with data, or give at least one.",
      },
    ];
  }
  if (codes.length > MOST_MUNICIPALITIES) {
    return [
      {
        path,
        message: `The list has ${codes.length} codes.`,
        remedy: `Give at most ${MOST_MUNICIPALITIES}, each once.`,
      },
    ];
  }
  const existing = new Set(known);
  return [...new Set(codes)]
    .filter((code) => !existing.has(code))
    .map((code) => ({
      path,
      message: `No municipality has the code ${code}.`,
      remedy: "Take a code from { municipalities { code name } }.",
    }));
}
