import { defaultLimits } from "../limits/limits";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { type OwnersHub, startOwnersHub } from "../test-support/owners-hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { startWatchedOwner, type WatchedOwner } from "../test-support/watched-owner";

/** An owner that answers as much as fits in 2 MiB, whatever it is asked. */
let behave: (body: { query: string; variables: { representations: { id: string }[] } }) => string;
let rooms: TestSubgraph;
let hostile: TestSubgraph & { prefix: string; municipality: null };
let well: WatchedOwner;
let sdl: string;
let hub: OwnersHub;
/** Rows that the room is asked about, fetch by fetch. */
const asked: string[][] = [];

const listed = (count: number, item: string) => `[${Array(count).fill(item).join()}]`;
const area = (id: string, fields = "") => `{"kg_typename":"Area","kg_key_id":"${id}"${fields && `,${fields}`}}`;
const areas = (count: number, first = 0) =>
  `[${Array.from({ length: count }, (_, index) => area(`0127-${first + index}`)).join()}]`;
const refused = [{ extensions: { code: "ANSWER_TOO_LARGE", subgraph: "boverket", owner: "boverket" } }];

beforeAll(async () => {
  rooms = await startSubgraph(
    "places",
    `type Query { areas(count: Int!, ids: Int!): [Area!]! }
     type Area @key(fields: "id") { id: ID! name: String parts: [Part!] }
     type Part { name: String }`,
    {
      Query: {
        areas: (_: unknown, { count, ids }: { count: number; ids: number }) =>
          Array.from({ length: count }, (_, index) => ({ id: `0127-${index % ids}`, name: "n" })),
      },
      Area: {
        __resolveReference: ({ id }: { id: string }) => {
          asked.at(-1)?.push(id);
          return { id, name: `name of ${id}` };
        },
        parts: () => [],
      },
    },
  );
  const raw = await startRawSubgraph(
    "boverket",
    `type Query {
       boverketMode: [[[BoverketCell]]] boverketNumbers: [[Int]] boverketAny: BoverketAny boverketAnys: [BoverketAny]
       boverketAreas: [Area] boverketMixed: [[BoverketMixed]]
       boverketSure: [[Int!]] boverketSureCells: [[BoverketSure]!]
     }
     scalar BoverketAny
     type BoverketCell { n: Int }
     type BoverketSure { n: Int! }
     union BoverketMixed = Area | BoverketCell
     type Area @key(fields: "id") { id: ID! boverketCells: [[BoverketCell]] boverketNear: [Area] boverketNote: String }`,
    (_request, response, body) => void response.end(behave(JSON.parse(body))),
  );
  hostile = { ...raw, prefix: "boverket", municipality: null };
  well = await startWatchedOwner(
    { name: "botkyrka", municipality: "0127" },
    `type Query { botkyrka: Int botkyrkaAreas: [Area] }
     type Area @key(fields: "id") { id: ID! botkyrkaNote: String }`,
    {
      Query: { botkyrka: () => 1, botkyrkaAreas: () => [{ id: "0127-a" }, { id: "0127-b" }] },
      Area: { botkyrkaNote: ({ id }: { id: string }) => id },
    },
  );
  sdl = composeWithOwners([rooms], [hostile, well]);
  hub = await startOwnersHub(sdl, { costLimits: defaultLimits });
});
beforeEach(() => {
  asked.length = 0;
  asked.push([]);
});
afterAll(async () => {
  await hub?.stop();
  await Promise.all([rooms, hostile, well].map((subgraph) => subgraph?.stop()));
});

