import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { publicError } from "../../kit/errors";
import { Lru } from "../lru";
import type { OwnersSchema } from "./owner-graph";
import { conditionValues, type PlannedQuery, plainSelection, readPlannedQuery } from "./plain-query";
import { createLeafReader, type LeafReader } from "./read-leaf";

/** A fetch of the planner, split by owner. */
export interface Split {
  /** `rows` asks about rows that the planner names (`_entities`), under this response name; `root` asks for root fields. */
  kind: "root" | "rows";
  name: string;
  ask: Ask;
}

/** What is asked for in one place, by the type of the row that stands there. */
export interface Ask {
  ofType(type: string): TypeAsk | undefined;
  /** The query for an owner, and the variables it uses; undefined when none of its fields is asked for. */
  queryFor(owner: string): { query: string; variables: ReadonlySet<string> } | undefined;
  /** Response names of the owner's query that are ours. */
  aliases: Aliases;
  /** The variable of an owner's query that holds the rows it is asked about. */
  rowsVariable: string;
}

export interface TypeAsk {
  /** The field that names a row; undefined for the root. */
  key: string | undefined;
  /** What the hub knows without asking. */
  given: readonly { name: string; is: "typename" | "key" }[];
  /** What owners are asked for, by response name; it is null where its owner has no say. */
  byOwner: ReadonlyMap<string, { names: readonly string[]; fields: readonly FieldNode[]; shape: ObjectShape }>;
}

/** How an answered object is read, by the type it is of. */
export interface ObjectReader {
  /** Where the owner says which type it is of; undefined when it can only be one. */
  typenameAt: string | undefined;
  shapeOf(typename: string | undefined): ObjectShape | undefined;
}

export interface ObjectShape {
  type: string;
  fields: readonly ReadField[];
  /** Set where a row of the hub stands: the owner names it, and its fields are asked for afterwards. */
  row: { keyAt: string; key: string; ask: Ask } | undefined;
}

export interface ReadField {
  name: string;
  /** Undefined for the name of the object's type. */
  value: { lists: number; nonNull: NonNull; leaf: LeafReader; inner: ObjectReader | undefined } | undefined;
}

/** Whether a value may not be null, by the lists that it has itself: of `[[Int]!]` the innermost, the inner list, the outer. */
export type NonNull = readonly boolean[];

export interface Aliases {
  typename: string;
  key(field: string): string;
}

const ROWS_VARIABLE = "representations";

/** The name of every query that an owner sees from the hub. */
const OPERATION = "Kommungraf";

/** An interface of an owner that also a row of the hub has is asked for type by type, which can grow very large. */
const MOST_NODES = 20_000;

/**
 * Splits fetches on the graph of all owners. Texts repeat, so each is split once.
 * @returns a function that may throw DEPTH_LIMIT_EXCEEDED for a query that cannot be written out for an owner
 */
export function createSplitter(owners: OwnersSchema) {
  const planned = new Lru<PlannedQuery>(500);
  const splits = new Lru<Split>(500);
  const openTypes = Object.keys(owners.schema.getTypeMap()).filter((name) => owners.keyOf(name) !== undefined);

  return function split(text: string, variables: Readonly<Record<string, unknown>>): Split {
    const query = planned.getOrMake(text, () => readPlannedQuery(text));
    const values = conditionValues(query, variables);
    return splits.getOrMake(`${values.map(Number).join("")} ${text}`, () =>
      splitQuery(query, values, owners, openTypes),
    );
  };
}

function splitQuery(
  query: PlannedQuery,
  values: readonly boolean[],
  owners: OwnersSchema,
  openTypes: readonly string[],
): Split {
  const selection = plainSelection(query, values);
  const [first] = selection.selections;
  const isRows = first?.kind === Kind.FIELD && first.name.value === "_entities";
  const compiler = createCompiler(query.operation, isRows, selection, owners, openTypes);
  if (isRows && first.selectionSet) {
    return { kind: "rows", name: (first.alias ?? first.name).value, ask: compiler.rows([first.selectionSet]) };
  }
  return { kind: "root", name: "", ask: compiler.root([selection]) };
}

