import { usageReportingSignature } from "@apollo/utils.usagereporting";
import { type DocumentNode, type NameNode, parse, visit } from "graphql";

/**
 * The operation as text without what its writer may have put of a person into it: literals, aliases and names of its own
 * choice. The operation has no name, variables are `$v1`, `$v2` …, fragments `F1`, `F2` …; all other names are the schema's,
 * since the operation is valid. Operations that differ in nothing else have one signature.
 * @param operationName of the operation in the document; empty when it has none
 */
export function namelessSignature(document: DocumentNode, operationName: string): string {
  // In one order first, so that the numbers do not depend on how it was written.
  const sorted = parse(usageReportingSignature(document, operationName), { noLocation: true });
  const variables = new Map<string, string>();
  const fragments = new Map<string, string>();
  const variableName = ({ value }: NameNode) => numbered(variables, value, "v");
  const fragmentName = ({ value }: NameNode) => numbered(fragments, value, "F");
  // Used variables are numbered before they are renamed where they are defined, which is in the order of their old names.
  visit(sorted, { VariableDefinition: () => false, Variable: ({ name }) => void variableName(name) });
  const renamed = visit(sorted, {
    OperationDefinition: ({ name: _, ...operation }) => operation,
    Variable: (node) => ({ ...node, name: { ...node.name, value: variableName(node.name) } }),
    FragmentDefinition: (node) => ({ ...node, name: { ...node.name, value: fragmentName(node.name) } }),
    FragmentSpread: (node) => ({ ...node, name: { ...node.name, value: fragmentName(node.name) } }),
  });
  return usageReportingSignature(renamed, "");
}

function numbered(names: Map<string, string>, name: string, prefix: string): string {
  const known = names.get(name) ?? `${prefix}${names.size + 1}`;
  names.set(name, known);
  return known;
}
