import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { accessVariables, type TrustedIssuer } from "../kit/access";
import {
  countVariable,
  databaseUrlVariable,
  hostVariable,
  logLevelVariable,
  portVariable,
  publicUrlVariable,
  readConfig,
} from "../kit/config";
import { hubVariables, isLoopbackAllowed } from "../kit/hub-variables";
import { projectRoot } from "../kit/project-root";
import {
  defaultAnswerBytes,
  defaultEngineHeapMebibytes,
  defaultRequestAnswerBytes,
  defaultTimeouts,
  type GatewayOptions,
} from "./gateway";
import { defaultLimits } from "./limits/limits";
import { defaultOwnerCallLimits } from "./owners/ask-owner";
import { fileSource } from "./supergraph/file-source";
import { isHttpUrl } from "./supergraph/routing";
import type { SupergraphSource } from "./supergraph/source";
import { urlSource } from "./supergraph/url-source";

/** What the command line can say; each stands before the variable of the same meaning. */
export interface GatewayFlags {
  supergraph?: string;
  registry?: boolean;
  host?: string;
  port?: string;
  subgraphUrls?: string;
}

export interface GatewayConfig {
  host: string;
  port: number;
  logLevel: string;
  publicUrl: string;
  /** Whose access tokens are taken; undefined when none are. */
  issuers: readonly TrustedIssuer[] | undefined;
  options: Omit<GatewayOptions, "logger">;
  /** The registry whose supergraph is served, in the place of the options' one. */
  registry?: {
    databaseUrl: string;
    /** Folder of the signing keys and the last supergraph that served. */
    dataDirectory: string;
    /** Private keys as a JWK set, in the place of those in the folder. */
    signingKeys: string | undefined;
    publicUrl: string;
  };
}

const subgraphUrlsVariable = z
  .string()
  .optional()
  .transform((text, context): Record<string, string> => {
    const urls: Record<string, string> = {};
    for (const part of (text ?? "").split(",").map((piece) => piece.trim())) {
      if (part === "") continue;
      const at = part.indexOf("=");
      const name = part.slice(0, at).trim();
      const url = part.slice(at + 1).trim();
      if (at < 1 || !isHttpUrl(url)) {
        context.addIssue({
          code: "custom",
          message: `must be name=http(s)://address, separated by commas; got "${part}"`,
        });
      } else urls[name] = url;
    }
    return urls;
  });

/** What the edge lets through and how long it waits, wherever its supergraph comes from. */
export const edgeVariables = {
  LANDING_PAGE: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  LIMIT_BODY_BYTES: countVariable(defaultLimits.bodyBytes, "bytes"),
  LIMIT_URL_BYTES: countVariable(defaultLimits.urlBytes, "bytes"),
  LIMIT_TOKENS: countVariable(defaultLimits.tokens, "tokens"),
  LIMIT_DEPTH: countVariable(defaultLimits.depth, "levels"),
  LIMIT_INTROSPECTION_DEPTH: countVariable(defaultLimits.introspectionDepth, "levels"),
  LIMIT_ALIASES: countVariable(defaultLimits.aliases, "aliases"),
  LIMIT_ROOT_FIELDS: countVariable(defaultLimits.rootFields, "fields"),
  LIMIT_COST: countVariable(defaultLimits.cost, "fields"),
  LIMIT_PAGE_SIZE: countVariable(defaultLimits.pageSize, "rows"),
  REQUEST_TIMEOUT_MS: countVariable(defaultTimeouts.requestMilliseconds, "milliseconds"),
  SUBGRAPH_TIMEOUT_MS: countVariable(defaultTimeouts.subgraphMilliseconds, "milliseconds"),
  FILE_TIMEOUT_MS: countVariable(defaultTimeouts.fileMilliseconds, "milliseconds"),
  DRAIN_TIMEOUT_MS: countVariable(defaultTimeouts.drainMilliseconds, "milliseconds"),
  SUBGRAPH_ANSWER_BYTES: countVariable(defaultAnswerBytes, "bytes"),
  REQUEST_ANSWER_BYTES: countVariable(defaultRequestAnswerBytes, "bytes"),
  OWNER_TIMEOUT_MS: countVariable(defaultOwnerCallLimits.milliseconds, "milliseconds"),
  OWNER_ANSWER_BYTES: countVariable(defaultOwnerCallLimits.answerBytes, "bytes"),
  ENGINE_HEAP_MIB: countVariable(defaultEngineHeapMebibytes, "mebibytes"),
};

