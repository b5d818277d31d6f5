import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

/** The supergraph of subgraphs that fit together. */
export function composeSupergraph(subgraphs: readonly { name: string; typeDefs: string; url: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs, url }) => ({ name, url, typeDefs: parse(typeDefs) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}
