import fc from "fast-check";
import { Lexer, Source, TokenKind } from "graphql";
import { acceptedSubgraphs } from "./accepted-subgraphs";
import type { SubgraphRow } from "./subgraph-row";

/** What a mutation puts in: names of the hub's, of other owners', of federation's, and signs. */
const words = [
  ...'{ } ( ) [ ] : ! = | & @ , " """'.split(" "),
  ..."type extend interface union enum input scalar schema directive implements on repeatable query mutation".split(
    " ",
  ),
  ..."Query Root Mutation Municipality Area Organisation County AreaFilter SEK URL MunicipalityCode String ID".split(
    " ",
  ),
  ..."code id name needs areas sundsvallX SundsvallX NykopingX nykopingX _Any _Entity _Service FieldSet join__Graph".split(
    " ",
  ),
  ..."sundsvallA SundsvallA federation__FieldSet link__Import a__b _service _entities __typename".split(" "),
  ..."@key @external @shareable @inaccessible @deprecated @extends @specifiedBy @link @tag @override".split(" "),
  '@key(fields: "id")',
  '@key(fields: "code")',
  '@key(fields: "name")',
  '@override(from: "areas")',
  '@federation__override(from: "areas")',
  '@federation__key(fields: "id")',
  '@provides(fields: "name")',
  '@requires(fields: "name")',
  '@tag(name: "x")',
  '@link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@override"])',
  "name: String",
  "name: String! @external",
  "name: String! @shareable",
  "id: ID",
  "sundsvallX: Int!",
  "sundsvallX: Area",
  "area: Area",
  "type Area { x: Int }",
  'extend type Area @key(fields: "id") { id: ID! sundsvallX: Int }',
  "extend type Query { sundsvallX: Int }",
  "extend type Municipality { name: String }",
  "extend interface Area { x: Int }",
  "interface SundsvallX { id: ID! }",
  "implements SundsvallX",
  "union SundsvallX = Area",
  "extend schema { mutation: SundsvallX }",
  "schema { query: SundsvallX }",
  "type SundsvallX { a: Int }",
  "type NykopingX { a: Int }",
  "scalar FieldSet",
  "scalar SEK",
  "directive @tag(name: String!) on FIELD_DEFINITION",
  '"words"',
  '"\\u0000"',
  '"""\nwords\n"""',
];

type Mutation = {
  readonly kind: "delete" | "swap" | "insert" | "replace" | "repeat";
  at: number;
  to: number;
  word: string;
};

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("delete", "swap", "insert", "insert", "replace", "repeat"),
  at: fc.nat(),
  to: fc.nat(),
  word: fc.constantFrom(...words),
});

/** An accepted schema with a few words of it changed. Many are still GraphQL, and some still fit together. */
export const mutatedSubgraph: fc.Arbitrary<Omit<SubgraphRow, "title">> = fc
  .record({
    row: fc.constantFrom(...acceptedSubgraphs),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
  })
  .map(({ row, mutations }) => ({ owner: row.owner, sdl: mutations.reduce(apply, wordsOf(row.sdl)).join(" ") }));

function apply(tokens: string[], { kind, at, to, word }: Mutation): string[] {
  const index = at % tokens.length;
  const other = to % tokens.length;
  const changed = [...tokens];
  switch (kind) {
    case "delete":
      changed.splice(index, 1);
      break;
    case "insert":
      changed.splice(index, 0, word);
      break;
    case "replace":
      changed[index] = word;
      break;
    case "repeat":
      changed.splice(other, 0, tokens[index] as string);
      break;
    case "swap":
      changed[index] = tokens[other] as string;
      changed[other] = tokens[index] as string;
      break;
  }
  return changed.length > 0 ? changed : tokens;
}

function wordsOf(sdl: string): string[] {
  const lexer = new Lexer(new Source(sdl));
  const found: string[] = [];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    found.push(sdl.slice(token.start, token.end));
  }
  return found;
}
