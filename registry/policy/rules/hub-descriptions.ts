import { type ASTNode, Kind } from "graphql";
import { findingAt } from "../../checks/finding";
import type { Finding } from "../../findings";
import type { Rule } from "../rule";
import { coordinateOf, isKeyField, outputFieldsOf, publicName, typesOf } from "../survey";

/** The words that most subgraphs have for a shared type become everybody's; so only the hub has any. */
export const hubDescriptions: Rule = (survey) => [
  ...survey.document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION && definition.description
      ? [described(definition.description, "the schema")]
      : [],
  ),
  ...typesOf(survey, "OPEN_ENTITY", "QUERY", "HUB_SCALAR").flatMap((type) =>
    type.parts.flatMap((part) => [
      ...("description" in part && part.description ? [described(part.description, publicName(type))] : []),
      ...outputFieldsOf(part)
        .filter((field) => isKeyField(survey, type, field))
        .flatMap((field) => (field.description ? [described(field.description, coordinateOf(type, field))] : [])),
    ]),
  ),
];

function described(node: ASTNode, what: string): Finding {
  return findingAt(node, "DESCRIPTION_OF_HUB", {
    message: `The hub itself describes ${what}, for everybody.`,
    remedy: "Take this description away.",
    ...(what === "the schema" ? {} : { coordinate: what }),
  });
}
