import { randomBytes } from "node:crypto";
import type { Dispatcher } from "undici";
import type { Statements } from "../../kit/connection";
import { isPublicError } from "../../kit/errors";
import { checkRoutingUrl } from "../../kit/outbound";
import type { SealedBox } from "../../kit/sealed-box";
import { sql } from "../../kit/sql";
import { createChangeRepository } from "../changes/change.repository";
import type { OpendataContext } from "../loaders";
import { newSecret, probeMessage } from "./message";
import type { Mistake } from "./mistakes";
import { postMessage } from "./post-message";
import { MOST_WEBHOOKS, sourceKinds } from "./webhook";

export interface ManageOptions {
  readonly sealedBox: SealedBox;
  readonly agent: Dispatcher;
  /** Whether addresses may be of this machine. */
  readonly loopback: boolean;
}

type Writer = Pick<OpendataContext, "write">;

/** What was done: the webhook's id, or the mistakes for which nothing was. */
export type Managed = { readonly id: string; readonly secret?: string } | { readonly mistakes: readonly Mistake[] };

export interface NewWebhook {
  readonly source: string;
  readonly url: string;
  readonly kinds?: readonly string[] | null;
  readonly after?: string | null;
}

const MOST_URL = 2000;
/** Who makes a webhook waits for it, and the gateway waits for no longer than 10 s. */
const PROBE_MILLISECONDS = 5000;
/** URL parsers read past them, so that two texts could be one address. */
const WHITE_SPACE = /[\s\p{Cc}]/u;

/** Makes a webhook whose address takes a message that it is tried with; all other mistakes are told first. */
export async function createWebhook(
  { write }: Writer,
  { source, url, kinds: asked, after }: NewWebhook,
  { sealedBox, agent, loopback }: ManageOptions,
): Promise<Managed> {
  const kinds = [...new Set(asked)];
  const mistakes: Mistake[] = [
    ...urlMistakes(url, loopback).map((value): Mistake => ({ code: "URL", field: "input.url", value })),
    ...kinds.flatMap((value, index): Mistake[] =>
      sourceKinds.includes(value) ? [] : [{ code: "KIND", field: `input.kinds[${index}]`, value }],
    ),
  ];
  await write(async (statements) => {
    mistakes.push(...(await fullMistakes(statements, source)));
    const cursor = await cursorAt(statements, after);
    if (cursor === undefined) mistakes.push({ code: "CURSOR", field: "input.after" });
  });
  if (mistakes.length > 0) return { mistakes };

  const id = `wh_${randomBytes(12).toString("hex")}`;
  const secret = newSecret();
  // No transaction is open while the address takes its time.
  const { failure } = await postMessage(url, secret, probeMessage(source, id), {
    agent,
    milliseconds: PROBE_MILLISECONDS,
  });
  if (failure !== null) return { mistakes: [{ code: "NOT_ANSWERED", field: "input.url", value: failure }] };

  const sealed = await sealedBox.seal(secret, id);
  return write(async (statements) => {
    const lock = `kommungraf webhooks ${source}`;
    await statements.rows("waitForWebhooks", sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
    const full = await fullMistakes(statements, source);
    if (full.length > 0) return { mistakes: full };
    const cursor = await cursorAt(statements, after);
    await statements.rows(
      "createWebhook",
      sql`INSERT INTO webhook (id, source_id, url, kinds, cursor)
          VALUES (${id}, ${source}, ${url}, ${kinds}::text[], ${cursor})`,
    );
    await statements.rows(
      "keepWebhookSecret",
      sql`INSERT INTO webhook_secret (webhook_id, source_id, sealed) VALUES (${id}, ${source}, ${sealed})`,
    );
    await recordWrite(statements, "createWebhook", id);
    return { id, secret };
  });
}

interface Named {
  readonly source: string;
  readonly id: string;
}

export const removeWebhook = ({ write }: Writer, { source, id }: Named): Promise<Managed> =>
  write(async (statements) => {
    const gone = await statements.rows(
      "removeWebhook",
      sql`DELETE FROM webhook WHERE id = ${id} AND source_id = ${source} RETURNING id`,
    );
    return done(statements, "removeWebhook", id, gone);
  });

/** Lets it go on at once, from where it was. */
export const resumeWebhook = ({ write }: Writer, { source, id }: Named): Promise<Managed> =>
  write(async (statements) => {
    const changed = await statements.rows(
      "resumeWebhook",
      sql`UPDATE webhook SET state = 'ACTIVE', failures = 0, first_failure_at = NULL, next_attempt_at = NULL
          WHERE id = ${id} AND source_id = ${source} RETURNING id`,
    );
    return done(statements, "resumeWebhook", id, changed);
  });

/** Sends again from a place in the feed; the message that is under way is given up. */
export const replayWebhook = (
  { write }: Writer,
  { source, id, after }: Named & { readonly after?: string | null },
): Promise<Managed> =>
  write(async (statements) => {
    const feed = createChangeRepository(statements);
    const cursor =
      after === null || after === undefined ? await feed.findBeginning() : await cursorAt(statements, after);
    if (cursor === undefined) return { mistakes: [{ code: "CURSOR", field: "input.after" }] };
    const changed = await statements.rows(
      "replayWebhook",
      sql`UPDATE webhook SET cursor = ${cursor}, failures = 0, first_failure_at = NULL, next_attempt_at = NULL,
            message_id = NULL, message_body = NULL, message_cursor = NULL, claim = NULL, claimed_until = NULL
          WHERE id = ${id} AND source_id = ${source} RETURNING id`,
    );
    return done(statements, "replayWebhook", id, changed);
  });

async function done(statements: Statements, action: string, id: string, rows: readonly unknown[]): Promise<Managed> {
  if (rows.length === 0) return { mistakes: [{ code: "UNKNOWN_WEBHOOK", field: "input.id", value: id }] };
  await recordWrite(statements, action, id);
  return { id };
}

function urlMistakes(url: string, loopback: boolean): string[] {
  if (url.length > MOST_URL) return [`The address is longer than ${MOST_URL} characters.`];
  const mistakes = checkRoutingUrl(url, { loopback });
  return WHITE_SPACE.test(url) ? [...mistakes, "The address must not hold white space."] : mistakes;
}

async function fullMistakes(statements: Statements, source: string): Promise<Mistake[]> {
  const [{ count } = { count: 0 }] = await statements.rows<{ count: number }>(
    "countWebhooks",
    sql`SELECT count(*)::int AS count FROM webhook WHERE source_id = ${source}`,
  );
  return count < MOST_WEBHOOKS ? [] : [{ code: "TOO_MANY", field: "input.source", value: count }];
}

/** The cursor given, or the feed's end without one; undefined when it is not a good one. */
async function cursorAt(statements: Statements, after: string | null | undefined): Promise<string | undefined> {
  try {
    const end = await createChangeRepository(statements).findEnd(after);
    return after ?? end;
  } catch (error) {
    if (isPublicError(error)) return undefined;
    throw error;
  }
}

/** The log has them among what is of no municipality. */
const recordWrite = (statements: Statements, action: string, id: string) =>
  statements.rows("recordWebhookWrite", sql`SELECT funding.record_audit('0000', ${action}, ${id}, 1)`);
