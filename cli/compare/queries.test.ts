import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLEnumType, parse, validate } from "graphql";
import { projectRoot } from "../../kit/project-root";
import * as choices from "./choices";
import { comparisonQuery } from "./comparison-query";
import { codesQuery, lists } from "./resolve-codes";

const schema = buildSchema(readFileSync(join(projectRoot, "schema", "api.graphql"), "utf8"));

describe("what the command asks the hub", () => {
  it.each([
    ["a comparison", comparisonQuery],
    [
      "lists of codes",
      codesQuery([
        "municipalities { code name }",
        ...Object.values(lists).map((each) => `${each.field} { ${each.selection} }`),
      ]),
    ],
  ])("fits the public schema: %s", (_what, query) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  it.each([
    ["Measure", choices.measures],
    ["Dimension", choices.dimensions],
    ["MoneyLevel", choices.levels],
    ["Normalisation", choices.normalisations],
    ["MultiValuedRule", choices.multiValuedRules],
    ["SplitRule", choices.splitRules],
    ["AmountKind", choices.amountKinds],
    ["InitiativeStatus", choices.statuses],
    ["FundingSourceKind", choices.fundingSourceKinds],
    ["OrganisationKind", choices.organisationKinds],
  ])("lets one choose what the schema has: %s", (name, values) => {
    const type = schema.getType(name) as GraphQLEnumType;
    expect(values).toEqual(type.getValues().map((value) => value.name));
  });
});
