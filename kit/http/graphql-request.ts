import type { FastifyRequest } from "fastify";
import { isRecord } from "../is-record";
import { HttpRefusal } from "./http-refusal";
import { readBody } from "./read-body";

/** One GraphQL request as the client sent it, known to be of the right shape. */
export interface GraphQLRequestBody {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/** Reads the request of `POST /graphql`. @throws HttpRefusal */
export async function readPostedRequest(
  request: FastifyRequest,
  limit: number,
  signal: AbortSignal,
): Promise<GraphQLRequestBody> {
  const contentType = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (contentType !== "application/json") {
    throw new HttpRefusal(415, "BAD_REQUEST", "Send the request as content-type application/json.", {}, true);
  }
  const text = await readBody(request.raw, limit, signal);
  return checkedRequest(parseJson(text, "The request body"));
}

/** Reads the request of `GET /graphql?query=…`. @throws HttpRefusal */
export function readQueryString(request: FastifyRequest, urlBytes: number): GraphQLRequestBody {
  const url = request.raw.url ?? "";
  if (url.length > urlBytes) {
    throw new HttpRefusal(
      414,
      "PAYLOAD_TOO_LARGE",
      `The address has ${url.length} characters; the limit is ${urlBytes}. Send the query with POST.`,
      { limit: urlBytes, actual: url.length },
    );
  }
  const start = url.indexOf("?");
  const parameters = new URLSearchParams(start === -1 ? "" : url.slice(start + 1));
  const once = (name: string): string | undefined => {
    const values = parameters.getAll(name);
    if (values.length > 1) {
      throw new HttpRefusal(400, "BAD_REQUEST", `The parameter \`${name}\` is given more than once.`);
    }
    return values[0] === "" ? undefined : values[0];
  };
  const json = (name: string): unknown => {
    const value = once(name);
    return value === undefined ? undefined : parseJson(value, `The parameter \`${name}\``);
  };
  return checkedRequest({
    query: once("query"),
    operationName: once("operationName"),
    variables: json("variables"),
    extensions: json("extensions"),
  });
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, "BAD_REQUEST", `${what} is not JSON.`);
  }
}

function checkedRequest(body: unknown): GraphQLRequestBody {
  const refuse = (message: string) => new HttpRefusal(400, "BAD_REQUEST", message);
  if (Array.isArray(body)) throw refuse("Batches are not accepted: send one operation per request.");
  if (!isRecord(body)) throw refuse("The request body is not a JSON object with a `query`.");
  const { query, operationName, variables, extensions } = body;
  if (query === undefined || query === null || query === "") {
    if (isRecord(extensions) && extensions.persistedQuery !== undefined) {
      // The code by which a client of Apollo's makes falls back to sending the query's text.
      throw new HttpRefusal(400, "PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
    }
    throw refuse("The request has no `query`.");
  }
  if (typeof query !== "string") throw refuse("`query` must be a string.");
  if (operationName !== undefined && operationName !== null && typeof operationName !== "string") {
    throw refuse("`operationName` must be a string.");
  }
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw refuse("`variables` must be a JSON object.");
  }
  if (extensions !== undefined && extensions !== null && !isRecord(extensions)) {
    throw refuse("`extensions` must be a JSON object.");
  }
  return {
    query,
    // An empty name is what some clients send for "no name".
    ...(operationName ? { operationName } : {}),
    ...(variables ? { variables } : {}),
    ...(extensions ? { extensions } : {}),
  };
}
