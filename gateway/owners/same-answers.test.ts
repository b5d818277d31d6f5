import { Supergraph } from "@apollo/federation-internals";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import fc from "fast-check";
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
} from "graphql";
import { quietTelemetry } from "../quiet-telemetry";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { startOwnersHub } from "../test-support/owners-hub";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";

/** Owners whose names begin with one another's, and one that may be asked about all rows. */
const OWNERS = [
  { name: "mark", prefix: "mark", municipality: "1463" },
  { name: "markaryd", prefix: "markaryd", municipality: "0767" },
  { name: "upplands-vasby", prefix: "upplandsVasby", municipality: "0114" },
  { name: "boverket", prefix: "boverket", municipality: null },
];
const AREAS = ["1463-a", "1463-b", "0767-a", "0114-a", "riket"];
const CODES = ["1463", "0767", "0114"];

interface Shape {
  owner: (typeof OWNERS)[number];
  onArea: boolean;
  onMunicipality: boolean;
  leads: boolean;
  things: boolean;
}

const shapes: fc.Arbitrary<Shape[]> = fc.subarray(OWNERS, { minLength: 1 }).chain((owners) =>
  fc.tuple(
    ...owners.map((owner) =>
      fc.record({
        owner: fc.constant(owner),
        onArea: fc.boolean(),
        onMunicipality: fc.boolean(),
        leads: fc.boolean(),
        things: fc.boolean(),
      }),
    ),
  ),
);

function sdlOf({ owner: { prefix }, onArea, onMunicipality, leads, things }: Shape): string {
  const own = prefix[0]?.toUpperCase() + prefix.slice(1);
  return `
    scalar MunicipalityCode
    type Query {
      ${prefix}: ${own}Need ${prefix}Needs(first: Int): [${own}Need!]! ${prefix}Grid: [[Area]]
      ${things ? `${prefix}Things: [${own}Thing] ${prefix}Any: [${own}Any]` : ""}
    }
    ${things ? `interface ${own}Thing { label: String area: Area } union ${own}Any = Area | Municipality | ${own}Need` : ""}
    type ${own}Need ${things ? `implements ${own}Thing` : ""} { label: String kind: ${own}Kind area: Area in: Municipality needs: [${own}Need!] }
    ${things ? `type ${own}Plan implements ${own}Thing { label: String area: Area years: [Int!] }` : ""}
    enum ${own}Kind { SOFT HARD }
    type Area @key(fields: "id") { id: ID!
      ${onArea ? `${prefix}Note(loud: Boolean): String ${prefix}Needs: [${own}Need!]` : ""}
      ${leads ? `${prefix}Next: Area` : ""} }
    type Municipality @key(fields: "code") { code: MunicipalityCode!
      ${onMunicipality ? `${prefix}Score: Float` : ""} ${leads ? `${prefix}Areas: [Area!]` : ""} }`;
}

/** An honest owner: of rows that are not its own it knows nothing, whoever asks. */
function resolversOf({ owner: { prefix, municipality }, things, onArea, onMunicipality, leads }: Shape): object {
  const own = prefix[0]?.toUpperCase() + prefix.slice(1);
  const knows = (key: string) => municipality === null || municipality === key || key.startsWith(`${municipality}-`);
  const need = (index: number) => ({
    __typename: `${own}Need`,
    label: `${prefix} ${index}`,
    kind: index % 2 ? "SOFT" : "HARD",
    area: { id: AREAS[index % AREAS.length] },
    in: { code: CODES[index % CODES.length] },
    needs: () => (index < 2 ? [need(index + 2)] : null),
  });
  const needs = [0, 1, 2, 3, 4].map(need);
  return {
    Query: {
      [prefix]: () => needs[1],
      [`${prefix}Needs`]: (_: unknown, { first = 3 }: { first?: number }) => needs.slice(0, first),
      [`${prefix}Grid`]: () => [AREAS.map((id) => ({ id })), [null], null],
      ...(things && {
        [`${prefix}Things`]: () => [
          needs[0],
          { __typename: `${own}Plan`, label: "plan", area: { id: AREAS[0] }, years: [1, 2] },
          null,
        ],
        [`${prefix}Any`]: () => [
          { __typename: "Area", id: AREAS[2] },
          { __typename: "Municipality", code: CODES[0] },
          needs[3],
        ],
      }),
    },
    Area: {
      ...(onArea && {
        [`${prefix}Note`]: ({ id }: { id: string }, { loud }: { loud?: boolean }) =>
          knows(id) ? `${prefix} ${id}${loud ? "!" : ""}` : null,
        [`${prefix}Needs`]: ({ id }: { id: string }) => (knows(id) ? needs.slice(0, 2) : null),
      }),
      ...(leads && { [`${prefix}Next`]: ({ id }: { id: string }) => (knows(id) ? { id: AREAS[0] } : null) }),
    },
    Municipality: {
      ...(onMunicipality && {
        [`${prefix}Score`]: ({ code }: { code: string }) => (knows(code) ? Number(code) / 2 : null),
      }),
      ...(leads && {
        [`${prefix}Areas`]: ({ code }: { code: string }) => (knows(code) ? AREAS.map((id) => ({ id })) : null),
      }),
    },
  };
}