type Sets = readonly SelectionSetNode[];

function createCompiler(
  { operation, variableDefinitions = [] }: OperationDefinitionNode,
  isRows: boolean,
  whole: SelectionSetNode,
  owners: OwnersSchema,
  openTypes: readonly string[],
) {
  const { schema } = owners;
  const root = schema.getQueryType()?.name ?? "Query";
  const aliases = unusedAliases(whole);
  // The planner's own variable of that name is ours to fill; a client's must stay what it is.
  const others = variableDefinitions.filter(({ variable: { name } }) => !isRows || name.value !== ROWS_VARIABLE);
  const rowsVariable = unusedName(ROWS_VARIABLE, new Set(others.map(({ variable: { name } }) => name.value)));
  const leafReaders = new Map<string, LeafReader>();
  let nodes = 0;

  return {
    root: (sets: Sets) => ask(sets, (owner, of) => ownFields(owner, root, of)),
    rows: (sets: Sets) => rows(sets, openTypes),
  };

  function rows(sets: Sets, types: readonly string[]): Ask {
    return ask(sets, (owner, of) => rowsOf(owner, types, of));
  }

  function ask(sets: Sets, fieldsFor: (owner: string, of: Ask["ofType"]) => readonly SelectionNode[]): Ask {
    const types = new Map<string, TypeAsk | undefined>();
    const queries = new Map<string, ReturnType<Ask["queryFor"]>>();
    const ofType = (type: string) => memo(types, type, () => typeAsk(type, sets));
    return {
      aliases,
      rowsVariable,
      ofType,
      queryFor: (owner) => memo(queries, owner, () => writeQuery(fieldsFor(owner, ofType))),
    };
  }

  function typeAsk(type: string, sets: Sets): TypeAsk | undefined {
    const key = owners.keyOf(type);
    if (key === undefined && type !== root) return undefined;
    const fields = fieldsOf(type, sets);
    const given: { name: string; is: "typename" | "key" }[] = [];
    const byOwner = new Map<string, Map<string, FieldNode[]>>();
    for (const [name, same] of fields) {
      const field = same[0]?.name.value ?? "";
      if (field === "__typename") given.push({ name, is: "typename" });
      else if (field === key) given.push({ name, is: "key" });
      const owner = owners.ownerOf(type, field);
      if (owner === undefined) continue;
      const ofOwner = byOwner.get(owner) ?? new Map<string, FieldNode[]>();
      byOwner.set(owner, ofOwner.set(name, same));
    }
    return {
      key,
      given,
      byOwner: new Map(
        [...byOwner].map(([owner, ofOwner]) => [
          owner,
          {
            names: [...ofOwner.keys()],
            fields: [...ofOwner.values()].flat(),
            shape: { type, fields: readFields(type, ofOwner), row: undefined },
          },
        ]),
      ),
    };
  }

  function ownFields(owner: string, type: string, of: Ask["ofType"]): SelectionNode[] {
    const fields = of(type)?.byOwner.get(owner)?.fields ?? [];
    return fields.flatMap((field) => writeField(field, type));
  }

  /** `_entities` with the owner's fields of each type; each row's key is asked back, to see that it is the right one. */
  function rowsOf(owner: string, types: readonly string[], of: Ask["ofType"]): SelectionNode[] {
    const fragments = types.flatMap((type) => {
      const fields = ownFields(owner, type, of);
      return fields.length === 0 ? [] : [fragmentOn(type, [keyField(owners.keyOf(type) ?? ""), ...fields])];
    });
    if (fragments.length === 0) return [];
    return [entitiesField(rowsVariable, [typenameField(), ...fragments])];
  }

  function writeQuery(selections: readonly SelectionNode[]): ReturnType<Ask["queryFor"]> {
    if (selections.length === 0) return undefined;
    const used = new Set<string>();
    visit(selectionSet(selections), { Variable: ({ name }) => void used.add(name.value) });
    return {
      query: print({
        kind: Kind.OPERATION_DEFINITION,
        operation,
        name: { kind: Kind.NAME, value: OPERATION },
        variableDefinitions: [
          ...(used.has(rowsVariable) ? [rowsDefinition(rowsVariable)] : []),
          ...others.filter(({ variable: { name } }) => used.has(name.value)),
        ],
        selectionSet: selectionSet(selections),
      }),
      variables: used,
    };
  }

  /** All fields that apply to an object of the type, by response name. */
  function fieldsOf(type: string, sets: Sets, found = new Map<string, FieldNode[]>()): Map<string, FieldNode[]> {
    for (const { selections } of sets) {
      for (const node of selections) {
        if (node.kind === Kind.FIELD) {
          const name = (node.alias ?? node.name).value;
          const same = found.get(name);
          if (same) same.push(node);
          else found.set(name, [node]);
        }
        if (node.kind === Kind.INLINE_FRAGMENT && applies(node.typeCondition?.name.value, type)) {
          fieldsOf(type, [node.selectionSet], found);
        }
      }
    }
    return found;
  }

  function applies(condition: string | undefined, type: string): boolean {
    if (condition === undefined || condition === type) return true;
    const [wider, narrower] = [schema.getType(condition), schema.getType(type)];
    return isAbstractType(wider) && isObjectType(narrower) && schema.isSubType(wider, narrower);
  }

  function readFields(type: string, fields: ReadonlyMap<string, readonly FieldNode[]>): ReadField[] {
    return [...fields].flatMap(([name, same]): ReadField[] => {
      const field = same[0]?.name.value ?? "";
      if (field === "__typename") return [{ name, value: undefined }];
      const declared = fieldType(type, field);
      if (!declared) return [];
      const { lists, nonNull, named } = declared;
      const sets = same.flatMap((node) => node.selectionSet ?? []);
      const inner = isCompositeType(named) ? reader(named, sets) : undefined;
      return [{ name, value: { lists, nonNull, leaf: leafReader(named), inner } }];
    });
  }

  function reader(type: GraphQLNamedType, sets: Sets): ObjectReader {
    const shapes = new Map<string, ObjectShape | undefined>();
    const possible = new Set(
      isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name],
    );
    const aboutRows = rows(
      sets,
      openTypes.filter((name) => possible.has(name)),
    );
    const shape = (name: string) => memo(shapes, name, () => objectShape(name, sets, aboutRows));
    if (!isAbstractType(type)) return { typenameAt: undefined, shapeOf: () => shape(type.name) };
    return {
      typenameAt: aliases.typename,
      shapeOf: (name) => (name !== undefined && possible.has(name) ? shape(name) : undefined),
    };
  }

  function objectShape(type: string, sets: Sets, aboutRows: Ask): ObjectShape {
    const key = owners.keyOf(type);
    if (key === undefined) return { type, fields: readFields(type, fieldsOf(type, sets)), row: undefined };
    return { type, fields: [], row: { key, keyAt: aliases.key(key), ask: aboutRows } };
  }

  function leafReader(type: GraphQLNamedType): LeafReader {
    return memo(leafReaders, type.name, () => createLeafReader(type));
  }

  function fieldType(
    type: string,
    field: string,
  ): { lists: number; nonNull: NonNull; named: GraphQLNamedType } | undefined {
    const parent = schema.getType(type);
    if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
    const declared = parent.getFields()[field]?.type;
    if (!declared) return undefined;
    const nonNull = nonNullByLists(declared);
    return { lists: nonNull.length - 1, nonNull, named: getNamedType(declared) };
  }

  function writeField(node: FieldNode, parent: string): FieldNode[] {
    if (node.name.value === "__typename") return [];
    const declared = fieldType(parent, node.name.value);
    if (!declared) return [];
    count();
    const { selectionSet: inner, alias, name, arguments: given } = node;
    if (!inner) return [{ kind: Kind.FIELD, alias, name, arguments: given }];
    const written = writeSelection([inner], declared.named.name);
    return [{ kind: Kind.FIELD, alias, name, arguments: given, selectionSet: selectionSet(written) }];
  }

  /** What an owner is asked for in one place: of the hub's rows only which they are, of its own types everything. */
  function writeSelection(sets: Sets, type: string): SelectionNode[] {
    const key = owners.keyOf(type);
    if (key !== undefined) return [typenameField(), keyField(key)];
    const named = schema.getType(type);
    const possible = isAbstractType(named) ? schema.getPossibleTypes(named).map(({ name }) => name) : undefined;
    const open = possible?.filter((name) => owners.keyOf(name) !== undefined) ?? [];
    const written: SelectionNode[] = possible ? [typenameField()] : [];
    const isOpen = (name: string) => open.includes(name);
    for (const name of open) written.push(fragmentOn(name, [keyField(owners.keyOf(name) ?? "")]));
    for (const node of sets.flatMap(({ selections }) => selections)) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const condition = node.typeCondition?.name.value ?? type;
        if (isOpen(condition)) continue;
        written.push(fragmentOn(condition, writeSelection([node.selectionSet], condition)));
      }
      if (node.kind !== Kind.FIELD) continue;
      if (open.length === 0) written.push(...writeField(node, type));
      else {
        // Asked of the interface, a row of the hub would be asked for it too.
        for (const name of possible?.filter((one) => !isOpen(one)) ?? []) {
          const fields = writeField(node, name);
          if (fields.length > 0) written.push(fragmentOn(name, fields));
        }
      }
    }
    return written.length === 0 ? [typenameField()] : written;
  }

  function typenameField(): FieldNode {
    count();
    return {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: aliases.typename },
      name: { kind: Kind.NAME, value: "__typename" },
    };
  }

  function keyField(key: string): FieldNode {
    count();
    return {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: aliases.key(key) },
      name: { kind: Kind.NAME, value: key },
    };
  }

  function count(): void {
    nodes += 1;
    if (nodes <= MOST_NODES) return;
    throw publicError(
      "DEPTH_LIMIT_EXCEEDED",
      `The query is too deep for the owners it asks: written out for them it has more than ${MOST_NODES} fields. Ask for fewer levels.`,
    );
  }
}

