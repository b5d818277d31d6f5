import { createHash } from "node:crypto";
import type { Reader } from "../../../kit/database";
import { canonicalJson } from "../files/canonical-json";
import { isManyValued, isMoney, isSumming } from "../input/fields";
import { findUnknownCodes } from "../input/find-unknown-codes";
import { refuseMistakes } from "../input/mistakes";
import type { NormalisedInput } from "../input/normalised-input";
import { findWhatToKnow } from "../warnings/find-what-to-know";
import type { Findings } from "../warnings/findings";
import { warningsOf } from "../warnings/warnings-of";
import type { ComparisonFrame } from "./comparison";
import { readDataVersion } from "./data-version";
import { UNKNOWN } from "./dimensions";
import { unitOf } from "./measures";

/**
 * A comparison without its rows: what it is of, over which data, and what to know before reading it.
 * @param reader of one state of the data, when rows are to be read too
 * @throws BAD_USER_INPUT for every code that does not exist
 */
export async function openComparison(reader: Reader, input: NormalisedInput): Promise<ComparisonFrame> {
  const version = await readDataVersion(reader, input.municipalities);
  refuseMistakes(await findUnknownCodes(reader, input, version.municipalityCodes));
  const findings = await findWhatToKnow(reader, input, version.municipalityCodes);
  return {
    ...version,
    id: idOf(input, version.dataVersion),
    input,
    unit: unitOf(input),
    isAdditive: isAdditive(input, findings),
    warnings: warningsOf(input, findings),
  };
}

function idOf(input: NormalisedInput, dataVersion: string): string {
  return createHash("sha256").update(canonicalJson({ input, dataVersion })).digest("hex").slice(0, 32);
}

/** Whether a record is in one row only, and what is added up is of one kind, and of one year unless the years are told apart. */
function isAdditive(input: NormalisedInput, { kinds, years, hasSeveral }: Findings): boolean {
  const { measure, normalise, multiValued, groupBy } = input;
  if (!isSumming(measure) || normalise !== "NONE") return false;
  if (isMoney(measure) && (kinds.length > 1 || (years.length > 1 && !groupBy.includes("YEAR")))) return false;
  if (multiValued === "FULL" && hasSeveral && groupBy.some((dimension) => isManyValued(dimension, measure)))
    return false;
  // What goes on for several years is counted in each, whole.
  const known = years.filter((year) => year !== UNKNOWN);
  return isMoney(measure) || !groupBy.includes("YEAR") || known.length <= 1;
}
