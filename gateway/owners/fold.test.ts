import { Supergraph } from "@apollo/federation-internals";
import { buildASTSchema, parse, print } from "graphql";
import { readSubgraphSdl } from "../../kit/subgraph-schema";
import { prepareSupergraph } from "../supergraph/prepare";
import { checkRouting } from "../supergraph/routing";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { foldOwners } from "./fold";

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@shareable", "@listSize"])\n';
const part = (name: string, sdl: string) => ({ name, url: `http://127.0.0.1:1/${name}`, typeDefs: LINK + sdl });
const owner = (name: string, municipality: string | null, sdl: string, prefix = name) => ({
  ...part(name, sdl),
  prefix,
  municipality,
});

const rooms = [
  part("places", 'type Query { areas: [Area!] } enum Kind { A B } type Area @key(fields: "id") { id: ID! kind: Kind }'),
  part("people", 'type Query { people: Int } type Area @key(fields: "id") { id: ID! heads: Int }'),
];
const plainOwner = (name: string, municipality: string | null, prefix = name) =>
  owner(
    name,
    municipality,
    `type Query { ${prefix}Rows: [Int] @listSize(assumedSize: 7) ${prefix}Kind(kind: Kind): Int }
     enum Kind { A B }
     type Area @key(fields: "id") { id: ID! ${prefix}Note: String }`,
    prefix,
  );
const owners = [
  plainOwner("mark", "1463"),
  plainOwner("markaryd", "0767"),
  plainOwner("upplands-vasby", "0114", "upplandsVasby"),
];
const sdl = composeWithOwners(rooms, owners);

describe("a supergraph with owners", () => {
  const prepared = prepareSupergraph(sdl);

  it("has one graph in place of theirs, named once in each place", () => {
    expect(prepared.sdl).toContain('OWNERS @join__graph(name: "owners", url: "http://owners.invalid")');
    expect(prepared.sdl).not.toMatch(/MARK|UPPLANDS/);
    const { definitions } = parse(prepared.sdl);
    const schema = buildASTSchema({ kind: parse("{a}").kind, definitions }, { assumeValid: true });
    for (const type of Object.values(schema.getTypeMap())) {
      const graphs = type.astNode?.directives
        ?.filter(({ name }) => name.value === "join__type")
        .map((one) =>
          JSON.stringify(one.arguments?.map(({ name, value }) => [name.value, "value" in value && value.value])),
        );
      expect(new Set(graphs).size).toBe(graphs?.length ?? 0);
    }
  });

  it("is one that the planner builds on", () => {
    const subgraphs = Supergraph.build(prepared.sdl).subgraphs();
    expect([...subgraphs.names()].sort()).toEqual(["owners", "people", "places"]);
    expect(subgraphs.get("owners")?.toString()).toMatch(
      /type Area\s+@key\(fields: "id"\)\s+{\s+id: ID!.*\s+markNote: String\s+markarydNote: String\s+upplandsVasbyNote: String\s+}/,
    );
  });

  it("lists the rooms alone as subgraphs, and the owners with their addresses beside them", () => {
    expect(prepared.subgraphs.map(({ name }) => name)).toEqual(["people", "places"]);
    expect([...prepared.owners.values()]).toEqual([
      { name: "mark", prefix: "mark", municipality: "1463", url: "http://127.0.0.1:1/mark" },
      { name: "markaryd", prefix: "markaryd", municipality: "0767", url: "http://127.0.0.1:1/markaryd" },
      {
        name: "upplands-vasby",
        prefix: "upplandsVasby",
        municipality: "0114",
        url: "http://127.0.0.1:1/upplands-vasby",
      },
    ]);
  });

  it("says who owns what, also where one owner's name begins with another's", () => {
    const { ownersSchema } = prepared;
    expect(ownersSchema?.ownerOf("Query", "markRows")).toBe("mark");
    expect(ownersSchema?.ownerOf("Query", "markarydRows")).toBe("markaryd");
    expect(ownersSchema?.ownerOf("Area", "upplandsVasbyNote")).toBe("upplands-vasby");
    for (const field of ["id", "kind", "heads"]) expect(ownersSchema?.ownerOf("Area", field)).toBeUndefined();
    expect(ownersSchema?.ownerOf("Query", "areas")).toBeUndefined();
    expect([ownersSchema?.keyOf("Area"), ownersSchema?.keyOf("Query"), ownersSchema?.keyOf("constructor")]).toEqual([
      "id",
      undefined,
      undefined,
    ]);
  });

  it("keeps what owners say of their lists' lengths", () => {
    expect(prepared.listSizes.of("Query", "markRows")).toMatchObject({ assumed: 7 });
  });

  it("is routed when owners have addresses, and not otherwise", () => {
    expect(() => checkRouting(prepared, new Map())).not.toThrow();
    const lost = prepareSupergraph(sdl.replace("http://127.0.0.1:1/markaryd", "ftp://x/"));
    expect(() => checkRouting(lost, new Map())).toThrow('the owner "markaryd" has no http address but "ftp://x/"');
    expect(() => checkRouting(prepared, new Map([["mark", "http://x/"]]))).toThrow('no subgraph "mark" to route');
  });
});

