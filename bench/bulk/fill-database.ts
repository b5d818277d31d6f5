import { Client } from "pg";
import { migrateRooms } from "../../cli/hub";
import type { Logger } from "../../kit/logger";
import { createDice } from "../comparisons/rows/dice";

const SEED = 1;

/** Fills an empty database with so many allocations of 290 municipalities, and nothing else. */
export async function fillDatabase(url: string, rows: number, logger: Logger): Promise<void> {
  await migrateRooms(url, logger);
  const { chance, pick, roll } = createDice(SEED);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Neither search words nor a feed of a million first rows: what is timed is how they are read.
    await client.query("SET session_replication_role = replica");
    await client.query(
      `INSERT INTO funding.allocation (municipality_code, id, initiative_id, pot_id, responsible_ids, stated_shares, value, kind,
         year, year_certainty, certainty, precision, as_printed, sources, quality_notes, changed_at)
       SELECT m.code, m.code || '-fordelning-' || m.i, m.code || '-insats-' || ${roll("m.i", "initiative", 400)},
         m.code || '-pott-' || m.year, ARRAY[m.code || '-organisation-' || ${roll("m.i", "organisation", 20)}], '[]', m.value,
         CASE WHEN m.value IS NOT NULL THEN 'ALLOCATED' END, m.year, 'STATED', CASE WHEN m.value IS NOT NULL THEN 'STATED' END,
         CASE WHEN m.value IS NOT NULL THEN 'EXACT' END, CASE WHEN m.value IS NOT NULL THEN m.value || ' kr' END,
         jsonb_build_array(jsonb_build_object('documentId', m.code || '-beslut-' || m.year, 'locator', 'tabell ' || ${roll("m.i", "table", 9)},
           'quote', ${pick("m.i", "quote", "ARRAY['Läxhjälp på Nordichallen', 'Trygghetsvärdar, kvällar', NULL, 'Mötesplats \"Hjärtat\"']")}, 'field', NULL)),
         '[]', timestamptz '2026-01-01 00:00:00Z' + m.i * interval '1 second'
       FROM (
         SELECT i, lpad((100 + i % 290 * 8)::text, 4, '0') AS code, 2016 + ${roll("i", "year", 10)} AS year,
           CASE WHEN NOT ${chance("i", "missing", 3)} THEN ((${roll("i", "value", 20_000)} + 1) * 500)::numeric(16,2) END AS value
         FROM generate_series(1, ${rows}) AS i
       ) m ORDER BY 1, 2`,
    );
    await client.query("RESET session_replication_role");
    await client.query("VACUUM ANALYZE funding.allocation");
  } finally {
    await client.end();
  }
}
