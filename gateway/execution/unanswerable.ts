import {
  type DirectiveNode,
  GraphQLBoolean,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  valueFromAST,
} from "graphql";
import { publicError } from "../../kit/errors";
import { clientAlias } from "./aliases";
import type { OperationContext, QueryPlan } from "./library-types";

/** The parts of a plan's nodes that lead to its fetches from the root. */
interface PlanNode {
  kind: string;
  nodes?: PlanNode[];
  ifClause?: PlanNode;
  elseClause?: PlanNode;
  operation?: string;
}

const fetched = new WeakMap<QueryPlan, ReadonlySet<string>>();

/**
 * When the planner finds no way to a field of the operation it leaves it out of the plan, and the answer would be null
 * without an error. @throws UNANSWERABLE_QUERY
 */
export function refuseUnplanned(
  queryPlan: QueryPlan,
  operation: OperationContext,
  variables: Record<string, unknown> | undefined,
): void {
  let names = fetched.get(queryPlan);
  if (!names) {
    names = new Set(rootNames(queryPlan.node as PlanNode | undefined));
    fetched.set(queryPlan, names);
  }
  const unplanned = dataFields(operation.operation.selectionSet, operation, variables ?? {}, new Set()).find(
    (name) => !names.has(name),
  );
  if (unplanned === undefined) return;
  const missing = clientAlias(unplanned);
  throw publicError(
    "UNANSWERABLE_QUERY",
    `The hub found no way to fetch \`${missing}\` as asked. This is a fault of the supergraph, not of the query.`,
    {},
    [missing],
  );
}

function rootNames(node: PlanNode | undefined): string[] {
  if (!node) return [];
  if (node.kind === "Fetch") {
    const [operation] = parse(node.operation ?? "", { noLocation: true }).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION
      ? operation.selectionSet.selections.flatMap(responseNames)
      : [];
  }
  // What stands under a Flatten is fetched for objects that a root fetch gave.
  if (node.kind === "Flatten") return [];
  return [...(node.nodes ?? []), node.ifClause, node.elseClause].flatMap(rootNames);
}

function responseNames(node: SelectionNode): string[] {
  if (node.kind === Kind.FIELD) return [(node.alias ?? node.name).value];
  return node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet.selections.flatMap(responseNames) : [];
}

/** Response names of the operation's fields, without introspection and what its conditions leave out. */
function dataFields(
  selection: SelectionSetNode,
  operation: OperationContext,
  variables: Record<string, unknown>,
  visited: Set<string>,
): string[] {
  return selection.selections.flatMap((node) => {
    if (isLeftOut(node.directives, variables)) return [];
    if (node.kind === Kind.FIELD) return node.name.value.startsWith("__") ? [] : [(node.alias ?? node.name).value];
    if (node.kind === Kind.INLINE_FRAGMENT) return dataFields(node.selectionSet, operation, variables, visited);
    const fragment = operation.fragments[node.name.value];
    if (!fragment || visited.has(node.name.value)) return [];
    return dataFields(fragment.selectionSet, operation, variables, visited.add(node.name.value));
  });
}

function isLeftOut(directives: readonly DirectiveNode[] | undefined, variables: Record<string, unknown>): boolean {
  const condition = (name: string) => {
    const value = directives?.find((directive) => directive.name.value === name)?.arguments?.[0]?.value;
    return value && valueFromAST(value, GraphQLBoolean, variables);
  };
  return condition("skip") === true || condition("include") === false;
}
