import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
} from "graphql";
import type { Owner } from "../../registry/model";
import { nameBook } from "../../registry/policy/names";

/**
 * What a supergraph says of everybody but one owner, a text for each type: which graph answers which field, and how. So
 * two supergraphs with and without the owner's graph can be told to be the same for the rest.
 * @param graph the owner's graph as the supergraph writes it, such as SUNDSVALL
 */
export function supergraphOfOthers(supergraph: string, graph: string, owner: Owner): Map<string, string> {
  const book = nameBook([owner]);
  const types = parse(supergraph, { noLocation: true }).definitions.filter(
    (definition: DefinitionNode): definition is TypeDefinitionNode => isTypeDefinitionNode(definition),
  );
  return new Map(
    types
      .filter(({ name }) => !book.ownerOfType(name.value))
      .map((type) => [type.name.value, print(withoutGraph(type))]),
  );

  function withoutGraph(type: TypeDefinitionNode): TypeDefinitionNode {
    const graphs = (type.directives ?? []).filter(({ name }) => name.value === "join__type").map(graphOf);
    const bare = { ...type, directives: others(type.directives) };
    if ("fields" in bare && bare.fields) {
      const fields = (bare.fields as readonly (FieldDefinitionNode | InputValueDefinitionNode)[])
        .filter(({ name }) => !book.ownerOfField(name.value))
        .map((field) => ({ ...field, directives: others(written(field.directives ?? [], graphs)) }));
      return { ...bare, fields } as TypeDefinitionNode;
    }
    if ("values" in bare && bare.values) {
      const values = bare.values
        .filter(({ name }) => !(type.name.value === "join__Graph" && name.value === graph))
        .map((value) => ({ ...value, directives: others(value.directives) }));
      return { ...bare, values };
    }
    return bare;
  }

  function others(directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
    const kept = directives.filter((directive) => graphOf(directive) !== graph);
    return kept
      .map((directive) => [print(directive), directive] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, directive]) => directive);
  }
}

/** A field that every graph of its type has alike is written without any. */
function written(directives: readonly ConstDirectiveNode[], graphs: readonly (string | undefined)[]) {
  if (directives.some(({ name }) => name.value === "join__field")) return directives;
  return [...directives, ...graphs.map((value) => joinField(value ?? ""))];
}

const joinField = (graph: string): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "join__field" },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "graph" }, value: { kind: Kind.ENUM, value: graph } },
  ],
});

function graphOf(directive: ConstDirectiveNode): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === "graph")?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}
