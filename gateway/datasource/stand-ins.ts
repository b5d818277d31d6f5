import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { Lru } from "../lru";
import type { RequiredArguments } from "../supergraph/required-arguments";

export interface SubgraphRequest {
  query: string;
  variables: Record<string, unknown>;
}

/** One request of those that a fetch is split into: its text, its variables, and the stand-ins it is about. */
interface Part {
  query: string;
  variables: ReadonlySet<string>;
  standIns: ReadonlySet<string>;
}

const MARK = "__with_";

/**
 * Turns a planned fetch, which speaks of stand-ins for required fields with arguments, into what the subgraph knows.
 * Two fields that require one field with different arguments need two requests, since a representation can hold only
 * one value for it; every other fetch stays one request.
 */
export function createStandInTranslator(subgraph: string, required: RequiredArguments) {
  const ofSubgraph = required.requirements.get(subgraph);
  const texts = new Lru<string>(500);
  const plans = new Lru<Part[]>(500);

  return function translate(request: SubgraphRequest): SubgraphRequest[] {
    const query = request.query.includes(MARK)
      ? texts.getOrMake(request.query, () => withRealFields(request.query, required))
      : request.query;
    const { representations } = request.variables;
    if (!ofSubgraph || !Array.isArray(representations)) return [{ ...request, query }];
    const parts = plans.getOrMake(query, () => split(query, ofSubgraph, required));
    return parts.map((part) => ({
      query: part.query,
      variables: {
        ...Object.fromEntries(Object.entries(request.variables).filter(([name]) => part.variables.has(name))),
        representations: representations.map((one) => withRealNames(one, part.standIns, required)),
      },
    }));
  };
}

/** Lays the entities of a split fetch together again. */
export function mergeEntities(parts: readonly (Record<string, unknown> | null)[]): Record<string, unknown> | null {
  const lists = parts.flatMap((part) => (Array.isArray(part?._entities) ? [part._entities as unknown[]] : []));
  const [first] = lists;
  if (!first) return null;
  return {
    _entities: first.map((_, index) => {
      const found = lists.map((list) => list[index]).filter((entity) => entity !== null && entity !== undefined);
      return found.length === 0 ? null : Object.assign({}, ...(found as object[]));
    }),
  };
}

/** The path without stand-ins, whose names mean nothing to a client. */
export function pathWithoutStandIns(path: readonly (string | number)[]): (string | number)[] {
  const at = path.findIndex((step) => typeof step === "string" && step.includes(MARK));
  return at === -1 ? [...path] : path.slice(0, at);
}

function withRealFields(query: string, { standIns }: RequiredArguments): string {
  return print(
    visit(parse(query, { noLocation: true }), {
      Field(node) {
        const standIn = standIns.get(node.name.value);
        if (!standIn) return undefined;
        return {
          ...node,
          alias: node.alias ?? node.name,
          name: { kind: Kind.NAME, value: standIn.field },
          arguments: parseArguments(standIn.arguments),
        };
      },
    }),
  );
}

function parseArguments(text: string): readonly ArgumentNode[] {
  const [operation] = parse(`{ f${text} }`, { noLocation: true }).definitions;
  const field = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined;
  return field?.kind === Kind.FIELD ? (field.arguments ?? []) : [];
}

function withRealNames(value: unknown, keep: ReadonlySet<string>, required: RequiredArguments): unknown {
  if (Array.isArray(value)) return value.map((item) => withRealNames(item, keep, required));
  if (typeof value !== "object" || value === null) return value;
  const named: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const standIn = required.standIns.get(key);
    if (!standIn) named[key] = withRealNames(inner, keep, required);
    else if (keep.has(key)) named[standIn.field] = withRealNames(inner, keep, required);
  }
  return named;
}

/** Puts each field of the entities into the first part whose requirements do not contradict its own. */
function split(
  query: string,
  requirements: ReadonlyMap<string, ReadonlySet<string>>,
  { standIns }: RequiredArguments,
): Part[] {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return [{ query, variables: new Set(), standIns: new Set() }];

  const groups: { chosen: Map<string, string>; standIns: Set<string> }[] = [];
  const groupOf = new Map<FieldNode, number>();
  const assign = (selection: SelectionSetNode, typeName: string) => {
    for (const node of selection.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) assign(node.selectionSet, node.typeCondition?.name.value ?? typeName);
      if (node.kind !== Kind.FIELD) continue;
      const needs = needsOf(typeName, node.name.value, requirements);
      let index = groups.findIndex(({ chosen }) =>
        [...needs].every((need) => {
          const before = chosen.get(standIns.get(need)?.field ?? need);
          return before === undefined || before === need;
        }),
      );
      if (index === -1) index = groups.push({ chosen: new Map(), standIns: new Set() }) - 1;
      groupOf.set(node, index);
      for (const need of needs) {
        groups[index]?.chosen.set(standIns.get(need)?.field ?? need, need);
        groups[index]?.standIns.add(need);
      }
    }
  };
  for (const root of operation.selectionSet.selections) {
    if (root.kind === Kind.FIELD && root.selectionSet) assign(root.selectionSet, "");
  }
  if (groups.length <= 1) {
    return [{ query, variables: usedVariables(document), standIns: groups[0]?.standIns ?? new Set() }];
  }
  return groups.map((group, index) => {
    const only = (selection: SelectionSetNode): SelectionSetNode => ({
      ...selection,
      selections: selection.selections.flatMap((node): SelectionNode[] => {
        if (node.kind === Kind.FIELD) return groupOf.get(node) === index ? [node] : [];
        if (node.kind !== Kind.INLINE_FRAGMENT) return [node];
        const kept = only(node.selectionSet);
        return kept.selections.length === 0 ? [] : [{ ...node, selectionSet: kept }];
      }),
    });
    const selectionSet: SelectionSetNode = {
      ...operation.selectionSet,
      selections: operation.selectionSet.selections.map((root) =>
        root.kind === Kind.FIELD && root.selectionSet ? { ...root, selectionSet: only(root.selectionSet) } : root,
      ),
    };
    const used = usedVariables({
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, selectionSet, variableDefinitions: [] }],
    });
    const part: OperationDefinitionNode = {
      ...operation,
      selectionSet,
      variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)),
    };
    return { query: print(part), variables: used, standIns: group.standIns };
  });
}

function needsOf(
  typeName: string,
  field: string,
  requirements: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const exact = requirements.get(`${typeName}.${field}`);
  if (exact) return exact;
  // An interface's fragment asks for a field that its types declare.
  const inherited = [...requirements].filter(([coordinate]) => coordinate.endsWith(`.${field}`));
  return new Set(inherited.flatMap(([, needs]) => [...needs]));
}

function usedVariables(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, { Variable: ({ name }) => void used.add(name.value) });
  return used;
}
