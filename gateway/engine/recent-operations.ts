import type { GraphQLRequestBody } from "../../kit/http";

const MOST_OPERATIONS = 200;
const LONGEST_QUERY = 20_000;
const LONGEST_VARIABLES = 4000;

export interface RecentOperations {
  /** Of an operation that was answered without an error. */
  remember(operation: GraphQLRequestBody): void;
  /** The one used last comes first. */
  list(): readonly GraphQLRequestBody[];
}

/**
 * The operations that a new engine plans before it serves. Each is kept with the variables of its latest use, without
 * which it could not be planned; they are in memory alone, and never written anywhere. What is large is not kept.
 */
export function createRecentOperations(): RecentOperations {
  const known = new Map<string, GraphQLRequestBody>();
  return {
    remember({ query, operationName, variables }) {
      if (query.length > LONGEST_QUERY) return;
      if (variables && JSON.stringify(variables).length > LONGEST_VARIABLES) return;
      const key = `${operationName ?? ""} ${query}`;
      known.delete(key);
      known.set(key, { query, ...(operationName && { operationName }), ...(variables && { variables }) });
      const [oldest] = known.size > MOST_OPERATIONS ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
    },
    list: () => [...known.values()].reverse(),
  };
}
