import { Kind, parse, visit } from "graphql";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { type OwnersHub, startOwnersHub } from "../test-support/owners-hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { startWatchedOwner, type WatchedOwner } from "../test-support/watched-owner";

const areas = [
  { id: "2281-bredsand", name: "Bredsand" },
  { id: "2281-nacksta", name: "Nacksta" },
  { id: "0127-alby", name: "Alby" },
  { id: "sverige", name: "Sverige" },
];
const areaRow = (id: string) => areas.find((area) => area.id === id);

let rooms: TestSubgraph;
let sundsvall: WatchedOwner;
let botkyrka: WatchedOwner;
let boverket: WatchedOwner;
let owners: WatchedOwner[] = [];
let hub: OwnersHub;

beforeAll(async () => {
  rooms = await startSubgraph(
    "places",
    `scalar MunicipalityCode
     type Query { areas: [Area!]! pairs: [[Area!]!]! municipalities: [Municipality!]! mixed: [Row!]! }
     union Row = Area | Organisation
     type Municipality @key(fields: "code") { code: MunicipalityCode! name: String }
     type Area @key(fields: "id") { id: ID! name: String municipality: Municipality }
     type Organisation @key(fields: "id") { id: ID! name: String }`,
    {
      Query: {
        areas: () => areas,
        pairs: () => [[areas[0], areas[2]], [areas[0]]],
        municipalities: () => [
          { code: "2281", name: "Sundsvall" },
          { code: "0127", name: "Botkyrka" },
        ],
        mixed: () => [
          { __typename: "Area", ...areas[0] },
          { __typename: "Organisation", id: "2281-socialnamnden", name: "Socialnämnden" },
        ],
      },
      Area: {
        municipality: ({ id }: { id: string }) => (/^\d/.test(id) ? { code: id.slice(0, 4) } : null),
        __resolveReference: ({ id }: { id: string }) => areaRow(id),
      },
    },
  );
  const need = (id: string, title: string, area: string) => ({ id, title, area: { id: area } });
  const needs = [need("1", "Fritid", "2281-bredsand"), need("2", "Skola", "0127-alby")];
  sundsvall = await startWatchedOwner(
    { name: "sundsvall", municipality: "2281" },
    `scalar MunicipalityCode
       type Query {
         sundsvall: SundsvallAbout sundsvallNeeds(first: Int, kind: SundsvallKind): [SundsvallNeed!]
         sundsvallSubjects: [SundsvallSubject] sundsvallThings: [SundsvallThing] sundsvallGrid: [[Area]]
       }
       type SundsvallAbout { motto: String }
       enum SundsvallKind { SOFT HARD }
       type SundsvallNeed implements SundsvallThing { id: ID! title: String label: String area: Area kind: SundsvallKind again: SundsvallNeed }
       type SundsvallPlan implements SundsvallThing { label: String area: Area year: Int }
       interface SundsvallThing { label: String area: Area }
       union SundsvallSubject = Area | SundsvallNeed
       type Municipality @key(fields: "code") { code: MunicipalityCode! sundsvallScore: Float }
       type Area @key(fields: "id") { id: ID! sundsvallNote: String sundsvallNeeds(first: Int): [SundsvallNeed!] }
       type Organisation @key(fields: "id") { id: ID! sundsvallNote: String }`,
    {
      Query: {
        sundsvall: () => ({ motto: "Stenstaden" }),
        sundsvallNeeds: (_: unknown, { first }: { first?: number }) => needs.slice(0, first ?? 10),
        sundsvallSubjects: () => [
          { __typename: "Area", id: "2281-nacksta" },
          { __typename: "SundsvallNeed", ...needs[0] },
          null,
        ],
        sundsvallThings: () => [
          { __typename: "SundsvallNeed", ...needs[0], label: "behov" },
          { __typename: "SundsvallPlan", label: "plan", year: 2030, area: { id: "0127-alby" } },
        ],
        sundsvallGrid: () => [[{ id: "2281-bredsand" }, null], [{ id: "0127-alby" }]],
      },
      SundsvallNeed: { again: (one: object) => one, kind: () => "SOFT" },
      Municipality: { sundsvallScore: () => 1.5 },
      Area: {
        sundsvallNote: ({ id }: { id: string }) => `S ${id}`,
        sundsvallNeeds: (_: unknown, { first }: { first?: number }) => needs.slice(0, first ?? 10),
      },
      Organisation: { sundsvallNote: ({ id }: { id: string }) => `S ${id}` },
    },
  );
  botkyrka = await startWatchedOwner(
    { name: "botkyrka", municipality: "0127" },
    `type Query { botkyrkaPlans: [BotkyrkaPlan!] }
       type BotkyrkaPlan { year: Int areas: [Area!] }
       type Area @key(fields: "id") { id: ID! botkyrkaNote(loud: Boolean): String botkyrkaNearest: Area }`,
    {
      Query: { botkyrkaPlans: () => [{ year: 2030, areas: [{ id: "0127-alby" }, { id: "2281-nacksta" }] }] },
      Area: {
        botkyrkaNote: ({ id }: { id: string }, { loud }: { loud?: boolean }) => `B ${id}${loud ? "!" : ""}`,
        botkyrkaNearest: () => ({ id: "2281-bredsand" }),
      },
    },
  );
  boverket = await startWatchedOwner(
    { name: "boverket", municipality: null },
    `type Query { boverketYear: Int }
       type Area @key(fields: "id") { id: ID! boverketIndex: Int }`,
    { Query: { boverketYear: () => 2024 }, Area: { boverketIndex: ({ id }: { id: string }) => id.length } },
  );
  owners = [sundsvall, botkyrka, boverket];
  hub = await startOwnersHub(composeWithOwners([rooms], owners));
});
afterEach(() => {
  for (const { asked } of owners) asked.length = 0;
});
afterAll(async () => {
  await hub?.stop();
  await Promise.all([rooms, ...owners].map((subgraph) => subgraph?.stop()));
});

