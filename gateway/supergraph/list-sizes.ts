import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from "graphql";

/** What `@listSize` says of a field. */
export interface ListSize {
  /** Rows that the list has at most, as its subgraph foresees it. */
  assumed?: number;
  /** Arguments that say how many rows are wanted, in place of `first` and `last`. */
  slicing?: readonly string[];
}

export interface ListSizes {
  /** Of a field of an object or interface type; undefined where the supergraph says nothing. */
  of(type: string, field: string): ListSize | undefined;
}

export const noListSizes: ListSizes = { of: () => undefined };

/** What the supergraph's `@listSize` directives say. An interface's list is as long as the longest that implements it. */
export function listSizes(supergraph: DocumentNode): ListSizes {
  const directiveName = nameOfListSize(supergraph);
  const sizes = new Map<string, ListSize>();
  const widen = (key: string, { assumed, slicing }: ListSize) => {
    const known = sizes.get(key);
    const longest = Math.max(assumed ?? 0, known?.assumed ?? 0);
    sizes.set(key, { assumed: longest > 0 ? longest : undefined, slicing: slicing ?? known?.slicing });
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name: field, directives } of definition.fields ?? []) {
      const directive = directives?.find(({ name }) => name.value === directiveName);
      if (!directive) continue;
      const types = [definition.name, ...(definition.interfaces ?? []).map(({ name }) => name)];
      for (const type of types) widen(`${type.value}.${field.value}`, sizeOf(directive));
    }
  }
  return { of: (type, field) => sizes.get(`${type}.${field}`) };
}

function sizeOf(directive: ConstDirectiveNode): ListSize {
  const given = argumentsOf(directive);
  return {
    assumed: typeof given.assumedSize === "number" ? given.assumedSize : undefined,
    slicing: Array.isArray(given.slicingArguments) ? (given.slicingArguments as string[]) : undefined,
  };
}

/** The directive's name in this supergraph, which may have imported it under another. */
function nameOfListSize(supergraph: DocumentNode): string {
  const link = supergraph.definitions
    .flatMap((definition) => (definition.kind === Kind.SCHEMA_DEFINITION ? (definition.directives ?? []) : []))
    .filter(({ name }) => name.value === "link")
    .map(argumentsOf)
    .find(({ url }) => String(url).startsWith("https://specs.apollo.dev/cost/"));
  for (const imported of Array.isArray(link?.import) ? link.import : []) {
    if (imported === "@listSize") return "listSize";
    if (imported?.name === "@listSize") return String(imported.as ?? imported.name).replace(/^@/, "");
  }
  return `${link?.as ?? "cost"}__listSize`;
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
