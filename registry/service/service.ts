import { createHttpApp } from "../../kit/http/http-app";
import { defaultHttpLimits, type HttpLimits } from "../../kit/http/http-limits";
import { createLifeCycle } from "../../kit/http/life-cycle";
import type { UnderWay } from "../../kit/http/request-life";
import type { Logger } from "../../kit/logger";
import type { Registry } from "../registry";
import { createAuthentication } from "./authenticate";
import { createOneAtATime } from "./one-at-a-time";
import { answerProblem, Problem, problemOf } from "./problem";
import { serveRoutes } from "./routes";
import { subgraphRoutes } from "./subgraph-routes";
import { supergraphRoutes } from "./supergraph-routes";
import { tokenRoutes } from "./token-routes";
import { createWindow } from "./window";

export interface RegistryServiceLimits extends HttpLimits {
  /** Wrong tokens of one caller in a minute, beyond which it is told to wait. */
  readonly wrongTokens: number;
  /** Publications of one owner in a minute; as many checks; as many rollbacks and removals together. */
  readonly publications: number;
  /** The same in a day, whatever becomes of them: each leaves a line in the audit log. */
  readonly publicationsADay: number;
}

export interface RegistryServiceOptions {
  readonly registry: Registry;
  readonly logger: Logger;
  readonly limits?: Partial<RegistryServiceLimits>;
}

export interface RegistryService {
  start(at: { host: string; port: number }): Promise<{ url: string }>;
  /** Lets requests under way finish. The registry stays open. */
  stop(): Promise<void>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The registry over HTTP: JSON in and out, problems as RFC 9457 has them. Built without listening. */
export function createRegistryService({ registry, logger, ...options }: RegistryServiceOptions): RegistryService {
  const limits = {
    ...defaultHttpLimits,
    bodyBytes: 2 * 1024 * 1024,
    // Composing takes seconds, and several publications may be in line.
    requestMilliseconds: 120_000,
    wrongTokens: 20,
    publications: 30,
    publicationsADay: 1000,
    ...options.limits,
  };
  const limitsOf = (what: string) => ({
    what,
    inAMinute: createWindow(limits.publications, MINUTE),
    inADay: createWindow(limits.publicationsADay, DAY),
  });
  const underWay: UnderWay = new Set();
  const nothing = { start: async () => {}, stop: async () => {} };
  const life = createLifeCycle("registry", nothing, limits, underWay);
  const app = createHttpApp({ logger, limits, cors: false, isStopping: () => life.state() === "stopping" });
  const serving = {
    registry,
    bodyBytes: limits.bodyBytes,
    authenticate: createAuthentication(registry.tokens, createWindow(limits.wrongTokens, MINUTE)),
    publications: limitsOf("Publications"),
    checks: limitsOf("Checks"),
    switches: limitsOf("Rollbacks and removals"),
    oneAtATime: createOneAtATime(),
  };

  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    if (life.state() !== "serving") return reply.code(503).send({ status: "stopping" });
    const live = await registry.live().catch(() => undefined);
    return live
      ? reply.send({ status: "ready", supergraph: live.number })
      : reply.code(503).send({ status: "not ready" });
  });
  // A scope of its own, so that its errors are problems and not GraphQL's.
  app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      const problem = problemOf(error);
      if (problem) return answerProblem(reply, problem);
      logger.error({ requestId: request.id, err: error }, "The registry failed");
      return answerProblem(reply, failed(request.id));
    });
    serveRoutes(scope, { ...subgraphRoutes(serving), ...supergraphRoutes(serving), ...tokenRoutes(serving) });
  });

  return { start: (at) => life.start(app, at), stop: () => life.stop(app) };
}

const failed = (requestId: string) =>
  new Problem({
    kind: "failed",
    status: 500,
    title: "Something failed",
    detail: "Something failed in the registry, and nothing was changed or all of it was; its log has the details.",
    members: { requestId },
  });
