export { type ApolloServerSettings, apolloLogger, createApolloServer } from "./apollo-server";
export {
  createGraphQLHttpService,
  type GraphQLHttpOptions,
  type GraphQLHttpService,
  type WithinLife,
} from "./graphql-http-service";
export type { GraphQLRequestBody } from "./graphql-request";
export type { HttpLimits } from "./http-limits";
export { type RequestContextSeed, scopeOf } from "./request-scope";