describe("an owner's answer of too many values is null, with one error, and the rest stands:", () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}:n`).join(" ");

  it.each<[string, string, string]>([
    [
      "lists of lists of empty objects",
      `boverketMode { ${aliases(95)} }`,
      `"boverketMode":[${listed(69, listed(9_999, "{}"))}]`,
    ],
    ["lists of nothing", "boverketMode { n }", `"boverketMode":${listed(9_000, listed(11, "null"))}`],
    ["empty lists", "boverketMode { n }", `"boverketMode":${listed(69, listed(9_999, "[]"))}`],
    ["lists of wrong values", "boverketNumbers", `"boverketNumbers":${listed(69, listed(9_999, '""'))}`],
    ["one scalar", "boverketAny", `"boverketAny":${listed(690_000, "{}")}`],
    ["many scalars", "boverketAnys", `"boverketAnys":${listed(9_999, listed(20, "{}"))}`],
    [
      "several fields",
      "x: boverketNumbers y: boverketNumbers",
      `"x":${listed(9, listed(6_000, "1"))},"y":${listed(9, listed(6_000, "1"))}`,
    ],
    ["nulls where none may be", "boverketSure", `"boverketSure":${listed(1001, "[null]")}`],
    ["wrong values there", "boverketSure", `"boverketSure":${listed(1001, '[""]')}`],
    ["objects without what they must have", "boverketSureCells { n }", `"boverketSureCells":[${listed(1001, "{}")}]`],
    [
      "objects in a union",
      `boverketMixed { ... on BoverketCell { ${aliases(95)} } }`,
      `"boverketMixed":${listed(3, listed(9_999, '{"kg_typename":"BoverketCell"}'))}`,
    ],
  ])("%s", async (_, field, data) => {
    behave = () => `{"data":{${data}}}`;
    const answer = await hub.ask(`{ ${field} botkyrka areas(count: 1, ids: 1) { name } }`);
    const names = [...data.matchAll(/"(boverket[A-Z]\w+|x|y)":/g)].map(([, name]) => name);
    expect(answer.data).toEqual({
      ...Object.fromEntries(names.map((name) => [name, null])),
      botkyrka: 1,
      areas: [{ name: "n" }],
    });
    expect(answer.errors).toMatchObject(refused);
    expect(answer.errors).toHaveLength(1);
  });

  it("fields of rows", async () => {
    behave = ({ variables: { representations } }) =>
      `{"data":{"_entities":[${representations.map(({ id }) => area(id, `"boverketCells":${listed(6, listed(5_000, "{}"))}`)).join()}]}}`;
    const answer = await hub.ask(
      "{ areas(count: 4, ids: 4) { id it: boverketNote boverketCells { n } botkyrkaNote } }",
    );
    expect(answer.data?.areas).toEqual(
      [0, 1, 2, 3].map((id) => ({ id: `0127-${id}`, it: null, boverketCells: null, botkyrkaNote: `0127-${id}` })),
    );
    expect(answer.errors).toMatchObject(refused);
  });

  it("copies of one row", async () => {
    behave = () => `{"data":{"_entities":[${area("0127-0", `"boverketCells":${listed(1, listed(200, "{}"))}`)}]}}`;
    const answer = await hub.ask("{ areas(count: 400, ids: 1) { boverketCells { n } botkyrkaNote } }");
    expect(answer.data?.areas).toEqual(Array(400).fill({ boverketCells: null, botkyrkaNote: "0127-0" }));
    expect(answer.errors).toMatchObject(refused);
    expect((await hub.ask("{ areas(count: 100, ids: 1) { boverketCells { n } } }")).errors).toBeUndefined();
  });
});

it("takes up an answer of as many values as fit", async () => {
  behave = () => `{"data":{"boverketNumbers":${listed(10, listed(9_998, "1"))}}}`;
  const { data, errors } = await hub.ask("{ boverketNumbers }");
  expect(errors).toBeUndefined();
  expect(data?.boverketNumbers.flat()).toHaveLength(99_980);
});

it("takes up an answer with faults, each told, while they are few", async () => {
  behave = () => `{"data":{"boverketSure":[[1],[null],[2,null]],"boverketSureCells":[[{},{"n":1},null]]}}`;
  const { data, errors } = await hub.ask("{ boverketSure boverketSureCells { n } }");
  expect(data).toEqual({ boverketSure: [[1], null, null], boverketSureCells: [[null, { n: 1 }, null]] });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill("NULL_FOR_NON_NULL"));
});

describe("rows of the hub that an owner names", () => {
  it("are at most 1,000; beyond it the owner's fields are null, and its rows are asked of nobody", async () => {
    behave = () => `{"data":{"boverketAreas":${areas(1001)}}}`;
    const answer = await hub.ask("{ boverketAreas { name botkyrkaNote } botkyrkaAreas { name } }");
    expect(answer.data).toEqual({
      boverketAreas: null,
      botkyrkaAreas: [{ name: "name of 0127-a" }, { name: "name of 0127-b" }],
    });
    expect(answer.errors).toMatchObject(refused);
    expect(asked.flat()).toEqual(["0127-a", "0127-b"]);
    behave = () => `{"data":{"boverketAreas":${areas(1000)}}}`;
    const { data, errors } = await hub.ask("{ boverketAreas { name } }");
    expect(errors).toBeUndefined();
    expect(data?.boverketAreas[999]).toEqual({ name: "name of 0127-999" });
  });

  it("are counted over all its answers, those about rows too", async () => {
    behave = ({ query, variables: { representations } }) =>
      query.includes("_entities")
        ? `{"data":{"_entities":[${representations
            .map(({ id }) => area(id, `"boverketNear":${areas(300, Number(id.slice(5)) * 300)}`))
            .join()}]}}`
        : `{"data":{"boverketAreas":${areas(4)}}}`;
    const ask = () => hub.ask("{ areas(count: 4, ids: 4) { id boverketNear { name } } }");
    const answer = await ask();
    expect(answer.data?.areas[3]).toEqual({ id: "0127-3", boverketNear: null });
    expect(answer.errors).toMatchObject(refused);
    expect(asked.flat()).toEqual([]);
    const named = await hub.ask("{ boverketAreas { id boverketNear { id } } botkyrka }");
    expect(named.data).toEqual({
      boverketAreas: [0, 1, 2, 3].map((id) => ({ id: `0127-${id}`, boverketNear: null })),
      botkyrka: 1,
    });
    expect(named.errors).toMatchObject(refused);
  });

  it("stand in no more places than the ceiling of cost bears, also when it is one row", async () => {
    const limits = { ...defaultLimits, cost: 200 };
    const one = await startOwnersHub(sdl, { costLimits: limits });
    const query = "{ boverketAreas { name parts { name } } botkyrka }";
    // The row's name, its parts and their names: 12 fields, of which 4 × 200 may be.
    behave = () => `{"data":{"boverketAreas":${listed(66, area("0127-1"))}}}`;
    expect((await one.ask(query)).data?.boverketAreas).toHaveLength(66);
    behave = () => `{"data":{"boverketAreas":${listed(67, area("0127-1"))}}}`;
    asked.push([]);
    const answer = await one.ask(query);
    expect(answer.data).toEqual({ boverketAreas: null, botkyrka: 1 });
    expect(answer.errors).toMatchObject(refused);
    expect(asked.at(-1)).toEqual([]);
    await one.stop();
  });
});
