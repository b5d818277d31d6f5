import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { readBody } from "../../kit/http/read-body";
import { badRequest, type Mistake, mistaken, Problem } from "./problem";
import { remedies } from "./shapes";

const BODY_MILLISECONDS = 30_000;

/**
 * The body of a request as JSON of a shape; one that is empty counts as {}.
 * @throws Problem with every mistake at once; HttpRefusal when the body is too large or does not arrive
 */
export async function readJson<T>(request: FastifyRequest, shape: z.ZodType<T>, limit: number): Promise<T> {
  const { raw } = request;
  const isEmpty = raw.headers["content-length"] === "0" || !hasBody(request);
  if (!isEmpty && !/^application\/json\s*(;|$)/i.test(raw.headers["content-type"] ?? "")) {
    throw new Problem({
      kind: "unsupported-body",
      status: 415,
      title: "The body is not of a kind that is read",
      detail: "Send JSON with Content-Type: application/json.",
    });
  }
  const text = isEmpty ? "" : await readBody(raw, limit, AbortSignal.timeout(BODY_MILLISECONDS));
  let body: unknown;
  try {
    body = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON. Send an object such as {"sdl": "…"}.');
  }
  return checked(body, shape);
}

/** @throws Problem with every mistake at once */
export const readSearch = <T>(request: FastifyRequest, shape: z.ZodType<T>): T => checked(request.query, shape);

/** A number in an address; undefined for anything else. */
export function readNumber(text: string | undefined): number | undefined {
  const number = /^[1-9]\d{0,9}$/.test(text ?? "") ? Number(text) : undefined;
  return number !== undefined && number <= 2_147_483_647 ? number : undefined;
}

const hasBody = ({ raw }: FastifyRequest) =>
  raw.headers["content-length"] !== undefined || raw.headers["transfer-encoding"] !== undefined;

function checked<T>(given: unknown, shape: z.ZodType<T>): T {
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  throw mistaken(read.error.issues.flatMap((issue) => mistakesOf(issue, shape)));
}

function mistakesOf(issue: z.core.$ZodIssue, shape: z.ZodType): Mistake[] {
  const known = shape instanceof z.ZodObject ? Object.keys(shape.shape).join(", ") : "";
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: key.slice(0, 100),
      message: "is not known here",
      remedy: `Leave it out; what may be sent is ${known}.`,
    }));
  }
  const [member] = issue.path;
  return member === undefined
    ? [{ path: "", message: "The whole must be an object", remedy: `Send an object with ${known}.` }]
    : [
        {
          path: issue.path.join("."),
          message: issue.message,
          remedy: remedies[String(member)] ?? "Send another value.",
        },
      ];
}