export type EdgeOptions = Pick<
  GatewayOptions,
  | "landing"
  | "answerBytes"
  | "requestAnswerBytes"
  | "limits"
  | "timeouts"
  | "ownerMilliseconds"
  | "ownerAnswerBytes"
  | "engineHeapMebibytes"
>;

export function edgeOptions(read: z.infer<z.ZodObject<typeof edgeVariables>>): EdgeOptions {
  return {
    landing: read.LANDING_PAGE === "on",
    answerBytes: read.SUBGRAPH_ANSWER_BYTES,
    requestAnswerBytes: read.REQUEST_ANSWER_BYTES,
    ownerMilliseconds: read.OWNER_TIMEOUT_MS,
    ownerAnswerBytes: read.OWNER_ANSWER_BYTES,
    engineHeapMebibytes: read.ENGINE_HEAP_MIB,
    limits: {
      bodyBytes: read.LIMIT_BODY_BYTES,
      urlBytes: read.LIMIT_URL_BYTES,
      tokens: read.LIMIT_TOKENS,
      depth: read.LIMIT_DEPTH,
      introspectionDepth: read.LIMIT_INTROSPECTION_DEPTH,
      aliases: read.LIMIT_ALIASES,
      rootFields: read.LIMIT_ROOT_FIELDS,
      cost: read.LIMIT_COST,
      pageSize: read.LIMIT_PAGE_SIZE,
    },
    timeouts: {
      requestMilliseconds: read.REQUEST_TIMEOUT_MS,
      subgraphMilliseconds: read.SUBGRAPH_TIMEOUT_MS,
      fileMilliseconds: read.FILE_TIMEOUT_MS,
      drainMilliseconds: read.DRAIN_TIMEOUT_MS,
    },
  };
}

const shape = {
  HOST: hostVariable,
  PORT: portVariable(4000),
  LOG_LEVEL: logLevelVariable,
  SUPERGRAPH: z.string().optional(),
  DATABASE_URL: databaseUrlVariable.optional(),
  REGISTRY_URL: publicUrlVariable.optional(),
  PUBLIC_URL: publicUrlVariable.default("http://localhost:4000"),
  ...accessVariables,
  SMOKE_QUERY: z.string().optional(),
  SUBGRAPH_URLS: subgraphUrlsVariable,
  ...hubVariables,
  ...edgeVariables,
};

const OWN_SUPERGRAPH = "schema/supergraph.graphql";

/**
 * A supergraph that is named stands before the registry, and the registry before our own composed schemas.
 * @throws ConfigError with every mistake of the flags and the environment together
 */
export function readGatewayConfig(flags: GatewayFlags, env?: NodeJS.ProcessEnv): GatewayConfig {
  const read = readConfig({ ...shape, ...(flags.registry && { DATABASE_URL: databaseUrlVariable }) }, env, {
    SUPERGRAPH: flags.supergraph,
    HOST: flags.host,
    PORT: flags.port,
    SUBGRAPH_URLS: flags.subgraphUrls,
  });
  const { SUPERGRAPH, DATABASE_URL, SMOKE_QUERY } = read;
  const isFollowing = DATABASE_URL !== undefined && (flags.registry || SUPERGRAPH === undefined);
  return {
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    publicUrl: read.PUBLIC_URL,
    issuers: read.OAUTH_ISSUERS,
    options: {
      supergraph: sourceOf(SUPERGRAPH ?? OWN_SUPERGRAPH, flags.supergraph === undefined ? projectRoot : process.cwd()),
      subgraphUrls: read.SUBGRAPH_URLS,
      registryUrl: () => read.REGISTRY_URL,
      loopbackOwners: isLoopbackAllowed(read),
      ...(SMOKE_QUERY !== undefined && { smokeQueries: [SMOKE_QUERY] }),
      ...edgeOptions(read),
    },
    ...(isFollowing && {
      registry: {
        databaseUrl: DATABASE_URL,
        dataDirectory: read.DATA_DIRECTORY,
        signingKeys: read.HUB_SIGNING_KEYS,
        publicUrl: read.PUBLIC_URL,
      },
    }),
  };
}

/** A file is meant from the project's root when a variable names it, and from where one stands when a flag does. */
function sourceOf(fileOrUrl: string, base: string): SupergraphSource {
  if (isHttpUrl(fileOrUrl)) return urlSource(fileOrUrl);
  return fileSource(isAbsolute(fileOrUrl) ? fileOrUrl : join(base, fileOrUrl));
}