it("leaves a supergraph without the lines as it is", () => {
  const prepared = prepareSupergraph(sdl.replace(/^#.*\n/gm, ""));
  expect(prepared.owners.size).toBe(0);
  expect(prepared.ownersSchema).toBeUndefined();
  expect(prepared.subgraphs).toHaveLength(5);
  expect(prepared.sdl).toContain("UPPLANDS");
});

it("folds only the owners that have a graph", () => {
  const prepared = prepareSupergraph(`# kommungraf owner habo-0305 prefix=habo0305 municipality=0305\n${sdl}`);
  expect(prepared.owners.has("habo-0305")).toBe(false);
  expect(prepared.owners.size).toBe(3);
});

it("takes the stronger word where owners declare one key differently", () => {
  const stub = owner(
    "mark",
    "1463",
    'type Query { mark: MarkAll } type MarkAll { area: Area } type Area @key(fields: "id", resolvable: false) { id: ID! }',
  );
  for (const both of [
    [stub, plainOwner("markaryd", "0767")],
    [plainOwner("ale", "1440"), stub],
  ]) {
    const { sdl: folded } = prepareSupergraph(composeWithOwners([rooms[0] as never], both));
    const [ofArea = ""] = /type Area (@join__type\([^)]*\) ?)+/.exec(folded) ?? [];
    expect(ofArea.match(/graph: OWNERS/g)).toHaveLength(1);
    expect(ofArea).not.toContain("resolvable");
  }
});

it("has one word of the owners on each field, and it is not that of one who only refers to it", () => {
  const text = `# kommungraf owner ale prefix=ale municipality=1440
# kommungraf owner mark prefix=mark municipality=1463
    enum join__Graph {
      ALE @join__graph(name: "ale", url: "http://a/") MARK @join__graph(name: "mark", url: "http://m/")
      PLACES @join__graph(name: "places", url: "http://p/")
    }
    type Query @join__type(graph: ALE) @join__type(graph: MARK) @join__type(graph: PLACES) { ale: Int @join__field(graph: ALE) }
    type Area @join__type(graph: ALE, key: "id") @join__type(graph: MARK, key: "id") @join__type(graph: PLACES, key: "id") {
      id: ID! @join__field(graph: PLACES) @join__field(graph: ALE, external: true) @join__field(graph: MARK)
    }
    union Any @join__unionMember(graph: ALE, member: "Area") @join__unionMember(graph: MARK, member: "Area") = Area
    enum Kind { A @join__enumValue(graph: ALE) @join__enumValue(graph: MARK) @join__enumValue(graph: PLACES) }`;
  const folded = print(foldOwners(text, parse(text)).supergraph).replace(/\s+/g, " ");
  expect(folded).toContain("id: ID! @join__field(graph: PLACES) @join__field(graph: OWNERS) }");
  expect(folded).toContain('union Any @join__unionMember(graph: OWNERS, member: "Area") = Area');
  expect(folded).toContain("A @join__enumValue(graph: OWNERS) @join__enumValue(graph: PLACES) }");
});

describe("a supergraph that folding cannot rest on is refused", () => {
  it.each<[string, ReturnType<typeof owner>[], RegExp]>([
    [
      "two owners have one field",
      ["mark", "markaryd"].map((name) => owner(name, "1463", "type Query { same: Int @shareable }")),
      /Query\.same is a field of mark and of markaryd/,
    ],
    [
      "an owner extends a type by several fields",
      [
        owner(
          "mark",
          "1463",
          'type Area @key(fields: "id kind") { id: ID! kind: Kind @shareable markNote: Int } enum Kind { A B } type Query { mark: Int }',
        ),
      ],
      /extend Area by id kind/,
    ],
    [
      "an owner changes things",
      [owner("mark", "1463", "type Query { mark: Int } type Mutation { mark: Int }")],
      /fields of Mutation/,
    ],
  ])("when %s", (_, some, message) => {
    const places = { ...rooms[0], typeDefs: (rooms[0]?.typeDefs ?? "").replace("kind: Kind", "kind: Kind @shareable") };
    expect(() => prepareSupergraph(composeWithOwners([places as never], some))).toThrow(message);
  });

  it("when a room has the name of the folded graph", () => {
    const room = part("owners", "type Query { a: Int }");
    expect(() =>
      prepareSupergraph(composeWithOwners([room], [owner("mark", "1463", "type Query { mark: Int }")])),
    ).toThrow('has a subgraph "owners"');
  });
});

it("folds owners into the hub's own supergraph", () => {
  const names = ["areas", "organisations", "initiatives", "funding", "comparisons"];
  const real = names.map((name) => ({
    name,
    url: `http://127.0.0.1:1/${name}`,
    typeDefs: readSubgraphSdl(name),
  }));
  const keys = ["Area", "Organisation", "Programme", "Initiative", "Grant", "Allocation"];
  const some = ["sundsvall", "botkyrka"].map((name) => {
    const own = name[0]?.toUpperCase() + name.slice(1);
    return owner(
      name,
      "2281",
      `scalar MunicipalityCode
       type Query { ${name}: ${own} } type ${own} { area: Area grants: [Grant] }
       type Municipality @key(fields: "code") { code: MunicipalityCode! ${name}Share: Float }
       ${keys.map((type) => `type ${type} @key(fields: "id") { id: ID! ${name}Note: String }`).join("\n")}`,
    );
  });
  const prepared = prepareSupergraph(composeWithOwners(real, some));
  expect(prepared.subgraphs.map(({ name }) => name)).toEqual([...names].sort());
  expect(() => Supergraph.build(prepared.sdl).subgraphs()).not.toThrow();
  for (const type of keys) {
    expect(prepared.ownersSchema?.keyOf(type)).toBe("id");
    expect(prepared.ownersSchema?.ownerOf(type, "botkyrkaNote")).toBe("botkyrka");
  }
  expect(prepared.ownersSchema?.keyOf("Municipality")).toBe("code");
});
