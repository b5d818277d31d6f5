import type { NameNode } from "graphql";
import { findingAt, short } from "../../checks/finding";
import type { Rule } from "../rule";
import { coordinateOf, type DeclaredType, isFederationField, membersOf, publicName } from "../survey";

/**
 * Two underscores together are GraphQL's at the beginning of a name, and federation's and the gateway's within it, such as
 * join__Graph and name__with_1a2b3c4d. The gateway sets clients' aliases aside under names that begin with clientAlias_.
 */
export const isReserved = (name: string) => name.includes("__") || name.startsWith("clientAlias_") || unsafe.has(name);

/** Names that every JavaScript object has; a tool that keeps fields in one would trip over them. */
const unsafe: ReadonlySet<string> = new Set(["constructor", "prototype", "toString", "valueOf", "hasOwnProperty"]);

export const reservedNames: Rule = ({ types }) =>
  [...types.values()]
    .filter(({ standing }) => standing !== "FEDERATION")
    .flatMap((type) => [...namesOf(type)])
    .filter(([name]) => isReserved(name.value))
    .map(([name, coordinate]) =>
      findingAt(name, "RESERVED_NAME", {
        message: `${short(name.value)} is a name that GraphQL, federation or the gateway keeps to itself.`,
        remedy: "Choose another name, without two underscores together.",
        coordinate,
      }),
    );

function* namesOf(type: DeclaredType): Generator<[NameNode, string]> {
  yield [type.parts[0].name, publicName(type)];
  for (const member of type.parts.flatMap(membersOf)) {
    if (member.kind === "FieldDefinition" && type.standing === "QUERY" && isFederationField(member)) continue;
    yield [member.name, coordinateOf(type, member)];
    for (const argument of ("arguments" in member && member.arguments) || []) {
      yield [argument.name, coordinateOf(type, member, argument)];
    }
  }
}
