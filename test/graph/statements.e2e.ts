import { startTestHub, type TestHub } from "../testkit/hub";
import { copyRows } from "./copy-rows";

/** The question of the four municipalities: everything a comparison needs, over all four parts of the graph. */
const COMPARISON = `query ($codes: [MunicipalityCode!]) { municipalities(codes: $codes) {
  code name
  programmes { name parent { name } sources { document { title } locator } }
  pots { name total { value } allocated contributions { source { name } amount { value } } sources { document { title } } }
  initiatives(first: 200) { totalCount nodes {
    name status themes { label } targetGroups { label } strategyArea { label }
    areas { name parent { name } } leadOrganisations { name parent { name } }
    participations { role organisation { name } }
    allocatedAmount allocatedKind
    allocations { amount { value kind certainty } split { source { name } amount certainty } responsible { name } pot { name } }
    grants { name awarded { value } source { name } }
    targets { indicator results { indicator } } milestones { date { label } } decisions { title { sv } }
    sources { document { title publisher { name } } locator }
  } }
} }`;

const CODES = { codes: ["0191", "0480", "2181", "2281"] };

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
});
afterAll(() => hub.stop());

/** SQL statements that one request costs, by room, and what it answers. */
// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the query gives them
async function costOf(query: string, variables?: Record<string, unknown>): Promise<{ cost: object; data: any }> {
  const before = hub.statements();
  const data = await hub.data(query, variables);
  const cost = Object.fromEntries(
    Object.entries(hub.statements()).flatMap(([room, count]) => {
      const sent = count - (before[room] ?? 0);
      return sent === 0 ? [] : [[room, sent]];
    }),
  );
  return { cost, data };
}

it("answers a page, and counts the list only when asked, with one statement each", async () => {
  for (const [field, room] of [
    ["areas", "areas"],
    ["organisations", "organisations"],
    ["initiatives", "initiatives"],
    ["grants", "funding"],
    ["allocations", "funding"],
  ] as const) {
    expect((await costOf(`{ ${field} { nodes { id } pageInfo { hasNextPage endCursor } } }`)).cost).toEqual({
      [room]: 1,
    });
    expect((await costOf(`{ ${field} { totalCount nodes { id } } }`)).cost).toEqual({ [room]: 2 });
    expect((await costOf(`{ ${field}(first: 0) { totalCount } }`)).cost).toEqual({ [room]: 2 });
  }
});

it("answers the pages of all parents with one statement, and their counts with one more", async () => {
  const pages = (selection: string) =>
    costOf(
      `query ($codes: [MunicipalityCode!]) { municipalities(codes: $codes) { initiatives(first: 5) { ${selection} } } }`,
      CODES,
    );
  expect((await pages("nodes { id }")).cost).toEqual({ areas: 1, initiatives: 1 });
  expect((await pages("totalCount nodes { id }")).cost).toEqual({ areas: 1, initiatives: 2 });
});

it("looks up records by id with one statement per kind, however many are asked for", async () => {
  const one = await costOf('{ a: initiative(id: "0191-stadsdelsmammor") { name } }');
  const many = await costOf(
    '{ a: initiative(id: "0191-stadsdelsmammor") { name } b: initiative(id: "2281-lokala-rad") { name } c: initiative(id: "no-such") { name } }',
  );
  expect(one.cost).toEqual({ initiatives: 1 });
  expect(many.cost).toEqual({ initiatives: 1 });
});