describe("root fields", () => {
  it("come from the owner they belong to, each owner asked once for its own", async () => {
    const { data, errors } = await hub.ask(
      "{ sundsvall { motto } it: sundsvallNeeds(first: 1) { id title } botkyrkaPlans { year } boverketYear areas { name } }",
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      sundsvall: { motto: "Stenstaden" },
      it: [{ id: "1", title: "Fritid" }],
      botkyrkaPlans: [{ year: 2030 }],
      boverketYear: 2024,
      areas: areas.map(({ name }) => ({ name })),
    });
    expect(owners.map(({ asked }) => asked.length)).toEqual([1, 1, 1]);
    expect(botkyrka.asked[0]?.query).not.toMatch(/sundsvall|boverket/);
  });

  it("are asked for with the variables in use and no others", async () => {
    const query =
      "query Ask($n: Int, $loud: Boolean, $kind: SundsvallKind) { sundsvallNeeds(first: $n, kind: $kind) { id } areas { botkyrkaNote(loud: $loud) } }";
    const { data } = await hub.ask(query, { n: 1, loud: true, kind: "HARD" });
    expect(data?.sundsvallNeeds).toEqual([{ id: "1" }]);
    expect(data?.areas[2]).toEqual({ botkyrkaNote: "B 0127-alby!" });
    expect(sundsvall.asked[0]?.variables).toEqual({ n: 1, kind: "HARD" });
    expect(botkyrka.asked[0]?.variables).toEqual({
      loud: true,
      representations: [{ __typename: "Area", id: "0127-alby" }],
    });
  });

  it("may be left out or let in by variables, and by their defaults", async () => {
    const query = `query Ask($no: Boolean!, $yes: Boolean = true) {
      sundsvall @skip(if: $yes) { motto }
      sundsvallNeeds { id @include(if: $no) title @include(if: $yes) ... @include(if: $no) { area { id } } }
    }`;
    expect((await hub.ask(query, { no: false })).data).toEqual({
      sundsvallNeeds: [{ title: "Fritid" }, { title: "Skola" }],
    });
    expect((await hub.ask(query, { no: true, yes: false })).data).toEqual({
      sundsvall: { motto: "Stenstaden" },
      sundsvallNeeds: [
        { id: "1", area: { id: "2281-bredsand" } },
        { id: "2", area: { id: "0127-alby" } },
      ],
    });
  });
});