/** A query that the dice write: fields of any part of the graph, with aliases, conditions and fragments. */
function writeQuery(schema: GraphQLSchema, dice: readonly number[]): string {
  let at = 0;
  const roll = (sides: number) => (dice[at++ % dice.length] ?? 0) % sides;
  let names = 0;
  const selection = (type: GraphQLNamedType, depth: number): string => {
    if (isAbstractType(type)) {
      const parts = schema.getPossibleTypes(type).filter(() => roll(3) > 0);
      const common = isObjectType(type) || !("getFields" in type) ? "" : ` ${fields(type, depth, 1)}`;
      return `{ __typename${common} ${parts.map((part) => `... on ${part.name} ${selection(part, depth)}`).join(" ")} }`;
    }
    // Of an object with no field left the library gives null in place of an empty one, depending on the plan.
    return `{ t: __typename ${fields(type, depth, 3)} }`;
  };
  const fields = (type: GraphQLNamedType, depth: number, most: number): string => {
    if (!("getFields" in type)) return "__typename";
    const possible = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    if (possible.length === 0) return "__typename";
    return Array.from({ length: 1 + roll(most) }, () => {
      const field = possible[roll(possible.length)];
      if (!field) return "__typename";
      const named = schema.getType(String(field.type).replace(/[![\]]/g, "")) as GraphQLNamedType;
      const alias = roll(2) ? `a${names++}: ` : `a${names++}_${field.name}: `;
      const given = field.args
        .filter(() => roll(2))
        .map(({ name }: { name: string }) => (name === "first" ? `first: $n` : `${name}: true`));
      const condition = ["", "", "", " @include(if: $yes)", " @skip(if: $yes)", " @skip(if: $no)"][roll(6)];
      const inner = isCompositeType(named) ? ` ${selection(named, depth - 1)}` : "";
      const text = `${alias}${field.name}${given.length ? `(${given.join(", ")})` : ""}${condition}${inner}`;
      return roll(5) === 0 ? `... on ${type.name}${condition} { ${text} }` : text;
    }).join(" ");
  };
  const root = schema.getQueryType();
  const body = root ? `{ ${fields(root, 4, 4)} }` : "";
  const used = [
    ["$n", "$n: Int = 2"],
    ["$yes", "$yes: Boolean!"],
    ["$no", "$no: Boolean = false"],
  ].flatMap(([name = "", definition = ""]) => (new RegExp(`\\${name}\\b`).test(body) ? [definition] : []));
  return `query Dice${used.length ? `(${used.join(", ")})` : ""} ${body}`;
}

let rooms: TestSubgraph[];
beforeAll(async () => {
  rooms = [
    await startSubgraph(
      "places",
      `scalar MunicipalityCode
       type Query { areas: [Area!]! municipalities: [Municipality!]! }
       type Area @key(fields: "id") { id: ID! name: String municipality: Municipality }
       type Municipality @key(fields: "code") { code: MunicipalityCode! name: String areas: [Area!] }`,
      {
        Query: { areas: () => AREAS.map((id) => ({ id })), municipalities: () => CODES.map((code) => ({ code })) },
        Area: {
          name: ({ id }: { id: string }) => `area ${id}`,
          municipality: ({ id }: { id: string }) => (/^\d/.test(id) ? { code: id.slice(0, 4) } : null),
        },
        Municipality: {
          name: ({ code }: { code: string }) => `municipality ${code}`,
          areas: ({ code }: { code: string }) => AREAS.filter((id) => id.startsWith(code)).map((id) => ({ id })),
        },
      },
    ),
    await startSubgraph("people", 'type Query { everyone: Int } type Area @key(fields: "id") { id: ID! people: Int }', {
      Query: { everyone: () => 7 },
      Area: { people: ({ id }: { id: string }) => id.length },
    }),
  ];
});
afterAll(() => Promise.all((rooms ?? []).map((room) => room.stop())));

it("gives the same answers as the owners' own graphs would, whatever owners declare and clients ask", async () => {
  quietTelemetry();
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const dice = fc.array(fc.nat({ max: 1000 }), { minLength: 30, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(shapes, fc.array(dice, { minLength: 12, maxLength: 12 }), async (some, throws) => {
      const owners = await Promise.all(
        some.map(async (shape) => ({
          ...(await startSubgraph(shape.owner.name, sdlOf(shape), resolversOf(shape))),
          ...shape.owner,
        })),
      );
      const sdl = composeWithOwners(rooms, owners);
      const folded = await startOwnersHub(sdl);
      const unfolded = new ApolloServer({
        gateway: new ApolloGateway({ supergraphSdl: sdl, logger: quiet }),
        logger: quiet,
        stopOnTerminationSignals: false,
      });
      await unfolded.start();
      try {
        const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
        for (const one of throws) {
          const query = writeQuery(schema, one);
          const variables = { yes: one.length % 2 === 0 };
          const { body } = await unfolded.executeOperation({ query, variables });
          const expected = JSON.parse(JSON.stringify(body.kind === "single" && body.singleResult));
          expect({ query, ...(await folded.ask(query, variables)) }).toEqual({ query, ...expected });
          expect(expected.errors).toBeUndefined();
        }
      } finally {
        await Promise.all([folded.stop(), unfolded.stop(), ...owners.map((owner) => owner.stop())]);
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});