describe("the comparison of the four municipalities", () => {
  let small: Awaited<ReturnType<typeof costOf>>;
  let large: Awaited<ReturnType<typeof costOf>>;
  const count = ({ data }: typeof small, list: string): number =>
    data.municipalities.reduce(
      (sum: number, municipality: Record<string, { length?: number; nodes?: unknown[] }>) =>
        sum + (municipality[list]?.nodes ?? (municipality[list] as unknown[])).length,
      0,
    );

  beforeAll(async () => {
    small = await costOf(COMPARISON, CODES);
    await growTenfold();
    large = await costOf(COMPARISON, CODES);
  });

  it("costs the same number of statements when there are ten times as many rows", async () => {
    expect(count(small, "initiatives")).toBe(41);
    expect(count(large, "initiatives")).toBe(410);
    expect(count(large, "programmes")).toBe(10 * count(small, "programmes"));
    expect(count(large, "pots")).toBe(10 * count(small, "pots"));
    const amounts = ({ data }: typeof small) => JSON.stringify(data).split('"amount":{"value"').length - 1;
    expect(amounts(large)).toBe(10 * amounts(small));
    expect(large.cost).toEqual(small.cost);
  });

  it("costs no more than a statement for each kind of record that each part of the graph is asked for", async () => {
    expect(small.cost).toEqual({
      areas: expect.any(Number),
      organisations: expect.any(Number),
      initiatives: expect.any(Number),
      funding: expect.any(Number),
    });
    const total = Object.values(small.cost).reduce((sum, room) => sum + room, 0);
    expect(total).toBeLessThanOrEqual(35);
  });

  it("costs the same for a page of 3 as for a page of 300", async () => {
    const page = (first: number) =>
      costOf(
        `query ($first: Int!) { initiatives(first: $first) { totalCount nodes {
          municipality { name } areas { name } leadOrganisations { name } allocations { amount { value } } sources { document { title } }
        } } }`,
        { first },
      );
    const three = await page(3);
    const threeHundred = await page(300);
    expect(three.data.initiatives.nodes).toHaveLength(3);
    expect(threeHundred.data.initiatives.nodes).toHaveLength(300);
    expect(threeHundred.cost).toEqual(three.cost);
  });
});

/** Nine copies of every row that the comparison reads, tied to each other as the originals are. */
async function growTenfold(): Promise<void> {
  const copyOf = (column: string) => `r.${column} || '-kopia-' || copy.n`;
  const copyOfAll = (column: string) =>
    `ARRAY(SELECT item || '-kopia-' || copy.n FROM unnest(r.${column}) WITH ORDINALITY AS u(item, position) ORDER BY position)`;
  const unlessEmpty = (column: string) => `CASE r.${column} WHEN '' THEN '' ELSE ${copyOf(column)} END`;
  const municipal = "r.municipality_code <> '0000'";
  const owned: [table: string, changes: Record<string, string>][] = [
    ["organisations.organisation", { parent_id: copyOf("parent_id") }],
    ["areas.area", { parent_id: copyOf("parent_id"), lead_organisation_ids: copyOfAll("lead_organisation_ids") }],
    ["initiatives.source_document", {}],
    ["initiatives.programme", { parent_id: copyOf("parent_id") }],
    ["initiatives.initiative", { programme_id: copyOf("programme_id"), area_ids: copyOfAll("area_ids") }],
    ["initiatives.target", { initiative_id: copyOf("initiative_id"), programme_id: copyOf("programme_id") }],
    [
      "initiatives.result",
      { initiative_id: copyOf("initiative_id"), programme_id: copyOf("programme_id"), target_id: copyOf("target_id") },
    ],
    ["initiatives.milestone", { initiative_id: copyOf("initiative_id"), programme_id: copyOf("programme_id") }],
    ["initiatives.decision", { initiative_ids: copyOfAll("initiative_ids"), programme_id: copyOf("programme_id") }],
    ["funding.pot", {}],
    ['funding."grant"', { initiative_id: copyOf("initiative_id"), recipient_id: copyOf("recipient_id") }],
    ["funding.grant_event_log", { grant_id: copyOf("grant_id"), corrects_id: copyOf("corrects_id") }],
    [
      "funding.allocation",
      {
        initiative_id: copyOf("initiative_id"),
        pot_id: copyOf("pot_id"),
        grant_id: copyOf("grant_id"),
        responsible_ids: copyOfAll("responsible_ids"),
      },
    ],
  ];
  for (const [table, changes] of owned) {
    await copyRows(
      hub.database,
      table,
      { id: copyOf("id"), ...changes },
      "generate_series(1, 9) AS copy(n)",
      municipal,
    );
  }
  await copyRows(
    hub.database,
    "funding.pot_contribution",
    { pot_id: copyOf("pot_id"), grant_id: copyOf("grant_id") },
    "generate_series(1, 9) AS copy(n)",
  );
  await copyRows(
    hub.database,
    "initiatives.participation",
    {
      initiative_id: unlessEmpty("initiative_id"),
      programme_id: unlessEmpty("programme_id"),
      organisation_id: `CASE WHEN r.organisation_id ~ '^[0-9]{4}-' THEN ${copyOf("organisation_id")} ELSE r.organisation_id END`,
    },
    "generate_series(1, 9) AS copy(n)",
  );
}
