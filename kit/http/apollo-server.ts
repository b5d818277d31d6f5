import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "../logger";
import { createErrorMask } from "./mask-errors";
import { usePlainJsonStatus } from "./plain-json-status";
import { useRowBudget } from "./row-budget";

export interface ApolloServerSettings<C extends BaseContext> {
  logger: Logger;
  /** Either a schema to execute, or a gateway that brings schema and executor. */
  source: { schema: GraphQLSchema } | { gateway: NonNullable<ApolloServerOptions<C>["gateway"]> };
  plugins?: ApolloServerPlugin<C>[];
  /** The most tokens a document may have; above it the answer is TOKEN_LIMIT_EXCEEDED. */
  maxTokens?: number;
  /** The most rows that all lists of an answer may have together, where a schema is executed. Default 250,000. */
  maxRows?: number;
}

/**
 * An Apollo Server that keeps to itself: nothing is reported to anybody whatever APOLLO_* variables say, errors are
 * masked, introspection is on. Not started; its executor starts it.
 */
export function createApolloServer<C extends BaseContext>(settings: ApolloServerSettings<C>): ApolloServer<C> {
  const mask = createErrorMask(settings.logger);
  return new ApolloServer<C>({
    ...settings.source,
    // Stands before every APOLLO_* variable, so that none of them has a meaning here or can keep the server from starting.
    apollo: { key: "none", graphId: "", graphVariant: "" },
    introspection: true,
    // The graph is open and there are no cookies, so there is nothing that a forged cross-site request could misuse.
    csrfPrevention: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: settings.maxTokens ?? 20_000 },
    formatError: mask.formatError,
    stringifyResult: JSON.stringify,
    logger: apolloLogger(settings.logger),
    plugins: [
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      mask.plugin,
      ...(settings.plugins ?? []),
      ...("schema" in settings.source ? [useRowBudget(settings.source.schema, settings.maxRows ?? 250_000)] : []),
      usePlainJsonStatus(),
    ],
  } as ApolloServerOptions<C>);
}

/** The messages of Apollo's libraries in our log; their everyday chatter is debug. */
export function apolloLogger(logger: Logger) {
  return {
    debug: (message?: unknown) => logger.trace(String(message)),
    info: (message?: unknown) => logger.debug(String(message)),
    warn: (message?: unknown) => logger.warn(String(message)),
    error: (message?: unknown) => logger.error(String(message)),
  };
}
