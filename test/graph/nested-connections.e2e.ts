import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const CODES = ["0191", "0480", "2181", "2281"];

it("gives each parent its own page for each set of arguments, just as asking for each alone", async () => {
  const selections = [
    "initiatives(first: 2) { totalCount nodes { id } pageInfo { hasNextPage } }",
    "initiatives(first: 3, orderBy: { field: NAME, direction: DESC }) { nodes { id } }",
    "initiatives(first: 5, filter: { statuses: [ONGOING] }) { totalCount nodes { id } }",
    'initiatives(first: 5, filter: { text: "ungdom" }) { totalCount }',
    "areas(first: 2) { totalCount nodes { name } }",
    "areas(first: 2, kind: PLACE) { totalCount nodes { name } }",
    "organisations(first: 2, filter: { kinds: [SCHOOL] }) { totalCount nodes { name } }",
    "grants(first: 2, filter: { states: [AWARDED] }) { totalCount nodes { id } }",
    "grants(first: 0) { totalCount }",
  ];
  const fields = selections.map((selection, index) => `s${index}: ${selection}`).join("\n");
  const { municipalities } = await hub.data(
    `query ($codes: [MunicipalityCode!]) { municipalities(codes: $codes) { code ${fields} } }`,
    { codes: CODES },
  );
  expect(municipalities).toHaveLength(4);
  for (const together of municipalities) {
    for (const [index, selection] of selections.entries()) {
      const { municipality } = await hub.data(
        `query ($code: MunicipalityCode!) { municipality(code: $code) { alone: ${selection} } }`,
        { code: together.code },
      );
      expect(together[`s${index}`]).toEqual(municipality.alone);
    }
  }
  expect(municipalities.map(({ s0 }: { s0: { totalCount: number } }) => s0.totalCount)).toEqual([7, 9, 15, 10]);
});

it("goes on after a cursor below several parents, each from that place on", async () => {
  const { municipality } = await hub.data(
    '{ municipality(code: "2181") { initiatives(first: 5) { pageInfo { endCursor } } } }',
  );
  const after = municipality.initiatives.pageInfo.endCursor;
  const { municipalities } = await hub.data(
    `query ($codes: [MunicipalityCode!], $after: String) {
      municipalities(codes: $codes) { code initiatives(first: 500, after: $after) { totalCount nodes { id name } } all: initiatives(first: 500) { nodes { id name } } }
    }`,
    { codes: CODES, after },
  );
  const last = municipalities.find(({ code }: { code: string }) => code === "2181").all.nodes[4].name;
  for (const { initiatives, all } of municipalities) {
    const collator = new Intl.Collator("sv");
    expect(initiatives.nodes).toEqual(
      all.nodes.filter(({ name }: { name: string }) => collator.compare(name, last) > 0),
    );
    expect(initiatives.totalCount).toBe(all.nodes.length);
  }
});

it("nests connections within connections over all four parts of the graph", async () => {
  const { initiatives } = await hub.data(`{ initiatives(filter: { municipalities: ["2281"] }, first: 100) { nodes {
    id
    areas { id initiatives(first: 100) { nodes { id } } }
    leadOrganisations { id participations(first: 100) { nodes { initiative { id } } } allocations { totalCount } }
    grants { recipient { id grantsReceived { totalCount nodes { initiative { id } } } } source { grants(first: 100) { totalCount } } }
  } } }`);
  for (const { id, areas, leadOrganisations, grants } of initiatives.nodes) {
    for (const area of areas) expect(area.initiatives.nodes).toContainEqual({ id });
    for (const { participations } of leadOrganisations) {
      expect(participations.nodes).toContainEqual({ initiative: { id } });
    }
    for (const { recipient } of grants) expect(recipient.grantsReceived.nodes).toContainEqual({ initiative: { id } });
  }
  const support = initiatives.nodes.find(({ id }: { id: string }) => id === "2281-20-satsningar-2020");
  expect(support.grants).toHaveLength(6);
  for (const { source } of support.grants) expect(source.grants.totalCount).toBe(6);
});

it("refuses a page that is too large or begins nowhere, below every parent", async () => {
  const { data, errors } = await hub.ask(
    `{ municipalities(codes: ["0191", "0480"]) { code initiatives(after: "nowhere") { totalCount } } }`,
  );
  expect(errors?.map(({ path, extensions }) => [path?.join("."), extensions.code])).toEqual([
    ["municipalities.0.initiatives", "INVALID_CURSOR"],
    ["municipalities.1.initiatives", "INVALID_CURSOR"],
  ]);
  expect(data).toEqual({
    municipalities: [
      { code: "0191", initiatives: null },
      { code: "0480", initiatives: null },
    ],
  });
});
