import { randomBytes } from "node:crypto";
import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
  type UnionTypeDefinitionNode,
  type UnionTypeExtensionNode,
} from "graphql";
import type { Owner } from "../model";
import { nameBook } from "../policy/names";
import { federationNames } from "./federation-names";

/** A question for rows of one of the hub's types. */
export interface EntityQuestion {
  /** Such as Area. */
  readonly type: string;
  /** Whether the rows may exist: that of the owner's own municipality does, others were made up. */
  readonly isOwn: boolean;
  /** The field that names a row of the type, such as id. */
  readonly key: string;
  /** The owner's fields that are asked for. */
  readonly fields: readonly string[];
  readonly query: string;
  readonly representations: readonly Record<string, string>[];
}

/** Response names that the gateway gives to what it asks of each row to see that it is the right one. */
export const TYPENAME_ALIAS = "kg_typename";
export const keyAlias = (key: string) => `kg_key_${key}`;

/** A municipality's code has four digits; Statistics Sweden gives none that begins with 00 or 99. */
const CODES_OF_NOBODY = ["0000", "9999"];

type WithFields =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

/**
 * For each of the hub's types to which the subgraph adds fields, a question for rows that do not exist, and of a municipal
 * owner one for its own municipality: which other rows it has something to say of is not known. All fields are asked for,
 * but those with arguments that must be given. The questions are written as the gateway writes its own
 * (gateway/owners/split-query.ts), or a service could pass that can answer none of those.
 */
export function entityQuestions(owner: Owner, document: DocumentNode): EntityQuestion[] {
  const types = readTypes(document);
  const names = nameBook([owner]);
  return [...types.resolvableKeys].flatMap(([type, key]) => {
    if (names.ownerOfType(type)) return [];
    const own = (types.fields.get(type) ?? []).filter(({ name }) => name.value !== key);
    if (own.length === 0) return [];
    const asked = own.filter((field) => !needsArguments(field));
    const selection = [aliased(keyAlias(key), key), ...asked.map((field) => selectionOf(field, types))].join(" ");
    const ask = (isOwn: boolean, values: readonly string[]): EntityQuestion => ({
      type,
      isOwn,
      key,
      fields: asked.map(({ name }) => name.value),
      query: `query Kommungraf($representations: [_Any!]!) { _entities(representations: $representations) { ${TYPENAME} ... on ${type} { ${selection} } } }`,
      representations: values.map((value) => ({ __typename: type, [key]: value })),
    });
    // Two, so that an answer of the wrong length is seen.
    const ofNothing = ask(false, [idOfNothing(owner, key, 0), idOfNothing(owner, key, 1)]);
    const isOwnKnown = type === "Municipality" && key === "code" && owner.municipality !== null;
    return isOwnKnown ? [ofNothing, ask(true, [owner.municipality])] : [ofNothing];
  });
}

/** Named so that whoever meets it in a log sees what it is. */
function idOfNothing({ municipality }: Owner, key: string, index: number): string {
  if (key === "code") return CODES_OF_NOBODY[index] ?? "0000";
  const id = `finns-inte-${randomBytes(6).toString("hex")}`;
  return municipality === null ? id : `${municipality}-${id}`;
}

/** What the questions are made of. */
interface Types {
  /** By type, of objects and interfaces; unions have none. */
  readonly fields: ReadonlyMap<string, readonly FieldDefinitionNode[]>;
  /** Interfaces and unions. */
  readonly abstract: ReadonlySet<string>;
  /** By type, the field that names a row, where the gateway may come in by it. */
  readonly resolvableKeys: ReadonlyMap<string, string>;
  /** By type, the same also where it may only be pointed at. */
  readonly keys: ReadonlyMap<string, string>;
}

function readTypes(document: DocumentNode): Types {
  const fields = new Map<string, readonly FieldDefinitionNode[]>();
  const abstract = new Set<string>();
  for (const definition of document.definitions) {
    if (isUnion(definition)) fields.set(definition.name.value, []);
    if (isUnion(definition) || isInterface(definition)) abstract.add(definition.name.value);
    if (!hasFields(definition)) continue;
    fields.set(definition.name.value, [...(fields.get(definition.name.value) ?? []), ...(definition.fields ?? [])]);
  }
  return { fields, abstract, ...readKeys(document) };
}

function readKeys(document: DocumentNode): Pick<Types, "resolvableKeys" | "keys"> {
  const originalName = federationNames(document);
  const resolvableKeys = new Map<string, string>();
  const keys = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const directive of definition.directives ?? []) {
      if (originalName(directive.name.value) !== "key") continue;
      const value = (name: string) => directive.arguments?.find((argument) => argument.name.value === name)?.value;
      const fields = value("fields");
      const resolvable = value("resolvable");
      const key = fields?.kind === Kind.STRING ? fields.value.trim() : "";
      if (!/^\w+$/.test(key)) continue;
      keys.set(definition.name.value, key);
      if (resolvable?.kind !== Kind.BOOLEAN || resolvable.value) resolvableKeys.set(definition.name.value, key);
    }
  }
  return { resolvableKeys, keys };
}

const isUnion = (definition: DefinitionNode): definition is UnionTypeDefinitionNode | UnionTypeExtensionNode =>
  definition.kind === Kind.UNION_TYPE_DEFINITION || definition.kind === Kind.UNION_TYPE_EXTENSION;

const isInterface = (
  definition: DefinitionNode,
): definition is InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode =>
  definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_EXTENSION;

const hasFields = (definition: DefinitionNode): definition is WithFields =>
  isInterface(definition) ||
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
  definition.kind === Kind.OBJECT_TYPE_EXTENSION;

const aliased = (alias: string, name: string) => `${alias}: ${name}`;

const TYPENAME = aliased(TYPENAME_ALIAS, "__typename");

/**
 * The field, and of an object the values that it holds itself: as little as can be asked with every field in it once. Of
 * a row of the hub's only which it is, as the gateway asks.
 */
function selectionOf(field: FieldDefinitionNode, types: Types): string {
  const type = namedType(field.type);
  const within = types.fields.get(type);
  if (within === undefined) return field.name.value;
  return `${field.name.value} { ${withinOf(type, within, types).join(" ")} }`;
}

function withinOf(type: string, within: readonly FieldDefinitionNode[], types: Types): string[] {
  const key = types.keys.get(type);
  if (key !== undefined) return [TYPENAME, aliased(keyAlias(key), key)];
  const leaves = within.filter((inner) => !types.fields.has(namedType(inner.type)) && !needsArguments(inner));
  const isNamed = types.abstract.has(type) || leaves.length === 0;
  return [...(isNamed ? [TYPENAME] : []), ...leaves.map(({ name }) => name.value)];
}

const needsArguments = (field: FieldDefinitionNode) =>
  field.arguments?.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue) ?? false;

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
