import { type DocumentNode, parse, print } from "graphql";
import { type AccessRules, readAccessRules } from "../../kit/access";
import { foldOwners } from "../owners/fold";
import { graphValues, joins, textArgument } from "../owners/join-directives";
import type { OwnerGraph, OwnersSchema } from "../owners/owner-graph";
import { entityFields } from "./entity-fields";
import { type FieldTypes, fieldTypes } from "./field-types";
import { type ListSizes, listSizes } from "./list-sizes";
import { type RequiredArguments, separateRequiredArguments } from "./required-arguments";
import { resolvableKeysFirst } from "./resolvable-keys-first";

/** A supergraph made ready for the gateway library, with the faults of its planner worked around. */
export interface PreparedSupergraph {
  sdl: string;
  /** The hub's own subgraphs; the owners' stand in `owners`, and in `sdl` as one graph. */
  subgraphs: readonly { name: string; url: string }[];
  owners: ReadonlyMap<string, OwnerGraph>;
  /** Undefined when no owner has a subgraph. */
  ownersSchema: OwnersSchema | undefined;
  required: RequiredArguments;
  entityFields: ReadonlySet<string>;
  fieldTypes: FieldTypes;
  listSizes: ListSizes;
  /** Who may call which root field. */
  accessRules: AccessRules;
}

/** @throws Error when the text is no supergraph */
export function prepareSupergraph(sdl: string): PreparedSupergraph {
  let document: DocumentNode;
  try {
    document = parse(sdl, { noLocation: true });
  } catch (error) {
    throw new Error(`The supergraph is not GraphQL: ${(error as Error).message}`);
  }
  if (graphValues(document).length === 0) {
    throw new Error("The supergraph names no subgraph: it has no @join__graph.");
  }
  const { supergraph: folded, owners, ownersSchema } = foldOwners(sdl, document);
  const ordered = resolvableKeysFirst(folded);
  const { supergraph, required } = separateRequiredArguments(ordered);
  return {
    sdl: print(supergraph),
    subgraphs: subgraphsOf(document).filter(({ name }) => !owners.has(name)),
    owners,
    ownersSchema,
    required,
    entityFields: entityFields(supergraph),
    fieldTypes: fieldTypes(supergraph),
    listSizes: listSizes(supergraph),
    accessRules: readAccessRules(document),
  };
}

function subgraphsOf(document: DocumentNode): { name: string; url: string }[] {
  return graphValues(document).map((value) => {
    const [join] = joins(value, "join__graph");
    return { name: textArgument(join, "name") ?? "", url: textArgument(join, "url") ?? "" };
  });
}
