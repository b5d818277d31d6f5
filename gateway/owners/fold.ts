import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type EnumValueDefinitionNode,
  Kind,
  print,
} from "graphql";
import { readSupergraphHeader } from "../../kit/supergraph-header";
import { graphValues, isFlag, joins, keyArgument, textArgument } from "./join-directives";
import { OWNERS_GRAPH, type OwnerGraph, type OwnersSchema } from "./owner-graph";
import { readOwnersSchema } from "./owners-schema";

export interface Folded {
  supergraph: DocumentNode;
  owners: ReadonlyMap<string, OwnerGraph>;
  /** Undefined when no owner has a subgraph. */
  ownersSchema: OwnersSchema | undefined;
}

/**
 * Makes one graph, `owners`, of all subgraphs that the lines before the supergraph say are owners'. The planner's work
 * grows with the square of the subgraphs that share a key, so hundreds of them would stall the gateway; it may see them
 * as one because no two owners have a type or field in common.
 * @param sdl the supergraph's text, with its header
 * @param document the same, parsed
 * @throws Error when the text breaks what folding rests on
 */
export function foldOwners(sdl: string, document: DocumentNode): Folded {
  const named = new Map(readSupergraphHeader(sdl).map((owner) => [owner.name, owner]));
  const owners = new Map<string, OwnerGraph>();
  const ownerOfGraph = new Map<string, string>();
  for (const value of graphValues(document)) {
    const [graph] = joins(value, "join__graph");
    const owner = named.get(textArgument(graph, "name") ?? "");
    if (!owner) continue;
    owners.set(owner.name, { ...owner, url: textArgument(graph, "url") ?? "" });
    ownerOfGraph.set(value.name.value, owner.name);
  }
  if (owners.size === 0) return { supergraph: document, owners, ownersSchema: undefined };

  const folded = nameOfFolded(document, ownerOfGraph);
  const supergraph: DocumentNode = {
    ...document,
    definitions: document.definitions.map((definition) => foldDefinition(definition, folded, ownerOfGraph)),
  };
  return { supergraph, owners, ownersSchema: readOwnersSchema(document, supergraph, ownerOfGraph) };
}

function nameOfFolded(document: DocumentNode, ownerOfGraph: ReadonlyMap<string, string>): string {
  const rooms = graphValues(document).filter(({ name }) => !ownerOfGraph.has(name.value));
  if (rooms.some((room) => textArgument(joins(room, "join__graph")[0], "name") === OWNERS_GRAPH)) {
    throw new Error(`The supergraph has a subgraph "${OWNERS_GRAPH}", which is the name of all owners' subgraphs.`);
  }
  let name = OWNERS_GRAPH.toUpperCase();
  while (rooms.some((room) => room.name.value === name)) name += "_";
  return name;
}

type Owners = ReadonlyMap<string, string>;

function foldDefinition(definition: DefinitionNode, folded: string, owners: Owners): DefinitionNode {
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph") {
    return foldGraphs(definition, folded, owners);
  }
  const withDirectives = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node): Node =>
    node.directives?.length ? { ...node, directives: foldDirectives(node.directives, folded, owners) } : node;
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return withDirectives({ ...definition, fields: definition.fields?.map(withDirectives) } as typeof definition);
    case Kind.ENUM_TYPE_DEFINITION:
      return withDirectives({ ...definition, values: definition.values?.map(withDirectives) });
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCHEMA_DEFINITION:
      return withDirectives(definition);
    default:
      return definition;
  }
}

function foldGraphs(graphs: EnumTypeDefinitionNode, folded: string, owners: Owners): EnumTypeDefinitionNode {
  const rooms = (graphs.values ?? []).filter(({ name }) => !owners.has(name.value));
  const text = (name: string, value: string) => ({
    kind: Kind.ARGUMENT as const,
    name: { kind: Kind.NAME as const, value: name },
    value: { kind: Kind.STRING as const, value },
  });
  const value: EnumValueDefinitionNode = {
    kind: Kind.ENUM_VALUE_DEFINITION,
    name: { kind: Kind.NAME, value: folded },
    directives: [
      {
        kind: Kind.DIRECTIVE,
        name: { kind: Kind.NAME, value: "join__graph" },
        // The library complains of a graph without address; this one is never asked under it.
        arguments: [text("name", OWNERS_GRAPH), text("url", "http://owners.invalid")],
      },
    ],
  };
  return { ...graphs, values: [...rooms, value] };
}

/** The directives of one place: those of owners' graphs under the new name, each once and at the first one's place. */
function foldDirectives(
  directives: readonly ConstDirectiveNode[],
  folded: string,
  owners: Owners,
): readonly ConstDirectiveNode[] {
  const places = new Map<string, ConstDirectiveNode>();
  for (const directive of directives) {
    const renamed = withGraph(directive, folded, owners);
    const place = renamed === directive ? `${places.size}` : placeOf(renamed);
    const known = places.get(place);
    places.set(place, known ? stronger(known, renamed) : renamed);
  }
  const kept = [...places.values()];
  // Where one owner names the key, another's bare mention adds nothing.
  const hasKey = kept.some((one) => isOf(one, "join__type", folded) && textArgument(one, "key") !== undefined);
  return hasKey
    ? kept.filter((one) => !isOf(one, "join__type", folded) || textArgument(one, "key") !== undefined)
    : kept;
}

const isOf = (directive: ConstDirectiveNode, name: string, graph: string) =>
  directive.name.value === name && textArgument(directive, "graph") === graph;

/** Directives with the same place say the same of the folded graph. */
function placeOf(directive: ConstDirectiveNode): string {
  const { value: name } = directive.name;
  if (name === "join__type") return `${name} ${keyArgument(directive) ?? ""}`;
  if (name === "join__field") return name;
  return print(directive);
}

/** Of two owners' words on one place, the one that promises more: a key that resolves, a field that is its own. */
function stronger(known: ConstDirectiveNode, other: ConstDirectiveNode): ConstDirectiveNode {
  if (isFlag(known, "resolvable", false) && !isFlag(other, "resolvable", false)) return other;
  if (isFlag(known, "external", true) && !isFlag(other, "external", true)) return other;
  return known;
}

/** The directive with the folded graph in place of owners'; the same object when it names none of them. */
function withGraph(directive: ConstDirectiveNode, folded: string, owners: Owners): ConstDirectiveNode {
  if (!directive.name.value.startsWith("join__")) return directive;
  const isOwners = (value: ConstValueNode) => value.kind === Kind.ENUM && owners.has(value.value);
  const graph: ConstValueNode = { kind: Kind.ENUM, value: folded };
  let changed = false;
  const given = directive.arguments?.map((argument) => {
    const { name, value } = argument;
    if (name.value === "graph" && isOwners(value)) {
      changed = true;
      return { ...argument, value: graph };
    }
    if (name.value === "graphs" && value.kind === Kind.LIST && value.values.some(isOwners)) {
      changed = true;
      return { ...argument, value: { ...value, values: [...value.values.filter((one) => !isOwners(one)), graph] } };
    }
    return argument;
  });
  return changed ? { ...directive, arguments: given } : directive;
}
