import { type ASTNode, Kind, parse, print, stripIgnoredCharacters, visit } from "graphql";
import { importsOf } from "../../checks/check-links";
import { findingAt } from "../../checks/finding";
import type { Finding } from "../../findings";
import { federationFields, federationTypes } from "../federation-types";
import type { Rule } from "../rule";
import { isFederationField, outputFieldsOf, typesOf } from "../survey";

/** What federation's libraries print is let through only as they print it, or it would be a way into everybody's schema. */
export const federationDefinitions: Rule = (survey) => [
  ...typesOf(survey, "FEDERATION").flatMap(({ name, parts: [first, second] }) => {
    if (second) return [notFederations(second, name)];
    if (name === "FieldSet" && !importsOf(survey.document).has("FieldSet")) return [notFederations(first, name)];
    const forms = (federationTypes.get(name) ?? []).map((form) => plain(parse(form)));
    const isUnion = first.kind === Kind.UNION_TYPE_DEFINITION && name === "_Entity";
    return forms.includes(plain(isUnion ? { ...first, types: [] } : first)) ? [] : [notFederations(first, name)];
  }),
  ...typesOf(survey, "QUERY").flatMap(({ parts }) =>
    parts
      .flatMap(outputFieldsOf)
      .filter(isFederationField)
      .filter(
        (field) =>
          !federationFields.get(field.name.value)?.some((form) => plain(field) === stripIgnoredCharacters(form)),
      )
      .map((field) => notFederations(field, field.name.value)),
  ),
];

/** A definition without descriptions and spaces. */
function plain(node: ASTNode): string {
  const bare = visit(node, {
    enter(inner) {
      return "description" in inner && inner.description ? { ...inner, description: undefined } : undefined;
    },
  });
  return stripIgnoredCharacters(print(bare));
}

const notFederations = (node: ASTNode, name: string): Finding =>
  findingAt(node, "FEDERATION_DEFINITION", {
    message: `${name} is one of federation's own names, and what stands here is not federation's or not imported.`,
    remedy: "Leave it out of the schema that you publish.",
    coordinate: name,
  });
