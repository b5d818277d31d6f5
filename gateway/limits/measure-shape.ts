import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** What can be said of an operation from its text alone. */
export interface Shape {
  depth: number;
  introspectionDepth: number;
  aliases: number;
  rootFields: number;
}

/** Figures beyond this are all the same to us; so they stay exact and printable. */
export const BEYOND_MEASURE = 1_000_000_000;

const NOTHING: Shape = { depth: 0, introspectionDepth: 0, aliases: 0, rootFields: 0 };

/**
 * Measures every operation of the document and gives the largest of each figure. Each fragment is measured once, so
 * that fragments which spread each other cost linear time. The document need not be valid.
 */
export function measureShape(document: DocumentNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const measured = new Map<string, Shape>();

  function ofFragment(name: string): Shape {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    // A fragment that spreads itself counts as nothing here; validation refuses it.
    measured.set(name, NOTHING);
    const shape = fragment ? ofSelection(fragment.selectionSet) : { ...NOTHING };
    shape.aliases = Math.min(shape.aliases, BEYOND_MEASURE);
    shape.rootFields = Math.min(shape.rootFields, BEYOND_MEASURE);
    measured.set(name, shape);
    return shape;
  }

  function ofSelection(selection: SelectionSetNode): Shape {
    const shape = { ...NOTHING };
    const seen = new Set<string>();
    for (const node of selection.selections) {
      if (node.kind !== Kind.FIELD) {
        const inner = node.kind === Kind.FRAGMENT_SPREAD ? ofFragment(node.name.value) : ofSelection(node.selectionSet);
        shape.depth = Math.max(shape.depth, inner.depth);
        shape.introspectionDepth = Math.max(shape.introspectionDepth, inner.introspectionDepth);
        shape.aliases += inner.aliases;
        shape.rootFields += inner.rootFields;
        continue;
      }
      const responseName = (node.alias ?? node.name).value;
      shape.rootFields += 1;
      if (node.alias || seen.has(responseName)) shape.aliases += 1;
      seen.add(responseName);
      const inner = node.selectionSet ? ofSelection(node.selectionSet) : NOTHING;
      shape.aliases += inner.aliases;
      const isIntrospection = node.name.value === "__schema" || node.name.value === "__type";
      const depth = 1 + inner.depth;
      if (isIntrospection) shape.introspectionDepth = Math.max(shape.introspectionDepth, depth);
      else {
        shape.depth = Math.max(shape.depth, depth);
        shape.introspectionDepth = Math.max(shape.introspectionDepth, inner.introspectionDepth);
      }
    }
    return shape;
  }

  return operations
    .map((operation) => ofSelection(operation.selectionSet))
    .reduce(
      (largest, shape) => ({
        depth: Math.max(largest.depth, shape.depth),
        introspectionDepth: Math.max(largest.introspectionDepth, shape.introspectionDepth),
        aliases: Math.max(largest.aliases, shape.aliases),
        rootFields: Math.max(largest.rootFields, shape.rootFields),
      }),
      NOTHING,
    );
}
