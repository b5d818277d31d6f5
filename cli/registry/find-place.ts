import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type NameNode,
  parse,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from "graphql";
import type { AnsweredFinding } from "./answers";
import type { SchemaText } from "./schema-text";

/**
 * Gives findings that say what they are about, but not where, the place of it in the schema, so that editors and GitHub can
 * show them there. What the schema does not declare stays without.
 */
export function withPlaces(findings: readonly AnsweredFinding[], { sdl }: SchemaText): AnsweredFinding[] {
  const isLacking = ({ line, coordinate }: AnsweredFinding) => line === undefined && coordinate !== undefined;
  const document = findings.some(isLacking) ? readable(sdl) : undefined;
  if (!document) return [...findings];
  return findings.map((finding) => {
    const name = isLacking(finding) ? findName(document, finding.coordinate ?? "") : undefined;
    const start = name?.loc?.startToken;
    return start ? { ...finding, line: start.line, column: start.column } : finding;
  });
}

const MOST_TOKENS = 100_000;

function readable(sdl: string): DocumentNode | undefined {
  try {
    return parse(sdl, { maxTokens: MOST_TOKENS });
  } catch {
    return undefined;
  }
}

/** @param coordinate such as Area, Area.sandviken, Area.sandviken(first:) or @key */
function findName(document: DocumentNode, coordinate: string): NameNode | undefined {
  const [, sign = "", type, member, argument] = /^(@?)(\w+)(?:\.(\w+))?(?:\((\w+):?\))?/.exec(coordinate) ?? [];
  if (type === undefined) return undefined;
  if (sign !== "") return findDirective(document, type)?.name;
  const declared = document.definitions.filter(
    (one): one is Named => hasName(one) && one.kind !== Kind.DIRECTIVE_DEFINITION && one.name.value === type,
  );
  if (member === undefined) return declared[0]?.name;
  const found = declared.flatMap(membersOf).find(({ name }) => name.value === member);
  if (argument === undefined) return found?.name;
  return found?.arguments?.find(({ name }) => name.value === argument)?.name;
}

type Named = TypeDefinitionNode | TypeExtensionNode;

const hasName = (one: DefinitionNode): one is DefinitionNode & { name: NameNode } =>
  "name" in one && one.name !== undefined && one.kind !== Kind.FRAGMENT_DEFINITION;

interface Member {
  readonly name: NameNode;
  readonly arguments?: readonly { readonly name: NameNode }[];
}

function membersOf(one: Named): readonly Member[] {
  if ("fields" in one) return (one.fields ?? []) as readonly Member[];
  return "values" in one ? (one.values ?? []) : [];
}

/** The first place where a directive stands, on a type or on a member of one. */
function findDirective(document: DocumentNode, name: string): ConstDirectiveNode | undefined {
  const on = (node: object) => ("directives" in node ? (node.directives as readonly ConstDirectiveNode[]) : []) ?? [];
  return document.definitions
    .flatMap((one) => [...on(one), ...("fields" in one ? (one.fields ?? []).flatMap(on) : [])])
    .find((directive) => directive.name.value === name);
}
