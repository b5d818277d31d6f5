import { composeServices } from "@apollo/composition";
import { type ASTNode, type DocumentNode, type GraphQLError, parse, printSchema, Source } from "graphql";
import { placeOf } from "../checks/place";
import { coordinateAt } from "./coordinate-at";

/** What the thread is asked to compose; every text is one that parses. */
export interface ComposeJob {
  readonly services: readonly { readonly name: string; readonly url: string; readonly sdl: string }[];
  /** Whether every query of the schema must be shown to have a way through the subgraphs. */
  readonly isSatisfiabilityChecked: boolean;
  /** Whether the schema that clients see is wanted too. */
  readonly isApiWanted: boolean;
}

/** Why something does not compose, in the library's words. */
export interface Fault {
  readonly code: string | undefined;
  readonly message: string;
  readonly places: readonly Place[];
}

/** Where in which subgraph's text. */
export interface Place {
  readonly service: string;
  readonly line: number;
  readonly column: number;
  readonly coordinate: string | undefined;
}

export type ComposeAnswer =
  | { readonly kind: "composed"; readonly supergraph: string; readonly api: string | undefined }
  | { readonly kind: "failed"; readonly faults: readonly Fault[] };

/** Finding their places takes time. */
const MOST_FAULTS = 100;

/** Composes; a text that makes the library throw is a fault too. */
export function runComposeJob({ services, isSatisfiabilityChecked, isApiWanted }: ComposeJob): ComposeAnswer {
  const documents = new Map<string, DocumentNode>();
  try {
    for (const { name, sdl } of services) documents.set(name, parse(new Source(sdl, name)));
    const result = composeServices(
      services.map(({ name, url }) => ({ name, url, typeDefs: documents.get(name) as DocumentNode })),
      { runSatisfiability: isSatisfiabilityChecked },
    );
    if (result.errors) {
      return { kind: "failed", faults: result.errors.slice(0, MOST_FAULTS).map((error) => toFault(error, documents)) };
    }
    const api = isApiWanted ? printSchema(result.schema.toAPISchema().toGraphQLJSSchema()) : undefined;
    return { kind: "composed", supergraph: result.supergraphSdl, api };
  } catch (error) {
    return { kind: "failed", faults: [toFault(error as Error, documents)] };
  }
}

function toFault(error: Error | GraphQLError, documents: ReadonlyMap<string, DocumentNode>): Fault {
  const { nodes = [], extensions } = error as Partial<GraphQLError>;
  const code = typeof extensions?.code === "string" ? extensions.code : undefined;
  return { code, message: error.message, places: (nodes ?? []).flatMap((node) => placesOf(node, documents)) };
}

function placesOf(node: ASTNode, documents: ReadonlyMap<string, DocumentNode>): Place[] {
  const { loc } = node;
  const document = loc && documents.get(loc.source.name);
  const place = placeOf(node);
  if (!document || !place) return [];
  return [{ service: loc.source.name, ...place, coordinate: coordinateAt(document, loc.start) }];
}
