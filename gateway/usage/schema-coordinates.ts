import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from "graphql";

/**
 * The coordinates that a valid operation touches, sorted; introspection is left out. Of input objects that come by a
 * variable every field counts, since the document does not say which of them a client fills.
 */
export function schemaCoordinates(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): string[] {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const own = separateOperations(document)[operation.name?.value ?? ""] ?? document;
  visit(
    own,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (name.value.startsWith("__") || !parent || parent.name.startsWith("__")) return;
        found.add(`${parent.name}.${name.value}`);
      },
      Argument({ name }) {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (types.getDirective() || !parent || !field || field.name.startsWith("__")) return;
        if (!parent.name.startsWith("__")) found.add(`${parent.name}.${field.name}(${name.value}:)`);
      },
      ObjectField({ name }) {
        const parent = getNamedType(types.getParentInputType());
        if (parent) found.add(`${parent.name}.${name.value}`);
      },
      EnumValue({ value }) {
        const type = getNamedType(types.getInputType());
        if (isEnumType(type) && !type.name.startsWith("__")) found.add(`${type.name}.${value}`);
      },
      VariableDefinition({ type }) {
        addInputFields(namedType(type), found, schema);
      },
    }),
  );
  return [...found].sort();
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function addInputFields(name: string, found: Set<string>, schema: GraphQLSchema): void {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`;
    if (found.has(coordinate)) continue;
    found.add(coordinate);
    addInputFields(getNamedType(field.type).name, found, schema);
  }
}
