import { startTestHub, type TestHub } from "../testkit/hub";

interface Row {
  id: string;
  name: string;
  status: string;
  municipality: { code: string };
  plannedPeriod: { start: { value: string } | null; end: { value: string } | null } | null;
  actualPeriod: { start: { value: string } | null; end: { value: string } | null } | null;
}

const STATUSES =
  "IDEA INVESTIGATED PROPOSED DECIDED PLANNED ONGOING EXTENDED COMPLETED MADE_PERMANENT CANCELLED UNKNOWN".split(" ");

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  // Names that only the right collation puts right: å, ä, ö after z in that order, w apart from v, case not counting.
  const names = ["Ö", "Ä", "Å", "Z", "W", "Va", "aB", "Ab", "é", "F"];
  const [template] = await hub.database.query<{ id: string }>(
    "SELECT id FROM initiatives.initiative WHERE id = '0480-praktikplattform'",
  );
  for (const [index, name] of names.entries()) {
    await hub.database.query(
      `INSERT INTO initiatives.initiative
       SELECT (jsonb_populate_record(i, jsonb_build_object('id', '0480-ordning-' || $1::text, 'name', $2::text, 'aliases', '[]'::jsonb,
         'status', $3::text, 'first_year', $4::int, 'last_year', $4::int, 'planned_period', NULL, 'actual_period', NULL))).*
       FROM (SELECT municipality_code, id, name, aliases, description, programme_id, status, status_history, is_pilot, is_reserve,
         planned_period, actual_period, first_year, last_year, strategy_area, themes, target_groups, instrument, classification,
         area_ids, area_statement, has_amount, sources, quality_notes, withdrawn_at, changed_at
         FROM initiatives.initiative WHERE id = $5) i`,
      [index, name, STATUSES[index], index % 2 === 0 ? 2010 + index : null, template?.id],
    );
  }
});
afterAll(() => hub.stop());

async function ordered(field?: string, direction?: string): Promise<Row[]> {
  const given = [field && `field: ${field}`, direction && `direction: ${direction}`].filter(Boolean).join(", ");
  const { initiatives } = await hub.data<{ initiatives: { nodes: Row[] } }>(`{
    initiatives(first: 500${field || direction ? `, orderBy: { ${given} }` : ""}) { nodes {
      id name status municipality { code }
      plannedPeriod { start { value } end { value } } actualPeriod { start { value } end { value } }
    } }
  }`);
  return initiatives.nodes;
}

const swedish = new Intl.Collator("sv");
const byName = (a: Row, b: Row) => swedish.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id);

it("orders by name in Swedish order when nothing is said", async () => {
  const rows = await ordered();
  expect(rows).toHaveLength(51);
  expect(ids(rows)).toEqual(ids([...rows].sort(byName)));
  expect(rows.slice(-3).map(({ name }) => name)).toEqual(["Å", "Ä", "Ö"]);
  expect(ids(await ordered("NAME"))).toEqual(ids(rows));
  expect(ids(await ordered("NAME", "ASC"))).toEqual(ids(rows));
  expect(ids(await ordered(undefined, "DESC"))).toEqual(ids(rows).reverse());
});
