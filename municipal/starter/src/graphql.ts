import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { type Context, resolvers } from "./resolvers.js";

/** The subgraph without HTTP. `schemaFile` is the text that is published. */
export function createGraphQL(schemaFile: string | URL): ApolloServer<Context> {
  const sdl = readFileSync(schemaFile, "utf8");
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdl),
    // The library would answer a rewritten text; the hub compares the answer with what is published. Its type of resolvers
    // knows no context, hence `never`.
    resolvers: { ...resolvers, Query: { ...resolvers.Query, _service: () => ({ sdl }) } } as never,
  });
  return new ApolloServer<Context>({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError(shown, error) {
      if (shown.extensions?.code !== "INTERNAL_SERVER_ERROR") return shown;
      console.error(error);
      return { message: "Internal error", path: shown.path, extensions: { code: "INTERNAL_SERVER_ERROR" } };
    },
  });
}
