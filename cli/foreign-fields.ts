import { type DocumentNode, Kind, type ObjectTypeDefinitionNode, type TypeNode } from "graphql";

interface Service {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/**
 * A subgraph that is down must cost only its own part. So every field that reaches into another room is nullable: a field
 * of type Query, a field that a room adds to an entity of another, and a reference to an entity of another.
 * @returns one sentence for each field that promises a value it cannot keep
 */
export function checkForeignFieldsNullable(services: readonly Service[]): string[] {
  const owners = ownersOf(services);
  return services.flatMap(({ name: room, typeDefs }) =>
    objectTypes(typeDefs).flatMap((type) =>
      (type.fields ?? []).flatMap((field) => {
        const isKey = isKeyField(type, field.name.value);
        const owner = owners.get(type.name.value);
        const target = owners.get(namedType(field.type));
        const foreign =
          type.name.value === "Query" ||
          (owner !== undefined && owner !== room && !isKey) ||
          (target !== undefined && target !== room);
        return foreign && field.type.kind === Kind.NON_NULL_TYPE
          ? [`${type.name.value}.${field.name.value} of ${room} must be nullable: it depends on another room being up`]
          : [];
      }),
    ),
  );
}

/** An entity belongs to the room that says most about it; the others add to it or refer to it. */
function ownersOf(services: readonly Service[]): Map<string, string> {
  const owners = new Map<string, { room: string; fields: number }>();
  for (const { name: room, typeDefs } of services) {
    for (const type of objectTypes(typeDefs)) {
      const fields = type.fields?.length ?? 0;
      const isEntity = type.directives?.some(({ name }) => name.value === "key") ?? false;
      if (isEntity && fields > (owners.get(type.name.value)?.fields ?? 0))
        owners.set(type.name.value, { room, fields });
    }
  }
  return new Map([...owners].map(([type, { room }]) => [type, room]));
}

function objectTypes(document: DocumentNode): ObjectTypeDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function isKeyField(type: ObjectTypeDefinitionNode, field: string): boolean {
  return (type.directives ?? []).some(
    ({ name, arguments: given }) =>
      name.value === "key" &&
      given?.some(({ value }) => value.kind === Kind.STRING && value.value.split(/\s+/).includes(field)),
  );
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
