import { randomBytes } from "node:crypto";
import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from "graphql";
import type { Owner } from "../model";
import { nameBook } from "../policy/names";
import { federationNames } from "./federation-names";

/** A question for rows of one of the hub's types that no room has. */
export interface EntityQuestion {
  /** Such as Area. */
  readonly type: string;
  /** The owner's fields that are asked for. */
  readonly fields: readonly string[];
  readonly query: string;
  readonly representations: readonly Record<string, string>[];
}

/** A municipality's code has four digits; Statistics Sweden gives none that begins with 00 or 99. */
const CODES_OF_NOBODY = ["0000", "9999"];

type WithFields =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

/**
 * One question for each of the hub's types to which the subgraph adds fields. All of them are asked for, but those with
 * arguments that must be given.
 */
export function entityQuestions(owner: Owner, document: DocumentNode): EntityQuestion[] {
  const types = fieldsByType(document);
  const names = nameBook([owner]);
  return [...resolvableKeys(document)].flatMap(([type, key]) => {
    if (names.ownerOfType(type)) return [];
    const own = (types.get(type) ?? []).filter(({ name }) => name.value !== key);
    if (own.length === 0) return [];
    const asked = own.filter((field) => !needsArguments(field));
    const selection = ["__typename", ...asked.map((field) => selectionOf(field, types))].join(" ");
    return {
      type,
      fields: asked.map(({ name }) => name.value),
      query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`,
      // Two, so that an answer of the wrong length is seen.
      representations: [0, 1].map((index) => ({ __typename: type, [key]: idOfNothing(owner, key, index) })),
    };
  });
}

/** Named so that whoever meets it in a log sees what it is. */
function idOfNothing({ municipality }: Owner, key: string, index: number): string {
  if (key === "code") return CODES_OF_NOBODY[index] ?? "0000";
  const id = `finns-inte-${randomBytes(6).toString("hex")}`;
  return municipality === null ? id : `${municipality}-${id}`;
}

/** Types by which the gateway may come in, with the field that names a row. */
function resolvableKeys(document: DocumentNode): Map<string, string> {
  const originalName = federationNames(document);
  const keys = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const directive of definition.directives ?? []) {
      if (originalName(directive.name.value) !== "key") continue;
      const value = (name: string) => directive.arguments?.find((argument) => argument.name.value === name)?.value;
      const fields = value("fields");
      const resolvable = value("resolvable");
      if (fields?.kind !== Kind.STRING || (resolvable?.kind === Kind.BOOLEAN && !resolvable.value)) continue;
      const key = fields.value.trim();
      if (/^\w+$/.test(key)) keys.set(definition.name.value, key);
    }
  }
  return keys;
}

function fieldsByType(document: DocumentNode): Map<string, readonly FieldDefinitionNode[]> {
  const types = new Map<string, readonly FieldDefinitionNode[]>();
  for (const definition of document.definitions) {
    if (isUnion(definition.kind)) types.set((definition as { name: { value: string } }).name.value, []);
    if (!hasFields(definition)) continue;
    types.set(definition.name.value, [...(types.get(definition.name.value) ?? []), ...(definition.fields ?? [])]);
  }
  return types;
}

const isUnion = (kind: Kind) => kind === Kind.UNION_TYPE_DEFINITION || kind === Kind.UNION_TYPE_EXTENSION;

const hasFields = (definition: { kind: Kind }): definition is WithFields =>
  [
    Kind.OBJECT_TYPE_DEFINITION,
    Kind.OBJECT_TYPE_EXTENSION,
    Kind.INTERFACE_TYPE_DEFINITION,
    Kind.INTERFACE_TYPE_EXTENSION,
  ].includes(definition.kind);

/** The field, and of an object the values that it holds itself: as little as can be asked with every field in it once. */
function selectionOf(field: FieldDefinitionNode, types: ReadonlyMap<string, readonly FieldDefinitionNode[]>): string {
  const within = types.get(namedType(field.type));
  if (within === undefined) return field.name.value;
  const leaves = within.filter((inner) => !types.has(namedType(inner.type)) && !needsArguments(inner));
  return `${field.name.value} { ${["__typename", ...leaves.map(({ name }) => name.value)].join(" ")} }`;
}

const needsArguments = (field: FieldDefinitionNode) =>
  field.arguments?.some(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue) ?? false;

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
