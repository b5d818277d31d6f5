import type { Reader } from "../../../kit/database";
import { join, sql } from "../../../kit/sql";
import type { NormalisedInput } from "../input/normalised-input";
import { describeMunicipalities } from "./describe-municipalities";
import { divisorRelations, needsYear, withoutPopulation } from "./find-divisors";
import { recordRelations } from "./find-in-records";
import { rowRelations } from "./find-in-rows";
import { leftOutRelations } from "./find-left-out";
import { splitRelations } from "./find-splits";
import type { Findings } from "./findings";

/**
 * What there is to know of the records of a question before they are compared, in one statement.
 * @param municipalityCodes every municipality compared
 */
export async function findWhatToKnow(
  reader: Reader,
  input: NormalisedInput,
  municipalityCodes: readonly string[],
): Promise<Findings> {
  const relations = [
    ...recordRelations(input),
    ...splitRelations(input),
    ...rowRelations(input),
    ...divisorRelations(input),
    ...leftOutRelations(input),
  ];
  const [findings] = await reader.rows<Findings>(
    "findWhatToKnow",
    sql`WITH ${join(relations)}
    SELECT ${describeMunicipalities(municipalityCodes)} AS municipalities,
      coalesce((SELECT array_agg(DISTINCT "AMOUNT_KIND" ORDER BY "AMOUNT_KIND") FROM by_municipality WHERE records > missing), '{}') AS kinds,
      coalesce((SELECT array_agg("YEAR" ORDER BY "YEAR") FROM by_year WHERE records > missing), '{}') AS years,
      (SELECT coalesce(bool_or(has_several), FALSE) FROM by_row) AS "hasSeveral",
      ${needsYear(input)} AS "needsYear", ${withoutPopulation(input)} AS "withoutPopulation"`,
  );
  if (!findings) throw new Error("Not even nothing was found");
  return findings;
}
