import { LINK, linkWith, type RefusedRow } from "./subgraph-row";

const lines = (length: number, line: (index: number) => string) =>
  Array.from({ length }, (_, index) => line(index)).join("\n");

/** Schemas that are refused. In each, LINK is line 1. To add one, write what it is, the schema and what is found. */
export const refusedSubgraphs: readonly RefusedRow[] = [
  // The text.
  { title: "an empty text", sdl: "", codes: ["SYNTAX"], line: 1 },
  { title: "a text that is not GraphQL", sdl: `${LINK}\ntype Query { sundsvallA: }`, codes: ["SYNTAX"], line: 2 },
  { title: "a text in another language", sdl: "SELECT 1; DROP TABLE owner", codes: ["SYNTAX"], line: 1 },
  {
    title: "an operation among the types",
    sdl: `${LINK}\ntype Query { sundsvallA: Int }\nquery Q { sundsvallA }\nfragment F on Query { sundsvallA }`,
    codes: ["NOT_A_SCHEMA", "NOT_A_SCHEMA"],
    line: 3,
  },
  { title: "too many bytes", sdl: `${LINK}\n# ${"å".repeat(131_072)}`, codes: ["TOO_LARGE"] },
  {
    title: "too many words",
    sdl: `${LINK}\nenum SundsvallA {\n${"A ".repeat(30_000)}\n}`,
    codes: ["TOO_MANY_TOKENS"],
    line: 3,
  },
  {
    title: "brackets that would overflow the parser",
    sdl: `${LINK}\ntype Query {\n  sundsvallA: ${"[".repeat(25_000)}Int${"]".repeat(25_000)}\n}`,
    codes: ["TOO_DEEP"],
    line: 3,
  },
  {
    title: "a default value of nested objects",
    sdl: `${LINK}\ntype Query {\n  sundsvallA(x: SundsvallI = ${"{a: ".repeat(100)}1${"}".repeat(100)}): Int\n}\ninput SundsvallI { a: SundsvallI }`,
    codes: ["TOO_DEEP"],
    line: 3,
  },
  {
    title: "more types than a subgraph may have",
    sdl: `${LINK}\n${Array.from({ length: 401 }, (_, index) => `scalar SundsvallS${index}`).join("\n")}`,
    codes: ["TOO_MANY_TYPES"],
  },
  {
    title: "more fields than a subgraph may have",
    sdl: `${LINK}\ntype Query {\n${Array.from({ length: 2_001 }, (_, index) => `sundsvallF${index}: Int`).join("\n")}\n}`,
    codes: ["TOO_MANY_FIELDS"],
  },
  {
    title: "a character that no text has",
    sdl: `${LINK}\ntype Query {\n  "a\u0000b"\n  sundsvallA: Int\n}`,
    codes: ["CONTROL_CHARACTER"],
    line: 3,
  },
  {
    title: "a character that no text has, written as an escape",
    sdl: `${LINK}\ntype Query {\n  "a\\u0000b"\n  sundsvallA: Int @deprecated(reason: "\\u001b[2J")\n}`,
    codes: ["CONTROL_CHARACTER", "CONTROL_CHARACTER"],
    line: 3,
  },
  {
    title: "signs that turn the direction of writing",
    sdl: `${LINK}\ntype Query {\n  sundsvallA: Int # \u202e\n}`,
    codes: ["CONTROL_CHARACTER"],
    line: 3,
  },

  ...[
    ["of old terminals", "\u009b"],
    ["that ends a line in some editors", "\u2028"],
    ["without width", "\u200b"],
    ["that joins letters without being seen", "\u200d"],
    ["that turns the direction of writing, in Arabic", "\u061c"],
    ["that begins a file, in the middle of one", "\ufeff"],
  ].map(
    ([kind, character]): RefusedRow => ({
      title: `a character ${kind}`,
      sdl: `${LINK}\ntype Query {\n  "a${character}b"\n  sundsvallA: Int\n}`,
      codes: ["CONTROL_CHARACTER"],
      line: 3,
    }),
  ),

  // @link.
  {
    title: "no @link, as Federation 1 had it",
    sdl: "type Query { sundsvallA: Int }",
    codes: ["FEDERATION_MISSING"],
    line: 1,
  },
  {
    title: "a version that is not out yet",
    sdl: `${LINK.replace("v2.9", "v2.15")}\ntype Query { sundsvallA: Int }`,
    codes: ["FEDERATION_VERSION"],
    line: 1,
  },
  {
    title: "a version without number",
    sdl: `${LINK.replace("v2.9", "latest")}\ntype Query { sundsvallA: Int }`,
    codes: ["FEDERATION_VERSION"],
    line: 1,
  },
  {
    title: "federation from another address",
    sdl: `${LINK.replace("specs.apollo.dev", "specs.example.org")}\ntype Query { sundsvallA: Int }`,
    codes: ["LINK_REFUSED"],
    line: 1,
  },
  {
    title: "another specification linked too",
    sdl: `${LINK}\nextend schema @link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect"])\ntype Query { sundsvallA: Int }`,
    codes: ["LINK_REFUSED"],
    line: 2,
  },
  {
    title: "@override imported under an innocent name",
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", {name: "@override", as: "@deprecated"}])\ntype Query { sundsvallA: Int @deprecated(reason: "areas") }`,
    codes: ["LINK_REFUSED"],
    line: 1,
  },
  {
    title: "federation under another name",
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "f")\ntype Query { sundsvallA: Int @f__inaccessible }`,
    codes: ["LINK_REFUSED", "DIRECTIVE_REFUSED"],
    line: 1,
  },
  {
    title: "two versions of federation",
    sdl: `${LINK}\nextend schema @link(url: "https://specs.apollo.dev/federation/v2.3")\ntype Query { sundsvallA: Int }`,
    codes: ["LINK_REFUSED"],
    line: 2,
  },
  {
    title: "two addresses in one @link",
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", url: "https://example.org/x/v1.0")\ntype Query { sundsvallA: Int }`,
    codes: ["DECLARED_TWICE"],
    line: 1,
  },

  // Names.
  {
    title: "a type without the owner's name",
    sdl: `${LINK}\ntype Query { sundsvallNeed: Need }\ntype Need { name: String }`,
    codes: ["NAME_NOT_OWN"],
    line: 3,
  },
  {
    title: "another owner's names",
    sdl: `${LINK}\ntype Query {\n  nykopingNeed: UpplandsVasbyNeed\n}\ntype UpplandsVasbyNeed { name: String }`,
    codes: ["NAME_OF_OTHER_OWNER", "NAME_OF_OTHER_OWNER"],
    line: 3,
  },
  {
    title: "habo's names that are habo-0305's",
    owner: "habo",
    sdl: `${LINK}\ntype Query {\n  habo0305Needs: Int\n}`,
    codes: ["NAME_OF_OTHER_OWNER"],
    line: 3,
  },
  {
    title: "mark's names that only begin like mark's",
    owner: "mark",
    sdl: `${LINK}\ntype Query {\n  markarydNeeds: Int\n  marknad: Int\n}`,
    codes: ["NAME_OF_OTHER_OWNER", "NAME_NOT_OWN"],
    line: 3,
  },
  {
    title: "a type of the hub's that is not open",
    sdl: `${LINK}\ntype Query { sundsvallC: County }\ntype County @key(fields: "code") {\n  code: ID!\n  sundsvallA: Int\n}`,
    codes: ["NAME_OF_HUB", "DIRECTIVE_PLACE"],
    line: 3,
  },
  {
    title: "the hub's own fields",
    sdl: `${LINK}\ntype Query {\n  areas: Int\n}\ntype Area @key(fields: "id") {\n  id: ID!\n  name: String\n}`,
    codes: ["NAME_OF_HUB", "NAME_OF_HUB"],
    line: 3,
  },
  {
    title: "a field of the hub's as a shareable one",
    sdl: `${LINK}\ntype Area @key(fields: "id") {\n  id: ID!\n  name: String @shareable\n  sundsvallA: Int\n}`,
    codes: ["NAME_OF_HUB", "DIRECTIVE_PLACE"],
    line: 4,
  },
  {
    title: "fields without the owner's name",
    sdl: `${LINK}\ntype Query {\n  needs: Int\n  Sundsvall: Int\n  sundsvallsNeeds: Int\n}`,
    codes: ["NAME_NOT_OWN", "NAME_NOT_OWN", "NAME_NOT_OWN"],
    line: 3,
  },
  {
    title: "names that GraphQL, federation or the gateway keep to themselves",
    sdl: `${LINK}\ntype Query {\n  sundsvall__with_1a2b3c4d: Int\n  sundsvallA: SundsvallA\n}\ntype SundsvallA {\n  __typename: String\n  clientAlias_name: String\n  constructor(__a: Int): String\n}\nenum SundsvallE { a__b }\nscalar join__FieldSet`,
    codes: Array.from({ length: 7 }, () => "RESERVED_NAME" as const),
    line: 3,
  },

  // Open entities.
  {
    title: "an open type as an interface",
    sdl: `${LINK}\ninterface Municipality @key(fields: "code") {\n  code: MunicipalityCode!\n  sundsvallA: Int\n}\nscalar MunicipalityCode`,
    codes: ["ENTITY_KIND"],
    line: 2,
  },
  {
    title: "an open type that is made to implement an interface",
    sdl: `${LINK}\ntype Area implements SundsvallPlace @key(fields: "id") {\n  id: ID!\n  sundsvallA: Int\n}\ninterface SundsvallPlace { id: ID! }`,
    codes: ["ENTITY_KIND"],
    line: 2,
  },
  {
    title: "an open type without key",
    sdl: `${LINK}\ntype Area {\n  id: ID!\n  sundsvallA: Int\n}`,
    codes: ["ENTITY_KEY"],
    line: 2,
  },
  {
    title: "an open type by another key",
    sdl: `${LINK}\ntype Area @key(fields: "name") {\n  id: ID!\n  name: String!\n  sundsvallA: Int\n}`,
    codes: ["ENTITY_KEY", "NAME_OF_HUB", "FIELD_NOT_NULLABLE"],
    line: 2,
  },
  {
    title: "an open type by the key and one of its own",
    sdl: `${LINK}\ntype Area @key(fields: "id") @key(fields: "sundsvallA") {\n  id: ID!\n  sundsvallA: ID\n}`,
    codes: ["ENTITY_KEY"],
    line: 2,
  },
  {
    title: "an open type by a compound key",
    sdl: `${LINK}\ntype Area @key(fields: "id sundsvallA") {\n  id: ID!\n  sundsvallA: ID\n}`,
    codes: ["ENTITY_KEY"],
    line: 2,
  },
  ...[" id", "id ", ",id,", "\\nid"].map(
    (key): RefusedRow => ({
      title: `the hub's key written as "${key}"`,
      sdl: `${LINK}\ntype Area @key(fields: "${key}") {\n  id: ID!\n  sundsvallA: Int\n}`,
      codes: ["ENTITY_KEY"],
      line: 2,
    }),
  ),
  {
    title: "the key twice, the second time on an extension",
    sdl: `${LINK}\ntype Area @key(fields: "id") { id: ID! }\nextend type Area @key(fields: "id") { sundsvallA: Int }`,
    codes: ["ENTITY_KEY"],
    line: 3,
  },
  {
    title: "two sets of fields in one key",
    sdl: `${LINK}\ntype Area @key(fields: "id", fields: "sundsvallA") {\n  id: ID!\n  sundsvallA: ID\n}`,
    codes: ["DECLARED_TWICE"],
    line: 2,
  },
  {
    title: "fields on a type that cannot be resolved",
    sdl: `${LINK}\ntype Area @key(fields: "id", resolvable: false) {\n  id: ID!\n  sundsvallA: Int\n}`,
    codes: ["ENTITY_KEY"],
    line: 2,
  },
  {
    title: "no key field",
    sdl: `${LINK}\ntype Area @key(fields: "id") { sundsvallA: Int }`,
    codes: ["ENTITY_KEY_FIELD"],
    line: 2,
  },
  {
    title: "a key field that may be null, which would change it for everybody",
    sdl: `${LINK}\ntype Area @key(fields: "id") {\n  id: ID\n  sundsvallA: Int\n}`,
    codes: ["ENTITY_KEY_FIELD"],
    line: 3,
  },
  {
    title: "a municipality's code as a number",
    sdl: `${LINK}\ntype Municipality @key(fields: "code") {\n  code: Int!\n  sundsvallA: Int\n}`,
    codes: ["ENTITY_KEY_FIELD"],
    line: 3,
  },
  {
    title: "a key field with arguments",
    sdl: `${LINK}\ntype Area @key(fields: "id") {\n  id(a: Int): ID!\n  sundsvallA: Int\n}`,
    codes: ["ENTITY_KEY_FIELD"],
    line: 3,
  },
  {
    title: "a key field that is deprecated, hidden or described anew",
    sdl: `${LINK}\ntype Area @key(fields: "id") {\n  "Mine."\n  id: ID! @deprecated @inaccessible\n  sundsvallA: Int\n}`,
    codes: ["DESCRIPTION_OF_HUB", "DIRECTIVE_PLACE", "DIRECTIVE_PLACE"],
    line: 3,
  },
  {
    title: "@external on the key field of a type that is not extended",
    sdl: `${LINK}\ntype Area @key(fields: "id") {\n  id: ID! @external\n  sundsvallA: Int\n}`,
    codes: ["DIRECTIVE_PLACE"],
    line: 3,
  },
  {
    title: "a field of the hub's that is external",
    sdl: `${LINK}\nextend type Area @key(fields: "id") {\n  id: ID! @external\n  name: String @external\n  sundsvallA: Int\n}`,
    codes: ["NAME_OF_HUB", "DIRECTIVE_PLACE"],
    line: 4,
  },
  {
    title: "fields that must not be null",
    sdl: `${LINK}\ntype Query {\n  sundsvallA: Int!\n}\ntype Area @key(fields: "id") {\n  id: ID!\n  sundsvallB: [Int]!\n}`,
    codes: ["FIELD_NOT_NULLABLE", "FIELD_NOT_NULLABLE"],
    line: 3,
  },
  {
    title: "new descriptions of what is the hub's",
    sdl: `${LINK}\n"Hacked."\ntype Municipality @key(fields: "code") {\n  code: MunicipalityCode!\n}\n"Hacked."\nscalar MunicipalityCode\n"Hacked."\ntype Query { sundsvallA: Int }\n"Hacked."\nschema { query: Query }`,
    codes: Array.from({ length: 4 }, () => "DESCRIPTION_OF_HUB" as const),
    line: 2,
  },

  // Roots.
  {
    title: "a mutation",
    sdl: `${LINK}\ntype Query { sundsvallA: Int }\ntype Mutation { sundsvallB: Int }`,
    codes: ["ROOT_TYPE"],
    line: 3,
  },
  {
    title: "a subscription under a name of the owner's",
    sdl: `${LINK}\nschema {\n  query: Query\n  subscription: SundsvallNews\n}\ntype Query { sundsvallA: Int }\ntype SundsvallNews { sundsvallB: Int }`,
    codes: ["ROOT_TYPE"],
    line: 4,
  },
  {
    title: "queries that are mutations too",
    sdl: `${LINK}\nschema {\n  query: Root\n  mutation: Root\n}\ntype Root { sundsvallA: Int }`,
    codes: ["ROOT_TYPE"],
    line: 4,
  },
  {
    title: "an open type that answers queries",
    sdl: `${LINK}\nschema { query: Area }\ntype Area @key(fields: "id") {\n  id: ID!\n  sundsvallA: Int\n}`,
    codes: ["ROOT_TYPE"],
    line: 2,
  },
  {
    title: "Query beside another that answers queries",
    sdl: `${LINK}\nschema { query: Root }\ntype Root { sundsvallA: Int }\ntype Query { areas: Int }`,
    codes: ["NAME_OF_HUB"],
    line: 4,
  },
  {
    title: "Query that implements an interface",
    sdl: `${LINK}\ntype Query implements SundsvallI { sundsvallA: Int }\ninterface SundsvallI { sundsvallA: Int }`,
    codes: ["ROOT_TYPE"],
    line: 2,
  },
  { title: "nothing of the owner's", sdl: `${LINK}\ntype SundsvallA { b: Int }`, codes: ["NOTHING_PUBLISHED"] },
  {
    title: "nothing beside what a server prints",
    sdl: `${LINK}\ntype Query { _service: _Service! }\ntype _Service { sdl: String }`,
    codes: ["NOTHING_PUBLISHED"],
  },

  // What types are made of.
  {
    title: "types of the hub's that are not open",
    sdl: `${LINK}\ntype Query {\n  sundsvallA(filter: AreaFilter): [County]\n  sundsvallQ: Query\n}`,
    codes: ["REFERENCE_TO_HUB", "REFERENCE_TO_HUB", "REFERENCE_TO_HUB"],
    line: 3,
  },
  {
    title: "a type of another owner's",
    sdl: `${LINK}\ntype Query {\n  sundsvallA: NykopingNeed\n}`,
    codes: ["REFERENCE_TO_OTHER_OWNER"],
    line: 3,
  },
  {
    title: "types that are not declared",
    sdl: `${LINK}\ntype Query {\n  sundsvallA: SundsvallB\n  sundsvallM: Municipality\n  sundsvallK: SEK\n  sundsvallD(on: Date): Int\n}\nunion SundsvallU = SundsvallV`,
    codes: Array.from({ length: 5 }, () => "UNDECLARED_TYPE" as const),
    line: 3,
  },
  {
    title: "a scalar of the hub's that is changed",
    sdl: `${LINK}\ntype Query {\n  sundsvallA: SEK\n  sundsvallU: URL\n}\nscalar SEK @specifiedBy(url: "https://example.org")\nenum URL { HTTP }`,
    codes: ["HUB_SCALAR", "HUB_SCALAR"],
    line: 6,
  },
  {
    title: "a scalar of GraphQL's as another kind",
    sdl: `${LINK}\ntype Query { sundsvallA: String }\ntype String { a: Int }`,
    codes: ["HUB_SCALAR"],
    line: 3,
  },
  {
    title: "an open type in a union, and a stranger's interface",
    sdl: `${LINK}\ntype Query { sundsvallA: SundsvallU }\nunion SundsvallU = SundsvallB | Area\ntype SundsvallB implements NykopingI { a: Int }\ntype Area @key(fields: "id", resolvable: false) { id: ID! }`,
    codes: ["MEMBER_NOT_OWN", "MEMBER_NOT_OWN"],
    line: 3,
  },
  {
    title: "everything twice",
    sdl: `${LINK}\ntype Query {\n  sundsvallA(x: Int, x: Int): SundsvallA\n  sundsvallA: Int\n}\ntype SundsvallA { b: Int }\ntype SundsvallA { b: Int }\nenum SundsvallE { A A }\nunion SundsvallU = SundsvallA | SundsvallA`,
    codes: Array.from({ length: 6 }, () => "DECLARED_TWICE" as const),
    line: 3,
  },

  {
    title: "more fields on a type of the hub's than an owner may add",
    sdl: `${LINK}\ntype Area @key(fields: "id") {\n  id: ID!\n${lines(11, (index) => `sundsvallF${index}: Int`)}\n}\nextend type Area {\n${lines(10, (index) => `sundsvallG${index}: Int`)}\n}`,
    codes: ["TOO_MANY_ON_TYPE"],
    line: 26,
  },
  {
    title: "more fields that lead to the hub's types than an owner may have",
    sdl: `${LINK}\ntype Query { sundsvallA: SundsvallA }\ninterface SundsvallI { area: Area }\ntype SundsvallA {\n${lines(40, (index) => `area${index}: [Area!]!`)}\n}\ntype Area @key(fields: "id", resolvable: false) { id: ID! }`,
    codes: ["TOO_MANY_REFERENCES"],
    line: 44,
  },
  {
    title: "a type with many fields that many fields lead to",
    sdl: `${LINK}\ntype Query { sundsvallA: SundsvallA }\ntype SundsvallA {\n${lines(224, (index) => `a${index}: SundsvallA`)}\n}`,
    codes: ["TOO_INTERWOVEN"],
    line: 3,
  },
  {
    title: "many interfaces",
    sdl: `${LINK}\ntype Query { sundsvallA: Int }\n${lines(21, (index) => `interface SundsvallI${index} { a: Int }`)}`,
    codes: ["TOO_INTERWOVEN"],
    line: 3,
  },
  {
    title: "an interface of many types, and unions of them",
    sdl: `${LINK}\ntype Query { sundsvallA: Int }\ninterface SundsvallI { a: Int }\n${lines(101, (index) => `type SundsvallA${index} implements SundsvallI { a: Int }`)}\n${lines(10, (index) => `union SundsvallU${index} = ${Array.from({ length: 10 }, (_, one) => `SundsvallA${one}`).join(" | ")}`)}`,
    codes: ["TOO_INTERWOVEN"],
    line: 3,
  },

  // Directives.
  ...[
    ["override", '(from: "areas")'],
    ["requires", '(fields: "id")'],
    ["provides", '(fields: "id")'],
    ["tag", '(name: "a")'],
    ["authenticated", ""],
    ["requiresScopes", '(scopes: [["a"]])'],
    ["policy", '(policies: [["a"]])'],
    ["cost", "(weight: 0)"],
    ["listSize", "(assumedSize: 0)"],
  ].map(
    ([name, given]): RefusedRow => ({
      title: `@${name} on a field of the owner's`,
      sdl: `${linkWith(`@${name}`)}\ntype Area @key(fields: "id") {\n  id: ID!\n  sundsvallA: [SundsvallB] @${name}${given}\n}\ntype SundsvallB { id: ID! }`,
      codes: ["DIRECTIVE_REFUSED"],
      line: 4,
    }),
  ),
  {
    title: "@override by its full name",
    sdl: `${LINK}\ntype Area @key(fields: "id") {\n  id: ID!\n  sundsvallA: Int @federation__override(from: "areas")\n}`,
    codes: ["DIRECTIVE_REFUSED"],
    line: 4,
  },
  {
    title: "@interfaceObject",
    sdl: `${linkWith("@interfaceObject")}\ntype Area @interfaceObject @key(fields: "id") {\n  id: ID!\n  sundsvallA: Int\n}`,
    codes: ["DIRECTIVE_REFUSED"],
    line: 2,
  },
  {
    title: "values taken from other fields",
    sdl: `${linkWith("@context", "@fromContext")}\ntype Area @key(fields: "id") @context(name: "c") {\n  id: ID!\n  sundsvallA: SundsvallA\n}\ntype SundsvallA { b(x: String @fromContext(field: "$c { id }")): Int }`,
    codes: ["DIRECTIVE_REFUSED", "DIRECTIVE_REFUSED"],
    line: 2,
  },
  {
    title: "@cacheTag",
    sdl: `${linkWith("@cacheTag").replace("v2.9", "v2.12")}\ntype Query { sundsvallA: Int @cacheTag(format: "a") }`,
    codes: ["DIRECTIVE_REFUSED"],
    line: 2,
  },
  {
    title: "@composeDirective with a directive of the owner's",
    sdl: `${linkWith("@composeDirective")}\nextend schema @composeDirective(name: "@sundsvallSecret")\ndirective @sundsvallSecret on FIELD_DEFINITION\ntype Query { sundsvallA: Int @sundsvallSecret }`,
    codes: ["DIRECTIVE_REFUSED", "OWN_DIRECTIVE", "DIRECTIVE_REFUSED"],
    line: 2,
  },
  {
    title: "a rule of its own about who may call a field",
    sdl: `${LINK}\ndirective @access(operator: Boolean) on FIELD_DEFINITION\ntype Query { sundsvallA: Int @access(operator: true) }`,
    codes: ["OWN_DIRECTIVE", "DIRECTIVE_REFUSED"],
    line: 2,
  },
  {
    title: "the hub's rules about who may call a field, linked",
    sdl: `${LINK}\nextend schema @link(url: "https://kommungraf.example/access/v1.0", import: ["@access"])\ntype Query { sundsvallA: Int @access }`,
    codes: ["LINK_REFUSED", "DIRECTIVE_REFUSED"],
    line: 2,
  },
  {
    title: "the hub's rules about who may call a field, linked under federation's name",
    sdl: `${LINK}\nextend schema @link(url: "https://kommungraf.example/access/v2.0", as: "federation")\ntype Query { sundsvallA: Int @federation__access(operator: true) }`,
    codes: ["LINK_REFUSED", "DIRECTIVE_REFUSED"],
    line: 2,
  },
  {
    title: "a directive that clients would have",
    sdl: `${LINK}\ndirective @defer on FIELD\ntype Query { sundsvallA: Int }`,
    codes: ["OWN_DIRECTIVE"],
    line: 2,
  },
  {
    title: "an open type that is hidden from everybody",
    sdl: `${LINK}\ntype Area @key(fields: "id") @inaccessible {\n  id: ID!\n  sundsvallA: Int\n}`,
    codes: ["DIRECTIVE_PLACE"],
    line: 2,
  },
  {
    title: "Query that is hidden from everybody",
    sdl: `${LINK}\ntype Query @inaccessible @shareable { sundsvallA: Int }`,
    codes: ["DIRECTIVE_PLACE", "DIRECTIVE_PLACE"],
    line: 2,
  },
  {
    title: "a key on a type of the owner's",
    sdl: `${LINK}\ntype Query { sundsvallA: SundsvallA }\ntype SundsvallA @key(fields: "id") { id: ID! }`,
    codes: ["DIRECTIVE_PLACE"],
    line: 3,
  },
  {
    title: "a directive of federation's that is not imported",
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\ndirective @shareable on FIELD_DEFINITION\ntype Query { sundsvallA: Int @shareable }`,
    codes: ["NOT_IMPORTED"],
    line: 3,
  },

  {
    title: "a scalar that is explained where nobody may look",
    sdl: `${LINK}\ntype Query { sundsvallA(a: SundsvallS, b: SundsvallT, c: SundsvallU): Int }\nscalar SundsvallS @specifiedBy(url: "javascript:alert(1)")\nscalar SundsvallT @specifiedBy(url: "http://example.org")\nscalar SundsvallU @specifiedBy(url: "https://a b")`,
    codes: ["SPECIFIED_BY", "SPECIFIED_BY", "SPECIFIED_BY"],
    line: 3,
  },

  // What only federation's libraries may print.
  {
    title: "a type behind a name of federation's",
    sdl: `${LINK}\ntype Query {\n  _service: SundsvallA\n  sundsvallA: _Any\n}\ntype _Any { b: Int }\nscalar FieldSet\nunion _Entity = SundsvallA\nextend union _Entity = SundsvallB\ntype SundsvallA { b: Int }\ntype SundsvallB { b: Int }`,
    codes: Array.from({ length: 5 }, () => "FEDERATION_DEFINITION" as const),
    line: 3,
  },

  {
    title: "ten mistakes of ten kinds, all told at once",
    sdl: [
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.99", import: ["@key", "@override", "@shareable"])',
      'type Area @key(fields: "name") {',
      "  id: ID!",
      "  needs: Int",
      '  sundsvallA: Int @override(from: "areas")',
      "  sundsvallB: Int!",
      "}",
      "type NykopingNeed { a: Int }",
      "type Mutation { sundsvallC: Int }",
      "directive @secret on FIELD",
      "type SundsvallA {",
      "  county: County",
      "  lost: SundsvallLost",
      "}",
    ].join("\n"),
    codes: [
      "FEDERATION_VERSION",
      "ENTITY_KEY",
      "NAME_NOT_OWN",
      "DIRECTIVE_REFUSED",
      "FIELD_NOT_NULLABLE",
      "NAME_OF_OTHER_OWNER",
      "ROOT_TYPE",
      "OWN_DIRECTIVE",
      "REFERENCE_TO_HUB",
      "UNDECLARED_TYPE",
    ],
    line: 1,
  },
];
