import type { Statements } from "../../../kit/connection";
import { sql } from "../../../kit/sql";
import { recordReads } from "../audit/record-reads";
import type { FundingContext } from "../loaders";
import { isOwn } from "../reports/visibility";
import { type Mistake, mistake, Refused } from "./mistake";
import { hashOfRequest } from "./request-hash";

/** One request to write, as its sender may send it several times. */
export interface WriteRequest {
  /** Name of the mutation. */
  readonly operation: string;
  /** Municipality that the data is of; 0000 for what is of none. */
  readonly municipality: string;
  /** Stands for one request of the owner's, of one operation and municipality: in another it is another request's. */
  readonly idempotencyKey: string;
  /** All of the input: a request with the same key and another input is a mistake. */
  readonly input: { readonly idempotencyKey: string; readonly report?: string | null };
}

type Context = Pick<FundingContext, "identity" | "write" | "loaders">;

export interface Outcome<Answer> {
  /** Null when there are mistakes. */
  readonly answer: Answer | null;
  readonly mistakes: readonly Mistake[];
  readonly isReplay: boolean;
}

/**
 * Does a request once, whole or not at all, and writes it into the audit log. One that is refused stands there when its
 * mistakes can tell of a report that the caller may see and not everybody.
 * @param work what it does; it throws Refused with all mistakes. What it returns is kept as JSON, ids alone, with `record` as
 * the id that the audit log names
 */
export async function perform<Answer extends { readonly record: string }>(
  context: Context,
  { operation, municipality, idempotencyKey: key, input }: WriteRequest,
  work: (statements: Statements) => Promise<Answer>,
): Promise<Outcome<Answer>> {
  const { identity, write, loaders } = context;
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
    if (!(error instanceof Refused)) throw error;
    const { mistakes } = error;
    await recordRefusal(context, operation, [input.report, ...mistakes.map(({ record }) => record)]);
    return { answer: null, mistakes, isReplay: false };
  } finally {
    // What was read before the write is old now.
    for (const loader of Object.values(loaders)) if ("clearAll" in loader) loader.clearAll();
  }
}

/**
 * What is wrong with a request tells of the reports that it is about, such as their state: of those that not everybody may
 * see it is a read. What was taken back took its entries along, so this is written after it.
 * @param ids of records that the request or its mistakes name
 */
async function recordRefusal(
  context: Context,
  operation: string,
  ids: readonly (string | null | undefined)[],
): Promise<void> {
  const named = ids.filter((id) => typeof id === "string");
  const reports = await Promise.all(named.map((id) => context.loaders.report.load(id)));
  const told = reports.filter((report) => report !== null).filter((report) => report.state !== "APPROVED");
  await recordReads(
    context,
    `${operation}:refused`,
    told.filter((report) => isOwn(report, context.identity)),
  );
}
