import { cited, entryColumns, life, lifeColumns, texts } from "./dice";
import { FIRST_YEAR, LAST_YEAR, type Plan, YEARS } from "./plan";

/** National sources beside those of the reference data. */
const SOURCES = [
  ["bench-skolverket", "STATE_GRANT"],
  ["bench-socialstyrelsen", "STATE_SUPPORT"],
  ["bench-esf", "EU_FUND"],
  ["bench-region", "REGIONAL"],
  ["bench-stiftelse", "PRIVATE"],
] as const;
const MUNICIPAL_SOURCES = [
  ["kommunstyrelsen", "MUNICIPAL_POT"],
  ["namnderna", "MUNICIPAL_ORDINARY"],
] as const;

const NATIONAL_SOURCES = `(SELECT array_agg(id ORDER BY id COLLATE "C") FROM funding.funding_source WHERE municipality_code = '0000')`;
const MONEY = "value, kind, year, year_certainty, certainty, precision, as_printed";

/** Sources, grants, pots and amounts. */
export function fundingStatements(plan: Plan): string[] {
  const { dice, municipalities, grants, allocations, disbursementPercent, initiativeAmounts, initiatives } = plan;
  const { roll, chance, pick } = dice;

  /** Thousands of kronor as decisions have them, öre as accounts do; three in a hundred are missing. */
  const value = (key: string, what: string) => `
    CASE WHEN ${chance(key, `${what} missing`, 3)} THEN NULL
      WHEN ${chance(key, `${what} in öre`, 30)} THEN (${roll(key, `${what} öre`, 300_000_000)} + 1)::numeric / 100
      ELSE (${roll(key, `${what} thousands`, 4000)} + 1)::numeric * 1000 END`;
  /** The columns of MONEY but for value and kind, of a row that has `value`, `year` and a key. */
  const rest = (key: string, what: string) => `
    m.year, CASE WHEN m.year IS NULL THEN NULL WHEN ${chance(key, `${what} year inferred`, 20)} THEN 'INFERRED' ELSE 'STATED' END,
    CASE WHEN m.value IS NULL THEN NULL ELSE ${pick(key, `${what} certainty`, texts([...Array<string>(9).fill("STATED"), "DERIVED", "INFERRED"]))} END,
    CASE WHEN m.value IS NULL THEN NULL WHEN ${chance(key, `${what} approximate`, 6)} THEN 'APPROXIMATE' ELSE 'EXACT' END,
    NULL`;
  const potMoney = (amount: string) => `
    jsonb_build_object('value', (${amount})::text, 'kind', 'SET_ASIDE', 'year', b.year, 'yearCertainty', 'STATED',
      'certainty', 'STATED', 'precision', CASE WHEN ${chance("b.n", "pot approximate", 10)} THEN 'APPROXIMATE' ELSE 'EXACT' END,
      'asPrinted', NULL)`;
  const potKey = "p.n * 100 + q";

  return [
    `INSERT INTO funding.funding_source (municipality_code, id, name, kind, ${lifeColumns})
     SELECT '0000', id, initcap(substr(id, 7)), kind, ${life("'[]'::jsonb")}
     FROM (VALUES ${SOURCES.map(([id, kind]) => `('${id}', '${kind}')`).join(", ")}) AS s(id, kind)
     UNION ALL
     SELECT p.code, p.code || '-' || s.id, p.name || ', ' || s.id, s.kind, ${life(cited("p.code", FIRST_YEAR.toString()))}
     FROM place p CROSS JOIN (VALUES ${MUNICIPAL_SOURCES.map(([id, kind]) => `('${id}', '${kind}')`).join(", ")}) AS s(id, kind)`,

    // Every other grant is given straight to an initiative.
    `INSERT INTO funding."grant" (municipality_code, id, name, source_id, recipient_id, initiative_id, ${lifeColumns})
     SELECT p.code, p.code || '-bidrag-' || k, 'Bidrag ' || k, ${pick("g.n", "grant source", "lists.sources")},
       p.code || '-organisation-0', CASE WHEN k % 2 = 1 THEN p.code || '-insats-' || ${roll("g.n", "grant initiative", initiatives)} END,
       ${life(cited("p.code", `(${FIRST_YEAR} + k % ${YEARS})`))}
     FROM place p CROSS JOIN generate_series(0, ${grants - 1}) AS k
     CROSS JOIN LATERAL (SELECT p.n::bigint * 1000000 + k AS n) g CROSS JOIN (SELECT ${NATIONAL_SOURCES} AS sources) AS lists`,
    `INSERT INTO funding.grant_event_log (municipality_code, id, stated_id, grant_id, position, number, recorded_by, ${MONEY}, ${entryColumns})
     SELECT m.code, m.code || '-handelse-' || m.k || '-' || m.position, m.code || '-handelse-' || m.k || '-' || m.position,
       m.code || '-bidrag-' || m.k, m.position, m.position, m.code, m.value,
       CASE WHEN m.position = 1 THEN 'AWARD' ELSE 'DISBURSEMENT' END,
       ${rest("m.n", "event")}, ${life(cited("m.code", `(${FIRST_YEAR} + m.k % ${YEARS})`))}
     FROM (
       SELECT p.code, k, e.position, e.n, ${value("e.n", "event")} AS value,
         CASE WHEN NOT ${chance("e.n", "event without year", 2)} THEN least(${FIRST_YEAR} + k % ${YEARS} + e.position - 1, ${LAST_YEAR}) END AS year
       FROM place p CROSS JOIN generate_series(0, ${grants - 1}) AS k
       CROSS JOIN LATERAL (SELECT position, (p.n::bigint * 1000000 + k) * 10 + position AS n FROM generate_series(1, 2) AS position) e
       WHERE e.position = 1 OR ${chance("e.n", "disbursed", disbursementPercent)}
     ) m`,

    // A pot a year, of one source or two; a few hold more than their sources are said to have paid.
    `CREATE TEMPORARY TABLE purse ON COMMIT DROP AS
     SELECT b.*, CASE WHEN ${chance("b.n", "first part missing", 1)} THEN NULL ELSE first_value END AS first_known
     FROM (
       SELECT p.n AS place, q, ${potKey} AS n, p.code, p.code || '-pott-' || q AS id, ${FIRST_YEAR} + q AS year,
         CASE WHEN ${chance(potKey, "pot of the municipality", 25)} THEN p.code || '-namnderna'
           ELSE ${pick(potKey, "pot source", "lists.sources")} END AS first_source,
         (${roll(potKey, "first part", 20_000)} + 1)::numeric * 500 AS first_value,
         CASE WHEN ${chance(potKey, "two sources", 40)} THEN (${roll(potKey, "second part", 9_000_000)} + 1)::numeric / 3 END AS second_value
       FROM place p CROSS JOIN generate_series(0, ${YEARS - 1}) AS q CROSS JOIN (SELECT ${NATIONAL_SOURCES} AS sources) AS lists
     ) b`,
    "UPDATE purse SET second_value = round(second_value, 2)",
    "ANALYZE purse",
    `INSERT INTO funding.pot (municipality_code, id, name, year, year_certainty, total, stated_unallocated, ${lifeColumns})
     SELECT b.code, b.id, 'Pott ' || b.year, b.year, 'STATED',
       ${potMoney(`b.first_value + coalesce(b.second_value, 0) + CASE WHEN ${chance("b.n", "more than its parts", 1)} THEN 12345.67 ELSE 0 END`)},
       CASE WHEN ${chance("b.n", "unallocated", 20)} THEN ${potMoney("round(b.first_value / 10, 2)")} END,
       ${life(cited("b.code", "b.year"))}
     FROM purse b`,
    `INSERT INTO funding.pot_contribution (municipality_code, pot_id, source_id, grant_id, ${MONEY}, ${lifeColumns})
     SELECT m.code, m.id, m.source, m.grant_id, m.value, 'SET_ASIDE', ${rest("m.n", "contribution")}, ${life(cited("m.code", "m.year"))}
     FROM (
       SELECT b.code, b.id, b.n, b.year, b.first_source AS source, b.first_known AS value,
         CASE WHEN ${chance("b.n", "from grant", 30)} THEN b.code || '-bidrag-' || 2 * ${roll("b.n", "which grant", Math.floor((grants + 1) / 2))} END AS grant_id
       FROM purse b
       UNION ALL
       SELECT b.code, b.id, b.n + 50, b.year, b.code || '-kommunstyrelsen', b.second_value, NULL
       FROM purse b WHERE b.second_value IS NOT NULL
     ) m`,

    // One initiative in twelve gets nothing: what would be its goes to the next.
    `INSERT INTO funding.allocation (municipality_code, id, initiative_id, pot_id, grant_id, source_id, responsible_ids,
       stated_shares, ${MONEY}, ${lifeColumns})
     SELECT m.code, m.code || '-fordelning-' || m.i / ${municipalities}, m.initiative_id,
       CASE WHEN m.origin < 70 THEN m.code || '-pott-' || m.q END,
       CASE WHEN m.origin BETWEEN 70 AND 81 THEN m.code || '-bidrag-' || CASE WHEN m.origin = 70
         THEN ${roll("m.i", "any grant", grants)} ELSE 2 * ${roll("m.i", "grant", Math.floor((grants + 1) / 2))} END END,
       CASE WHEN m.origin BETWEEN 82 AND 96 THEN m.code || ${pick("m.i", "own source", texts(MUNICIPAL_SOURCES.map(([id]) => `-${id}`)))} END,
       CASE WHEN ${chance("m.i", "responsible", 70)} THEN ARRAY[m.code || '-organisation-' || (1 + ${roll("m.i", "first responsible", 5)})]
         || CASE WHEN ${chance("m.i", "two responsible", 15)} THEN ARRAY[m.code || '-organisation-' || (6 + ${roll("m.i", "second responsible", 5)})] ELSE '{}' END
         ELSE '{}' END,
       CASE WHEN m.origin < 70 AND m.value IS NOT NULL AND ${chance("m.i", "stated shares", 4)} THEN jsonb_build_array(jsonb_build_object(
         'sourceId', b.first_source, 'value', CASE WHEN m.i % 2 = 0 THEN (trunc(m.value / 3, 2))::text END,
         'share', CASE WHEN m.i % 2 = 1 THEN 0.5 END, 'sources', '[]'::jsonb)) ELSE '[]'::jsonb END,
       m.value,
       CASE WHEN m.value IS NULL AND ${chance("m.i", "no kind", 30)} THEN NULL WHEN ${chance("m.i", "proposed", 9)} THEN 'PROPOSED' ELSE 'ALLOCATED' END,
       ${rest("m.i", "allocation")}, ${life(cited("m.code", "m.first_year"))}
     FROM (
       SELECT i, e.code, e.id AS initiative_id, e.place, e.first_year, ${value("i", "allocation")} AS value,
         ${roll("i", "origin", 100)} AS origin, y.year - ${FIRST_YEAR} AS q,
         CASE WHEN NOT ${chance("i", "allocation without year", 2)} THEN y.year END AS year
       FROM generate_series(0, ${allocations - 1}) AS i
       CROSS JOIN LATERAL (SELECT i / ${municipalities} % ${initiatives} AS l) t
       JOIN effort e ON e.place = i % ${municipalities}
         AND e.l = (t.l + CASE WHEN ${chance(`i % ${municipalities} * 1000000::bigint + t.l`, "gets nothing", 8)} THEN 1 ELSE 0 END) % ${initiatives}
       CROSS JOIN LATERAL (SELECT e.first_year + ${roll("i", "allocation year", "e.last_year - e.first_year + 1")} AS year) y
     ) m LEFT JOIN purse b ON b.place = m.place AND b.q = m.q`,

    `INSERT INTO funding.initiative_amount (municipality_code, id, initiative_id, ${MONEY}, ${lifeColumns})
     SELECT m.code, m.code || '-belopp-' || m.i / ${municipalities}, m.id, m.value,
       ${pick("m.i", "amount kind", texts(["ESTIMATED_TOTAL", "ESTIMATED_TOTAL", "ESTIMATED_TOTAL", "BUDGETED", "ALLOCATED"]))},
       ${rest("m.i", "amount")}, ${life(cited("m.code", "m.first_year"))}
     FROM (
       SELECT i, e.code, e.id, e.first_year, ${value("i", "amount")} AS value,
         CASE WHEN NOT ${chance("i", "amount without year", 5)} THEN e.first_year END AS year
       FROM generate_series(0, ${initiativeAmounts - 1}) AS i
       JOIN effort e ON e.place = i % ${municipalities} AND e.l = ${roll("i", "amount initiative", initiatives)}
     ) m`,
  ];
}
