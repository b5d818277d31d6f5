import { FACT_COLUMNS, FACT_SOURCE_COLUMNS } from "./fact-columns";

/** Puts the municipalities' new facts in the place of their old ones, in the order of their keys: so they are found together. */
export const writeFacts = [
  "/* removeFactSources */ DELETE FROM comparisons.fact_source WHERE municipality_code = ANY($1)",
  "/* removeFacts */ DELETE FROM comparisons.fact WHERE municipality_code = ANY($1)",
  `/* addFacts */
  INSERT INTO comparisons.fact (${FACT_COLUMNS}) SELECT ${FACT_COLUMNS} FROM refresh_fact WHERE municipality_code = ANY($1)
  ORDER BY municipality_code, subject, id`,
  `/* addFactSources */
  INSERT INTO comparisons.fact_source (${FACT_SOURCE_COLUMNS})
  SELECT ${FACT_SOURCE_COLUMNS} FROM refresh_fact_source WHERE municipality_code = ANY($1)
  ORDER BY municipality_code, subject, fact_id, split, source_id`,
];
