import type { ApolloServerPlugin } from "@apollo/server";
import { Kind, type SelectionNode } from "graphql";
import type { EngineContext } from "./types";

/** Notes whether an operation fetched data and ended without an error. */
export function useOutcome(): ApolloServerPlugin<EngineContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response, operation }) {
          if (response.body.kind !== "single" || !operation) return;
          const { data, errors } = response.body.singleResult;
          contextValue.outcome.clean =
            !errors && Object.keys(data ?? {}).length > 0 && operation.selectionSet.selections.some(isNoIntrospection);
        },
      };
    },
  };
}

function isNoIntrospection(node: SelectionNode): boolean {
  return node.kind !== Kind.FIELD || !node.name.value.startsWith("__");
}
