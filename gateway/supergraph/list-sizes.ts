import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from "graphql";
import { graphValues, joins, textArgument } from "../owners/join-directives";
import { OWNERS_GRAPH } from "../owners/owner-graph";

/** What `@listSize` and `@cost` say of a field. */
export interface ListSize {
  /** Rows that the list has at most, as its subgraph foresees it. */
  assumed?: number;
  /** Arguments that say how many rows are wanted, in place of `first` and `last`. */
  slicing?: readonly string[];
  /** What the field costs to work out, in fields of an answer; 1 where nothing is said. */
  weight?: number;
  /** Set where an owner answers, which may send other rows than it is asked for. */
  isOwners?: true;
}

export interface ListSizes {
  /** Of a field of an object or interface type; undefined where the supergraph says nothing. */
  of(type: string, field: string): ListSize | undefined;
  /** Whether an object or interface type is an owner's own. */
  isOwners(type: string): boolean;
}

export const noListSizes: ListSizes = { of: () => undefined, isOwners: () => false };

/**
 * What the supergraph's `@listSize` and `@cost` directives say of fields, and which of them are owners'. An interface's list
 * is as long, and its field costs as much, as the largest that implements it.
 * @param supergraph with all owners' graphs folded into one
 */
export function listSizes(supergraph: DocumentNode): ListSizes {
  const [sizeName, costName] = [nameOf("listSize", supergraph), nameOf("cost", supergraph)];
  const sizes = new Map<string, ListSize>();
  const owners = ownersGraph(supergraph);
  const ownTypes = new Set<string>();
  const ownFields = new Set<string>();
  const isOnlyOwners = (graphs: readonly string[]) => graphs.length > 0 && graphs.every((graph) => graph === owners);
  const widen = (key: string, { assumed, slicing, weight }: ListSize) => {
    const known = sizes.get(key);
    const longest = Math.max(assumed ?? 0, known?.assumed ?? 0);
    const dearest = Math.max(weight ?? 0, known?.weight ?? 0);
    sizes.set(key, {
      assumed: longest > 0 ? longest : undefined,
      slicing: slicing ?? known?.slicing,
      ...(dearest > 0 && { weight: dearest }),
    });
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const isOwnType = isOnlyOwners(graphsOf(definition, "join__type"));
    if (isOwnType) ownTypes.add(definition.name.value);
    for (const declared of definition.fields ?? []) {
      const { name: field, directives } = declared;
      if (isOwnType || isOnlyOwners(graphsOf(declared, "join__field")))
        ownFields.add(`${definition.name.value}.${field.value}`);
      const size = directives?.find(({ name }) => name.value === sizeName);
      const cost = directives?.find(({ name }) => name.value === costName);
      if (!size && !cost) continue;
      const types = [definition.name, ...(definition.interfaces ?? []).map(({ name }) => name)];
      for (const type of types)
        widen(`${type.value}.${field.value}`, { ...(size && sizeOf(size)), ...(cost && weightOf(cost)) });
    }
  }
  for (const field of ownFields) sizes.set(field, { ...sizes.get(field), isOwners: true });
  return { of: (type, field) => sizes.get(`${type}.${field}`), isOwners: (type) => ownTypes.has(type) };
}

/** The value of `join__Graph` that stands for all owners' graphs; undefined when there is none. */
function ownersGraph(supergraph: DocumentNode): string | undefined {
  return graphValues(supergraph).find((value) =>
    joins(value, "join__graph").some((graph) => textArgument(graph, "name") === OWNERS_GRAPH),
  )?.name.value;
}

function graphsOf(node: Parameters<typeof joins>[0], directive: string): string[] {
  return joins(node, directive).map((join) => textArgument(join, "graph") ?? "");
}

function sizeOf(directive: ConstDirectiveNode): ListSize {
  const given = argumentsOf(directive);
  return {
    assumed: typeof given.assumedSize === "number" ? given.assumedSize : undefined,
    slicing: Array.isArray(given.slicingArguments) ? (given.slicingArguments as string[]) : undefined,
  };
}

function weightOf(directive: ConstDirectiveNode): ListSize {
  const { weight } = argumentsOf(directive);
  return typeof weight === "number" ? { weight } : {};
}

/** A directive's name in this supergraph, which may have imported it under another. */
function nameOf(directive: "listSize" | "cost", supergraph: DocumentNode): string {
  const link = supergraph.definitions
    .flatMap((definition) => (definition.kind === Kind.SCHEMA_DEFINITION ? (definition.directives ?? []) : []))
    .filter(({ name }) => name.value === "link")
    .map(argumentsOf)
    .find(({ url }) => String(url).startsWith("https://specs.apollo.dev/cost/"));
  for (const imported of Array.isArray(link?.import) ? link.import : []) {
    if (imported === `@${directive}`) return directive;
    if (imported?.name === `@${directive}`) return String(imported.as ?? imported.name).replace(/^@/, "");
  }
  const prefix = link?.as ?? "cost";
  // The directive that bears the name of its specification needs no prefix.
  return directive === prefix ? directive : `${prefix}__${directive}`;
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
