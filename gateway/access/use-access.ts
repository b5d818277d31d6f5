import type { ApolloServerPlugin } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import { type FragmentDefinitionNode, Kind } from "graphql";
import type { AccessRules } from "../../kit/access";
import type { EngineContext } from "../engine/types";
import { refusedFields } from "./refused-fields";

/**
 * Refuses an operation whole when its caller may not call one of its root fields, before anything is planned: no subgraph is
 * asked, and of several mutations none is run.
 * @param rules what the live supergraph says with @access
 */
export function useAccess(rules: AccessRules): ApolloServerPlugin<EngineContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, request, contextValue }) {
          // What is only planned asks nobody.
          if (contextValue.purpose === "warm-up") return null;
          const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
          for (const definition of document.definitions) {
            if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
          }
          const { identity } = contextValue;
          const variables = request.variables ?? {};
          const errors = refusedFields(rules, { schema, operation, fragments, variables, identity });
          if (errors.length === 0) return null;
          const isUnknown = errors.some(({ extensions }) => extensions.code === "UNAUTHENTICATED");
          const isForbidden = errors.some(({ extensions }) => extensions.code === "FORBIDDEN");
          const headers = new HeaderMap();
          if (isUnknown) headers.set("www-authenticate", "Bearer");
          return {
            http: { status: isUnknown ? 401 : isForbidden ? 403 : 400, headers },
            body: { kind: "single", singleResult: { errors: errors.map((error) => error.toJSON()) } },
          };
        },
      };
    },
  };
}
