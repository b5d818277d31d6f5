import type { FastifyInstance } from "fastify";
import { sendProblem } from "./problem-json";

const READING = ["GET", "HEAD"];

/** Answers every method but GET and HEAD at addresses that are no GraphQL with 405; OPTIONS belongs to the CORS of the server. */
export function refuseOtherMethods(app: FastifyInstance, url: string): void {
  app.route({
    method: app.supportedMethods.filter((method) => ![...READING, "OPTIONS"].includes(method)),
    url,
    handler(_request, reply) {
      return sendProblem(reply.header("allow", READING.join(", ")), {
        kind: "method-not-allowed",
        status: 405,
        title: "This address can only be read",
        detail: "Use GET or HEAD.",
      });
    },
  });
}
