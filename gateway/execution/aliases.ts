import { type DocumentNode, type FieldNode, visit } from "graphql";

/**
 * A client may alias a field to the name of another that the gateway fetches for its own use: `{ products { id: name } }`.
 * The planner lets them fall together, and either the client gets the id for the name or a subgraph the name for the id.
 * Such aliases are set aside before planning and given back in the answer.
 */
const PREFIX = "clientAlias_";

/** The document with such aliases set aside; the same object when there are none. */
export function setAliasesAside(document: DocumentNode, ownNames: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    Field(node: FieldNode) {
      const alias = node.alias?.value;
      if (node.alias === undefined || alias === undefined || alias === node.name.value) return undefined;
      if (!ownNames.has(alias) && !alias.startsWith(PREFIX)) return undefined;
      return { ...node, alias: { ...node.alias, value: PREFIX + alias } };
    },
  });
}

/** The answer's data with the client's own aliases again, in the order they were asked for. */
export function giveAliasesBack(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(giveAliasesBack);
  if (typeof data !== "object" || data === null) return data;
  const restored: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(data)) restored[clientAlias(name)] = giveAliasesBack(value);
  return restored;
}

export function clientAlias(name: string): string {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
}
