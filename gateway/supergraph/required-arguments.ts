import { createHash } from "node:crypto";
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
  visit,
} from "graphql";

/**
 * `@requires(fields: "price(currency: \"USD\")")` makes the planner fetch `price` with those arguments under the
 * response name `price`, where the client's own `price(currency: "EUR")`, or another field's requirement with other
 * arguments, may already stand: the last one wins and a subgraph computes with the wrong value, silently.
 *
 * So each required field that takes arguments gets a stand-in of its own, without arguments and hidden from clients:
 * `price__with_1a2b3c4d`. The planner treats it as any field; the data source asks the subgraph for
 * `price__with_1a2b3c4d: price(currency: "USD")` and hands the value on as `price`.
 */
export interface StandIn {
  /** The field that the subgraph knows. */
  field: string;
  /** Its arguments as GraphQL text, such as `(currency: "USD")`; empty for none. */
  arguments: string;
}

export interface RequiredArguments {
  /** By the stand-in's name. */
  standIns: ReadonlyMap<string, StandIn>;
  /** By `subgraph`, then `Type.field`: the stand-ins that the field requires. */
  requirements: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
}

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const INACCESSIBLE: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "inaccessible" },
};

/** Rewrites the supergraph so that no required argument can meet another; returns it with the table for data sources. */
export function separateRequiredArguments(supergraph: DocumentNode): {
  supergraph: DocumentNode;
  required: RequiredArguments;
} {
  const types = new Map<string, Composite>();
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      types.set(definition.name.value, definition);
    }
  }
  const graphNames = subgraphNames(supergraph);
  const standIns = new Map<string, StandIn>();
  const requirements = new Map<string, Map<string, Set<string>>>();
  const additions = new Map<string, Map<string, FieldDefinitionNode>>();

  const rewrittenTypes = new Map<string, Composite>();
  for (const type of types.values()) {
    const fields = type.fields?.map((field) => {
      const directives = field.directives?.map((directive) => {
        const requires = directive.name.value === "join__field" ? stringArgument(directive, "requires") : undefined;
        if (requires === undefined) return directive;
        const graph = graphNames.get(enumArgument(directive, "graph") ?? "") ?? "";
        const used = new Set<string>();
        const rewritten = rewriteSelection(type.name.value, parseSelection(requires), used);
        if (used.size === 0) return directive;
        const ofGraph = requirements.get(graph) ?? new Map<string, Set<string>>();
        requirements.set(graph, ofGraph.set(`${type.name.value}.${field.name.value}`, used));
        return withStringArgument(directive, "requires", printSelection(rewritten));
      });
      return { ...field, directives };
    });
    rewrittenTypes.set(type.name.value, { ...type, fields } as Composite);
  }
  if (standIns.size === 0) return { supergraph, required: { standIns, requirements } };

  const definitions = supergraph.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      return definition;
    }
    const rewritten = rewrittenTypes.get(definition.name.value) ?? definition;
    const added = additions.get(definition.name.value);
    if (!added) return rewritten;
    const replaced = new Set([...added.keys()].map((name) => standIns.get(name)?.field));
    const fields = (rewritten.fields ?? []).map((field) =>
      replaced.has(field.name.value) ? withoutUnusedExternals(definition, field) : field,
    );
    return { ...rewritten, fields: [...fields, ...added.values()] };
  });
  return {
    supergraph: withInaccessible({ ...supergraph, definitions } as DocumentNode),
    required: { standIns, requirements },
  };

  function rewriteSelection(typeName: string, selection: SelectionSetNode, used: Set<string>): SelectionSetNode {
    return {
      ...selection,
      selections: selection.selections.map((node) => {
        if (node.kind === Kind.INLINE_FRAGMENT) {
          const on = node.typeCondition?.name.value ?? typeName;
          return { ...node, selectionSet: rewriteSelection(on, node.selectionSet, used) };
        }
        if (node.kind !== Kind.FIELD) return node;
        const definition = types.get(typeName)?.fields?.find((field) => field.name.value === node.name.value);
        if (!definition) return node;
        const inner = node.selectionSet && rewriteSelection(namedType(definition.type), node.selectionSet, used);
        if (!definition.arguments?.length) return inner ? { ...node, selectionSet: inner } : node;
        const name = standInFor(typeName, definition, node);
        used.add(name);
        return {
          ...node,
          name: { ...node.name, value: name },
          arguments: [],
          ...(inner ? { selectionSet: inner } : {}),
        };
      }),
    };
  }

  function standInFor(typeName: string, definition: FieldDefinitionNode, node: FieldNode): string {
    const given = [...(node.arguments ?? [])].sort((a, b) => a.name.value.localeCompare(b.name.value)).map(print);
    const text = given.length === 0 ? "" : `(${given.join(", ")})`;
    const field = definition.name.value;
    const name = `${field}__with_${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
    standIns.set(name, { field, arguments: text });
    const family = [typeName, ...implementers(typeName)];
    for (const member of family) {
      const original = types.get(member)?.fields?.find((candidate) => candidate.name.value === field);
      if (!original) continue;
      const fields = additions.get(member) ?? new Map<string, FieldDefinitionNode>();
      additions.set(member, fields);
      fields.set(name, {
        ...original,
        description: undefined,
        name: { ...original.name, value: name },
        arguments: [],
        directives: [
          ...(original.directives ?? []).filter(({ name: { value } }) => value === "join__field").map(withoutRequires),
          INACCESSIBLE,
        ],
      });
    }
    return name;
  }

  /** A subgraph may not declare an external field that nothing of it uses any more. */
  function withoutUnusedExternals(type: Composite, field: FieldDefinitionNode): FieldDefinitionNode {
    return {
      ...field,
      directives: field.directives?.filter((directive) => {
        const isExternal = directive.arguments?.some(
          ({ name, value }) => name.value === "external" && value.kind === Kind.BOOLEAN && value.value,
        );
        return !isExternal || isUsedIn(enumArgument(directive, "graph") ?? "", type, field.name.value);
      }),
    };
  }

  function isUsedIn(graph: string, type: Composite, field: string): boolean {
    const isProvided = [...types.values()].some((other) =>
      other.fields?.some((candidate) =>
        candidate.directives?.some(
          (directive) =>
            enumArgument(directive, "graph") === graph &&
            new RegExp(`\\b${field}\\b`).test(stringArgument(directive, "provides") ?? ""),
        ),
      ),
    );
    const isPromised = type.directives?.some(
      (directive) =>
        directive.name.value === "join__implements" &&
        enumArgument(directive, "graph") === graph &&
        types.get(stringArgument(directive, "interface") ?? "")?.fields?.some(({ name }) => name.value === field),
    );
    return isProvided || isPromised === true;
  }

  function implementers(interfaceName: string): string[] {
    return [...types.values()]
      .filter((type) => type.interfaces?.some(({ name }) => name.value === interfaceName))
      .map((type) => type.name.value);
  }
}

function withInaccessible(supergraph: DocumentNode): DocumentNode {
  if (supergraph.definitions.some((d) => d.kind === Kind.DIRECTIVE_DEFINITION && d.name.value === "inaccessible")) {
    return supergraph;
  }
  const [definition] = parse(
    "directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION",
  ).definitions;
  const link = parse('schema @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY) { query: Query }')
    .definitions[0];
  const linkDirective = link?.kind === Kind.SCHEMA_DEFINITION ? (link.directives ?? []) : [];
  return {
    ...supergraph,
    definitions: [
      ...supergraph.definitions.map((existing) =>
        existing.kind === Kind.SCHEMA_DEFINITION
          ? { ...existing, directives: [...(existing.directives ?? []), ...linkDirective] }
          : existing,
      ),
      ...(definition ? [definition] : []),
    ],
  } as DocumentNode;
}

function subgraphNames(supergraph: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  visit(supergraph, {
    EnumValueDefinition(value) {
      const join = value.directives?.find(({ name }) => name.value === "join__graph");
      const name = join && stringArgument(join, "name");
      if (name !== undefined) names.set(value.name.value, name);
    },
  });
  return names;
}

function parseSelection(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`Not a selection: ${text}`);
  return definition.selectionSet;
}

function printSelection(selection: SelectionSetNode): string {
  return selection.selections.map(print).join(" ").replace(/\s+/g, " ");
}

function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function enumArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

function withStringArgument(directive: ConstDirectiveNode, name: string, text: string): ConstDirectiveNode {
  return {
    ...directive,
    arguments: directive.arguments?.map((argument) =>
      argument.name.value === name ? { ...argument, value: { kind: Kind.STRING, value: text } } : argument,
    ),
  };
}

function withoutRequires(directive: ConstDirectiveNode): ConstDirectiveNode {
  return { ...directive, arguments: directive.arguments?.filter(({ name }) => name.value !== "requires") };
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
