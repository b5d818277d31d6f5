import { buildSchema, parse, print } from "graphql";
import type { OwnersSchema } from "./owner-graph";
import { createSplitter } from "./split-query";

const schema = buildSchema(`
  scalar MunicipalityCode
  type Query { sundsvallNeed(representations: Int): Need sundsvallMarks: [Mark] botkyrka: Int areas: [Area] }
  type Need { label: String area: Area mark: Mark }
  interface Mark { sundsvallLabel: String next: Mark area: Area }
  type Plan implements Mark { sundsvallLabel: String next: Mark area: Area }
  type Idea implements Mark { sundsvallLabel: String next: Mark area: Area }
  type Area implements Mark { id: ID! sundsvallLabel: String sundsvallNote(loud: Boolean): String next: Mark area: Area }
  type Municipality { code: MunicipalityCode! sundsvallScore: Int botkyrkaScore: Int }
`);

const owners: OwnersSchema = {
  schema,
  ownerOf: (type, field) =>
    type === "Query" || type === "Area" || type === "Municipality"
      ? (/^(sundsvall|botkyrka)/.exec(field)?.[0] ?? undefined)
      : undefined,
  keyOf: (type) => (({ Area: "id", Municipality: "code" }) as Record<string, string>)[type],
};

const split = (query: string, variables = {}) => createSplitter(owners)(query, variables);
const text = (query: string | undefined) => print(parse(query ?? "", { noLocation: true }));

it("writes an owner's part of an entity fetch so that any server answers it", () => {
  const { ask, kind } = split(
    `query Planned__owners__1($representations: [_Any!]!, $loud: Boolean, $other: Int) {
       _entities(representations: $representations) {
         ... on Area { it: sundsvallNote(loud: $loud) id __typename }
         ... on Municipality { botkyrkaScore code sundsvallScore }
       }
     }`,
  );
  expect(kind).toBe("rows");
  expect(text(ask.queryFor("sundsvall")?.query)).toBe(
    text(`query Kommungraf($representations: [_Any!]!, $loud: Boolean) {
      _entities(representations: $representations) {
        kg_typename: __typename
        ... on Area { kg_key_id: id it: sundsvallNote(loud: $loud) }
        ... on Municipality { kg_key_code: code sundsvallScore }
      }
    }`),
  );
  expect(text(ask.queryFor("botkyrka")?.query)).not.toMatch(/Area|loud|sundsvall/);
  expect(ask.queryFor("habo")).toBeUndefined();
});

it("uses no response name and no variable that the client uses", () => {
  const { ask } = split(
    "query Q($representations: Int) { sundsvallNeed(representations: $representations) { kg_typename: label area { sundsvallNote } } }",
    { representations: 3 },
  );
  expect(text(ask.queryFor("sundsvall")?.query)).toBe(
    text(`query Kommungraf($representations: Int) {
      sundsvallNeed(representations: $representations) { kg_typename: label area { kg__typename: __typename kg__key_id: id } }
    }`),
  );
  expect(ask.rowsVariable).toBe("representations_");
});

it("asks an interface that a row of the hub has too type by type, and of the row only which it is", () => {
  const { ask } = split(
    "{ sundsvallMarks { sundsvallLabel ... on Area { sundsvallNote } ... on Idea { area { id } } } }",
  );
  expect(text(ask.queryFor("sundsvall")?.query)).toBe(
    text(`query Kommungraf { sundsvallMarks {
      kg_typename: __typename
      ... on Area { kg_key_id: id }
      ... on Plan { sundsvallLabel }
      ... on Idea { sundsvallLabel }
      ... on Idea { area { kg_typename: __typename kg_key_id: id } }
    } }`),
  );
});

it("refuses a query that grows beyond measure when it is written out", () => {
  const deep = `{ sundsvallMarks ${"{ next ".repeat(16)} { sundsvallLabel } ${"}".repeat(16)} }`;
  expect(() => split(deep).ask.queryFor("sundsvall")).toThrow(/too deep/);
});

it("keeps fragments, whether named or not, and decides conditions by what is given", () => {
  const query = `query Q($yes: Boolean = true, $no: Boolean!) {
    ...F @include(if: $yes) ... @skip(if: $no) { botkyrka }
  } fragment F on Query { sundsvallNeed { ...N } } fragment N on Need { label @skip(if: $no) mark @include(if: $no) { sundsvallLabel } }`;
  const asked = (variables: object) => {
    const { ask } = split(query, variables);
    return ["sundsvall", "botkyrka"].map((owner) => ask.queryFor(owner)?.query.replace(/\s+/g, " "));
  };
  expect(asked({ no: false })).toEqual([
    "query Kommungraf { sundsvallNeed { ... on Need { label } } }",
    "query Kommungraf { botkyrka }",
  ]);
  expect(asked({ no: true })[0]).toContain("mark {");
  expect(asked({ no: true })[1]).toBeUndefined();
  expect(asked({ yes: false, no: true })).toEqual([undefined, undefined]);
});

it("refuses anything but queries", () => {
  expect(() => split("mutation { a }")).toThrow("queries only");
});
