import type { IncomingMessage, ServerResponse } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { CheckToken } from "../hub-token";
import type { Context } from "../resolvers";
import { Refusal, readJson } from "./exchange";

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<Context>;
  /** Without it everybody may ask. */
  readonly checkToken: CheckToken | undefined;
  createContext(): Context;
}

/** Answers /graphql for who may ask. */
export function createGraphQLRoute({ apollo, checkToken, createContext }: GraphQLRouteOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const verdict = (await checkToken?.(request.headers.authorization)) ?? { allowed: true };
    if (!verdict.allowed) throw new Refusal(verdict.status, verdict.reason);
    const body = await readJson(request);
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? "", headers, search: "", body },
      context: async () => createContext(),
    });
    for (const [name, value] of result.headers) response.setHeader(name, value);
    response.statusCode = result.status ?? 200;
    if (result.body.kind === "complete") response.end(result.body.string);
    else {
      for await (const chunk of result.body.asyncIterator) response.write(chunk);
      response.end();
    }
  };
}
