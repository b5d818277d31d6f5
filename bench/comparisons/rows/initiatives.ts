import { cited, life, lifeColumns, texts } from "./dice";
import { FIRST_YEAR, LAST_YEAR, type Plan, YEARS } from "./plan";

const STATUSES = [
  "ONGOING",
  "ONGOING",
  "ONGOING",
  "COMPLETED",
  "COMPLETED",
  "PLANNED",
  "DECIDED",
  "PROPOSED",
  "UNKNOWN",
];
const NAMES = ["Läxhjälp", "Språkstöd", "Fältarbete", "Föräldrastöd", "Mötesplats", "Praktik", "Trygghetsvandring"];
const text = (sv: string, en: string) => `jsonb_build_object('sv', ${sv}, 'en', ${en})`;

/**
 * Makes the temporary table `effort`: what the money of an initiative follows too, its years and whether it is a reserve.
 * `n` is unique among all initiatives, `l` within the municipality.
 */
export function effortStatement({ dice, initiatives }: Plan): string {
  const { chance, roll } = dice;
  return `
    CREATE TEMPORARY TABLE effort ON COMMIT DROP AS
    SELECT e.*, least(first_year + ${roll("n", "years", 3)}, ${LAST_YEAR}) AS last_year
    FROM (
      SELECT p.n AS place, l, p.n::bigint * 1000000 + l AS n, p.code, p.code || '-insats-' || l AS id,
        ${FIRST_YEAR} + l % ${YEARS} AS first_year, ${chance("p.n::bigint * 1000000 + l", "unknown years", 2)} AS is_undated,
        ${chance("p.n::bigint * 1000000 + l", "reserve", 1)} AS is_reserve
      FROM place p CROSS JOIN generate_series(0, ${initiatives - 1}) AS l
    ) e`;
}