describe("rows", () => {
  it("are asked about at the owner of their municipality alone; for others its fields are null without an error", async () => {
    const { data, errors } = await hub.ask("{ areas { id sundsvallNote botkyrkaNote boverketIndex } }");
    expect(errors).toBeUndefined();
    expect(data?.areas).toEqual([
      { id: "2281-bredsand", sundsvallNote: "S 2281-bredsand", botkyrkaNote: null, boverketIndex: 13 },
      { id: "2281-nacksta", sundsvallNote: "S 2281-nacksta", botkyrkaNote: null, boverketIndex: 12 },
      { id: "0127-alby", sundsvallNote: null, botkyrkaNote: "B 0127-alby", boverketIndex: 9 },
      { id: "sverige", sundsvallNote: null, botkyrkaNote: null, boverketIndex: 7 },
    ]);
    expect(sundsvall.rows()).toEqual([
      { __typename: "Area", id: "2281-bredsand" },
      { __typename: "Area", id: "2281-nacksta" },
    ]);
    expect(botkyrka.rows()).toEqual([{ __typename: "Area", id: "0127-alby" }]);
  });

  it("are asked about once however often they stand in the answer", async () => {
    const { data } = await hub.ask("{ pairs { sundsvallNote sundsvallNeeds(first: 1) { title } } }");
    const one = { sundsvallNote: "S 2281-bredsand", sundsvallNeeds: [{ title: "Fritid" }] };
    expect(data?.pairs).toEqual([[one, { sundsvallNote: null, sundsvallNeeds: null }], [one]]);
    expect(sundsvall.rows()).toHaveLength(1);
  });

  it("are municipalities by their code, and of several types in one question", async () => {
    const { data } = await hub.ask(
      "{ municipalities { name sundsvallScore } mixed { __typename ... on Area { sundsvallNote } ... on Organisation { note: sundsvallNote } } }",
    );
    expect(data).toEqual({
      municipalities: [
        { name: "Sundsvall", sundsvallScore: 1.5 },
        { name: "Botkyrka", sundsvallScore: null },
      ],
      mixed: [
        { __typename: "Area", sundsvallNote: "S 2281-bredsand" },
        { __typename: "Organisation", note: "S 2281-socialnamnden" },
      ],
    });
  });

  it("cost no question when none is the owner's", async () => {
    await hub.ask("{ areas { botkyrkaNearest { name } } }");
    expect(sundsvall.asked).toEqual([]);
    expect(boverket.asked).toEqual([]);
  });
});

