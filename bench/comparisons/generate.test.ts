import { join } from "node:path";
import type { DataSource } from "typeorm";
import { loadSeeds, seedsFolder } from "../../cli/load";
import { createWriter, type Database } from "../../kit/database";
import { NATIONAL } from "../../kit/record";
import { createComparisonsDatabase } from "../../subgraphs/comparisons/database";
import { refreshComparisons } from "../../subgraphs/comparisons/import";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { askTables, everyRowOfHub } from "./answers";
import { differences } from "./differences";
import { generateRows } from "./generate";
import { benchComparisons, isQuotient } from "./questions";

const AMOUNTS = 2000;

/** Tables that the generator fills. */
const TABLES = [
  "areas.population",
  "areas.area",
  "areas.data_supply",
  "organisations.organisation",
  "initiatives.source_document",
  "initiatives.programme",
  "initiatives.initiative",
  "initiatives.participation",
  "initiatives.target",
  "funding.funding_source",
  'funding."grant"',
  "funding.grant_event",
  "funding.pot",
  "funding.pot_contribution",
  "funding.allocation",
  "funding.initiative_amount",
];

const opened: { database: TestDatabase; writer: DataSource }[] = [];
afterAll(async () => {
  for (const { database, writer } of opened) {
    await writer.destroy();
    await database.drop();
  }
});

/** A database with the reference data and generated rows. */
async function openGenerated(seed = 1) {
  const database = await createTestDatabase("migrated");
  const writer = createWriter(database.url);
  await writer.initialize();
  opened.push({ database, writer });
  await loadSeeds(database.url, silentLogger, [join(seedsFolder, "reference")]);
  await writer.transaction((manager) => generateRows(manager, { amounts: AMOUNTS, seed }));
  return { database, writer };
}

