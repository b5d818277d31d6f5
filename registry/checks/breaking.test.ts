import { judgeChanges } from "./breaking";

const BEFORE = `
  type Query { area(id: ID!): Area needs(first: Int = 10, kind: Kind, filter: Filter): [Need!] found: Found things: [Thing] }
  type Area { id: ID! needs: [Need!] sundsvall: Int sundsvallNeeds: [Need!] }
  type Need implements Thing { id: ID! name: String kind: Kind area: Area! }
  type Plan implements Thing { id: ID! }
  interface Thing { id: ID! }
  union Found = Need | Plan
  enum Kind { HOUSING SCHOOL }
  input Filter { text: String years: [Int!] }
`;

/** What is found when the schema changes and operations touch what `used` lists. */
async function judge(changes: readonly [from: string, to: string][], used: readonly string[] = [], force = false) {
  const asked: string[][] = [];
  const after = changes.reduce((sdl, [from, to]) => {
    if (!sdl.includes(from)) throw new Error(`${from} is not in the schema`);
    return sdl.replace(from, to);
  }, BEFORE);
  const judgement = await judgeChanges({
    before: BEFORE,
    after,
    force,
    uses: async (coordinates) => {
      asked.push(coordinates);
      return new Map(
        coordinates
          .filter((coordinate) => used.includes(coordinate))
          .map((coordinate) => [coordinate, [{ client: "excel-budget", count: 12 }]]),
      );
    },
  });
  const found = judgement.findings.map(({ code, severity, coordinate }) => `${severity} ${code} ${coordinate}`);
  return { ...judgement, found, asked };
}

