export { type ApolloServerSettings, createApolloServer } from "./apollo-server";
export {
  createGraphQLHttpService,
  type GraphQLHttpOptions,
  type GraphQLHttpService,
  type HttpLimits,
} from "./graphql-http-service";
export type { GraphQLRequestBody } from "./graphql-request";
export { type RequestContextSeed, scopeOf } from "./request-scope";
