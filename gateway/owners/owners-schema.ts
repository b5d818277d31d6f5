import {
  buildASTSchema,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { isFlag, joins, keyArgument, textArgument } from "./join-directives";
import type { OwnersSchema } from "./owner-graph";

const NAME = /^[_A-Za-z]\w*$/;

/**
 * Who owns which fields, as the supergraph's own directives say it.
 * @param unfolded the supergraph in which each owner still has its own graph
 * @param folded the one whose types are served
 * @param ownerOfGraph owners' names by their values of `join__Graph`
 * @throws Error when two owners share a field, when an owner extends a type by anything but one field, or answers
 *   anything but queries
 */
export function readOwnersSchema(
  unfolded: DocumentNode,
  folded: DocumentNode,
  ownerOfGraph: ReadonlyMap<string, string>,
): OwnersSchema {
  const keys = new Map<string, string>();
  const fields = new Map<string, string>();
  const roots = rootTypes(unfolded);
  for (const definition of unfolded.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const { value: type } = definition.name;
    const graphs = joins(definition, "join__type").map((join) => textArgument(join, "graph") ?? "");
    if (!graphs.some((graph) => ownerOfGraph.has(graph))) continue;
    if (type === roots.mutation || type === roots.subscription) throw new Error(`An owner has fields of ${type}.`);
    const isOpen = type !== roots.query && graphs.some((graph) => !ownerOfGraph.has(graph));
    const key = isOpen ? keyOf(definition, ownerOfGraph) : undefined;
    if (key !== undefined) keys.set(type, key);
    if (key === undefined && type !== roots.query) continue;
    for (const field of definition.fields ?? []) {
      const owner = soleOwner(type, field, graphs, ownerOfGraph);
      if (owner !== undefined) fields.set(`${type}.${field.name.value}`, owner);
    }
  }
  return {
    schema: buildASTSchema(folded, { assumeValid: true, assumeValidSDL: true }),
    ownerOf: (type, field) => fields.get(`${type}.${field}`),
    keyOf: (type) => keys.get(type),
  };
}

function rootTypes(supergraph: DocumentNode): Record<string, string> {
  const roots: Record<string, string> = { query: "Query", mutation: "Mutation", subscription: "Subscription" };
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION) continue;
    for (const { operation, type } of definition.operationTypes) roots[operation] = type.name.value;
  }
  return roots;
}

/** The one field by which owners extend the type; undefined for a type of values, which has no key. */
function keyOf(type: ObjectTypeDefinitionNode, ownerOfGraph: ReadonlyMap<string, string>): string | undefined {
  const keys = new Set(
    joins(type, "join__type")
      .filter((join) => ownerOfGraph.has(textArgument(join, "graph") ?? ""))
      .flatMap((join) => keyArgument(join) ?? []),
  );
  const [key] = keys;
  if (keys.size > 1 || (key !== undefined && !NAME.test(key))) {
    throw new Error(`Owners extend ${type.name.value} by ${[...keys].join(" and by ")}, not by one field.`);
  }
  return key;
}

/** The owner that alone declares the field; undefined for one that a room declares too. */
function soleOwner(
  type: string,
  field: FieldDefinitionNode,
  graphsOfType: readonly string[],
  ownerOfGraph: ReadonlyMap<string, string>,
): string | undefined {
  const declared = joins(field, "join__field")
    .filter((join) => !isFlag(join, "external", true))
    .flatMap((join) => textArgument(join, "graph") ?? []);
  // A field without the directive is in every graph that has the type.
  const graphs = new Set(declared.length > 0 ? declared : graphsOfType);
  const owners = [...graphs].map((graph) => ownerOfGraph.get(graph));
  if (owners.includes(undefined)) return undefined;
  if (owners.length > 1) throw new Error(`${type}.${field.name.value} is a field of ${owners.join(" and of ")}.`);
  return owners[0];
}
