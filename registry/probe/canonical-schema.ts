import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  print,
  type ValueNode,
  visit,
} from "graphql";
import { federationNames } from "./federation-names";

/** Types that servers print of their own accord. */
const SERVERS_OWN_TYPES = /^(_Any|_Entity|_Service|_?FieldSet|federation__\w+|link__\w+|String|Int|Float|Boolean|ID)$/;
const SERVERS_OWN_FIELDS = ["_service", "_entities"];
const SERVERS_OWN_DIRECTIVES = [
  "link",
  "key",
  "extends",
  "external",
  "requires",
  "provides",
  "shareable",
  "inaccessible",
  "tag",
  "override",
  "interfaceObject",
  "composeDirective",
  "authenticated",
  "requiresScopes",
  "policy",
  "context",
  "fromContext",
  "cost",
  "listSize",
  "cacheTag",
  "deprecated",
  "specifiedBy",
  "oneOf",
];

/**
 * What a subgraph's schema says, one entry for each coordinate, such as `Area.sundsvall`, so that two texts of the same
 * schema have the same entries. Out of it are the order of everything, descriptions, what federation libraries add, how
 * their directives are imported, and whether a type is written as an extension.
 */
export function canonicalSchema(document: DocumentNode): Map<string, string> {
  const originalName = federationNames(document);
  const entries = new Map<string, Set<string>>();
  const add = (coordinate: string, ...texts: string[]) => {
    const known = entries.get(coordinate) ?? new Set();
    for (const text of texts) known.add(text);
    entries.set(coordinate, known);
  };

  for (const definition of withoutDescriptions(document).definitions) {
    if (isServersOwn(definition, originalName)) continue;
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
      const locations = definition.locations.map(({ value }) => value).sort();
      const given = (definition.arguments ?? []).map((argument) => print(argument)).sort();
      add(
        `@${definition.name.value}`,
        `(${given.join(", ")})${definition.repeatable ? " repeatable" : ""} on ${locations.join(" | ")}`,
      );
    } else if ("name" in definition && definition.name && definition.kind !== Kind.OPERATION_DEFINITION) {
      const name = definition.name.value;
      const members = membersOf(definition).filter((member) => !SERVERS_OWN_FIELDS.includes(member.name));
      const own = [...directivesOf(definition, originalName), ...memberTypesOf(definition)];
      // `type Query` is printed for `_service` alone by servers that have no field of their own in it.
      if (own.length > 0 || members.length > 0 || !isObject(definition)) add(name, kindOf(definition), ...own);
      for (const member of members) add(`${name}.${member.name}`, member.print(originalName));
    }
  }
  return new Map([...entries].map(([coordinate, texts]) => [coordinate, [...texts].sort().join(" ")]));
}

const isObject = ({ kind }: DefinitionNode) =>
  kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION;

type Resolve = (directive: string) => string;

function isServersOwn(definition: DefinitionNode, originalName: Resolve): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
    return SERVERS_OWN_DIRECTIVES.includes(originalName(definition.name.value));
  }
  return "name" in definition && definition.name !== undefined && SERVERS_OWN_TYPES.test(definition.name.value);
}

/** The same word for a type and its extension: federation makes no difference between them. */
const kindOf = (definition: DefinitionNode) => definition.kind.replace(/Type(Definition|Extension)$/, "");

function memberTypesOf(definition: DefinitionNode): string[] {
  const interfaces = "interfaces" in definition ? (definition.interfaces ?? []) : [];
  const types = "types" in definition ? (definition.types ?? []) : [];
  return [...interfaces.map(({ name }) => `implements ${name.value}`), ...types.map(({ name }) => `| ${name.value}`)];
}

interface Member {
  readonly name: string;
  print(originalName: Resolve): string;
}

function membersOf(definition: DefinitionNode): Member[] {
  const fields = "fields" in definition ? (definition.fields ?? []) : [];
  const values = "values" in definition ? (definition.values ?? []) : [];
  return [
    ...fields.map((field) => ({
      name: field.name.value,
      print: (originalName: Resolve) =>
        [
          `(${
            "arguments" in field
              ? (field.arguments ?? [])
                  .map((argument) => [inputText(argument), ...directivesOf(argument, originalName)].join(" "))
                  .sort()
                  .join(", ")
              : ""
          })`,
          "defaultValue" in field ? inputText(field) : print(field.type),
          ...directivesOf(field, originalName),
        ].join(" "),
    })),
    ...values.map((value) => ({
      name: value.name.value,
      print: (originalName: Resolve) => ["value", ...directivesOf(value, originalName)].join(" "),
    })),
  ];
}

function inputText(input: {
  name: { value: string };
  type: Parameters<typeof print>[0];
  defaultValue?: ValueNode | undefined;
}): string {
  const fallback = input.defaultValue ? ` = ${print(input.defaultValue)}` : "";
  return `${input.name.value}: ${print(input.type)}${fallback}`;
}

function directivesOf(
  node: { readonly directives?: readonly (ConstDirectiveNode | DirectiveNode)[] | undefined } | DefinitionNode,
  originalName: Resolve,
): string[] {
  const directives = ("directives" in node ? node.directives : undefined) ?? [];
  return directives
    .filter(({ name }) => originalName(name.value) !== "extends")
    .map(({ name, arguments: given }) => {
      const values = (given ?? [])
        .map((argument) => `${argument.name.value}: ${argumentText(argument.value)}`)
        // What is meant when nothing is said.
        .filter((text) => text !== "resolvable: true" && text !== 'reason: "No longer supported"')
        .sort();
      return `@${originalName(name.value)}${values.length > 0 ? `(${values.join(", ")})` : ""}`;
    })
    .sort();
}

/** Field sets may be written with more spaces than they need. */
const argumentText = (value: ValueNode) =>
  value.kind === Kind.STRING ? JSON.stringify(value.value.replace(/\s+/g, " ").trim()) : print(value);

function withoutDescriptions(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter(node) {
      if ("description" in node && node.description) return { ...node, description: undefined };
      if (node.kind === Kind.STRING) return { ...node, block: false };
      return undefined;
    },
  });
}
