import { RECORD_UNITS } from "./record-units";
import type { RollupDimension } from "./rollup-dimensions";
import { STATE_KINDS, STATE_SPLIT, UNTOLD_KINDS } from "./state-split";

const UNKNOWN = "UNKNOWN";

export const CELL_KEY = ["dimension", "municipality_code", "year", "subject", "kind", "code"] as const;

export const CELL_SUMS = [
  "records",
  "missing",
  "value",
  "record_units",
  "shared_value",
  "unknown",
  "modelled",
  "inferred",
  "derived",
  "stated",
  "approximate",
  "year_inferred",
  "many_valued",
] as const;

/** The year of cells that cover all years, as against 0 for facts whose year is not known. */
export const ALL_YEARS = -1;

const certainties = ["unknown", "modelled", "inferred", "derived", "stated"]
  .map((name, rank) => `count(*) FILTER (WHERE ore IS NOT NULL AND sure = ${rank}) AS ${name}`)
  .join(", ");

/** An even part of a whole number; the first codes take one more each of what does not divide. */
const partOf = (whole: string) =>
  `(${whole}) / parts + CASE WHEN place <= abs(${whole}) % parts THEN sign(${whole})::bigint ELSE 0 END`;

const kronor = (sum: string) => `round(coalesce(sum(${sum}), 0) / 100, 2)`;

/**
 * Adds cells up from a relation with a row for each fact, year and code: municipality_code, year, subject, kind, code; the
 * value as whole `ore`, null when not known; how `sure` it is; in how many `parts` the fact is and at which `place` this
 * code is among them; is_approximate, is_year_inferred; and whether the value is `divided` as it stands.
 */
const addUp = (dimension: RollupDimension, relation: string, isDivided: boolean) => `
  SELECT '${dimension}', municipality_code, year, subject, kind, code, count(*), count(*) FILTER (WHERE ore IS NULL), ${kronor("ore")},
    sum(${partOf(`${RECORD_UNITS}::bigint`)}), ${kronor(isDivided ? "ore" : partOf("ore"))}, ${certainties},
    count(*) FILTER (WHERE ore IS NOT NULL AND is_approximate), count(*) FILTER (WHERE ore IS NOT NULL AND is_year_inferred),
    count(*) FILTER (WHERE parts > 1)
  FROM (${relation}) r GROUP BY 2, 3, 4, 5, 6`;

const addCells = (dimension: RollupDimension, relation: string, isDivided = false) => `/* addCells ${dimension} */
  INSERT INTO refresh_cell (${CELL_KEY.join(", ")}, ${CELL_SUMS.join(", ")}) ${addUp(dimension, relation, isDivided)}`;

const createCells = `/* createCells */
  CREATE TEMP TABLE refresh_cell (LIKE comparisons.rollup) ON COMMIT DROP`;
const withoutGrain = "/* createCells */ ALTER TABLE refresh_cell DROP COLUMN grain";

/**
 * A row for each fact and year. Money has one year, so that its cells over all years are sums of those by year; an
 * initiative goes on in several and is counted over all of them by a row of its own.
 */
const gatherFacts = `/* gatherFactsByYear */
  CREATE TEMP TABLE refresh_fact_year ON COMMIT DROP AS
  SELECT municipality_code, subject, record,
    unnest(CASE WHEN years = '{}' THEN '{0}' ELSE years END || CASE WHEN subject IN ('INITIATIVE', 'TARGET') THEN '{${ALL_YEARS}}' ELSE '{}'::int[] END) AS year,
    kind, (value * 100)::bigint AS ore, certainty, is_approximate, is_year_inferred, strategy_area, instrument, status, themes,
    target_groups, organisation_kinds, source_ids, source_kinds, classification_certainty, status_certainty
  FROM refresh_fact WHERE municipality_code = ANY($1)`;

const about = "municipality_code, year, subject, kind, is_approximate, is_year_inferred";
const common = `${about}, ore`;

/** Where a code is known, what rests on it is no surer than the code. */
const sureOf = (code: string, certainty: string | null) =>
  certainty ? `CASE WHEN ${code} = '${UNKNOWN}' THEN certainty ELSE least(certainty, ${certainty}) END` : "certainty";

const single = (dimension: RollupDimension, code: string, certainty: string | null = null) =>
  addCells(
    dimension,
    `SELECT ${common}, ${code} AS code, ${sureOf(code, certainty)} AS sure, 1 AS parts, 1 AS place FROM refresh_fact_year`,
  );

