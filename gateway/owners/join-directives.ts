import { type ConstDirectiveNode, type DocumentNode, type EnumValueDefinitionNode, Kind } from "graphql";

/** Anything that join directives can stand on. */
interface Joined {
  readonly directives?: readonly ConstDirectiveNode[];
}

/** The values of `join__Graph`, one for each subgraph. */
export function graphValues(supergraph: DocumentNode): readonly EnumValueDefinitionNode[] {
  return supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph"
      ? (definition.values ?? [])
      : [],
  );
}

export function joins(node: Joined, name: string): readonly ConstDirectiveNode[] {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

/** A string's or an enum value's text; undefined when the argument is not given. */
export function textArgument(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** The fields of a `join__type`'s key, written as one writes them: what GraphQL reads past makes no other key of it. */
export const keyArgument = (directive: ConstDirectiveNode): string | undefined =>
  textArgument(directive, "key")
    ?.replace(/[\s,\ufeff]+/g, " ")
    .trim();

export function isFlag(directive: ConstDirectiveNode, name: string, expected: boolean): boolean {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value === expected;
}
