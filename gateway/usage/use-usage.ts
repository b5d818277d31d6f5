import type { ApolloServerPlugin } from "@apollo/server";
import type { EngineContext } from "../engine/types";
import { Lru } from "../lru";
import { type KnownOperation, readOperation } from "./read-operation";
import type { UsageRecorder } from "./recorder";

/** Counts each operation of a client that is valid and within the limits; a document is looked at once. */
export function useUsage(recorder: UsageRecorder): ApolloServerPlugin<EngineContext> {
  const known = new Lru<{ operation: KnownOperation | undefined }>(1000);
  return {
    async requestDidStart() {
      return {
        async executionDidStart({ schema, document, operation, queryHash, contextValue: { purpose, client } }) {
          if (purpose !== "client") return;
          const read = known.getOrMake(`${queryHash} ${operation.name?.value ?? ""}`, () => ({
            operation: readOperation(schema, document, operation),
          }));
          if (read.operation) recorder.countOperation(read.operation, client);
        },
      };
    },
  };
}
