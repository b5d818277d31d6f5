import { createHash } from "node:crypto";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { namelessSignature } from "./nameless-signature";
import { schemaCoordinates } from "./schema-coordinates";
import type { OperationUse } from "./types";

export type KnownOperation = Pick<OperationUse, "hash" | "signature" | "coordinates">;

/** What there is to record of a valid operation; undefined for one that asks for nothing but the schema. */
export function readOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): KnownOperation | undefined {
  const coordinates = schemaCoordinates(schema, document, operation);
  if (coordinates.length === 0) return undefined;
  const signature = namelessSignature(document, operation.name?.value ?? "");
  return { hash: createHash("sha256").update(signature).digest("hex"), signature, coordinates };
}
