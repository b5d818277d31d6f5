import type { FastifyReply } from "fastify";

/** A problem as RFC 9457 has it; further members say what is particular to it. */
export interface ProblemDetails {
  /** Short name of the kind of problem, stable: clients may switch on the `type` made of it. */
  readonly kind: string;
  readonly status: number;
  readonly title: string;
  /** What is wrong and what to do, in plain words. */
  readonly detail: string;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** Answers an address that is no GraphQL with what is wrong, as application/problem+json. */
export function sendProblem(reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  const { kind, status, title, detail, members } = problem;
  return reply
    .code(status)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify({ type: `urn:problem-type:kommungraf:${kind}`, title, status, detail, ...members }));
}
