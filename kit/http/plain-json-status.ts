import type { ApolloServerPlugin } from "@apollo/server";
import { preferredMediaType } from "./media-type";

/**
 * GraphQL over HTTP: a client that takes application/json gets 200 for a well-formed request whose GraphQL is wrong,
 * since intermediaries on its way may turn a 400's body into something else; one that asks for
 * application/graphql-response+json gets 400.
 */
export function usePlainJsonStatus(): ApolloServerPlugin<object> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response, errors }) {
          if (response.http.status !== 400) return;
          if (preferredMediaType(request.http?.headers.get("accept")) !== "application/json") return;
          if (errors?.some((error) => error.extensions.code === "BAD_REQUEST")) return;
          response.http.status = 200;
        },
      };
    },
  };
}
