import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import { collectFields } from "graphql/execution/collectFields";
import { type AccessRule, type AccessRules, checkAccess, type Identity } from "../../kit/access";
import { isPublicError, publicError } from "../../kit/errors";

export interface AccessQuestion {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly identity: Identity | null;
}

/**
 * Looks at every root field that the operation would run, with the arguments that it would get: variables and defaults filled
 * in, fragments opened, and without what @skip and @include leave out. The operation is valid.
 * @returns one error for each field that the caller may not call, with its path
 */
export function refusedFields(rules: AccessRules, question: AccessQuestion): GraphQLError[] {
  const { schema, operation, fragments, identity } = question;
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  const guarded = new Map<string, AccessRule>();
  for (const name of Object.keys(root.getFields())) {
    const rule = rules.get(`${root.name}.${name}`);
    if (rule) guarded.set(name, rule);
  }
  if (guarded.size === 0) return [];
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], question.variables);
  // Which fields would run cannot be told; the engine says what is wrong and runs none of them.
  if (errors) return [];
  const fields = collectFields(schema, fragments, coerced, root, operation.selectionSet);
  return [...fields].flatMap(([responseName, [node]]) => {
    const rule = node && guarded.get(node.name.value);
    const field = node && root.getFields()[node.name.value];
    if (!rule || !field) return [];
    const refusal = refusalOf(() => checkAccess(rule, getArgumentValues(field, node, coerced), identity));
    return refusal ? [publicError(refusal.code, refusal.message, {}, [responseName])] : [];
  });
}

function refusalOf(
  check: () => void,
): { code: "UNAUTHENTICATED" | "FORBIDDEN" | "BAD_USER_INPUT"; message: string } | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { code } = error.extensions;
    const isRefusal = isPublicError(error) && (code === "UNAUTHENTICATED" || code === "FORBIDDEN");
    // Arguments that have no value say nothing of whose data they name.
    return { code: isRefusal ? code : "BAD_USER_INPUT", message: error.message };
  }
}
