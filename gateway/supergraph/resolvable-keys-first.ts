import type { ConstDirectiveNode, DocumentNode } from "graphql";
import { Kind } from "graphql";

/**
 * The planner may take the first key of a type that fits, even one that its subgraph cannot resolve, and then finds no
 * way on. With the resolvable keys first it finds the way that is there.
 */
export function resolvableKeysFirst(supergraph: DocumentNode): DocumentNode {
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((definition) => {
      if (!("directives" in definition) || !definition.directives) return definition;
      const joins = definition.directives.filter(isJoinType);
      if (!joins.some(isUnresolvable)) return definition;
      const inOrder = [...joins.filter((join) => !isUnresolvable(join)), ...joins.filter(isUnresolvable)];
      const others = definition.directives.filter((directive) => !isJoinType(directive as ConstDirectiveNode));
      return { ...definition, directives: [...inOrder, ...others] };
    }),
  } as DocumentNode;
}

const isJoinType = (directive: { readonly name: { readonly value: string } }) => directive.name.value === "join__type";

const isUnresolvable = (join: unknown) =>
  (join as ConstDirectiveNode).arguments?.some(
    ({ name, value }) => name.value === "resolvable" && value.kind === Kind.BOOLEAN && !value.value,
  ) ?? false;