describe("rows within an owner's answer", () => {
  it("get their owners' fields by the same rule, and the rooms' as ever", async () => {
    const { data, errors } = await hub.ask(
      "{ sundsvallNeeds { title area { name sundsvallNote botkyrkaNote boverketIndex } } }",
    );
    expect(errors).toBeUndefined();
    expect(data?.sundsvallNeeds).toEqual([
      {
        title: "Fritid",
        area: { name: "Bredsand", sundsvallNote: "S 2281-bredsand", botkyrkaNote: null, boverketIndex: 13 },
      },
      { title: "Skola", area: { name: "Alby", sundsvallNote: null, botkyrkaNote: "B 0127-alby", boverketIndex: 9 } },
    ]);
    expect(sundsvall.rows()).toEqual([{ __typename: "Area", id: "2281-bredsand" }]);
  });

  it("lead from one owner to the next and back", async () => {
    const { data } = await hub.ask(
      "{ areas { botkyrkaNearest { key: id name sundsvallNeeds { where: area { botkyrkaNearest { sundsvallNote } } } } } }",
    );
    expect(data?.areas[2]).toEqual({
      botkyrkaNearest: {
        key: "2281-bredsand",
        name: "Bredsand",
        sundsvallNeeds: [
          { where: { botkyrkaNearest: null } },
          { where: { botkyrkaNearest: { sundsvallNote: "S 2281-bredsand" } } },
        ],
      },
    });
  });

  it("stand in lists of lists, unions, and below interfaces", async () => {
    const { data, errors } = await hub.ask(`{
      sundsvallGrid { sundsvallNote botkyrkaNote }
      sundsvallSubjects { __typename ... on Area { id sundsvallNote } ... on SundsvallNeed { title area { it: __typename sundsvallNote } } }
      sundsvallThings { label area { botkyrkaNote(loud: true) } ... on SundsvallPlan { year } ... on SundsvallNeed { kind again { again { title } } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      sundsvallGrid: [
        [{ sundsvallNote: "S 2281-bredsand", botkyrkaNote: null }, null],
        [{ sundsvallNote: null, botkyrkaNote: "B 0127-alby" }],
      ],
      sundsvallSubjects: [
        { __typename: "Area", id: "2281-nacksta", sundsvallNote: "S 2281-nacksta" },
        {
          __typename: "SundsvallNeed",
          title: "Fritid",
          area: { it: "Area", sundsvallNote: "S 2281-bredsand" },
        },
        null,
      ],
      sundsvallThings: [
        { label: "behov", area: { botkyrkaNote: null }, kind: "SOFT", again: { again: { title: "Fritid" } } },
        { label: "plan", area: { botkyrkaNote: "B 0127-alby!" }, year: 2030 },
      ],
    });
  });

  it("are never asked for more than which they are, by the owner whose answer they stand in", async () => {
    await hub.ask(
      "{ sundsvallNeeds { area { name sundsvallNote botkyrkaNote } } botkyrkaPlans { areas { sundsvallNote } } }",
    );
    for (const { query } of owners.flatMap(({ asked }) => asked)) {
      visit(parse(query), {
        Field(field) {
          if (field.name.value !== "area" && field.name.value !== "areas") return;
          const below = field.selectionSet?.selections.map((node) => node.kind === Kind.FIELD && node.name.value);
          expect(below).toEqual(["__typename", "id"]);
        },
      });
    }
    expect(sundsvall.rows()).toEqual(
      expect.arrayContaining([
        { __typename: "Area", id: "2281-bredsand" },
        { __typename: "Area", id: "2281-nacksta" },
      ]),
    );
    expect(sundsvall.rows()).toHaveLength(2);
  });
});

it("keeps names that objects have by birth apart from data", async () => {
  const { data, errors } = await hub.ask(
    "{ constructor: sundsvall { __proto__: motto toString: motto } areas { hasOwnProperty: sundsvallNote constructor: sundsvallNeeds(first: 1) { valueOf: title } } }",
  );
  expect(errors).toBeUndefined();
  expect(Object.entries(data?.constructor ?? {})).toEqual([
    ["__proto__", "Stenstaden"],
    ["toString", "Stenstaden"],
  ]);
  expect(data?.areas[0]).toEqual({
    hasOwnProperty: "S 2281-bredsand",
    constructor: [{ valueOf: "Fritid" }],
  });
  expect({}.toString()).toBe("[object Object]");
});

it("sends nothing of the client but the request's id, and a token when there is a key", async () => {
  const seen: Record<string, unknown>[] = [];
  const owner = await startRawSubgraph("habo-0305", "type Query { habo0305: Int }", (request, response) => {
    seen.push(request.headers);
    response.end('{"data":{"habo0305":7}}');
  });
  const sdl = composeWithOwners([rooms], [{ ...owner, prefix: "habo0305", municipality: "0305" }]);
  const one = await startOwnersHub(sdl, { sign: async (audience) => `token-for-${audience}` });
  expect((await one.ask("{ habo0305 }")).data).toEqual({ habo0305: 7 });
  expect(seen[0]).toMatchObject({ authorization: "Bearer token-for-habo-0305", "x-request-id": "r-1" });
  expect(Object.keys(seen[0] ?? {}).sort()).toEqual([
    "accept",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "x-request-id",
  ]);
  await one.stop();
  await owner.stop();
});

it("calls nobody while the engine is only being warmed", async () => {
  const { data } = await hub.ask("{ sundsvall { motto } areas { sundsvallNote } }", {}, { dry: true });
  expect(data).toBeNull();
  expect(sundsvall.asked).toEqual([]);
});
