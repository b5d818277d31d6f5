/** The newest minor version of Apollo Federation 2 that the hub composes; the oldest is 0. */
export const NEWEST_FEDERATION = 14;

/** Directives of Apollo Federation 2 that a schema may import. */
export const federationDirectives: ReadonlySet<string> = new Set([
  "authenticated",
  "cacheTag",
  "composeDirective",
  "context",
  "cost",
  "extends",
  "external",
  "fromContext",
  "inaccessible",
  "interfaceObject",
  "key",
  "listSize",
  "override",
  "policy",
  "provides",
  "requires",
  "requiresScopes",
  "shareable",
  "tag",
]);

/** Directives that every GraphQL schema has. */
export const builtInDirectives: ReadonlySet<string> = new Set([
  "deprecated",
  "include",
  "oneOf",
  "skip",
  "specifiedBy",
]);

export const builtInScalars: ReadonlySet<string> = new Set(["Boolean", "Float", "ID", "Int", "String"]);

/** A directive of federation by the name that federation gives it: both `key` and `federation__key` are key. */
export const withoutNamespace = (directive: string) => directive.replace(/^federation__/, "");
