import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import type { ListSize, ListSizes } from "../supergraph/list-sizes";
import { BEYOND_MEASURE } from "./measure-shape";

/** Rows that are assumed for a list that says nothing of its size. */
export const ASSUMED_ROWS = 10;
/** Rows of a page when `first` is not given. */
const DEFAULT_PAGE = 20;
const PAGING: readonly string[] = ["first", "last"];

export interface Cost {
  /** Fields that the answer can have. */
  cost: number;
  /** The largest `first` or `last` that is asked for. */
  pageSize: number;
  /** The most that one row of the hub costs that an owner's answer names; undefined when none can be named. */
  rowCost?: number;
}

export interface CostQuestion {
  schema: GraphQLSchema;
  sizes: ListSizes;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Estimates how many fields the answer can have: every field counts one, or what `@cost` says that working it out costs,
 * times the rows of the lists that it is in.
 * A connection has `first` rows; any other list has what `@listSize` assumes, else ten, or as many as a list argument
 * names if that is fewer. An owner's list has at least ten rows, whatever its arguments say, since the owner need not heed
 * them; what it sends beyond is cut where it is read (gateway/owners/answer-budget.ts). A way that comes back to the same lists multiplies by them each time, as the answer does.
 * Introspection is free here. A fragment is measured once per type and page size, so that nested spreads cost linear
 * time. The operation is valid.
 */
export function measureCost({ schema, sizes, operation, fragments, variables }: CostQuestion): Cost {
  const measured = new Map<string, number>();
  let pageSize = 0;
  let rowCost: number | undefined;

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
    const size = sizes.of(parent?.name ?? "", node.name.value);
    const asked = pageAskedFor(node, field, size);
    if (asked !== undefined) pageSize = Math.max(pageSize, asked);
    const lists = listsAround(field.type);
    const isList = lists > 0;
    const outermost = size?.isOwners
      ? Math.max(ASSUMED_ROWS, asked ?? 0, page ?? 0, size.assumed ?? 0)
      : (asked ?? (page === undefined ? rowsNamed(node, size) : Math.max(page, size?.assumed ?? 0)));
    const rows = isList ? outermost * ASSUMED_ROWS ** (lists - 1) : 1;
    const type = getNamedType(field.type);
    const pageWithin = isList || asked === undefined ? undefined : size?.isOwners ? outermost : asked;
    const inner = node.selectionSet ? ofSelection(node.selectionSet, type, pageWithin) : 0;
    if (size?.isOwners && isCompositeType(type) && !sizes.isOwners(type.name)) {
      rowCost = Math.min(Math.max(rowCost ?? 1, inner), BEYOND_MEASURE);
    }
    const weight = size?.weight ?? 1;
    return (size?.isOwners ? Math.max(weight, 1) : weight) + rows * (isList ? Math.max(inner, 1) : inner);
  }

  function pageAskedFor(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    size: ListSize | undefined,
  ): number | undefined {
    const slicing = size?.isOwners ? [...PAGING, ...(size.slicing ?? [])] : (size?.slicing ?? PAGING);
    const paging = field.args.filter(({ name }) => slicing.includes(name));
    if (paging.length === 0) return undefined;
    const given = paging.flatMap(({ name, defaultValue }) => {
      const argument = node.arguments?.find((candidate) => candidate.name.value === name);
      const value = argument ? givenBy(argument.value) : undefined;
      const rows = value ?? defaultValue;
      return typeof rows === "number" && rows >= 0 ? [rows] : [];
    });
    return given.length === 0 ? (size?.assumed ?? DEFAULT_PAGE) : Math.max(...given);
  }

  /** A list argument, such as `codes`, names the rows that are wanted. */
  function rowsNamed(node: FieldNode, size: ListSize | undefined): number {
    const assumed = size?.assumed ?? ASSUMED_ROWS;
    const lengths = (node.arguments ?? []).flatMap(({ value }) => {
      const list = givenBy(value);
      return Array.isArray(list) ? [list.length] : [];
    });
    return lengths.length === 0 ? assumed : Math.max(1, Math.min(assumed, ...lengths));
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
  const cost = Math.min(ofSelection(operation.selectionSet, root, undefined), BEYOND_MEASURE);
  return { cost, pageSize, ...(rowCost !== undefined && { rowCost }) };
}

function listsAround(type: GraphQLType): number {
  const bare = getNullableType(type);
  return isListType(bare) ? 1 + listsAround(bare.ofType) : 0;
}