describe("judging a change of the public schema", () => {
  it("finds nothing when there was none before, or when nothing changes", async () => {
    const uses = () => Promise.reject(new Error("nobody needs to know"));
    expect(await judgeChanges({ before: undefined, after: BEFORE, uses, force: false })).toEqual({
      findings: [],
      changes: [],
    });
    expect(await judgeChanges({ before: BEFORE, after: BEFORE, uses, force: false })).toEqual({
      findings: [],
      changes: [],
    });
  });

  it("stops what breaks an operation in use, and lets the operator force it", async () => {
    const removal: [string, string][] = [["sundsvall: Int ", ""]];
    const stopped = await judge(removal, ["Area.sundsvall"]);
    expect(stopped.found).toEqual(["ERROR BREAKING_IN_USE Area.sundsvall"]);
    expect(stopped.changes).toMatchObject([{ criticality: "BREAKING", coordinate: "Area.sundsvall", isUsed: true }]);
    expect(stopped.changes[0]?.usedBy).toEqual([{ client: "excel-budget", count: 12 }]);
    expect((await judge(removal, ["Area.sundsvall"], true)).found).toEqual(["WARNING BREAKING_IN_USE Area.sundsvall"]);
  });

  it("tells once of what is new, whatever it is described with", async () => {
    const { changes } = await judge([
      ["sundsvall: Int ", 'sundsvall("Which." year: Int): Int "What more there is." sundsvallMore: Int '],
      ["HOUSING SCHOOL", 'HOUSING SCHOOL "At work." WORK'],
      ["text: String", 'text: String "Whose." whose: String'],
      ["type Plan", '"New." type Note { "Its text." text: String } type Plan'],
    ]);
    expect(changes.map(({ coordinate }) => coordinate).sort()).toEqual([
      "Area.sundsvall(year:)",
      "Area.sundsvallMore",
      "Filter.whose",
      "Kind.WORK",
      "Note",
    ]);
  });

  it("tells of a description that something old gets", async () => {
    const { changes } = await judge([["sundsvall: Int ", '"What there is." sundsvall: Int ']]);
    expect(changes).toMatchObject([{ criticality: "SAFE", coordinate: "Area.sundsvall" }]);
  });

  it("warns of what would break only operations that nobody sends", async () => {
    const { found, changes } = await judge([["sundsvall: Int ", ""]], ["Area.sundsvallNeeds"]);
    expect(found).toEqual(["WARNING BREAKING_UNUSED Area.sundsvall"]);
    expect(changes).toMatchObject([{ isUsed: false }]);
  });

  it("asks once about everything that breaks, each thing once", async () => {
    const { asked } = await judge([
      ["sundsvall: Int ", ""],
      ["sundsvallNeeds: [Need!]", "sundsvallNeeds: Int"],
      ["first: Int = 10, ", ""],
    ]);
    expect(asked).toEqual([["Area.sundsvall", "Area.sundsvallNeeds", "Query.needs(first:)"]]);
  });

  it("asks nothing when nothing breaks", async () => {
    const { asked, found } = await judge([
      ["name: String", "name: String!"],
      ["sundsvall: Int", "sundsvall: Int sundsvallNew: Int"],
      ["text: String", "text: String from: Int"],
    ]);
    expect(asked).toEqual([]);
    expect(found).toEqual([]);
  });

  // [what changes, what operations touch, whether that breaks them]
  it.each<[string, [string, string][], string, "IN_USE" | "UNUSED"]>([
    ["a field that may be null now", [["area: Area!", "area: Area"]], "Need.area", "IN_USE"],
    ["an argument that is gone", [["first: Int = 10, ", ""]], "Query.needs(first:)", "IN_USE"],
    ["an argument that is gone, for who leaves it out", [["first: Int = 10, ", ""]], "Query.needs", "UNUSED"],
    ["an argument that must be given now", [["kind: Kind, f", "kind: Kind!, f"]], "Query.needs", "IN_USE"],
    ["a new argument that must be given", [["kind: Kind, f", "kind: Kind, year: Int!, f"]], "Query.needs", "IN_USE"],
    ["an argument of another type", [["first: Int = 10", "first: String"]], "Query.needs(first:)", "IN_USE"],
    [
      "an argument of another type, for who leaves it out",
      [["first: Int = 10", "first: String"]],
      "Query.needs",
      "UNUSED",
    ],
    ["a value of an enum that is gone", [["HOUSING ", ""]], "Kind.HOUSING", "IN_USE"],
    ["a value of an enum that comes in answers", [["HOUSING ", ""]], "Need.kind", "IN_USE"],
    ["a value of an enum that comes in variables", [["HOUSING ", ""]], "Query.needs(kind:)", "IN_USE"],
    ["a value of an enum beside another in use", [["HOUSING ", ""]], "Kind.SCHOOL", "UNUSED"],
    ["a field of an input that is gone", [["text: String ", ""]], "Filter.text", "IN_USE"],
    ["a field of an input beside one that is gone", [["text: String ", ""]], "Filter.years", "UNUSED"],
    [
      "a field of an input that must be given now",
      [["text: String", "text: String!"]],
      "Query.needs(filter:)",
      "IN_USE",
    ],
    [
      "a new field of an input that must be given",
      [["text: String", "text: String to: Int!"]],
      "Filter.years",
      "IN_USE",
    ],
    ["a type that a union no longer has", [["= Need | Plan", "= Need"]], "Query.found", "IN_USE"],
    ["a type that no longer implements", [["type Plan implements Thing", "type Plan"]], "Query.things", "IN_USE"],
  ])("knows whom it breaks: %s", async (_, changes, used, verdict) => {
    const { findings } = await judge(changes, [used]);
    expect(findings.map(({ code }) => code)).toContain(`BREAKING_${verdict}`);
    if (verdict === "UNUSED") expect(findings.map(({ code }) => code)).not.toContain("BREAKING_IN_USE");
  });

  it("takes the removal of a type for that of its fields and of what leads to it", async () => {
    const removal: [string, string][] = [
      ["type Plan implements Thing { id: ID! }", ""],
      ["= Need | Plan", "= Need"],
    ];
    for (const used of ["Plan.id", "Query.found", "Query.things"]) {
      expect((await judge(removal, [used])).found).toContain("ERROR BREAKING_IN_USE Plan");
    }
    expect((await judge(removal, ["Need.id"])).found).toContain("WARNING BREAKING_UNUSED Plan");
  });

  it("does not take a name for another that begins with it", async () => {
    const { found } = await judge(
      [
        ["sundsvall: Int ", ""],
        ["sundsvallNeeds: [Need!]", ""],
      ],
      ["Area.sundsvallNeeds"],
    );
    expect(found).toEqual(["ERROR BREAKING_IN_USE Area.sundsvallNeeds", "WARNING BREAKING_UNUSED Area.sundsvall"]);
  });

  it("warns of what may surprise a client", async () => {
    const { found } = await judge([
      ["first: Int = 10", "first: Int = 20"],
      ["HOUSING SCHOOL", "HOUSING SCHOOL WORK"],
    ]);
    expect(found.sort()).toEqual(["WARNING DANGEROUS Kind.WORK", "WARNING DANGEROUS Query.needs(first:)"]);
  });

  it("lists what stops a publish before what does not, and ends somewhere", async () => {
    const many = Array.from({ length: 300 }, (_, index) => `f${index}: Int`).join(" ");
    const { findings, changes } = await judgeChanges({
      before: `type Query { ${many} last: Int }`,
      after: "type Query { other: Int }",
      force: false,
      uses: async () => new Map([["Query.last", []]]),
    });
    expect(findings).toHaveLength(201);
    expect(findings[0]).toMatchObject({ code: "BREAKING_IN_USE", coordinate: "Query.last" });
    expect(findings.at(-1)).toMatchObject({ code: "MORE_FINDINGS", severity: "WARNING" });
    expect(changes).toHaveLength(302);
  });

  it("tells a new type without telling its fields apart", async () => {
    const { changes } = await judge([["enum Kind", "type Budget { a: Int b(c: Int): Int }\nenum Kind"]]);
    expect(changes).toEqual([
      { criticality: "SAFE", coordinate: "Budget", message: expect.any(String), isUsed: false },
    ]);
  });
});
