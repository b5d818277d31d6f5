import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerProblem, notFound, Problem } from "./problem";

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** What an address takes, by method. */
export type Routes = Readonly<Record<string, Partial<Record<"GET" | "POST" | "PUT" | "DELETE", Handler>>>>;

/** Serves addresses; of them every other method is refused with those that there are, and every other address with 404. */
export function serveRoutes(app: FastifyInstance, routes: Routes): void {
  for (const [url, handlers] of Object.entries(routes)) {
    const methods = Object.keys(handlers);
    const allowed = methods.includes("GET") ? [...methods, "HEAD"] : methods;
    for (const [method, handler] of Object.entries(handlers)) app.route({ method, url, handler });
    app.route({
      method: app.supportedMethods.filter((method) => !allowed.includes(method)),
      url,
      handler: (_request, reply) => answerProblem(reply, otherMethod(allowed)),
    });
  }
  app.all("/*", (_request, reply) =>
    answerProblem(reply, notFound("There is nothing at this address. The registry is at /registry/subgraphs.")),
  );
}

const otherMethod = (allowed: readonly string[]): Problem =>
  new Problem(
    {
      kind: "method-not-allowed",
      status: 405,
      title: "This address takes another method",
      detail: `Use ${allowed.join(", ")}.`,
    },
    { allow: allowed.join(", ") },
  );
