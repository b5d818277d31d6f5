import {
  type DefinitionNode,
  type DocumentNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from "graphql";
import type { HubRoom } from "./model";

/** The hub's types that an owner may add fields to. */
export const openEntityNames = [
  "Municipality",
  "Area",
  "Organisation",
  "Programme",
  "Initiative",
  "Grant",
  "Allocation",
] as const;

export interface OpenEntity {
  readonly name: string;
  /** Name of its key field, such as code. */
  readonly key: string;
  /** Type of its key field as GraphQL writes it, such as MunicipalityCode!. */
  readonly keyType: string;
  /** All fields that the hub gives it, the key field too. */
  readonly fields: ReadonlySet<string>;
}

/** What of the hub's own schemas an owner's subgraph can touch or must keep clear of. */
export interface HubSurface {
  readonly entities: ReadonlyMap<string, OpenEntity>;
  /** Such as MunicipalityCode; without those of GraphQL itself. */
  readonly scalars: ReadonlySet<string>;
  /** Names of all types of the hub's: open entities, scalars and Query too. */
  readonly types: ReadonlySet<string>;
  readonly queryFields: ReadonlySet<string>;
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** @throws Error when an open entity is missing in the rooms, or when they differ about its key */
export function readHubSurface(rooms: readonly Pick<HubRoom, "sdl">[]): HubSurface {
  const types = rooms.flatMap(({ sdl }) => typesOf(parse(sdl, { noLocation: true })));
  const objects = types.filter(isObject);
  const fieldNames = (type: string) =>
    new Set(objects.filter(({ name }) => name.value === type).flatMap(({ fields = [] }) => fields.map(nameOf)));
  return {
    entities: new Map(openEntityNames.map((name) => [name, openEntity(name, objects, fieldNames(name))])),
    scalars: new Set(types.filter(({ kind }) => kind === Kind.SCALAR_TYPE_DEFINITION).map(nameOf)),
    types: new Set([...types.map(nameOf), "Query"]),
    queryFields: fieldNames("Query"),
  };
}

function openEntity(name: string, objects: readonly ObjectNode[], fields: ReadonlySet<string>): OpenEntity {
  const parts = objects.filter((type) => type.name.value === name);
  const keys = new Set(parts.flatMap(keysOf));
  const [key] = keys;
  const keyTypes = new Set(
    parts.flatMap((part) =>
      (part.fields ?? []).filter((field) => nameOf(field) === key).map(({ type }) => print(type)),
    ),
  );
  const [keyType] = keyTypes;
  if (key === undefined || keyType === undefined || keys.size > 1 || keyTypes.size > 1) {
    throw new Error(`The hub's rooms must agree on one key of ${name}; they have ${[...keys].join(" and ") || "none"}`);
  }
  return { name, key, keyType, fields };
}

function keysOf(type: ObjectNode): string[] {
  return (type.directives ?? [])
    .filter((directive) => nameOf(directive) === "key")
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ name, value }) => (name.value === "fields" && value.kind === Kind.STRING ? [value.value] : []));
}

function typesOf(document: DocumentNode): (TypeDefinitionNode | TypeExtensionNode)[] {
  return document.definitions.filter(
    (definition: DefinitionNode): definition is TypeDefinitionNode | TypeExtensionNode =>
      isTypeDefinitionNode(definition) || isTypeExtensionNode(definition),
  );
}

const isObject = (type: TypeDefinitionNode | TypeExtensionNode): type is ObjectNode =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.OBJECT_TYPE_EXTENSION;

const nameOf = ({ name }: { name: { value: string } }) => name.value;
