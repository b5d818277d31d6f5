import type { DocumentNode } from "graphql";
import { canonicalSchema } from "./canonical-schema";

/** Coordinates by which an endpoint's schema is not the one that was handed in; of a type that is missing, the type alone. */
export interface SchemaDifference {
  /** Handed in, but not there. */
  readonly missing: readonly string[];
  /** There with another type, other arguments or other directives. */
  readonly different: readonly string[];
  /** There, but not handed in; scalars left out. */
  readonly extra: readonly string[];
}

export function compareSchemas(submitted: DocumentNode, served: DocumentNode): SchemaDifference {
  const wanted = canonicalSchema(submitted);
  const there = canonicalSchema(served);
  return {
    missing: notIn(wanted, there),
    different: [...wanted].filter(([name, text]) => there.has(name) && there.get(name) !== text).map(([name]) => name),
    // A scalar is nothing by itself: what is made of it is told.
    extra: notIn(there, wanted).filter((name) => !there.get(name)?.startsWith("Scalar")),
  };
}

function notIn(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  const names = [...one.keys()].filter((name) => !other.has(name));
  const types = new Set(names);
  return names.filter((name) => {
    const dot = name.indexOf(".");
    return dot < 0 || !types.has(name.slice(0, dot));
  });
}
