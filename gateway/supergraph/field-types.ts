import { type DocumentNode, Kind, type TypeNode } from "graphql";

/** How a field's value must be built: within how many lists, and of which type. */
export interface FieldType {
  lists: number;
  type: string;
}

export interface FieldTypes {
  /** The root type's name of an operation: query, mutation. */
  roots: Readonly<Record<string, string>>;
  /** Of a field of an object or interface type; undefined for one that the supergraph does not have. */
  of(type: string, field: string): FieldType | undefined;
}

/** The types of all fields in a supergraph, as far as the build of an answer goes. */
export function fieldTypes(supergraph: DocumentNode): FieldTypes {
  const types = new Map<string, Map<string, FieldType>>();
  const roots: Record<string, string> = { query: "Query", mutation: "Mutation", subscription: "Subscription" };
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION) {
      for (const { operation, type } of definition.operationTypes) roots[operation] = type.name.value;
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    types.set(
      definition.name.value,
      new Map(definition.fields?.map((field) => [field.name.value, unwrapped(field.type)])),
    );
  }
  return { roots, of: (type, field) => types.get(type)?.get(field) };
}

function unwrapped(type: TypeNode): FieldType {
  if (type.kind === Kind.NAMED_TYPE) return { lists: 0, type: type.name.value };
  const inner = unwrapped(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...inner, lists: inner.lists + 1 } : inner;
}
