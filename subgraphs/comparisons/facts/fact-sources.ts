import { FACT_SOURCE_COLUMNS } from "./fact-columns";

const columns = `record, ${FACT_SOURCE_COLUMNS}`;

/** What the sources say of single shares: of allocations, and of pots by what was paid into them. */
const gatherParts = `/* gatherStatedParts */
  CREATE TEMP TABLE refresh_part ON COMMIT DROP AS
  SELECT m.record, s.source_id, s.value, 4::smallint AS certainty
  FROM refresh_share s JOIN refresh_money m ON m.id = s.allocation_id AND m.is_allocation
  UNION ALL
  SELECT m.record, c.source_id, c.value, c.certainty
  FROM refresh_money m JOIN refresh_contribution c ON c.pot_id = m.id
  WHERE m.subject = 'MONEY_POT'`;

const createSplits = `/* createFactSources */
  CREATE TEMP TABLE refresh_fact_source (record int, LIKE comparisons.fact_source) ON COMMIT DROP`;

const addParts = `/* addStatedParts */
  INSERT INTO refresh_fact_source (${columns})
  SELECT m.record, m.municipality_code, m.subject, m.id, 'STATED', p.source_id, coalesce(s.kind, 'UNKNOWN'),
    CASE WHEN m.value IS NOT NULL THEN p.value END, p.certainty
  FROM refresh_money m JOIN refresh_part p ON p.record = m.record LEFT JOIN refresh_source s ON s.id = p.source_id`;

/** What the stated parts leave of an amount comes from nobody knows where. */
const addRests = `/* addUnknownRests */
  INSERT INTO refresh_fact_source (${columns})
  SELECT m.record, m.municipality_code, m.subject, m.id, 'STATED', 'UNKNOWN', 'UNKNOWN', m.value - p.known, 0
  FROM refresh_money m
    JOIN (SELECT record, coalesce(sum(value), 0) AS known FROM refresh_part GROUP BY 1) p ON p.record = m.record
  WHERE m.value <> p.known`;

/** An amount of which no part is told comes from one source, or nobody knows from where. */
const addWholes = `/* addUndividedAmounts */
  INSERT INTO refresh_fact_source (${columns})
  SELECT m.record, m.municipality_code, m.subject, m.id, 'STATED', coalesce(m.source_id, 'UNKNOWN'),
    coalesce(s.kind, 'UNKNOWN'), m.value, CASE WHEN m.source_id IS NULL THEN 0 ELSE m.source_certainty END
  FROM refresh_money m LEFT JOIN refresh_source s ON s.id = m.source_id
  WHERE NOT EXISTS (SELECT FROM refresh_part p WHERE p.record = m.record)`;

/**
 * What nobody states of an allocation from a pot, divided pro rata of what each source paid in; only where that is known of
 * each. Öre divide without loss; what rounding leaves over goes to the largest contribution. Stated shares stay as they are.
 */
const addModelled = `/* addModelledSplits */
  INSERT INTO refresh_fact_source (${columns})
  WITH unknown AS (
    SELECT m.record, m.pot_id, f.value, p.divisible
    FROM refresh_money m
      JOIN refresh_pot p ON p.id = m.pot_id AND p.divisible IS NOT NULL
      JOIN refresh_fact_source f ON f.record = m.record AND f.source_id = 'UNKNOWN' AND f.value IS NOT NULL
    WHERE m.is_allocation
  ), part AS (
    SELECT u.record, c.source_id, c.is_largest, u.value, div(u.value * 100 * c.value, u.divisible) / 100 AS part
    FROM unknown u JOIN refresh_contribution c ON c.pot_id = u.pot_id
  ), divided AS (
    SELECT record, source_id, 1 AS certainty,
      part + CASE WHEN is_largest THEN value - sum(part) OVER (PARTITION BY record) ELSE 0 END AS value
    FROM part
    UNION ALL
    SELECT f.record, f.source_id, f.certainty, f.value
    FROM refresh_fact_source f JOIN refresh_share g ON g.allocation_id = f.fact_id AND g.source_id = f.source_id
    WHERE f.subject = 'MONEY_INITIATIVE' AND f.record IN (SELECT record FROM unknown)
  ), whole AS (
    SELECT record, source_id, sum(value)::numeric(16,2) AS value, min(certainty) AS certainty FROM divided GROUP BY 1, 2
  )
  SELECT m.record, m.municipality_code, m.subject, m.id, 'MODELLED', w.source_id, coalesce(s.kind, 'UNKNOWN'), w.value, w.certainty
  FROM whole w JOIN refresh_money m ON m.record = w.record LEFT JOIN refresh_source s ON s.id = w.source_id`;

export const factSources = [
  gatherParts,
  "/* factSources */ ANALYZE refresh_part",
  createSplits,
  addParts,
  addRests,
  addWholes,
  "/* factSources */ ANALYZE refresh_fact_source",
  addModelled,
  "/* factSources */ ANALYZE refresh_fact_source",
];
