import type { ApolloServerPlugin } from "@apollo/server";
import { preferredMediaType } from "./media-type";

/** The request's GraphQL is wrong; a field needs a token; the token does not allow it. */
const REFUSED: ReadonlySet<unknown> = new Set([400, 401, 403]);

/**
 * GraphQL over HTTP: a client that takes application/json gets 200 for a well-formed request whose GraphQL is wrong,
 * since intermediaries on its way may turn a 400's body into something else; one that asks for
 * application/graphql-response+json gets 400, or 401 or 403 where it may not call a field.
 */
export function usePlainJsonStatus(): ApolloServerPlugin<object> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response, errors }) {
          if (!REFUSED.has(response.http.status)) return;
          if (preferredMediaType(request.http?.headers.get("accept")) !== "application/json") return;
          if (errors?.some((error) => error.extensions.code === "BAD_REQUEST")) return;
          response.http.status = 200;
        },
      };
    },
  };
}
