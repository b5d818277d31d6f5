import type { Statements } from "../../../kit/connection";
import { sql } from "../../../kit/sql";
import type { FundingContext } from "../loaders";
import { type Mistake, mistake, Refused } from "./mistake";
import { hashOfRequest } from "./request-hash";

/** One request to write, as its sender may send it several times. */
export interface WriteRequest {
  /** Name of the mutation. */
  readonly operation: string;
  /** Municipality that the data is of; 0000 for what is of none. */
  readonly municipality: string;
  readonly idempotencyKey: string;
  /** All of the input: a request with the same key and another input is a mistake. */
  readonly input: object;
}

export interface Outcome<Answer> {
  /** Null when there are mistakes. */
  readonly answer: Answer | null;
  readonly mistakes: readonly Mistake[];
  readonly isReplay: boolean;
}

/**
 * Does a request once, whole or not at all, and writes it into the audit log.
 * @param work what it does; it throws Refused with all mistakes. What it returns is kept as JSON, ids alone, with `record` as
 * the id that the audit log names
 */
export async function perform<Answer extends { readonly record: string }>(
  { identity, write, loaders }: Pick<FundingContext, "identity" | "write" | "loaders">,
  { operation, municipality, idempotencyKey: key, input }: WriteRequest,
  work: (statements: Statements) => Promise<Answer>,
): Promise<Outcome<Answer>> {
  const owner = identity?.owner ?? "unknown";
  const hash = hashOfRequest(input);
  try {
    if (key.length < 8 || key.length > 100)
      throw new Refused([mistake("IDEMPOTENCY_KEY_INVALID", { field: "idempotencyKey" })]);
    const done = await write(async (statements) => {
      // The same request twice at once: the later waits, and finds what the earlier answered.
      const lock = JSON.stringify([owner, operation, key]);
      await statements.rows("waitForSameRequest", sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 1))`);
      const [before] = await statements.rows<{ requestHash: string; answer: Answer }>(
        "findIdempotentRequest",
        sql`SELECT request_hash AS "requestHash", answer FROM idempotent_request
            WHERE municipality_code = ${municipality} AND owner = ${owner} AND operation = ${operation} AND key = ${key}`,
      );
      if (before && before.requestHash !== hash) {
        throw new Refused([mistake("IDEMPOTENCY_KEY_REUSED", { field: "idempotencyKey" })]);
      }
      if (before) return { answer: before.answer, isReplay: true };
      const answer = await work(statements);
      await statements.rows(
        "keepIdempotentRequest",
        sql`INSERT INTO idempotent_request (municipality_code, owner, key, operation, request_hash, answer)
            VALUES (${municipality}, ${owner}, ${key}, ${operation}, ${hash}, ${JSON.stringify(answer)}::jsonb)`,
      );
      await statements.rows(
        "recordWrite",
        sql`SELECT record_audit(${municipality}, ${operation}, ${answer.record}, 1)`,
      );
      return { answer, isReplay: false };
    });
    return { ...done, mistakes: [] };
  } catch (error) {
    if (error instanceof Refused) return { answer: null, mistakes: error.mistakes, isReplay: false };
    throw error;
  } finally {
    // What was read before the write is old now.
    for (const loader of Object.values(loaders)) if ("clearAll" in loader) loader.clearAll();
  }
}
