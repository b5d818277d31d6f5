import type { ShownError } from "../datasource/subgraph-errors";
import type { OwnerGraph } from "./owner-graph";
import type { Path } from "./read-answer";

/** The mark by which the hub knows an error of this graph as one owner's. */
export const ofOwner = ({ name }: OwnerGraph, error: ShownError): ShownError => ({
  ...error,
  extensions: { ...error.extensions, subgraph: name, owner: name },
});

export const wrongShape = ({ name }: OwnerGraph, path: Path): ShownError => ({
  message: `The part "${name}" of the graph answered with data other than its schema promises or than it was asked for; it is null.`,
  path,
  extensions: { code: "SUBGRAPH_INVALID_RESPONSE", subgraph: name },
});

export const tooLong = ({ name }: OwnerGraph, path: Path): ShownError => ({
  message: `The part "${name}" of the graph answered with more than the hub takes up; it is null. Ask for fewer rows or fields.`,
  path,
  extensions: { code: "ANSWER_TOO_LARGE", subgraph: name },
});
