import { diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import type { Finding } from "../findings";
import { openEntityNames } from "../hub-surface";
import type { Owner } from "../model";
import { nameBook } from "../policy/names";
import { asSentence } from "./as-sentence";
import { coordinateOf, withoutNestedAdditions } from "./breaking";
import { findingAt } from "./finding";

/**
 * Looks at what composing came to, whatever the rules let through: the public schema with an owner's subgraph must be the
 * hub's own with types and fields of the owner's added, and otherwise the same to the last description.
 * @param question the public schema of the hub's rooms alone, and with the owner's subgraph
 */
export async function checkReach(question: {
  readonly roomsApi: string;
  readonly api: string;
  readonly owner: Owner;
}): Promise<Finding[]> {
  const { owner } = question;
  const book = nameBook([owner]);
  const [alone, together] = [question.roomsApi, question.api].map((sdl) =>
    buildSchema(sdl, { assumeValid: true, assumeValidSDL: true }),
  );
  const open = new Set<string>([...openEntityNames, "Query"]);
  return withoutNestedAdditions(await diff(alone ?? null, together ?? null))
    .filter(({ type, path = "" }) => {
      const [typeName = "", fieldName = ""] = path.split(".");
      if (type === "TYPE_ADDED") return !book.ownerOfType(typeName);
      return !(open.has(typeName) && book.ownerOfField(fieldName));
    })
    .map((change) =>
      findingAt(undefined, "REACHES_OTHERS", {
        message: `With this subgraph something changes that is not ${owner.title}'s: ${asSentence(change.message)}`,
        remedy: "Take away what causes it.",
        coordinate: coordinateOf(change),
      }),
    );
}
