import { type DocumentNode, Kind, parse, print } from "graphql";
import { entityFields } from "./entity-fields";
import { type FieldTypes, fieldTypes } from "./field-types";
import { type ListSizes, listSizes } from "./list-sizes";
import { type RequiredArguments, separateRequiredArguments } from "./required-arguments";
import { resolvableKeysFirst } from "./resolvable-keys-first";

/** A supergraph made ready for the gateway library, with the faults of its planner worked around. */
export interface PreparedSupergraph {
  sdl: string;
  subgraphs: readonly { name: string; url: string }[];
  required: RequiredArguments;
  entityFields: ReadonlySet<string>;
  fieldTypes: FieldTypes;
  listSizes: ListSizes;
}

/** @throws Error when the text is no supergraph */
export function prepareSupergraph(sdl: string): PreparedSupergraph {
  let document: DocumentNode;
  try {
    document = parse(sdl, { noLocation: true });
  } catch (error) {
    throw new Error(`The supergraph is not GraphQL: ${(error as Error).message}`);
  }
  const subgraphs = subgraphsOf(document);
  if (subgraphs.length === 0) throw new Error("The supergraph names no subgraph: it has no @join__graph.");
  const ordered = resolvableKeysFirst(document);
  const { supergraph, required } = separateRequiredArguments(ordered);
  return {
    sdl: print(supergraph),
    subgraphs,
    required,
    entityFields: entityFields(supergraph),
    fieldTypes: fieldTypes(supergraph),
    listSizes: listSizes(supergraph),
  };
}

function subgraphsOf(document: DocumentNode): { name: string; url: string }[] {
  return document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph"
        ? (definition.values ?? [])
        : [],
    )
    .map((value) => {
      const join = value.directives?.find(({ name }) => name.value === "join__graph");
      const text = (name: string) => {
        const found = join?.arguments?.find((argument) => argument.name.value === name)?.value;
        return found?.kind === Kind.STRING ? found.value : "";
      };
      return { name: text("name"), url: text("url") };
    });
}
