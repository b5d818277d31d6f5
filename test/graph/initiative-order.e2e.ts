import { startTestHub, type TestHub } from "../testkit/hub";
import { copyRows } from "./copy-rows";

interface Row {
  id: string;
  name: string;
  status: string;
  municipality: { code: string };
  plannedPeriod: { start: { value: string } | null; end: { value: string } | null } | null;
  actualPeriod: { start: { value: string } | null; end: { value: string } | null } | null;
  statusHistory: { status: string; date: { value: string } | null }[];
}

const STATUSES =
  "IDEA INVESTIGATED PROPOSED DECIDED PLANNED ONGOING EXTENDED COMPLETED MADE_PERMANENT CANCELLED UNKNOWN".split(" ");

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  // Names that only the right collation puts right, one of each status, half of them without a known year.
  const names = ["Ö", "Ä", "Å", "Z", "W", "Va", "aB", "Ab", "é", "F", "z"];
  const rows = names.map(
    (name, index) => `(${index}, '${name}', '${STATUSES[index]}', ${index % 2 === 0 ? 2010 + index : "NULL"})`,
  );
  await copyRows(
    hub.database,
    "initiatives.initiative",
    {
      id: "r.id || '-' || extra.n",
      name: "extra.name",
      status: "extra.status",
      first_year: "extra.year",
      last_year: "extra.year",
      changed_at: "r.changed_at + extra.n % 3 * interval '1 microsecond'",
      planned_period: `CASE WHEN extra.year IS NOT NULL THEN jsonb_build_object('start', NULL,
        'end', jsonb_build_object('value', extra.year::text, 'precision', 'YEAR', 'certainty', 'STATED')) END`,
      actual_period: "NULL",
    },
    `(VALUES ${rows.join(", ")}) AS extra(n, name, status, year)`,
    "r.id = '0480-praktikplattform'",
  );
});
afterAll(() => hub.stop());

async function ordered(field?: string, direction?: string): Promise<Row[]> {
  const given = [field && `field: ${field}`, direction && `direction: ${direction}`].filter(Boolean).join(", ");
  const { initiatives } = await hub.data<{ initiatives: { nodes: Row[] } }>(`{
    initiatives(first: 500${field || direction ? `, orderBy: { ${given} }` : ""}) { nodes {
      id name status municipality { code } statusHistory { status date { value } }
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
  expect(rows).toHaveLength(52);
  expect(ids(rows)).toEqual(ids([...rows].sort(byName)));
  expect(rows.slice(-3).map(({ name }) => name)).toEqual(["Å", "Ä", "Ö"]);
  expect(ids(await ordered("NAME"))).toEqual(ids(rows));
  expect(ids(await ordered("NAME", "ASC"))).toEqual(ids(rows));
  expect(ids(await ordered(undefined, "DESC"))).toEqual(ids(rows).reverse());
});

it.each(["ASC", "DESC"])("orders by municipality code, then name, %s", async (direction) => {
  const rows = await ordered("MUNICIPALITY", direction);
  const expected = [...rows].sort((a, b) => Number(a.municipality.code) - Number(b.municipality.code) || byName(a, b));
  expect(ids(rows)).toEqual(direction === "ASC" ? ids(expected) : ids(expected).reverse());
});

it.each(["ASC", "DESC"])(
  "orders by status from idea to ended, UNKNOWN at the end of it, then name, %s",
  async (direction) => {
    const rows = await ordered("STATUS", direction);
    const expected = [...rows].sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || byName(a, b));
    expect(ids(rows)).toEqual(direction === "ASC" ? ids(expected) : ids(expected).reverse());
  },
);

it.each(["ASC", "DESC"])("orders by the first known year, those without one last, %s", async (direction) => {
  const rows = await ordered("START", direction);
  const years = rows.map(firstYear);
  const known = years.filter((year) => year !== undefined);
  expect(known.length).toBeGreaterThan(30);
  expect(years.slice(known.length).every((year) => year === undefined)).toBe(true);
  expect(known).toEqual([...known].sort((a, b) => (direction === "ASC" ? a - b : b - a)));
});

it.each(["ASC", "DESC"])(
  "orders by when the record last changed, to the microsecond, then id, %s",
  async (direction) => {
    const rows = await hub.database.query<{ id: string }>(
      'SELECT id FROM initiatives.initiative ORDER BY changed_at, id COLLATE "C"',
    );
    const expected = direction === "ASC" ? rows : rows.reverse();
    expect(ids(await ordered("CHANGED", direction))).toEqual(expected.map(({ id }) => id));
  },
);

/** First year of the known ends of the periods and of the times at which a source says that it goes on. */
function firstYear({ plannedPeriod, actualPeriod, statusHistory }: Row): number | undefined {
  const goesOn = statusHistory.filter(({ status }) => /ONGOING|EXTENDED|MADE_PERMANENT|COMPLETED/.test(status));
  const dates = [
    ...[plannedPeriod, actualPeriod].flatMap((period) => [period?.start, period?.end]),
    ...goesOn.map(({ date }) => date),
  ];
  const years = dates.flatMap((date) => (date ? [Number(date.value.slice(0, 4))] : []));
  return years.length === 0 ? undefined : Math.min(...years);
}
