import { cited, life, lifeColumns, texts } from "./dice";
import { FIRST_YEAR, LAST_YEAR, type Plan } from "./plan";

/** Places, people and the delivery itself. */
export function areaStatements({ dice, areas }: Plan): string[] {
  const { roll, pick } = dice;
  return [
    // Few large municipalities and many small ones; the reference data knows some of the populations already.
    `INSERT INTO areas.population (municipality_code, year, value, ${lifeColumns})
     SELECT p.code, y, 2500 + (s.size * s.size / 9) + (y - ${FIRST_YEAR}) * (s.size / 10), ${life(cited("p.code", "y"))}
     FROM place p CROSS JOIN LATERAL (SELECT ${roll("p.n", "population", 1000)} AS size) s
     CROSS JOIN generate_series(${FIRST_YEAR}, ${LAST_YEAR}) AS y
     ON CONFLICT (municipality_code, year) DO NOTHING`,
    `INSERT INTO areas.area (municipality_code, id, name, aliases, kind, is_priority, regso_codes, area_types,
       lead_organisation_ids, ${lifeColumns})
     SELECT p.code, p.code || '-omrade-' || a,
       ${pick(`p.n * 100 + a`, "area name", texts(["Norra", "Södra", "Östra", "Västra", "Övre", "Nedre"]))} || ' området ' || a,
       '{}', 'RESIDENTIAL_AREA', a < 2, '[]'::jsonb, '[]'::jsonb, '{}', ${life(cited("p.code", FIRST_YEAR.toString()))}
     FROM place p CROSS JOIN generate_series(0, ${areas - 1}) AS a`,
    `INSERT INTO areas.data_supply (municipality_code, door, name, version, fingerprint, record_count, attempted_at, changed_at)
     SELECT p.code, 'DATA_PACKAGE', 'bench', NULL, 'bench', 1, timestamptz '2026-01-01 00:00:00Z',
       timestamptz '2026-01-01 00:00:00Z'
     FROM place p`,
  ];
}
