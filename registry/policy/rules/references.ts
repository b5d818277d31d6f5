import { Kind, type NamedTypeNode } from "graphql";
import { findingAt, short } from "../../checks/finding";
import type { Finding } from "../../findings";
import type { Rule } from "../rule";
import { coordinateOf, isFederationField, membersOf, namedIn, namedType, type Survey, typesOf } from "../survey";
import { isReserved } from "./reserved-names";

/** A type may be made of the owner's own types, open entities and scalars. What is declared wrongly is told there. */
export const references: Rule = (survey) => [
  ...[...survey.types.values()]
    .filter(({ standing }) => standing !== "FEDERATION")
    .flatMap((type) =>
      type.parts.flatMap(membersOf).flatMap((member) => {
        if (member.kind === Kind.ENUM_VALUE_DEFINITION) return [];
        const isField = member.kind === Kind.FIELD_DEFINITION;
        if (isField && type.standing === "QUERY" && isFederationField(member)) return [];
        const inputs = isField ? (member.arguments ?? []) : [];
        return [
          ...judge(survey, namedType(member.type), coordinateOf(type, member)),
          ...inputs.flatMap((input) => judge(survey, namedType(input.type), coordinateOf(type, member, input))),
        ];
      }),
    ),
  // Other members of a union are refused by the rule about them.
  ...typesOf(survey, "OWN").flatMap(({ name, parts }) =>
    parts
      .flatMap(namedIn)
      .filter((member) => survey.standingOf(member.name.value) === "OWN" && !survey.types.has(member.name.value))
      .map((member) => undeclared(survey, member, name)),
  ),
  ...survey.rootLines
    .filter(({ operation, type }) => operation === "query" && !survey.types.has(type.name.value))
    .flatMap(({ type }) => (survey.hub.types.has(type.name.value) ? [] : [undeclared(survey, type, type.name.value)])),
];

function judge(survey: Survey, type: NamedTypeNode, coordinate: string): Finding[] {
  const name = type.name.value;
  const standing = survey.standingOf(name);
  if (standing === "QUERY" || (standing === "HUB" && !survey.types.has(name))) {
    return [
      findingAt(type, "REFERENCE_TO_HUB", {
        message: `${short(name)} is the hub's, and only the hub can answer for it.`,
        remedy: `Use one of ${[...survey.hub.entities.keys()].join(", ")}, or a type of your own.`,
        coordinate,
      }),
    ];
  }
  if (standing === "FEDERATION") {
    return [
      findingAt(type, "FEDERATION_DEFINITION", {
        message: `${name} is a type of federation's own and is not for data.`,
        remedy: "Use a type of your own.",
        coordinate,
      }),
    ];
  }
  if (survey.types.has(name) || standing === "BUILT_IN") return [];
  if (standing === "OTHER_OWNER" && !isReserved(name)) {
    return [
      findingAt(type, "REFERENCE_TO_OTHER_OWNER", {
        message: `${short(name)} belongs to ${survey.names.ownerOfType(name)?.title}.`,
        remedy: "Use a type of your own.",
        coordinate,
      }),
    ];
  }
  return [undeclared(survey, type, coordinate)];
}

function undeclared(survey: Survey, type: NamedTypeNode, coordinate: string): Finding {
  const name = type.name.value;
  const entity = survey.hub.entities.get(name);
  const stub =
    entity && `type ${name} @key(fields: "${entity.key}", resolvable: false) { ${entity.key}: ${entity.keyType} }`;
  const line = stub ?? (survey.hub.scalars.has(name) ? `scalar ${name}` : undefined);
  return findingAt(type, "UNDECLARED_TYPE", {
    message: `${short(name)} is used here, and the schema does not declare it.`,
    remedy: line ? `Add: ${line}` : "Declare it, or mend its name.",
    coordinate,
  });
}