const several = (dimension: RollupDimension, codes: string, certainty: string | null = null, where = "TRUE") =>
  addCells(
    dimension,
    `SELECT ${common}, code, ${sureOf("code", certainty)} AS sure, parts, place FROM (
      SELECT *, greatest(cardinality(${codes}), 1) AS parts, unnest(CASE WHEN ${codes} = '{}' THEN '{${UNKNOWN}}' ELSE ${codes} END) AS code,
        generate_series(1, greatest(cardinality(${codes}), 1)) AS place
      FROM refresh_fact_year WHERE ${where}
    ) f`,
  );

/** Money is divided between sources as they state it: each code has its part of the value, and the fact as one record. */
const divided = (dimension: RollupDimension, code: string) =>
  addCells(
    dimension,
    `SELECT f.municipality_code, f.year, f.subject, f.kind, (s.value * 100)::bigint AS ore, f.is_approximate, f.is_year_inferred, s.code,
      least(f.certainty, s.certainty) AS sure, s.parts, s.place
    FROM refresh_fact_year f JOIN (
      SELECT record, ${code} AS code, sum(value) AS value, min(certainty) FILTER (WHERE source_id <> '${UNKNOWN}') AS certainty,
        count(*) OVER (PARTITION BY record) AS parts, row_number() OVER (PARTITION BY record ORDER BY ${code}) AS place
      FROM refresh_fact_source WHERE split = 'STATED' AND municipality_code = ANY($1) GROUP BY 1, 2
    ) s ON s.record = f.record`,
    true,
  );

const isCount = "subject IN ('INITIATIVE', 'TARGET')";
const known = (column: string) => `coalesce(${column}, '${UNKNOWN}')`;

/**
 * Each amount whose split is stated in full stands here twice, with the state's part and whole, so that the share of several
 * is a quotient of two sums; as sure as the least sure of its parts. Any other stands once, without a value.
 */
const stateSplit = addCells(
  "STATE_SPLIT",
  `SELECT ${about}, unnest(CASE WHEN is_told THEN '{${STATE_SPLIT.state},${STATE_SPLIT.whole}}' ELSE '{${STATE_SPLIT.untold}}'::text[] END) AS code,
    unnest(CASE WHEN is_told THEN ARRAY[state, whole] ELSE '{NULL}' END) AS ore, sure, 1 AS parts, 1 AS place
  FROM (
    SELECT ${about}, f.ore IS NOT NULL AND coalesce(s.is_told, FALSE) AS is_told, s.state, s.whole, least(f.certainty, s.certainty) AS sure
    FROM refresh_fact_year f LEFT JOIN (
      SELECT record, (coalesce(sum(value) FILTER (WHERE source_kind = ANY('{${STATE_KINDS}}')), 0) * 100)::bigint AS state,
        (coalesce(sum(value), 0) * 100)::bigint AS whole, NOT bool_or(source_kind = ANY('{${UNTOLD_KINDS}}')) AS is_told,
        min(certainty) FILTER (WHERE source_id <> '${UNKNOWN}') AS certainty
      FROM refresh_fact_source WHERE split = 'STATED' AND municipality_code = ANY($1) GROUP BY 1
    ) s USING (record)
    WHERE NOT ${isCount}
  ) f`,
);

const addAllYears = `/* addCells of all years */
  INSERT INTO refresh_cell (${CELL_KEY.join(", ")}, ${CELL_SUMS.join(", ")})
  SELECT dimension, municipality_code, ${ALL_YEARS}, subject, kind, code, ${CELL_SUMS.map((name) => `sum(${name})`).join(", ")}
  FROM refresh_cell WHERE NOT ${isCount} GROUP BY 1, 2, 4, 5, 6`;

/** The municipalities' cells as they are now, in refresh_cell: a year, 0 when it is not known, or ALL_YEARS. */
export const municipalCells = [
  createCells,
  withoutGrain,
  gatherFacts,
  "/* gatherFactsByYear */ ANALYZE refresh_fact_year",
  single("NONE", "''"),
  several("THEME", "themes", "classification_certainty"),
  single("STRATEGY_AREA", known("strategy_area"), "classification_certainty"),
  several("TARGET_GROUP", "target_groups", "classification_certainty"),
  single("INSTRUMENT", known("instrument"), "classification_certainty"),
  single("STATUS", known("status"), "status_certainty"),
  several("ORGANISATION_KIND", "organisation_kinds"),
  several("FUNDING_SOURCE", "source_ids", null, isCount),
  several("FUNDING_SOURCE_KIND", "source_kinds", null, isCount),
  divided("FUNDING_SOURCE", "source_id"),
  divided("FUNDING_SOURCE_KIND", "source_kind"),
  stateSplit,
  addAllYears,
  "/* municipalCells */ ANALYZE refresh_cell",
];
