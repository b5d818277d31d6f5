import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import { publicError } from "../../kit/errors";

/** Says which operation is missing, where the gateway library would fail with an internal error. */
export function useOperationResolution(): ApolloServerPlugin<object> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, document, request }) {
          if (operation) return;
          const count = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
          throw publicError(
            "OPERATION_RESOLUTION_FAILURE",
            request.operationName
              ? `The document has no operation of the name "${request.operationName}".`
              : count === 0
                ? "The document has no operation."
                : "The document has several operations: operationName must say which.",
            { http: { status: 400 } },
          );
        },
      };
    },
  };
}
