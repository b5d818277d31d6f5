import type { FastifyRequest } from "fastify";
import { readBody } from "../kit/http/read-body";
import { OAuthError } from "./oauth-error";

const LARGEST_FORM = 16_384;
const MILLISECONDS = 10_000;

/** The fields of a posted form, each of which may be there once. */
export async function readForm(request: FastifyRequest): Promise<ReadonlyMap<string, string>> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    throw new OAuthError("invalid_request", "Send the form as application/x-www-form-urlencoded.");
  }
  const text = await readBody(request.raw, LARGEST_FORM, AbortSignal.timeout(MILLISECONDS));
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) throw new OAuthError("invalid_request", "A field of the form is there more than once.");
    if (value !== "") fields.set(name, value);
  }
  return fields;
}
