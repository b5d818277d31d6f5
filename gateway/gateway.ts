import { Agent } from "undici";
import { noIssuers, readCaller, type TokenVerifier } from "../kit/access";
import { createGraphQLHttpService } from "../kit/http";
import { type ProblemDetails, sendProblem } from "../kit/http/problem-json";
import type { Logger } from "../kit/logger";
import { createEngines } from "./engine/engines";
import { startThreadEngine } from "./engine/thread-engine";
import type { EngineHooks, EngineSettings } from "./engine/types";
import { createLandingPage } from "./landing/landing-page";
import { createAdmission } from "./limits/admission";
import { defaultLimits, type Limits } from "./limits/limits";
import { defaultPassThrough, type PassThrough, passThroughRoutes } from "./pass-through";
import { registryRoutes } from "./registry-routes";
import { createSubgraphHealth } from "./subgraph-health";
import type { SupergraphSource } from "./supergraph/source";
import { clientName } from "./usage/client-name";
import { createUsageDelivery } from "./usage/deliver";
import type { UsageReceiver } from "./usage/types";
import { wellKnownRoutes } from "./well-known";

export interface Timeouts {
  /** For one whole request. */
  requestMilliseconds: number;
  /** For one question to one subgraph. */
  subgraphMilliseconds: number;
  /** For one whole file that a subgraph gives, however slowly the client reads it. */
  fileMilliseconds: number;
  /** For requests under way when the gateway stops. */
  drainMilliseconds: number;
  /** For a partial answer after the request's time is up. */
  graceMilliseconds: number;
}

export const defaultTimeouts: Readonly<Timeouts> = {
  requestMilliseconds: 30_000,
  subgraphMilliseconds: 10_000,
  fileMilliseconds: 300_000,
  drainMilliseconds: 10_000,
  graceMilliseconds: 1000,
};

export const defaultAnswerBytes = 16 * 1024 * 1024;
export const defaultRequestAnswerBytes = 64 * 1024 * 1024;
export const defaultEngineHeapMebibytes = 2048;
const REPORT_MILLISECONDS = 5000;

export interface GatewayOptions {
  supergraph: SupergraphSource;
  logger: Logger;
  /** Routing URLs by subgraph name, in place of those in the supergraph. */
  subgraphUrls?: Record<string, string>;
  limits?: Partial<Limits>;
  timeouts?: Partial<Timeouts>;
  /** The largest answer that is read from a subgraph, in bytes. Default 16 MiB. */
  answerBytes?: number;
  /** What the answers of all subgraphs to one request may have together, in bytes. Default 64 MiB. */
  requestAnswerBytes?: number;
  /** Folders of files that subgraphs give. Default: /comparisons. */
  passThrough?: readonly PassThrough[];
  /** Whether browsers get GraphiQL at `/`. Default true. */
  landing?: boolean;
  /**
   * Where operations are planned and answered: in a thread of its own, where it stalls nobody and one engine is replaced by
   * the next under load, or in this one, which starts sooner. Default in-process.
   */
  engine?: "thread" | "in-process";
  /** The most memory that an engine's thread may take for its objects, in MiB. Default 2,048. */
  engineHeapMebibytes?: number;
  /** Asked of each new supergraph before it serves; an error that is no part's being away refuses it. */
  smokeQueries?: readonly string[];
  /** Private keys, as a JWK set, that calls of owners' subgraphs are signed with; their public part is published. */
  signingJwks?: string;
  /** Address that the tokens of those calls name as their issuer. */
  issuer?(): string;
  /** Whether owners' subgraphs may be at addresses of this machine. Default false. */
  loopbackOwners?: boolean;
  /** For one question to one owner's subgraph. */
  ownerMilliseconds?: number;
  /** The largest answer that is read from an owner's subgraph, in bytes. */
  ownerAnswerBytes?: number;
  /** Told which operations ran and how owners' subgraphs did. */
  reports?: UsageReceiver;
  /** Tells who sent an access token; without it none is taken. */
  tokens?: TokenVerifier;
  /** Whether callers are identified and @access is heeded. Default true; false only in tests of what stands behind it. */
  checkAccess?: boolean;
  /** Where the registry is; without one its addresses say that there is nothing. */
  registryUrl?(): string | undefined;
}

export interface GatewayService {
  start(at: { host: string; port: number }): Promise<{ url: string }>;
  stop(): Promise<void>;
}

