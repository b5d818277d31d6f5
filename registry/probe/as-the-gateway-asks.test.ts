import { buildASTSchema, parse, print } from "graphql";
import type { OwnersSchema } from "../../gateway/owners/owner-graph";
import { createSplitter } from "../../gateway/owners/split-query";
import { entityQuestions } from "./entity-questions";
import { LINK, sundsvall } from "./test-support/endpoint";

const document = parse(`${LINK}
  scalar MunicipalityCode
  type Municipality @key(fields: "code") { code: MunicipalityCode! sundsvall: SundsvallFacts }
  type Area @key(fields: "id") {
    id: ID!
    sundsvallFacts: SundsvallFacts
    sundsvallMarks: [SundsvallMark]
    sundsvallNext: Area
    sundsvallLists: SundsvallLists
  }
  type SundsvallFacts { count: Int }
  type SundsvallLists { facts: [SundsvallFacts] }
  interface SundsvallMark { name: String }
  type SundsvallPlan implements SundsvallMark { name: String }
`);
const keys: Readonly<Record<string, string>> = { Municipality: "code", Area: "id" };
const owners: OwnersSchema = {
  schema: buildASTSchema(document, { assumeValidSDL: true }),
  ownerOf: (type, field) => (keys[type] !== undefined && field.startsWith("sundsvall") ? "sundsvall" : undefined),
  keyOf: (type) => keys[type],
};
const plain = (query: string) => print(parse(query, { noLocation: true }));

/** What a client would have to ask for that the gateway asks the same. */
const asClient: Readonly<Record<string, string>> = {
  Municipality: "sundsvall { count }",
  Area: "sundsvallFacts { count } sundsvallMarks { name } sundsvallNext { id } sundsvallLists { __typename }",
};

it("asks for rows word by word as the gateway does", () => {
  const questions = entityQuestions(sundsvall, document);
  expect(new Set(questions.map(({ type }) => type))).toEqual(new Set(Object.keys(keys)));
  const split = createSplitter(owners);
  for (const { type, query } of questions) {
    const { ask } = split(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${asClient[type]} } } }`,
      {},
    );
    expect(plain(query)).toBe(plain(ask.queryFor("sundsvall")?.query ?? ""));
  }
});
