import { join, raw, type Sql, sql } from "../../../kit/sql";
import { rankSql } from "../facts/certainty";
import { ofMunicipalities } from "./flow-records";
import type { FlowScope } from "./flow-scope";

/**
 * Each record of `flowRecords` as one row per link that it is part of: (stage, source_kind, source_code, target_kind,
 * target_code, kind, value, certainty, is_approximate, is_stated, is_modelled).
 */
export function flowParts(scope: FlowScope): Sql {
  return join(
    [intoPots(scope), intoProgrammes(scope), intoMunicipalities, leftInPots(scope), toEnds(scope)],
    " UNION ALL ",
  );
}

/** A node of what the record names, or the stage's unknown one. */
const node = (kind: string, code: string, role: "source" | "target") =>
  raw(
    `CASE coalesce(${code}, 'UNKNOWN') WHEN 'UNKNOWN' THEN 'UNKNOWN' ELSE '${kind}' END AS ${role}_kind, coalesce(${code}, 'UNKNOWN') AS ${role}_code`,
  );

/** What no source is named for is no less sure an amount for that. */
const partCertainty = (record: string) =>
  raw(`CASE coalesce(s.source_id, 'UNKNOWN') WHEN 'UNKNOWN' THEN ${record}.certainty
    ELSE least(${record}.certainty, s.certainty) END AS certainty`);

/** How a record's money is divided between sources, as stated; a record without any such row is unknown as a whole. */
const sourcesOf = (record: string, codes: readonly string[]) =>
  sql`LEFT JOIN fact_source s ON ${ofMunicipalities("s", codes)} AND ${raw(`s.municipality_code = ${record}.municipality_code
    AND s.subject = ${record}.subject AND s.fact_id = ${record}.id AND s.split = 'STATED'`)}`;

const partValue = (record: string) =>
  raw(`CASE WHEN s.source_id IS NULL THEN ${record}.value ELSE s.value END AS value`);

const intoPots = ({ municipalityCodes }: FlowScope) => sql`
  SELECT 0 AS stage, ${node("FUNDING_SOURCE", "s.source_id", "source")}, 'POT' AS target_kind, p.id AS target_code, p.kind,
    ${partValue("p")}, ${partCertainty("p")},
    coalesce(c.precision = 'APPROXIMATE', p.is_approximate) AS is_approximate, true AS is_stated, false AS is_modelled
  FROM pot p ${sourcesOf("p", municipalityCodes)}
  LEFT JOIN funding.published_pot_contribution c
    ON ${ofMunicipalities("c", municipalityCodes)} AND c.municipality_code = p.municipality_code AND c.pot_id = p.id AND c.source_id = s.source_id`;

const intoProgrammes = ({ municipalityCodes }: FlowScope) => sql`
  SELECT 0, ${node("FUNDING_SOURCE", "s.source_id", "source")},
    ${node("FUNDING_PROGRAMME", "m.funding_programme_id", "target")},
    m.kind, ${partValue("m")}, ${partCertainty("m")}, m.is_approximate, true, false
  FROM money m ${sourcesOf("m", municipalityCodes)} WHERE m.pot_id IS NULL`;

const intoMunicipalities = sql`
  SELECT 1, CASE WHEN m.pot_id IS NOT NULL THEN 'POT' WHEN m.funding_programme_id IS NOT NULL THEN 'FUNDING_PROGRAMME' ELSE 'UNKNOWN' END,
    coalesce(m.pot_id, m.funding_programme_id, 'UNKNOWN'), 'MUNICIPALITY', m.municipality_code,
    m.kind, m.value, m.certainty, m.is_approximate, true, false
  FROM money m`;

/** What a source says is left; never a difference of our own. */
const leftInPots = ({ municipalityCodes }: FlowScope) => sql`
  SELECT 1, 'POT', p.id, 'UNALLOCATED', 'UNALLOCATED', coalesce(v.unallocated_kind, ''), v.unallocated_value,
    least(${raw(rankSql("v.unallocated_certainty"))}, ${raw(rankSql("v.year_certainty"))}),
    v.unallocated_precision = 'APPROXIMATE', true, false
  FROM pot p JOIN funding.published_pot v ON v.municipality_code = p.municipality_code AND v.id = p.id
  WHERE ${ofMunicipalities("v", municipalityCodes)} AND v.unallocated_value IS NOT NULL`;

function toEnds({ end, split }: FlowScope): Sql {
  const toEnd = (code: string, value: Sql, isModelled: string, from: Sql) => sql`
    SELECT 2, 'MUNICIPALITY', m.municipality_code, ${node(end, code, "target")}, m.kind, ${value},
      CASE WHEN ${raw(isModelled)} THEN least(m.certainty, m.end_certainty, 1)
        WHEN ${raw(code)} IS NULL THEN m.certainty ELSE least(m.certainty, m.end_certainty) END,
      m.is_approximate, NOT ${raw(isModelled)}, ${raw(isModelled)}
    FROM money m ${from}`;
  const one = "CASE WHEN cardinality(m.ends) = 1 THEN m.ends[1] END";
  if (split === "STATED") return toEnd(one, raw("m.value"), "false", sql``);
  return sql`${toEnd(one, raw("m.value"), "false", sql`WHERE cardinality(m.ends) < 2`)} UNION ALL ${toEnd(
    "e.code",
    evenPart,
    "true",
    // A fact has its values each once, in the order of their bytes.
    sql`CROSS JOIN LATERAL unnest(m.ends) WITH ORDINALITY AS e(code, n) WHERE cardinality(m.ends) > 1`,
  )}`;
}

/** Whole öre: what does not divide evenly goes to the first codes, an öre each. */
const evenPart = raw(`sign(m.value) * 0.01 * (div(abs(m.value) * 100, cardinality(m.ends))
  + CASE WHEN e.n <= mod(abs(m.value) * 100, cardinality(m.ends)) THEN 1 ELSE 0 END)`);
