import { OperationTypeNode } from "graphql";
import { findingAt, short } from "../../checks/finding";
import type { Finding } from "../../findings";
import type { Rule } from "../rule";
import { isObjectPart, type Survey, typesOf } from "../survey";

/** Query is the only way in, and a plain object type. */
export const rootType: Rule = (survey) => [
  ...typesOf(survey, "OTHER_ROOT")
    .filter(({ name }) => !survey.rootLines.some(({ type }) => type.name.value === name))
    .map(({ name, parts: [first] }) => readOnly(first, name)),
  ...survey.rootLines.flatMap((line) => {
    const name = line.type.name.value;
    if (line.operation !== OperationTypeNode.QUERY) return [readOnly(line.type, name)];
    return name !== "Query" && survey.hub.types.has(name) ? [hubsAsRoot(line.type, name)] : [];
  }),
  ...notPlain(survey),
];

const readOnly = (node: Parameters<typeof findingAt>[0], name: string) =>
  findingAt(node, "ROOT_TYPE", {
    message: `Subgraphs of owners are for reading only, so ${short(name)} cannot be published.`,
    remedy: "Leave it out of the schema that you publish.",
    coordinate: name,
  });

const hubsAsRoot = (node: Parameters<typeof findingAt>[0], name: string) =>
  findingAt(node, "ROOT_TYPE", {
    message: `${name} is a type of the hub's and cannot answer queries.`,
    remedy: "Name the type Query.",
    coordinate: name,
  });

function notPlain(survey: Survey): Finding[] {
  return typesOf(survey, "QUERY").flatMap(({ name, parts }) =>
    parts
      .filter((part) => !isObjectPart(part) || ("interfaces" in part && part.interfaces && part.interfaces.length > 0))
      .map((part) =>
        findingAt(part, "ROOT_TYPE", {
          message: `${short(name)} answers queries, so it must be an object type without interfaces.`,
          remedy: `Declare it as: type ${short(name)} { … }`,
          coordinate: name,
        }),
      ),
  );
}
