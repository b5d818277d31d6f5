import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { GraphQLExecutor, GraphQLHttpAnswer, GraphQLQuestion } from "./graphql-executor";
import type { GraphQLRequestBody } from "./graphql-request";
import { bindScope, type RequestContextSeed, type RequestScope } from "./request-scope";

export interface ApolloExecutorOptions<C extends object> {
  /** Made by `createApolloServer`; started and stopped here. */
  apollo: ApolloServer<C>;
  createContext(seed: RequestContextSeed): C | Promise<C>;
  /** What is still to be done when a request has been worked out; when it fails, the answer is not given. */
  beforeAnswer?(context: C): Promise<void>;
}

/** Answers by an Apollo Server of this thread. */
export function apolloExecutor<C extends object>(options: ApolloExecutorOptions<C>): GraphQLExecutor {
  const { apollo } = options;
  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    async execute(question, life) {
      const context = await options.createContext(life);
      const answer = await executeApollo(apollo, question, life, () => context);
      await options.beforeAnswer?.(context);
      return answer;
    },
  };
}

/** Runs one request through Apollo Server, from its context to the text of the answer. */
export async function executeApollo<C extends object>(
  apollo: ApolloServer<C>,
  { body, method, accept, contentType }: GraphQLQuestion,
  scope: RequestScope,
  createContext: () => C | Promise<C>,
): Promise<GraphQLHttpAnswer> {
  const headers = new HeaderMap();
  if (accept !== undefined) headers.set("accept", accept);
  if (contentType !== undefined) headers.set("content-type", contentType);
  // Who is refused here is told so by the HTTP front, in the words of the refusal alone.
  const context = bindScope(await createContext(), scope);
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers, search: method === "GET" ? searchOf(body) : "", body },
    context: async () => context,
  });
  if (result.body.kind !== "complete") throw new Error("Incremental delivery is not served");
  return { status: result.status ?? 200, headers: [...result.headers], body: result.body.string };
}

function searchOf({ query, operationName, variables }: GraphQLRequestBody): string {
  const parameters = new URLSearchParams({ query });
  if (operationName) parameters.set("operationName", operationName);
  if (variables) parameters.set("variables", JSON.stringify(variables));
  return `?${parameters}`;
}