/** The hub's public endpoint over the live supergraph; built without listening. */
export function createGateway(options: GatewayOptions): GatewayService {
  const { logger, registryUrl = () => undefined, tokens = noIssuers } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const usage = createUsageDelivery(options.reports, logger);
  const agent = new Agent({ connections: 128, keepAliveTimeout: 10_000, connect: { timeout: 5000 } });
  const health = createSubgraphHealth(agent);

  const settings: EngineSettings = {
    subgraphUrls: options.subgraphUrls ?? {},
    limits,
    subgraphMilliseconds: timeouts.subgraphMilliseconds,
    answerBytes: options.answerBytes ?? defaultAnswerBytes,
    requestAnswerBytes: options.requestAnswerBytes ?? defaultRequestAnswerBytes,
    owners: {
      signingJwks: options.signingJwks,
      loopback: options.loopbackOwners ?? false,
      milliseconds: options.ownerMilliseconds,
      answerBytes: options.ownerAnswerBytes,
    },
    checkAccess: options.checkAccess ?? true,
    reportMilliseconds: options.reports && (options.reports.milliseconds ?? REPORT_MILLISECONDS),
  };
  const hooks: EngineHooks = { logger, issuer: () => options.issuer?.() ?? "", report: usage.take };
  const engines = createEngines({
    source: options.supergraph,
    logger,
    smokeQueries: options.smokeQueries ?? [],
    ...timeouts,
    async build(sdl, breakers, signal) {
      if (options.engine === "thread") {
        const heapMebibytes = options.engineHeapMebibytes ?? defaultEngineHeapMebibytes;
        return startThreadEngine({ sdl, settings, hooks, breakers, heapMebibytes, signal });
      }
      // The library behind it is large, and a process whose engines are threads does without.
      const { createEngine } = await import("./engine/engine");
      return createEngine(sdl, settings, hooks, breakers);
    },
  });

  const page = options.landing === false ? undefined : createLandingPage();
  const service = createGraphQLHttpService({
    name: "gateway",
    logger,
    executor: {
      start: engines.start,
      async stop() {
        await engines.stop();
        await usage.settled();
      },
      async execute(question, { request, ...life }) {
        const { authorization } = request.headers;
        const identity = settings.checkAccess
          ? await readCaller(request.raw.headersDistinct.authorization, tokens)
          : null;
        const client = clientName(request.headers);
        const answer = await engines.execute({ ...question, client, purpose: "client", identity, authorization }, life);
        return authorization === undefined ? answer : { ...answer, headers: [...answer.headers, NOT_SHARED] };
      },
    },
    async ready() {
      const engine = engines.current();
      if (!engine) return { ready: false };
      const supergraph = engines.currentHash();
      const refused = engines.refused();
      const subgraphs = await health.look(engine.subgraphs);
      const states = Object.values(subgraphs);
      const graph = states.every((state) => state === "up") ? "ok" : "degraded";
      // With every part down there is nothing to serve.
      return { ready: graph === "ok" || states.includes("up"), details: { graph, supergraph, refused, subgraphs } };
    },
    limits: { bodyBytes: limits.bodyBytes, urlBytes: limits.urlBytes, ...timeouts },
    cors: true,
    admit: createAdmission(limits),
    page: page?.answer,
    routes(app, withinLife) {
      for (const folder of options.passThrough ?? defaultPassThrough) {
        passThroughRoutes(folder, {
          agent,
          logger,
          ...(settings.checkAccess && { tokens }),
          urlOf: (subgraph) => engines.current()?.subgraphs.find(({ name }) => name === subgraph)?.url,
          urlBytes: limits.urlBytes,
          ...timeouts,
        })(app, withinLife);
      }
      registryRoutes({ logger, registryUrl, urlBytes: limits.urlBytes })(app, withinLife);
      wellKnownRoutes({ signingJwks: options.signingJwks, issuers: tokens.issuers, publicUrl: options.issuer })(app);
      app.get("/schema.graphql", (_request, reply) => {
        const engine = engines.current();
        if (!engine) return sendProblem(reply.header("retry-after", "5"), NOT_READY);
        return reply.type("text/plain; charset=utf-8").send(engine.schemaText());
      });
      page?.routes(app);
    },
  });

  return {
    start: service.start,
    async stop() {
      await service.stop();
      await agent.close();
    },
  };
}

/** What is answered to one caller is for nobody else. */
const NOT_SHARED = ["cache-control", "no-store"] as const;

const NOT_READY: ProblemDetails = {
  kind: "not-available",
  status: 503,
  title: "Not available just now",
  detail: "The hub is getting ready again. Try again in a moment.",
};