function nonNullByLists(type: GraphQLType): NonNull {
  const bare = getNullableType(type);
  return [...(isListType(bare) ? nonNullByLists(bare.ofType) : []), isNonNullType(type)];
}

const selectionSet = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

const fragmentOn = (type: string, selections: readonly SelectionNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: selectionSet(selections),
});

const variable = (name: string) => ({
  kind: Kind.VARIABLE as const,
  name: { kind: Kind.NAME as const, value: name },
});

const required = (type: TypeNode): TypeNode => ({ kind: Kind.NON_NULL_TYPE, type }) as TypeNode;

/** `$representations: [_Any!]!` */
const rowsDefinition = (name: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variable(name),
  type: required({
    kind: Kind.LIST_TYPE,
    type: required({ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "_Any" } }),
  }),
});

/** `_entities(representations: $representations) { … }` */
const entitiesField = (rowsVariable: string, selections: readonly SelectionNode[]): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: "_entities" },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "representations" }, value: variable(rowsVariable) },
  ],
  selectionSet: selectionSet(selections),
});

/** Response names for our own use that the client does not use for its own. */
function unusedAliases(selection: SelectionSetNode): Aliases {
  const used = new Set<string>();
  visit(selection, { Field: ({ alias, name }) => void used.add((alias ?? name).value) });
  let prefix = "kg_";
  while ([...used].some((name) => name.startsWith(prefix))) prefix += "_";
  return { typename: `${prefix}typename`, key: (field) => `${prefix}key_${field}` };
}

function unusedName(name: string, used: ReadonlySet<string>): string {
  return used.has(name) ? unusedName(`${name}_`, used) : name;
}

function memo<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  if (known.has(key)) return known.get(key) as Value;
  const made = make();
  known.set(key, made);
  return made;
}