/** What is in each table: its number of rows and a hash of them, without when the reference data was loaded. */
async function contents({ query }: TestDatabase): Promise<Record<string, unknown>> {
  const rows = TABLES.map(async (table) => {
    const [content] = await query(
      `SELECT count(*)::int AS count, md5(string_agg(r, E'\\n' ORDER BY r COLLATE "C")) AS hash
       FROM (SELECT (to_jsonb(t) - 'changed_at' - 'attempted_at')::text AS r FROM ${table} t) rows`,
    );
    return [table, content] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

let generated: Awaited<ReturnType<typeof openGenerated>>;
beforeAll(async () => {
  generated = await openGenerated();
});

describe("generated rows", () => {
  it("are the same for the same call, and others for another seed", async () => {
    const [same, other] = await Promise.all([openGenerated(), openGenerated(2)]);
    const first = await contents(generated.database);
    expect(await contents(same.database)).toEqual(first);
    expect((await contents(other.database))["funding.allocation"]).not.toEqual(first["funding.allocation"]);
  });

  it("give every municipality initiatives that begin in every year, amounts and populations", async () => {
    const bare = await generated.database.query(`
      SELECT m.code, y FROM areas.municipality m CROSS JOIN generate_series(2016, 2025) AS y
      WHERE NOT EXISTS (SELECT FROM initiatives.published_initiative i
          WHERE i.municipality_code = m.code AND i.id LIKE m.code || '-insats-%' || y - 2016)
        OR NOT EXISTS (SELECT FROM funding.published_pot p WHERE p.municipality_code = m.code AND p.year = y)
        OR NOT EXISTS (SELECT FROM areas.published_population p WHERE p.municipality_code = m.code AND p.year = y)
        OR NOT EXISTS (SELECT FROM funding.published_allocation a WHERE a.municipality_code = m.code)`);
    expect(bare).toEqual([]);
  });

  it("come to about as many amounts as asked for", async () => {
    const [count] = await generated.database.query(`
      SELECT ((SELECT count(*) FROM funding.allocation) + (SELECT count(*) FROM funding.grant_event)
        + (SELECT count(*) FROM funding.initiative_amount))::int AS amounts`);
    expect(count?.amounts).toBeGreaterThan(AMOUNTS * 0.9);
    expect(count?.amounts).toBeLessThan(AMOUNTS * 1.25);
  });

  it("refer to nothing that is not there", async () => {
    const lost = await generated.database.query(`
      SELECT 'allocation' AS table, a.id FROM funding.allocation a WHERE NOT EXISTS (
        SELECT FROM initiatives.initiative i WHERE (i.municipality_code, i.id) = (a.municipality_code, a.initiative_id))
      UNION ALL SELECT 'grant', g.id FROM funding."grant" g WHERE g.initiative_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM initiatives.initiative i WHERE (i.municipality_code, i.id) = (g.municipality_code, g.initiative_id))
      UNION ALL SELECT 'grant source', g.id FROM funding."grant" g WHERE NOT EXISTS (
        SELECT FROM funding.funding_source s WHERE s.id = g.source_id)
      UNION ALL SELECT 'contribution', c.pot_id FROM funding.pot_contribution c WHERE NOT EXISTS (
        SELECT FROM funding.funding_source s WHERE s.id = c.source_id)
      UNION ALL SELECT 'responsible', a.id FROM funding.allocation a CROSS JOIN unnest(a.responsible_ids) AS o(id) WHERE NOT EXISTS (
        SELECT FROM organisations.organisation r WHERE (r.municipality_code, r.id) = (a.municipality_code, o.id))
      UNION ALL SELECT 'participation', p.initiative_id FROM initiatives.participation p WHERE NOT EXISTS (
        SELECT FROM organisations.organisation r WHERE (r.municipality_code, r.id) = (p.municipality_code, p.organisation_id))
      UNION ALL SELECT 'theme', i.id FROM initiatives.initiative i CROSS JOIN unnest(i.themes) AS t(code) WHERE NOT EXISTS (
        SELECT FROM initiatives.code c WHERE c.list = 'THEME' AND c.code = t.code)
      LIMIT 10`);
    expect(lost).toEqual([]);
  });
});

describe("the read model over generated rows", () => {
  let database: Database;
  beforeAll(async () => {
    await generated.writer.transaction((manager) => refreshComparisons(manager, [NATIONAL]));
    database = createComparisonsDatabase({ url: generated.database.url, logger: silentLogger });
    await database.connect();
  });
  afterAll(() => database.close());

  it("holds sums of what its facts add up to, whatever they are divided by", async () => {
    const wrong = await generated.database.query(`
      SELECT r.*, f.* FROM (
        SELECT dimension, grain, subject, kind, sum(value) AS value, sum(records) AS records, sum(missing) AS missing
        FROM comparisons.rollup WHERE dimension = 'NONE' AND grain IN ('ALL', 'MUNICIPALITY') GROUP BY 1, 2, 3, 4
      ) r FULL JOIN (
        SELECT subject, kind, coalesce(sum(value), 0) AS known, count(*) AS counted, count(*) FILTER (WHERE value IS NULL) AS lacking
        FROM comparisons.fact GROUP BY 1, 2
      ) f USING (subject, kind)
      WHERE (r.value, r.records) IS DISTINCT FROM (f.known, f.counted) OR subject LIKE 'MONEY%' AND r.missing <> f.lacking`);
    expect(wrong).toEqual([]);
  });

  it("holds the state's part and the whole of what its facts divide, and counts the rest as missing", async () => {
    const wrong = await generated.database.query(`
      SELECT * FROM (
        SELECT grain, subject, coalesce(sum(value) FILTER (WHERE code = 'STATE'), 0) AS state,
          coalesce(sum(value) FILTER (WHERE code = 'WHOLE'), 0) AS whole,
          coalesce(sum(records) FILTER (WHERE code <> 'WHOLE'), 0) AS records, sum(missing) AS missing
        FROM comparisons.rollup WHERE dimension = 'STATE_SPLIT' GROUP BY 1, 2
      ) r FULL JOIN (
        SELECT g.grain, f.subject, coalesce(sum(p.state) FILTER (WHERE p.is_told), 0) AS of_state,
          coalesce(sum(f.value) FILTER (WHERE p.is_told), 0) AS of_all, count(*) AS counted,
          count(*) FILTER (WHERE f.value IS NULL OR NOT p.is_told) AS lacking
        FROM comparisons.fact f
          CROSS JOIN (VALUES ('ALL'), ('YEAR'), ('MUNICIPALITY'), ('MUNICIPALITY_YEAR')) AS g(grain)
          CROSS JOIN LATERAL (
            SELECT coalesce(sum(s.value) FILTER (WHERE s.source_kind LIKE 'STATE%'), 0) AS state,
              count(*) FILTER (WHERE s.source_kind IN ('UNKNOWN', 'MIXED_UNSPECIFIED')) = 0 AS is_told
            FROM comparisons.fact_source s
            WHERE (s.municipality_code, s.subject, s.fact_id, s.split) = (f.municipality_code, f.subject, f.id, 'STATED')
          ) p
        WHERE f.subject LIKE 'MONEY%' GROUP BY 1, 2
      ) f USING (grain, subject)
      WHERE (r.state, r.whole, r.records, r.missing) IS DISTINCT FROM (f.of_state, f.of_all, f.counted, f.lacking)`);
    expect(wrong).toEqual([]);
    const [kept] = await generated.database.query(
      "SELECT count(*)::int AS cells FROM comparisons.rollup WHERE dimension = 'STATE_SPLIT' AND code = 'STATE' AND value > 0",
    );
    expect(kept?.cells).toBeGreaterThan(0);
  });

  it.each(benchComparisons)("answers $name as plain SQL over the rooms' tables does", async (comparison) => {
    const hub = await everyRowOfHub(database, comparison, null);
    const plain = await askTables(database, comparison, null, null);
    expect(plain.length).toBeGreaterThan(0);
    expect(differences(hub, plain, isQuotient(comparison))).toEqual([]);
  });

  it.each(benchComparisons)("answers $name of a few municipalities alone as plain SQL does", async (comparison) => {
    const municipalities = ["0114", "0180", "1480", "2584"];
    const hub = await everyRowOfHub(database, comparison, municipalities);
    const plain = await askTables(database, comparison, municipalities, null);
    expect(plain.length).toBeGreaterThan(0);
    expect(differences(hub, plain, isQuotient(comparison))).toEqual([]);
  });
});
