import { ALL_YEARS, CELL_KEY, CELL_SUMS } from "./rollup";
import { ROLLUP_DIMENSIONS } from "./rollup-dimensions";

const SUBJECTS = ["INITIATIVE", "TARGET", "MONEY_INITIATIVE", "MONEY_GRANT", "MONEY_POT"];

/** Every dimension, grain and subject by name, so that the primary key leads to one municipality's cells. */
const municipal = `dimension = ANY('{${ROLLUP_DIMENSIONS}}') AND grain IN ('MUNICIPALITY', 'MUNICIPALITY_YEAR') AND subject = ANY('{${SUBJECTS}}')
  AND municipality_code = ANY($1)`;

const keyOf = (prefix: string) => CELL_KEY.map((column) => `${prefix}${column}`).join(", ");
const sums = CELL_SUMS.join(", ");
const isSomething = CELL_SUMS.map((name) => `sum(${name}) <> 0`).join(" OR ");

/** What the sums of the whole country gain and lose: the municipalities' new cells less their old ones. */
const gatherChanges = `/* gatherNationalChanges */
  CREATE TEMP TABLE refresh_national ON COMMIT DROP AS
  SELECT dimension, CASE year WHEN ${ALL_YEARS} THEN 'ALL' ELSE 'YEAR' END COLLATE "C" AS grain, ''::text COLLATE "C" AS municipality_code, year, subject,
    kind, code, ${CELL_SUMS.map((name) => `sum(${name}) AS ${name}`).join(", ")}
  FROM (
    SELECT dimension, year, subject, kind, code, ${sums} FROM refresh_cell
    UNION ALL
    SELECT dimension, year, subject, kind, code, ${CELL_SUMS.map((name) => `-${name}`).join(", ")} FROM comparisons.rollup WHERE ${municipal}
  ) c
  GROUP BY dimension, year, subject, kind, code HAVING ${isSomething}`;

const addChanges = `/* addNationalChanges */
  INSERT INTO comparisons.rollup AS r (grain, ${keyOf("")}, ${sums})
  SELECT grain, ${keyOf("")}, ${sums} FROM refresh_national
  ON CONFLICT (dimension, grain, municipality_code, year, subject, kind, code)
  DO UPDATE SET ${CELL_SUMS.map((name) => `${name} = r.${name} + excluded.${name}`).join(", ")}`;

const removeEmpty = `/* removeEmptyNationalCells */
  DELETE FROM comparisons.rollup r USING refresh_national n
  WHERE (r.grain, ${keyOf("r.")}) = (n.grain, ${keyOf("n.")}) AND r.records = 0`;

const removeMunicipal = `/* removeMunicipalCells */ DELETE FROM comparisons.rollup WHERE ${municipal}`;

/** In the order of the primary key: what a comparison reads then lies together. */
const addMunicipal = `/* addMunicipalCells */
  INSERT INTO comparisons.rollup (grain, ${keyOf("")}, ${sums})
  SELECT CASE year WHEN ${ALL_YEARS} THEN 'MUNICIPALITY' ELSE 'MUNICIPALITY_YEAR' END AS grain, ${keyOf("")}, ${sums} FROM refresh_cell
  ORDER BY dimension, grain, subject, kind, municipality_code, year, code`;

/** Puts the municipalities' new cells in the place of their old ones, and what that changes into the national ones. */
export const writeCells = [
  gatherChanges,
  "/* gatherNationalChanges */ ANALYZE refresh_national",
  addChanges,
  removeEmpty,
  removeMunicipal,
  addMunicipal,
];
