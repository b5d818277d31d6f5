import { raw, type Sql, sql } from "../../../kit/sql";
import { RECORD_UNITS } from "../facts/record-units";
import type { Unit } from "../generated/types";
import { isSumming } from "../input/fields";
import type { NormalisedInput } from "../input/normalised-input";

/** Decimals that a quotient is rounded to: more than a JSON number shows of it. */
const DECIMALS = 15;

/** Enhet of the values of a comparison. */
export function unitOf({ measure, normalise }: NormalisedInput): Unit {
  if (!isSumming(measure) || normalise === "SHARE_OF_MUNICIPALITY") return "SHARE";
  if (measure === "AMOUNT") return normalise === "PER_CAPITA" ? "SEK_PER_INHABITANT" : "SEK";
  return normalise === "PER_CAPITA" ? "COUNT_PER_INHABITANT" : "COUNT";
}

/**
 * What the sums of cells say is measured; null when nothing of it is known.
 * @param sums relation with the columns records, missing, value and base, added up
 */
export function measured({ measure, multiValued }: NormalisedInput, sums: string): Sql {
  const { records, missing, value, base } = {
    records: raw(`${sums}.records`),
    missing: raw(`${sums}.missing`),
    value: raw(`${sums}.value`),
    base: raw(`${sums}.base`),
  };
  if (measure === "AMOUNT") return sql`CASE WHEN ${records} > ${missing} THEN ${value} END`;
  if (measure === "STATE_SHARE") return sql`CASE WHEN ${missing} = 0 THEN ${value} / nullif(${base}, 0) END`;
  if (!isSumming(measure)) return sql`${value} / nullif(${base}, 0)`;
  const count = multiValued === "FRACTIONAL" ? sql`${value} / ${raw(String(RECORD_UNITS))}` : value;
  return sql`CASE WHEN ${records} > 0 THEN ${count} END`;
}

/** Whether values are quotients, which nothing states. */
export const isQuotient = ({ measure, normalise }: NormalisedInput) => !isSumming(measure) || normalise !== "NONE";

/** A value as it is shown: sums as they are, quotients rounded. */
export function shown(input: NormalisedInput, value: Sql): Sql {
  const rounds = isQuotient(input) || (input.multiValued === "FRACTIONAL" && input.measure !== "AMOUNT");
  return sql`trim_scale(${rounds ? sql`round(${value}, ${raw(String(DECIMALS))})` : value})`;
}
