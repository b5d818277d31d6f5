import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { BEYOND_MEASURE } from "./measure-shape";

/** Rows that are assumed for a list that says nothing of its size. */
const ASSUMED_ROWS = 10;
/** Rows of a page when `first` is not given. */
const DEFAULT_PAGE = 20;

export interface Cost {
  /** Fields in the answer, at most. */
  cost: number;
  /** The largest `first` or `last` that is asked for. */
  pageSize: number;
}

export interface CostQuestion {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Estimates how many fields the answer can have: every field counts one, times the rows of the lists that it is in.
 * A connection has `first` rows, any other list ten, or as many as a list argument names. Introspection is free here.
 * A fragment is measured once per type and page size, so that nested spreads cost linear time. The operation is valid.
 */
export function measureCost({ schema, operation, fragments, variables }: CostQuestion): Cost {
  const measured = new Map<string, number>();
  let pageSize = 0;

  function ofFragment(name: string, page: number | undefined): number {
    const key = `${name} ${page}`;
    const known = measured.get(key);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    measured.set(key, 0);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment ? Math.min(ofSelection(fragment.selectionSet, type, page), BEYOND_MEASURE) : 0;
    measured.set(key, cost);
    return cost;
  }

  function ofSelection(
    selection: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    page: number | undefined,
  ): number {
    let cost = 0;
    for (const node of selection.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) cost += ofFragment(node.name.value, page);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        const on = node.typeCondition ? schema.getType(node.typeCondition.name.value) : type;
        cost += ofSelection(node.selectionSet, on, page);
      } else cost += ofField(node, type, page);
    }
    return cost;
  }

  /** @param page the rows that the connection around this field was asked for */
  function ofField(node: FieldNode, parent: GraphQLNamedType | undefined, page: number | undefined): number {
    if (node.name.value.startsWith("__")) return 0;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return 1;
    const asked = pageAskedFor(node, field);
    if (asked !== undefined) pageSize = Math.max(pageSize, asked);
    const isList = isListType(getNullableType(field.type));
    const rows = isList ? (asked ?? page ?? rowsNamed(node)) : 1;
    const inner = node.selectionSet
      ? ofSelection(node.selectionSet, getNamedType(field.type), isList ? undefined : asked)
      : 0;
    return 1 + rows * (isList ? Math.max(inner, 1) : inner);
  }

  function pageAskedFor(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    const paging = field.args.filter(({ name }) => name === "first" || name === "last");
    if (paging.length === 0) return undefined;
    const given = paging.flatMap(({ name, defaultValue }) => {
      const argument = node.arguments?.find((candidate) => candidate.name.value === name);
      const value = argument ? givenBy(argument.value) : undefined;
      const size = value ?? defaultValue;
      return typeof size === "number" && size >= 0 ? [size] : [];
    });
    return given.length === 0 ? DEFAULT_PAGE : Math.max(...given);
  }

  /** A list argument, such as `codes`, names the rows that are wanted. */
  function rowsNamed(node: FieldNode): number {
    const lengths = (node.arguments ?? []).flatMap(({ value }) => {
      const list = givenBy(value);
      return Array.isArray(list) ? [list.length] : [];
    });
    return lengths.length === 0 ? ASSUMED_ROWS : Math.max(1, Math.min(ASSUMED_ROWS, ...lengths));
  }

  function givenBy(value: ValueNode): unknown {
    if (value.kind === Kind.VARIABLE) {
      const name = value.name.value;
      if (Object.hasOwn(variables, name)) return variables[name];
      const fallback = operation.variableDefinitions?.find(
        ({ variable }) => variable.name.value === name,
      )?.defaultValue;
      return fallback ? givenBy(fallback) : undefined;
    }
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.LIST) return value.values;
    return undefined;
  }

  const root = schema.getRootType(operation.operation) ?? undefined;
  return { cost: Math.min(ofSelection(operation.selectionSet, root, undefined), BEYOND_MEASURE), pageSize };
}
