import { type ASTNode, Kind, visit } from "graphql";
import { findingAt, short } from "../../checks/finding";
import type { Finding } from "../../findings";
import type { Rule } from "../rule";
import { coordinateOf, isKeyField, membersOf, namedIn, publicName } from "../survey";

interface Named {
  readonly node: ASTNode;
  readonly name: string;
  readonly coordinate?: string;
}

/** Of two that bear one name, tools take now the first, now the last: what was checked may not be what is used. */
export const declaredTwice: Rule = (survey) => {
  const { document } = survey;
  const definitions = document.definitions.flatMap((definition): Named[] => {
    if (definition.kind === Kind.SCHEMA_DEFINITION) return [{ node: definition, name: "schema" }];
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) return [named(definition, `@${definition.name.value}`)];
    return /TypeDefinition$/.test(definition.kind) && "name" in definition && definition.name
      ? [named(definition, definition.name.value)]
      : [];
  });
  const rootLines = survey.rootLines.map((node) => ({ node, name: node.operation, coordinate: node.operation }));
  const findings = [...twice(definitions), ...twice(rootLines)];
  for (const type of survey.types.values()) {
    const members = type.parts.flatMap(membersOf);
    findings.push(
      ...twice(
        members
          // A key field twice has a finding of its own.
          .filter((member) => member.kind !== Kind.FIELD_DEFINITION || !isKeyField(survey, type, member))
          .map((member) => ({ node: member, name: member.name.value, coordinate: coordinateOf(type, member) })),
      ),
      ...twice(
        type.parts.flatMap(namedIn).map((node) => ({ node, name: node.name.value, coordinate: publicName(type) })),
      ),
    );
    for (const member of members) {
      const inputs = ("arguments" in member && member.arguments) || [];
      findings.push(
        ...twice(inputs.map((node) => ({ node, name: node.name.value, coordinate: coordinateOf(type, member, node) }))),
      );
    }
  }
  visit(document, {
    Directive(node) {
      findings.push(...twice((node.arguments ?? []).map((given) => named(given, given.name.value))));
    },
    ObjectValue(node) {
      findings.push(...twice(node.fields.map((field) => named(field, field.name.value))));
    },
  });
  return findings;
};

const named = (node: ASTNode, name: string): Named => ({ node, name, coordinate: name });

/** One finding for each that stands again. */
function twice(all: readonly Named[]): Finding[] {
  const seen = new Set<string>();
  return all.flatMap(({ node, name, coordinate }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const words = { message: `${short(name)} stands twice.`, remedy: "Keep one of them.", coordinate };
    return [findingAt(node, "DECLARED_TWICE", words)];
  });
}
