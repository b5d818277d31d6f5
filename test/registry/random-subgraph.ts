import fc from "fast-check";
import { linkWith } from "./subgraph-row";

/**
 * Schemas put together of parts, good ones and bad ones, so that nearly all are GraphQL and every rule meets every other.
 * What is listed first is taken most often.
 */
const heads = [
  'type Area @key(fields: "id")',
  'type Municipality @key(fields: "code")',
  "type Query",
  "type SundsvallA",
  'extend type Area @key(fields: "id")',
  'type Grant @key(fields: "id", resolvable: false)',
  "extend type Query",
  "type SundsvallA @shareable",
  "interface SundsvallI",
  "input SundsvallIn",
  "type SundsvallB implements SundsvallI",
  "extend type Area",
  "extend type SundsvallA",
  "type SundsvallA @inaccessible",
  'type Area @key(fields: "id", resolvable: false)',
  'type Area @key(fields: "id") @shareable',
  'type Area @key(fields: "id") @inaccessible',
  'type Area @key(fields: "name")',
  'type Area @key(fields: "id") @interfaceObject',
  'type Area implements SundsvallI @key(fields: "id")',
  'interface Area @key(fields: "id")',
  "type Area",
  "type County @shareable",
  "type NykopingA",
  "type Root",
  "type Mutation",
  "type _Service",
  "input AreaFilter",
];

const fields = [
  "id: ID!",
  "code: MunicipalityCode!",
  "sundsvallX: Int",
  "sundsvallY: SundsvallA",
  "sundsvallZ: [SundsvallI!]",
  "sundsvallW(a: SundsvallIn, b: SundsvallE): [Area!]",
  "sundsvallV: Municipality @shareable",
  "sundsvallU: Grant @deprecated",
  "sundsvallT: SundsvallU @inaccessible",
  "a: Int",
  "id: ID! @external",
  "code: MunicipalityCode! @external",
  "id: ID",
  "id: ID! @shareable",
  "id: ID! @inaccessible",
  "id: ID! @deprecated",
  '"Hacked." id: ID!',
  "name: String!",
  "name: String! @shareable",
  "name: String! @external",
  'name: String! @override(from: "areas")',
  'sundsvallX: Int @requires(fields: "name")',
  'sundsvallY: Area @provides(fields: "name")',
  "sundsvallX: Int!",
  "sundsvallY: Query",
  "sundsvallY: County",
  "nykopingX: Int",
  "areas: Int",
  "_service: _Service!",
  'sundsvallX: Int @tag(name: "a")',
];

const others = [
  "scalar MunicipalityCode",
  "enum SundsvallE { A B @deprecated }",
  "union SundsvallU = SundsvallA | SundsvallB",
  '"Hacked." scalar MunicipalityCode',
  "scalar MunicipalityCode @inaccessible",
  "union SundsvallU = SundsvallA | Area",
  "schema { query: Root }",
  "extend schema { mutation: SundsvallA }",
  "enum AreaKind { HACKED }",
  "scalar FieldSet",
  "scalar _Any",
  "directive @key(fields: String!) repeatable on OBJECT",
];

/** One of a list, those at its beginning more often. */
const early = (list: readonly string[]) =>
  fc
    .tuple(fc.nat(list.length - 1), fc.nat(list.length - 1), fc.nat(list.length - 1))
    .map((indexes) => list[Math.min(...indexes)] as string);

const type = fc.record({
  head: early(heads),
  fields: fc.uniqueArray(early(fields), { minLength: 1, maxLength: 3, selector: (field) => field.split(/[:(]/)[0] }),
});

/** What the types lack to fit together is put in, since hardly any would by chance. */
function complete(head: string, chosen: string[]): string {
  const key = /\((fields: "(id|code)")/.exec(head)?.[2];
  const needsKey = key !== undefined && !chosen.some((field) => field.includes(`${key}:`));
  const line = key === "code" ? "code: MunicipalityCode!" : "id: ID!";
  return `${head} { ${[...(needsKey ? [line] : []), ...chosen].join(" ")} }`;
}

/** What else the names in a schema stand for. */
const declarations: readonly [RegExp, string][] = [
  [/: \[?Area\b/, 'type Area @key(fields: "id", resolvable: false) { id: ID! }'],
  [/: Municipality\b/, 'type Municipality @key(fields: "code", resolvable: false) { code: MunicipalityCode! }'],
  [/: Grant\b/, 'type Grant @key(fields: "id", resolvable: false) { id: ID! }'],
  [/\bSundsvallU\b/, "union SundsvallU = SundsvallA"],
  [/\bSundsvallE\b/, "enum SundsvallE { A B }"],
  [/\bSundsvallIn\b/, "input SundsvallIn { a: Int }"],
  [/\bSundsvallI\b/, "interface SundsvallI { id: ID! }"],
  [/\bSundsvallB\b/, "type SundsvallB { a: Int }"],
  [/\bSundsvallA\b/, "type SundsvallA { a: Int }"],
  [/\bMunicipalityCode\b/, "scalar MunicipalityCode"],
];

export const randomSubgraph: fc.Arbitrary<string> = fc
  .record({
    types: fc.uniqueArray(type, { minLength: 1, maxLength: 3, selector: ({ head }) => head.split(" @")[0] }),
    others: fc.uniqueArray(early(others), { maxLength: 1 }),
  })
  .map(({ types, others: chosen }) => {
    const lines = [
      linkWith("@override", "@requires", "@provides", "@tag", "@interfaceObject"),
      ...types.map(({ head, fields: given }) => complete(head, given)),
      ...chosen,
    ];
    for (const [used, declaration] of declarations) {
      const name = /\w+ (\w+)/.exec(declaration)?.[1];
      const text = lines.slice(1).join("\n");
      if (
        used.test(text) &&
        !new RegExp(`^(\\S+ )?(type|interface|union|enum|input|scalar) ${name}\\b`, "m").test(text)
      ) {
        lines.push(declaration);
      }
    }
    return lines.join("\n");
  });
