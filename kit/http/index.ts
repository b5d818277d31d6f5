export { apolloExecutor, executeApollo } from "./apollo-executor";
export { type ApolloServerSettings, apolloLogger, createApolloServer } from "./apollo-server";
export type { GraphQLExecutor, GraphQLHttpAnswer, GraphQLQuestion } from "./graphql-executor";
export {
  createGraphQLHttpService,
  type GraphQLHttpOptions,
  type GraphQLHttpService,
  type WithinLife,
} from "./graphql-http-service";
export type { GraphQLRequestBody } from "./graphql-request";
export type { HttpLimits } from "./http-limits";
export { HttpRefusal } from "./http-refusal";
export { type RequestContextSeed, type RequestScope, scopeOf } from "./request-scope";
