import type { Reader } from "../../../kit/database";
import { readDataVersion } from "../comparison/data-version";
import type { ComparisonInput } from "../generated/types";
import { findMistakes } from "./find-mistakes";
import { findUnknownCodes } from "./find-unknown-codes";
import { refuseMistakes } from "./mistakes";
import { normaliseInput } from "./normalise-input";
import type { NormalisedInput } from "./normalised-input";

/**
 * The question behind an input. One with mistakes is refused for the codes too that do not exist, so that all can be mended
 * at once; one without is held to them when it is opened.
 * @throws BAD_USER_INPUT with every mistake
 */
export async function readQuestion(reader: Reader, input: ComparisonInput): Promise<NormalisedInput> {
  const mistakes = findMistakes(input);
  if (mistakes.length === 0) return normaliseInput(input);
  const asked = input.municipalities?.length ? input.municipalities : null;
  const { municipalityCodes } = await readDataVersion(reader, asked);
  const unknown = await findUnknownCodes(reader, { ...input, municipalities: asked }, municipalityCodes);
  // Of lists beyond the limit not every code is told.
  refuseMistakes([...mistakes, ...unknown.slice(0, MOST_TOLD)]);
  return normaliseInput(input);
}

const MOST_TOLD = 50;
