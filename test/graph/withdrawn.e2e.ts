import { startTestHub, type TestHub } from "../testkit/hub";
import { idsOf, type ListField } from "./lists";

/** One record of each kind that has a life of its own, and where it stood in lists before. */
const WITHDRAWN = {
  "areas.area": "2281-nacksta",
  "organisations.organisation": "2181-sandvikenhus",
  "initiatives.programme": "0191-ny-inriktning-for-samhallsplaneringen",
  "initiatives.initiative": "2181-utokad-undervisningstid-pa-spar-1-pa-sfi",
  "initiatives.source_document": "2281-wikipedia-sundsvalls-kommun",
  "funding.funding_source": "0191-kommunstyrelsens-medel",
  'funding."grant"': "2281-mitthem-sdff-plus",
  "funding.pot": "0480-potten-2022",
  "funding.allocation": "2181-familjepedagog-2020",
} as const;

const MOMENT = "2031-05-06T07:08:09.000Z";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  for (const [table, id] of Object.entries(WITHDRAWN)) {
    await hub.database.query(`UPDATE ${table} SET withdrawn_at = $1, changed_at = $1 WHERE id = $2`, [MOMENT, id]);
  }
});
afterAll(() => hub.stop());

it.each([
  ["area", WITHDRAWN["areas.area"]],
  ["organisation", WITHDRAWN["organisations.organisation"]],
  ["programme", WITHDRAWN["initiatives.programme"]],
  ["initiative", WITHDRAWN["initiatives.initiative"]],
  ["sourceDocument", WITHDRAWN["initiatives.source_document"]],
  ["fundingSource", WITHDRAWN["funding.funding_source"]],
  ["grant", WITHDRAWN['funding."grant"']],
  ["pot", WITHDRAWN["funding.pot"]],
  ["allocation", WITHDRAWN["funding.allocation"]],
])("a withdrawn %s is still reached by its id and says when it was withdrawn", async (field, id) => {
  expect(await hub.data(`query ($id: ID!) { ${field}(id: $id) { id withdrawnAt changedAt } }`, { id })).toEqual({
    [field]: { id, withdrawnAt: MOMENT, changedAt: MOMENT },
  });
});

it.each<[ListField, string, number]>([
  ["areas", WITHDRAWN["areas.area"], 23],
  ["organisations", WITHDRAWN["organisations.organisation"], 91],
  ["initiatives", WITHDRAWN["initiatives.initiative"], 40],
  ["grants", WITHDRAWN['funding."grant"'], 7],
  ["allocations", WITHDRAWN["funding.allocation"], 28],
])("%s leave out the withdrawn one and do not count it", async (field, id, count) => {
  const ids = await idsOf(hub, field);
  expect(ids).toHaveLength(count);
  expect(ids).not.toContain(id);
  expect(await idsOf(hub, field, { municipalities: [id.slice(0, 4)] })).not.toContain(id);
});

it.each<[ListField, string]>([
  ["areas", WITHDRAWN["areas.area"]],
  ["organisations", WITHDRAWN["organisations.organisation"]],
  ["initiatives", WITHDRAWN["initiatives.initiative"]],
  ["grants", WITHDRAWN['funding."grant"']],
  ["allocations", WITHDRAWN["funding.allocation"]],
])("%s that changed since a moment are listed with the withdrawn one, which tells what has gone", async (field, id) => {
  expect(await idsOf(hub, field, { changedSince: "2031-05-06T07:08:08.999Z" })).toEqual([id]);
  expect(await idsOf(hub, field, { changedSince: "2031-05-06T09:08:08.999+02:00" })).toEqual([id]);
  expect(await idsOf(hub, field, { changedSince: MOMENT })).toEqual([]);
  expect(await idsOf(hub, field, { changedSince: "2000-01-01T00:00:00Z" })).toContain(id);
});

it("lists without pages leave out the withdrawn one", async () => {
  const { programmes, sourceDocuments, fundingSources, pots } = await hub.data(
    "{ programmes { id } sourceDocuments { id } fundingSources { id } pots { id } }",
  );
  const ids = [...programmes, ...sourceDocuments, ...fundingSources, ...pots].map(({ id }: { id: string }) => id);
  for (const id of Object.values(WITHDRAWN)) expect(ids).not.toContain(id);
  expect(ids).toEqual(
    expect.arrayContaining(["0191-sociala-insatser", "2181-potten-2020", "boverket", "sfs-2018-151"]),
  );
});

it("lists of a parent leave out the withdrawn ones and do not count them", async () => {
  const { sundsvall, sandviken, nykoping, programme, pot, board, initiative, source } = await hub.data(`{
    sundsvall: municipality(code: "2281") { areas(first: 100) { totalCount nodes { id } } grants(first: 100) { totalCount nodes { id } } sourceDocuments { id } }
    sandviken: municipality(code: "2181") { initiatives(first: 100) { totalCount nodes { id } } organisations(first: 100) { totalCount nodes { id } } }
    nykoping: municipality(code: "0480") { pots { id } }
    programme(id: "0191-samhallsbyggnadslyftet") { parts { id } }
    pot(id: "2181-potten-2020") { allocated allocations(first: 100) { totalCount nodes { id } } }
    board: organisation(id: "2181-kunskapsnamnden") { allocations { totalCount } }
    initiative(id: "2181-familjepedagog") { allocations { id } allocatedAmount allocatedKind }
    source: fundingSource(id: "2281-mitthem") { grants { totalCount nodes { id } } }
  }`);
  expect(sundsvall.areas.totalCount).toBe(10);
  expect(sundsvall.grants.totalCount).toBe(6);
  expect(sundsvall.sourceDocuments).toHaveLength(2);
  expect(sandviken.initiatives.totalCount).toBe(14);
  expect(sandviken.organisations.totalCount).toBe(20);
  expect(nykoping.pots).toEqual([]);
  expect(programme.parts).toEqual([{ id: "0191-sociala-insatser" }]);
  expect(pot.allocations.totalCount).toBe(14);
  expect(pot.allocated).toBe(12587000);
  expect(board.allocations.totalCount).toBe(1);
  expect(initiative).toEqual({ allocations: [], allocatedAmount: null, allocatedKind: null });
  expect(source.grants.totalCount).toBe(5);
  const listed = JSON.stringify([sundsvall, sandviken, nykoping, programme, pot, source]);
  for (const id of Object.values(WITHDRAWN)) expect(listed).not.toContain(`"${id}"`);
});

it("records that refer to a withdrawn one still lead to it, and it says that it is withdrawn", async () => {
  const { initiative, allocation } = await hub.data(`{
    initiative(id: "2281-20-satsningar-2020") { areas { id withdrawnAt } }
    allocation(id: "2181-utokad-undervisningstid-pa-spar-1-pa-sfi-2020") { initiative { id withdrawnAt } }
  }`);
  expect(initiative.areas).toContainEqual({ id: "2281-nacksta", withdrawnAt: MOMENT });
  expect(allocation.initiative).toEqual({ id: "2181-utokad-undervisningstid-pa-spar-1-pa-sfi", withdrawnAt: MOMENT });
});

it("a withdrawn parent does not take its children with it", async () => {
  expect(await idsOf(hub, "initiatives", { programmes: [WITHDRAWN["initiatives.programme"]] })).toEqual([
    "0191-kultur-och-aktivitetscenter-i-valsta",
  ]);
  expect(await idsOf(hub, "initiatives", { organisations: [WITHDRAWN["organisations.organisation"]] })).toHaveLength(2);
});
