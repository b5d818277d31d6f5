import { type DocumentNode, parse } from "graphql";
import { isRecord } from "../../kit/is-record";
import type { Answer } from "./ask-endpoint";

/** What is longer is not parsed. What may be published has half as many; servers print federation's own definitions too. */
const MOST_TOKENS = 60_000;

export type LookedUpSchema =
  | { readonly kind: "schema"; readonly document: DocumentNode }
  /** It answers GraphQL, but not with a schema; `message` goes on from "The endpoint". */
  | { readonly kind: "none"; readonly message: string }
  | Extract<Answer, { kind: "failure" }>;

/** Asks an endpoint for the schema that it serves. */
export async function lookUpSchema(ask: (query: string) => Promise<Answer>): Promise<LookedUpSchema> {
  const answer = await ask("{ _service { sdl } }");
  if (answer.kind === "failure") return answer;
  const service = answer.data?._service;
  const sdl = isRecord(service) ? service.sdl : undefined;
  if (typeof sdl !== "string") {
    const [error] = answer.errors;
    return {
      kind: "none",
      message: error === undefined ? "answers without one" : `answers with an error: ${error}`,
    };
  }
  try {
    return { kind: "schema", document: parse(sdl, { noLocation: true, maxTokens: MOST_TOKENS }) };
  } catch (error) {
    return { kind: "none", message: `answers with a text that is not GraphQL: ${(error as Error).message}` };
  }
}
