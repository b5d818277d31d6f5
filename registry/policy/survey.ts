import {
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type NamedTypeNode,
  type OperationTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from "graphql";
import { builtInScalars } from "../checks/federation";
import type { Owner } from "../model";
import { federationTypes } from "./federation-types";
import { type NameBook, nameBook } from "./names";
import type { PolicySubject } from "./subject";

/** What a type's name makes of it, whatever is declared under it. */
export type Standing =
  | "OWN"
  | "OPEN_ENTITY"
  | "QUERY"
  | "OTHER_ROOT"
  | "HUB_SCALAR"
  | "BUILT_IN"
  | "HUB"
  | "FEDERATION"
  | "OTHER_OWNER"
  | "NOBODYS";

export type TypePart = TypeDefinitionNode | TypeExtensionNode;

/** A type with all places where it is declared or extended. */
export interface DeclaredType {
  readonly name: string;
  readonly standing: Standing;
  /** At least one, in the order of the text. */
  readonly parts: readonly [TypePart, ...TypePart[]];
}

/** A subject with what every rule wants to know of it. */
export interface Survey extends PolicySubject {
  readonly types: ReadonlyMap<string, DeclaredType>;
  readonly names: NameBook<Owner>;
  standingOf(typeName: string): Standing;
  /** Names of the types that answer queries: one, unless the schema contradicts itself. */
  readonly queryTypes: ReadonlySet<string>;
  /** Lines of `schema { … }`. */
  readonly rootLines: readonly OperationTypeDefinitionNode[];
}

export function surveyOf(subject: PolicySubject): Survey {
  const { owner, owners, document, hub } = subject;
  const names = nameBook([...owners.filter(({ name }) => name !== owner.name), owner]);
  const rootLines = document.definitions.flatMap(rootLinesOf);
  const rootNames = (operation: string) =>
    rootLines.filter((line) => line.operation === operation).map(({ type }) => type.name.value);
  const queryTypes = new Set(rootNames("query"));
  if (queryTypes.size === 0) queryTypes.add("Query");
  const otherRoots = new Set(["Mutation", "Subscription", ...rootNames("mutation"), ...rootNames("subscription")]);

  const standingOf = (name: string): Standing => {
    if (hub.entities.has(name)) return "OPEN_ENTITY";
    if (queryTypes.has(name)) return "QUERY";
    if (otherRoots.has(name)) return "OTHER_ROOT";
    if (hub.scalars.has(name)) return "HUB_SCALAR";
    if (builtInScalars.has(name)) return "BUILT_IN";
    if (hub.types.has(name)) return "HUB";
    if (federationTypes.has(name)) return "FEDERATION";
    const named = names.ownerOfType(name);
    if (!named) return "NOBODYS";
    return named.name === owner.name ? "OWN" : "OTHER_OWNER";
  };

  const types = new Map<string, DeclaredType>();
  for (const definition of document.definitions) {
    if (!isTypeDefinitionNode(definition) && !isTypeExtensionNode(definition)) continue;
    const name = definition.name.value;
    const known = types.get(name);
    types.set(name, {
      name,
      standing: known?.standing ?? standingOf(name),
      parts: known ? [...known.parts, definition] : [definition],
    });
  }
  return { ...subject, types, names, standingOf, queryTypes, rootLines };
}

function rootLinesOf(definition: DefinitionNode): readonly OperationTypeDefinitionNode[] {
  return definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
    ? (definition.operationTypes ?? [])
    : [];
}

export const typesOf = ({ types }: Survey, ...standings: readonly Standing[]): DeclaredType[] =>
  [...types.values()].filter(({ standing }) => standings.includes(standing));

export const isObjectPart = (part: TypePart) =>
  part.kind === Kind.OBJECT_TYPE_DEFINITION || part.kind === Kind.OBJECT_TYPE_EXTENSION;

/** Fields of an object or interface type. */
export function outputFieldsOf(part: TypePart): readonly FieldDefinitionNode[] {
  switch (part.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return part.fields ?? [];
    default:
      return [];
  }
}

export type Member = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** Fields of any kind of type, or values of an enum. */
export function membersOf(part: TypePart): readonly Member[] {
  switch (part.kind) {
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return part.fields ?? [];
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return part.values ?? [];
    default:
      return outputFieldsOf(part);
  }
}

/** Fields that federation's libraries add to Query. */
export const isFederationField = ({ name }: FieldDefinitionNode) =>
  name.value === "_service" || name.value === "_entities";

/** Fields that an owner adds to Query or to an open entity, with the type's name as the hub has it. */
export function addedFields(
  survey: Survey,
): { type: DeclaredType; part: TypePart; field: FieldDefinitionNode; coordinate: string }[] {
  return typesOf(survey, "QUERY", "OPEN_ENTITY").flatMap((type) =>
    type.parts.flatMap((part) =>
      outputFieldsOf(part)
        .filter((field) => !isKeyField(survey, type, field) && !(type.standing === "QUERY" && isFederationField(field)))
        .map((field) => ({ type, part, field, coordinate: coordinateOf(type, field) })),
    ),
  );
}

export const isKeyField = ({ hub }: Survey, { name }: DeclaredType, field: FieldDefinitionNode) =>
  hub.entities.get(name)?.key === field.name.value;

/** A type answers queries under the name Query, however the schema names it. */
export const publicName = ({ standing, name }: DeclaredType) => (standing === "QUERY" ? "Query" : name);

export const coordinateOf = (type: DeclaredType, member: Member, argument?: InputValueDefinitionNode) =>
  `${publicName(type)}.${member.name.value}${argument ? `(${argument.name.value}:)` : ""}`;

/** Name of the type that a field answers with, however many of them. */
export const leadsTo = ({ type }: FieldDefinitionNode): string => namedType(type).name.value;

export const namedType = (type: TypeNode): NamedTypeNode =>
  type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);

/** Members of a union, interfaces of an object or interface. */
export const namedIn = (part: TypePart): readonly NamedTypeNode[] => [
  ...(("types" in part && part.types) || []),
  ...(("interfaces" in part && part.interfaces) || []),
];
