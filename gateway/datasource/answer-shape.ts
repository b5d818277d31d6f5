import { Kind, parse, type SelectionSetNode } from "graphql";
import { Lru } from "../lru";
import type { FieldTypes } from "../supergraph/field-types";

/** What an answer must look like: only fields that are lists or objects, since other values are checked later. */
interface Shape {
  lists: number;
  inner: ReadonlyMap<string, Shape> | undefined;
}

/**
 * Makes a check for one subgraph's answers: where the data is not built as the schema promises (a word for a list, a
 * list for an object), it is set to null in place. Without it such data would spoil the whole answer of the hub.
 * @returns the places that were set to null
 */
export function createShapeCheck(types: FieldTypes) {
  const shapes = new Lru<ReadonlyMap<string, Shape>>(500);

  return function nullifyBrokenParts(query: string, data: Record<string, unknown>): (string | number)[][] {
    const broken: (string | number)[][] = [];
    checkObject(
      data,
      shapes.getOrMake(query, () => shapeOfQuery(query, types)),
      [],
      broken,
    );
    return broken;
  };
}

function shapeOfQuery(query: string, types: FieldTypes): ReadonlyMap<string, Shape> {
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return new Map();
  return shapeOfSelections([[operation.selectionSet, types.roots[operation.operation] ?? ""]], types);
}

/** Selections under one response name may come from several fragments; they are of one build, as validation ensures. */
function shapeOfSelections(selections: [SelectionSetNode, string][], types: FieldTypes): ReadonlyMap<string, Shape> {
  const found = new Map<string, { lists: number; below: [SelectionSetNode, string][] }>();
  const collect = (selection: SelectionSetNode, parent: string) => {
    for (const node of selection.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, node.typeCondition?.name.value ?? parent);
      if (node.kind !== Kind.FIELD) continue;
      const type = node.name.value === "_entities" ? { lists: 1, type: "" } : types.of(parent, node.name.value);
      if (!type || (type.lists === 0 && !node.selectionSet)) continue;
      const name = (node.alias ?? node.name).value;
      const known = found.get(name) ?? { lists: type.lists, below: [] };
      if (node.selectionSet) known.below.push([node.selectionSet, type.type]);
      found.set(name, known);
    }
  };
  for (const [selection, parent] of selections) collect(selection, parent);
  return new Map(
    [...found].map(([name, { lists, below }]) => [
      name,
      { lists, inner: below.length === 0 ? undefined : shapeOfSelections(below, types) },
    ]),
  );
}

function checkObject(
  value: Record<string, unknown>,
  shape: ReadonlyMap<string, Shape>,
  path: readonly (string | number)[],
  broken: (string | number)[][],
): void {
  for (const [name, { lists, inner }] of shape) {
    const child = value[name];
    if (child === null || child === undefined) continue;
    if (!isSound(child, lists, inner, [...path, name], broken)) {
      value[name] = null;
      broken.push([...path, name]);
    }
  }
}

function isSound(
  value: unknown,
  lists: number,
  inner: ReadonlyMap<string, Shape> | undefined,
  path: readonly (string | number)[],
  broken: (string | number)[][],
): boolean {
  if (value === null || value === undefined) return true;
  if (lists > 0) {
    if (!Array.isArray(value)) return false;
    for (let index = 0; index < value.length; index += 1) {
      if (isSound(value[index], lists - 1, inner, [...path, index], broken)) continue;
      value[index] = null;
      broken.push([...path, index]);
    }
    return true;
  }
  if (!inner) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const object = value as Record<string, unknown>;
  if (object.__typename !== undefined && typeof object.__typename !== "string") return false;
  checkObject(object, inner, path, broken);
  return true;
}