/** Initiatives with what belongs to them; written after the money, since each says whether it has any. */
export function initiativeStatements(plan: Plan): string[] {
  const { dice, areas, programmes } = plan;
  const { roll, chance, pick } = dice;
  const listOf = (list: string) =>
    `(SELECT array_agg(code ORDER BY position) FROM initiatives.code WHERE list = '${list}' AND code <> 'RESERVE')`;
  /** Up to three different codes: the second and third stand at a distance from the first. */
  const several = (array: string, count: number, purpose: string, none: number) => {
    const first = roll("e.n", purpose, count);
    const half = Math.floor((count - 1) / 2);
    const at = (offset: string) => `(${array})[1 + (${first} + ${offset}) % ${count}]`;
    return `CASE WHEN ${chance("e.n", `no ${purpose}`, none)} THEN '{}'::text[] ELSE ARRAY[${at("0")}]
      || CASE WHEN ${chance("e.n", `second ${purpose}`, 50)} THEN ARRAY[${at(`1 + ${roll("e.n", `2 ${purpose}`, half)}`)}] ELSE '{}' END
      || CASE WHEN ${chance("e.n", `third ${purpose}`, 20)} THEN ARRAY[${at(`${half + 1} + ${roll("e.n", `3 ${purpose}`, half)}`)}] ELSE '{}' END
      END`;
  };
  const status = pick("e.n", "status", texts(STATUSES));
  const board = (purpose: string) => `e.code || '-organisation-' || (1 + ${roll("e.n", purpose, 10)})`;
  return [
    `INSERT INTO initiatives.source_document (municipality_code, id, title, kind, published_on, url, registration_numbers,
       ${lifeColumns})
     SELECT p.code, p.code || '-dokument-' || y, p.name || ', uppföljning ' || y, 'OFFICIAL_REPORT', NULL, NULL, '{}',
       ${life("'[]'::jsonb")}
     FROM place p CROSS JOIN generate_series(${FIRST_YEAR}, ${LAST_YEAR}) AS y`,
    // The last programmes are parts of the first.
    `INSERT INTO initiatives.programme (municipality_code, id, name, aliases, start_year, parent_id, ${lifeColumns})
     SELECT p.code, p.code || '-satsning-' || s, 'Satsning ' || s || ' i ' || p.name, '{}', ${FIRST_YEAR},
       CASE WHEN s >= 2 THEN p.code || '-satsning-0' END, ${life(cited("p.code", FIRST_YEAR.toString()))}
     FROM place p CROSS JOIN generate_series(0, ${programmes - 1}) AS s`,
    `INSERT INTO initiatives.initiative (municipality_code, id, name, aliases, programme_id, status, status_history, is_pilot,
       is_reserve, first_year, last_year, strategy_area, themes, target_groups, instrument, classification, area_ids,
       has_amount, ${lifeColumns})
     SELECT e.code, e.id, ${pick("e.n", "name", texts(NAMES))} || ' ' || e.l, '{}',
       CASE WHEN NOT ${chance("e.n", "no programme", 15)} THEN e.code || '-satsning-' || ${roll("e.n", "programme", programmes)} END,
       ${status},
       jsonb_build_array(jsonb_build_object('status', ${status}, 'date', NULL, 'certainty',
         CASE WHEN ${chance("e.n", "status inferred", 20)} THEN 'INFERRED' ELSE 'STATED' END, 'note', NULL, 'sources', '[]'::jsonb)),
       ${chance("e.n", "pilot", 5)}, e.is_reserve,
       CASE WHEN NOT e.is_undated THEN e.first_year END, CASE WHEN NOT e.is_undated THEN e.last_year END,
       CASE WHEN NOT ${chance("e.n", "no strategy area", 5)} THEN ${pick("e.n", "strategy area", "lists.strategy_areas")} END,
       CASE WHEN e.is_reserve THEN '{RESERVE}' ELSE ${several("lists.themes", 16, "theme", 2)} END,
       CASE WHEN e.is_reserve THEN '{}' ELSE ${several("lists.target_groups", 14, "target group", 4)} END,
       CASE WHEN e.is_reserve THEN 'RESERVE'
         WHEN NOT ${chance("e.n", "no instrument", 5)} THEN ${pick("e.n", "instrument", "lists.instruments")} END,
       CASE WHEN NOT ${chance("e.n", "not classified", 3)} THEN jsonb_build_object('classifiedBy', 'bench', 'classifiedOn', '2026-01-01',
         'certainty', CASE WHEN ${chance("e.n", "confirmed", 40)} THEN 'STATED' ELSE 'INFERRED' END,
         'cofog', '[]'::jsonb, 'sdgTargets', '[]'::jsonb) END,
       CASE WHEN ${chance("e.n", "area", 60)} THEN ARRAY[e.code || '-omrade-' || ${roll("e.n", "which area", areas)}] ELSE '{}' END,
       EXISTS (SELECT FROM funding.allocation a WHERE a.municipality_code = e.code AND a.initiative_id = e.id AND a.value IS NOT NULL)
         OR EXISTS (SELECT FROM funding.initiative_amount a WHERE a.municipality_code = e.code AND a.initiative_id = e.id AND a.value IS NOT NULL)
         OR EXISTS (SELECT FROM funding."grant" g JOIN funding.grant_event v ON v.municipality_code = g.municipality_code
           AND v.grant_id = g.id AND v.kind = 'AWARD' AND v.value IS NOT NULL
           WHERE g.municipality_code = e.code AND g.initiative_id = e.id),
       ${life(
         `CASE WHEN ${chance("e.n", "no source", 4)} THEN '[]'::jsonb ELSE ${cited("e.code", "e.first_year")} END`,
         `CASE WHEN ${chance("e.n", "note", 5)} THEN jsonb_build_array(jsonb_build_object('code', 'DQ-' || e.l % 7,
           'severity', CASE WHEN e.l % 2 = 0 THEN 'DEFICIENCY' ELSE 'INFO' END, 'field', NULL,
           'message', ${text("'Tveksamt.'", "'Doubtful.'")})) ELSE '[]'::jsonb END`,
       )}
     FROM effort e CROSS JOIN (SELECT ${listOf("THEME")} AS themes, ${listOf("TARGET_GROUP")} AS target_groups,
       ${listOf("STRATEGY_AREA")} AS strategy_areas, ${listOf("INSTRUMENT")} AS instruments) AS lists`,
    `INSERT INTO initiatives.participation (municipality_code, initiative_id, programme_id, organisation_id, role, certainty,
       ${lifeColumns})
     SELECT DISTINCT ON (e.code, e.id, o.organisation, o.role) e.code, e.id, '', o.organisation, o.role, 'STATED',
       ${life(cited("e.code", "e.first_year"))}
     FROM effort e CROSS JOIN LATERAL (
       SELECT ${board("responsible")}, 'RESPONSIBLE' WHERE NOT ${chance("e.n", "nobody responsible", 5)}
       UNION ALL SELECT ${board("second responsible")}, 'RESPONSIBLE' WHERE ${chance("e.n", "two responsible", 20)}
       UNION ALL SELECT e.code || '-organisation-' || (12 + ${roll("e.n", "partner", 8)}), 'PARTNER' WHERE ${chance("e.n", "has partner", 40)}
     ) AS o(organisation, role)`,
    `INSERT INTO initiatives.target (municipality_code, id, initiative_id, indicator, statement, value, unit, ${lifeColumns})
     SELECT e.code, e.code || '-mal-' || e.l, e.id, 'Deltagare', ${text("'Fler ska delta.'", "'More shall take part.'")},
       CASE WHEN NOT ${chance("e.n", "target without number", 40)} THEN 10 + ${roll("e.n", "target", 500)} END, 'PERSONS',
       ${life(cited("e.code", "e.first_year"))}
     FROM effort e WHERE ${chance("e.n", "has target", 30)}`,
  ];
}
