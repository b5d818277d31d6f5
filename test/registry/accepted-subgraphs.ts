import { LINK, linkWith, type SubgraphRow } from "./subgraph-row";

/** Schemas that are accepted, and that fit together with the hub's. */
export const acceptedSubgraphs: readonly SubgraphRow[] = [
  {
    title: "a municipality with needs of its areas",
    sdl: `${LINK}
      scalar MunicipalityCode
      type Municipality @key(fields: "code") {
        code: MunicipalityCode!
        "Needs that the municipality has found, newest first."
        sundsvallNeeds("How many." first: Int = 10): [SundsvallNeed!]
      }
      type Area @key(fields: "id") {
        id: ID!
        "Needs of the area."
        sundsvallNeeds(filter: SundsvallNeedFilter): [SundsvallNeed!]
      }
      type Query {
        "One need."
        sundsvallNeed(id: ID!): SundsvallNeed
      }
      "A need."
      type SundsvallNeed {
        "Its id."
        id: ID!
        "Where."
        area: Area!
        "Whose."
        municipality: Municipality!
      }
      "Which needs."
      input SundsvallNeedFilter {
        "Only these years."
        years: [Int!] = [2025, 2026]
      }`,
  },
  { title: "one field", sdl: `${LINK}\ntype Query { sundsvall: String }` },
  {
    title: "the oldest version",
    sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key"])\ntype Query { sundsvall_a: Int }',
  },
  {
    title: "the newest version",
    sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])\ntype Query { sundsvall_a: Int }',
  },
  {
    title: "the habits of Federation 1",
    sdl: `${linkWith("@extends")}
      scalar MunicipalityCode
      extend type Municipality @key(fields: "code") {
        code: MunicipalityCode! @external
        sundsvallBudget: Float
      }
      type Area @extends @key(fields: "id") {
        id: ID! @external
        sundsvallBudget: Float
      }
      extend type Query { sundsvallMunicipality: Municipality sundsvallArea: Area }`,
  },
  {
    title: "queries answered by a type of another name",
    sdl: `${LINK}\nschema { query: Root }\ntype Root { sundsvallA: Int }`,
  },
  {
    title: "@link on the schema itself, and @link linked",
    sdl: `schema
        @link(url: "https://specs.apollo.dev/link/v1.0")
        @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"]) {
        query: Query
      }
      type Query { sundsvallA: Int }`,
  },
  {
    title: "everything that federation's libraries print",
    sdl: `${linkWith("FieldSet", "@tag", "@override", "@extends")}
      directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
      directive @external(reason: String) on OBJECT | FIELD_DEFINITION
      directive @shareable repeatable on OBJECT | FIELD_DEFINITION
      directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
      directive @link(url: String!, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
      directive @federation__requires(fields: FieldSet!) on FIELD_DEFINITION
      directive @deprecated(reason: String = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
      directive @specifiedBy(url: String!) on SCALAR
      "Any."
      scalar _Any
      scalar FieldSet
      scalar federation__FieldSet
      scalar link__Import
      enum link__Purpose {
        "For security."
        SECURITY
        EXECUTION
      }
      union _Entity = Area
      type _Service { sdl: String }
      scalar Int
      scalar String
      type Query {
        sundsvallA: Int
        _entities("Keys." representations: [_Any!]!): [_Entity]!
        "Schema."
        _service: _Service!
      }
      type Area @key(fields: "id") {
        id: ID!
        sundsvallB: String
      }`,
  },
  {
    title: "interfaces, unions, enums, inputs and scalars of the owner's",
    sdl: `${LINK}
      type Query { sundsvallSearch(in: SundsvallKind! = NEED, what: SundsvallWhat): [SundsvallFound!] sundsvallAll: [SundsvallThing] }
      interface SundsvallThing { id: ID! }
      interface SundsvallNamed implements SundsvallThing { id: ID! name: String }
      type SundsvallNeed implements SundsvallNamed & SundsvallThing { id: ID! name: String at: SundsvallMoment }
      type SundsvallPlan implements SundsvallThing { id: ID! year: Int! }
      union SundsvallFound = SundsvallNeed | SundsvallPlan
      enum SundsvallKind { NEED PLAN }
      input SundsvallWhat { text: String within: SundsvallWhat kind: SundsvallKind = PLAN }
      scalar SundsvallMoment @specifiedBy(url: "https://datatracker.ietf.org/doc/html/rfc3339")
      extend type SundsvallPlan { pages: Int }`,
  },
  {
    title: "what is deprecated, hidden or shareable",
    sdl: `${LINK}
      type Query { sundsvallA(b: Int @deprecated, c: Int @inaccessible): SundsvallA @deprecated(reason: "Ask for sundsvallB.") sundsvallB: SundsvallA @inaccessible }
      type SundsvallA @shareable { b: SundsvallE c: Int @shareable d: Int @inaccessible }
      enum SundsvallE { A B @deprecated C @inaccessible }
      type SundsvallHidden @inaccessible { a: Int }`,
  },
  {
    title: "stubs of open types that it only names",
    sdl: `${LINK}
      type Query { sundsvallPlan: SundsvallPlan }
      type SundsvallPlan { initiatives: [Initiative!]! programme: Programme grant: Grant allocation: Allocation lead: Organisation! }
      type Initiative @key(fields: "id", resolvable: false) { id: ID! }
      type Programme @key(fields: "id", resolvable: false) { id: ID! }
      type Grant @key(fields: "id", resolvable: false) { id: ID! }
      type Allocation @key(fields: "id", resolvable: false) { id: ID! }
      type Organisation @key(fields: """id""", resolvable: false) { id: ID! }`,
  },
  {
    title: "the hub's scalars",
    sdl: `${LINK}
      scalar SEK
      scalar DateTime
      scalar URL
      type Query { sundsvallA(since: DateTime): SundsvallA }
      type SundsvallA { amount: SEK! at: DateTime! page: URL }`,
  },
  {
    title: "directives by their full names",
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3")
      type Area @federation__key(fields: "id") { id: ID! sundsvallA: Int @federation__shareable }`,
  },
  {
    title: "an open type declared and extended",
    sdl: `${LINK}\ntype Area @key(fields: "id") { id: ID! }\nextend type Area { sundsvallA: Int }`,
  },
  {
    title: "an owner with a hyphen",
    owner: "upplands-vasby",
    sdl: `${LINK}
      type Query { upplandsVasbyPlans: [UpplandsVasby_Plan!] }
      type UpplandsVasby_Plan { name: String }
      type UpplandsVasby { plans: [UpplandsVasby_Plan] }`,
  },
  {
    title: "an owner with its code in the name",
    owner: "habo-0305",
    sdl: `${LINK}\ntype Query { habo0305Needs: [Habo0305Need] }\ntype Habo0305Need { name: String }`,
  },
  {
    title: "an agency",
    owner: "boverket",
    sdl: `${LINK}
      scalar MunicipalityCode
      type Municipality @key(fields: "code") { code: MunicipalityCode! boverketHousing: BoverketHousing }
      type BoverketHousing { queue: Int }`,
  },
  {
    title: "a file that begins with its byte order mark",
    sdl: `\ufeff${LINK}\ntype Query { sundsvallA: Int }`,
  },
  {
    title: "as many unions, interfaces and types in them as there may be",
    sdl: `${LINK}
      type Query { sundsvallA: SundsvallI0 }
      ${Array.from({ length: 19 }, (_, index) => `interface SundsvallI${index} { a: Int }`).join("\n")}
      ${Array.from({ length: 10 }, (_, index) => `type SundsvallA${index} implements ${Array.from({ length: 19 }, (_, one) => `SundsvallI${one}`).join(" & ")} { a: Int }`).join("\n")}
      union SundsvallU = ${Array.from({ length: 10 }, (_, index) => `SundsvallA${index}`).join(" | ")}`,
  },
  {
    title: "a type of as many ways as there may be",
    sdl: `${LINK}
      type Query { sundsvallA: SundsvallA }
      type SundsvallA { ${Array.from({ length: 223 }, (_, index) => `a${index}: SundsvallA`).join(" ")} }`,
  },
  {
    title: "as many fields on the hub's types and to them as there may be",
    sdl: `${LINK}
      type Query { sundsvallA: Area }
      type Area @key(fields: "id") { id: ID! ${Array.from({ length: 20 }, (_, index) => `sundsvallA${index}: Area`).join(" ")} }
      type Grant @key(fields: "id") { id: ID! ${Array.from({ length: 19 }, (_, index) => `sundsvallA${index}: Grant`).join(" ")} }`,
  },
  {
    title: "descriptions that try to end before their end",
    sdl: `${LINK}
      type Query {
        "a \\"\\"\\" type Area { name: Int } \\"\\"\\" b \\\\"
        sundsvallA: Int @deprecated(reason: "\\" @inaccessible \\\\")
        """ends with a quote \\""""""
        sundsvallB(a: String = "\\"\\"\\" ) {"): Int
      }`,
  },
];
