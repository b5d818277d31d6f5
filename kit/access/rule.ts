import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from "graphql";
import { publicError } from "../errors";
import { isRecord } from "../is-record";
import type { Identity } from "./identity";

/** Who may call a root field, as its `@access` says. Texts are paths of its arguments, such as input.grant. */
export interface AccessRule {
  readonly when?: string;
  readonly reporter?: string;
  readonly reader?: string;
  readonly reviewer?: string;
  readonly operator?: boolean;
}

/** Rules by coordinate, such as Query.auditLog. */
export type AccessRules = ReadonlyMap<string, AccessRule>;

/** The rules that a schema's text holds, a subgraph's as well as a supergraph's. */
export function readAccessRules(document: DocumentNode): AccessRules {
  const rules = new Map<string, AccessRule>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    for (const field of definition.fields ?? []) {
      const directive = field.directives?.find(({ name }) => name.value === "access");
      if (directive) rules.set(`${definition.name.value}.${field.name.value}`, ruleOf(directive));
    }
  }
  return rules;
}

function ruleOf({ arguments: given = [] }: ConstDirectiveNode): AccessRule {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

/**
 * Lets a call through or refuses it. What it may do is told by its arguments alone, so that whoever sees a call can decide.
 * @param args the field's arguments, with defaults and variables filled in
 * @param identity who calls; null for a caller without a token
 * @throws a public error UNAUTHENTICATED or FORBIDDEN
 */
export function checkAccess(
  rule: AccessRule,
  args: Readonly<Record<string, unknown>>,
  identity: Identity | null,
): void {
  if (rule.when !== undefined && at(args, rule.when) !== true) return;
  if (!identity) {
    throw publicError(
      "UNAUTHENTICATED",
      "This needs an access token: send the header Authorization: Bearer and the token of your system.",
    );
  }
  if (isAllowed(rule, args, identity)) return;
  throw publicError(
    "FORBIDDEN",
    `The token (${identity.roles.join(", ")} of ${identity.owner}) does not allow this, or not for data of others. It must be for ${whoMay(rule)}.`,
  );
}

function isAllowed(rule: AccessRule, args: Readonly<Record<string, unknown>>, { owner, roles }: Identity): boolean {
  const has = (role: Identity["roles"][number]) => roles.includes(role);
  const isOfMunicipality = (path: string) => isOwn(at(args, path), owner, municipalityOf);
  // An argument of that name is a source itself; any other is an id that names one.
  const isOfSource = (path: string) =>
    isOwn(at(args, path), owner, /(^|\.)source$/.test(path) ? (source) => source : sourceOf);
  return (
    (rule.operator === true && has("operator")) ||
    (rule.reporter !== undefined && has("reporter") && isOfMunicipality(rule.reporter)) ||
    (rule.reader !== undefined && (has("reader") || has("reviewer")) && isOfSource(rule.reader)) ||
    (rule.reviewer !== undefined && has("reviewer") && isOfSource(rule.reviewer))
  );
}

function whoMay({ reporter, reader, reviewer, operator }: AccessRule): string {
  return [
    reporter && `a reporter of the municipality that ${reporter} names`,
    reader && `a reader or reviewer of the source that ${reader} names`,
    reviewer && `a reviewer of the source that ${reviewer} names`,
    operator && "an operator",
  ]
    .filter(Boolean)
    .join(", or ");
}

/** Whether it names the owner and nobody else; a list must name at least one. */
function isOwn(value: unknown, owner: string, ownerIn: (text: string) => string | undefined): boolean {
  const named = Array.isArray(value) ? value : [value];
  return named.length > 0 && named.every((one) => typeof one === "string" && ownerIn(one) === owner);
}

/** The municipality code that it is or begins with. */
function municipalityOf(text: string): string | undefined {
  return /^(\d{4})(?:-|$)/.exec(text)?.[1];
}

/** The funding source that an id of the hub's own making names: 2281-boverket~7k2m. */
function sourceOf(id: string): string | undefined {
  return /^\d{4}-([^~]+)~/.exec(id)?.[1];
}

function at(args: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), args);
}
