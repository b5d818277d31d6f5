import type { ASTNode } from "graphql";
import { findingAt, short } from "../../checks/finding";
import type { Rule } from "../rule";
import { addedFields, coordinateOf, outputFieldsOf, typesOf } from "../survey";

/** How many are named. */
const NAMED = 5;

/** Others than the owner read the schema, so it should say what things are. One finding for all. */
export const descriptions: Rule = (survey) => {
  const lacking: { node: ASTNode; coordinate: string }[] = [];
  for (const { field, coordinate } of addedFields(survey)) {
    if (!field.description) lacking.push({ node: field, coordinate });
  }
  for (const type of typesOf(survey, "OWN")) {
    const [first] = type.parts;
    const isDescribed = type.parts.some((part) => "description" in part && part.description);
    if (!isDescribed) lacking.push({ node: first, coordinate: type.name });
    for (const field of type.parts.flatMap(outputFieldsOf)) {
      if (!field.description) lacking.push({ node: field, coordinate: coordinateOf(type, field) });
    }
  }
  const [first] = lacking;
  if (!first) return [];
  const named = lacking.slice(0, NAMED).map(({ coordinate }) => short(coordinate));
  const more = lacking.length > NAMED ? ` and ${lacking.length - NAMED} more` : "";
  return [
    findingAt(
      first.node,
      "NO_DESCRIPTION",
      {
        message: `Nothing says what these are: ${named.join(", ")}${more}.`,
        remedy: 'Write what it is in quotation marks before each: "Needs that the area has told us."',
        coordinate: first.coordinate,
      },
      "WARNING",
    ),
  ];
};
