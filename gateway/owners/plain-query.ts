import {
  type BooleanValueNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";

/** A planned query, and the variables that decide which of its fields are asked for. */
export interface PlannedQuery {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  conditions: readonly string[];
}

/** @throws Error when the text has no operation, or another than a query */
export function readPlannedQuery(text: string): PlannedQuery {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== "query") throw new Error("Owners are asked queries only.");
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return {
    operation,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    conditions: conditionVariables(document),
  };
}

/** The values of its condition variables, in order; a variable that is not given has its default. */
export function conditionValues(
  { operation, conditions }: PlannedQuery,
  variables: Readonly<Record<string, unknown>>,
): readonly boolean[] {
  return conditions.map((name) => {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (given !== undefined) return given === true;
    const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return definition?.defaultValue?.kind === Kind.BOOLEAN && definition.defaultValue.value;
  });
}

/** The query's selection with its conditions decided and its fragments in their places; other directives are left out. */
export function plainSelection(
  { operation, fragments, conditions }: PlannedQuery,
  values: readonly boolean[],
): SelectionSetNode {
  const isTrue = (condition: DirectiveNode | undefined): boolean | undefined => {
    const value = condition?.arguments?.[0]?.value;
    if (value?.kind === Kind.VARIABLE) return values[conditions.indexOf(value.name.value)] ?? false;
    return value === undefined ? undefined : (value as BooleanValueNode).value;
  };
  const isLeftOut = ({ directives }: SelectionNode) =>
    isTrue(directives?.find(({ name }) => name.value === "skip")) === true ||
    isTrue(directives?.find(({ name }) => name.value === "include")) === false;

  const plain = (selection: SelectionSetNode): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: selection.selections.flatMap((node): SelectionNode[] => {
      if (isLeftOut(node)) return [];
      if (node.kind === Kind.FIELD) {
        return [{ ...node, directives: [], selectionSet: node.selectionSet && plain(node.selectionSet) }];
      }
      const inlined = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      if (!inlined) return [];
      return [
        {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: inlined.typeCondition,
          selectionSet: plain(inlined.selectionSet),
        },
      ];
    }),
  });
  return plain(operation.selectionSet);
}

function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== "skip" && directive.name.value !== "include") return;
      const value = directive.arguments?.[0]?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
