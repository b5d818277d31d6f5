import type { Resolvers } from "../generated/types";
import { belongings } from "./belongings";
import { codeLists } from "./code-lists";
import { contributed } from "./contributed";
import { initiative } from "./initiative";
import { programme } from "./programme";
import { query } from "./query";

export const resolvers: Resolvers = {
  Query: query,
  Initiative: initiative,
  Programme: programme,
  ...belongings,
  ...codeLists,
  ...contributed,
  // Documents live in this room, so a reference to one is the document itself and not a stub.
  SourceReference: { document: ({ documentId }, _, { loaders }) => loaders.sourceDocument.load(documentId) },
};
