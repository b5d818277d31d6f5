import { randomUUID } from "node:crypto";
import type { Dispatcher } from "undici";
import type { Statements } from "../../kit/connection";
import type { Database } from "../../kit/database";
import type { Logger } from "../../kit/logger";
import type { SealedBox } from "../../kit/sealed-box";
import { sql } from "../../kit/sql";
import { createChangeRepository } from "../changes/change.repository";
import { recordUnpublished } from "../changes/record-reads";
import { BACK_OFF, delayAfter, GIVEN_UP_AFTER_HOURS } from "./back-off";
import { changesMessage } from "./message";
import { type Message, type Outcome, postMessage } from "./post-message";

export interface SenderOptions {
  readonly database: Database;
  readonly sealedBox: SealedBox;
  readonly agent: Dispatcher;
  readonly logger: Logger;
  /** How long an address may take to answer. Default 15,000. */
  readonly milliseconds?: number;
  /** How long a message is the sender's that took it, in the case that the sender goes away. Default 60,000. */
  readonly claimMilliseconds?: number;
  /** Default BACK_OFF. */
  readonly backOff?: readonly number[];
  /** Changes in a message. Default 100. */
  readonly most?: number;
}

/** A webhook that may have something to tell. */
export interface DueWebhook {
  readonly id: string;
  readonly sourceId: string;
}

interface StoredWebhook {
  url: string;
  kinds: string[];
  cursor: string;
  sealed: string;
  messageId: string | null;
  messageBody: string | null;
}

interface Claimed {
  readonly claim: string;
  readonly url: string;
  readonly sealed: string;
  readonly message: Message;
}

const UNREADABLE_KEY =
  "the hub cannot open the webhook's key: remove the webhook and make another, or ask the operator";

/** Attempts that are kept of each webhook. */
const KEPT_ATTEMPTS = 100;

/**
 * Tells addresses of changes. Of all processes that have the database one at a time sends a webhook's messages: it claims the
 * webhook for a while, and no transaction is open while an address takes its time, for that would hold the feed back.
 *
 * A message is written down before it is first sent, and the webhook's cursor moves when it has been taken. So whatever
 * happens in between, nothing is left out, and what is sent again is the same under the same id.
 */
export function createSender(options: SenderOptions) {
  const { database, sealedBox, logger, most = 100, claimMilliseconds = 60_000, backOff = BACK_OFF } = options;

  /** Runs a transaction as a reader of the source, and as the sender, whom row-level security lets at webhooks' state. */
  const actFor = <T>(sourceId: string, work: (statements: Statements) => Promise<T>) =>
    database.write({ identity: { owner: sourceId, roles: ["reader"], client: "webhooks" } }, async (statements) => {
      await statements.rows("actAsSender", sql`SELECT set_config('kommungraf.roles', 'reader,sender', true)`);
      return work(statements);
    });

  /** Takes the message that is under way, or the next one; undefined when there is none or another process has it. */
  const claimMessage = ({ id, sourceId }: DueWebhook): Promise<Claimed | undefined> =>
    actFor(sourceId, async (statements) => {
      const [webhook] = await statements.rows<StoredWebhook>(
        "findDueWebhook",
        sql`SELECT w.url, w.kinds, w.cursor, s.sealed, w.message_id AS "messageId", w.message_body AS "messageBody"
            FROM webhook w JOIN webhook_secret s ON s.webhook_id = w.id
            WHERE w.id = ${id} AND w.source_id = ${sourceId} AND w.state = 'ACTIVE' AND coalesce(w.next_attempt_at, now()) <= now()`,
      );
      if (!webhook) return undefined;
      const { url, kinds, cursor, sealed, messageId, messageBody } = webhook;
      const page =
        messageId === null
          ? await createChangeRepository(statements).listChanges({
              after: cursor,
              first: most,
              kinds,
              source: sourceId,
              unpublishedOf: { owner: sourceId, roles: ["reader"], client: "webhooks" },
            })
          : undefined;
      if (page?.nodes.length === 0) return undefined;
      const message = page ? changesMessage(sourceId, page) : { id: messageId ?? "", body: messageBody ?? "" };
      const claim = randomUUID();
      const [claimed] = await statements.rows(
        "claimWebhook",
        sql`UPDATE webhook SET claim = ${claim}, claimed_until = now() + ${`${claimMilliseconds} ms`}::interval,
              message_id = ${message.id}, message_body = ${message.body}, message_cursor = coalesce(${page?.endCursor ?? null}, message_cursor)
            WHERE id = ${id} AND source_id = ${sourceId} AND state = 'ACTIVE' AND coalesce(claimed_until, now()) <= now()
              AND cursor = ${cursor} AND message_id IS NOT DISTINCT FROM ${messageId} RETURNING id`,
      );
      if (!claimed) return undefined;
      if (page) await recordUnpublished(statements, "webhook", page.nodes, id);
      return { claim, url, sealed, message };
    });

  /** Writes down what came of an attempt, and what follows from it; all but the attempt only as long as the claim is good. */
  const settle = ({ id, sourceId }: DueWebhook, { claim, message }: Claimed, outcome: Outcome) =>
    actFor(sourceId, async (statements) => {
      const { status, failure, at, milliseconds } = outcome;
      if (failure === null) {
        await statements.rows(
          "moveWebhookOn",
          sql`UPDATE webhook SET cursor = message_cursor, message_id = NULL, message_body = NULL, message_cursor = NULL,
                failures = 0, first_failure_at = NULL, next_attempt_at = NULL, claim = NULL, claimed_until = NULL
              WHERE id = ${id} AND source_id = ${sourceId} AND claim = ${claim}::uuid`,
        );
      } else {
        const [before = { failures: 0 }] = await statements.rows<{ failures: number }>(
          "findFailures",
          sql`SELECT failures FROM webhook WHERE id = ${id} AND source_id = ${sourceId}`,
        );
        const delay = `${delayAfter(before.failures + 1, backOff)} ms`;
        const isOver = sql`(${status === 410} OR coalesce(first_failure_at, now()) <= now() - ${`${GIVEN_UP_AFTER_HOURS} hours`}::interval)`;
        await statements.rows(
          "putWebhookOff",
          sql`UPDATE webhook SET failures = failures + 1, first_failure_at = coalesce(first_failure_at, now()),
                state = CASE WHEN ${isOver} THEN 'STOPPED' ELSE 'ACTIVE' END,
                next_attempt_at = CASE WHEN ${isOver} THEN NULL ELSE now() + ${delay}::interval END,
                claim = NULL, claimed_until = NULL
              WHERE id = ${id} AND source_id = ${sourceId} AND claim = ${claim}::uuid`,
        );
      }
      await statements.rows(
        "keepAttempt",
        sql`INSERT INTO webhook_attempt (webhook_id, source_id, message_id, at, status, failure, milliseconds)
            SELECT id, source_id, ${message.id}, ${at}, ${status}, ${failure}, ${milliseconds} FROM webhook
            WHERE id = ${id} AND source_id = ${sourceId}`,
      );
      await statements.rows(
        "forgetAttempts",
        sql`DELETE FROM webhook_attempt WHERE webhook_id = ${id} AND position <= (
              SELECT position FROM webhook_attempt WHERE webhook_id = ${id} ORDER BY position DESC OFFSET ${KEPT_ATTEMPTS} LIMIT 1)`,
      );
    });

  const letGo = ({ id, sourceId }: DueWebhook, { claim }: Claimed) =>
    actFor(sourceId, (statements) =>
      statements.rows(
        "letWebhookGo",
        sql`UPDATE webhook SET claim = NULL, claimed_until = NULL
            WHERE id = ${id} AND source_id = ${sourceId} AND claim = ${claim}::uuid`,
      ),
    );

  async function send({ id }: DueWebhook, { url, sealed, message }: Claimed, signal: AbortSignal): Promise<Outcome> {
    let secret: string;
    try {
      secret = await sealedBox.open(sealed, id);
    } catch (error) {
      logger.error(
        { err: error, webhook: id },
        "the key of a webhook cannot be opened: WEBHOOK_KEY is another, or lost",
      );
      return { status: null, failure: UNREADABLE_KEY, at: new Date(), milliseconds: 0 };
    }
    return postMessage(url, secret, message, { ...options, signal });
  }

  return {
    /**
     * Tells an address of everything that there is to tell, until it fails.
     * @throws the signal's reason; what the database throws
     */
    async tell(webhook: DueWebhook, signal: AbortSignal): Promise<void> {
      for (;;) {
        signal.throwIfAborted();
        const claimed = await claimMessage(webhook);
        if (!claimed) return;
        let outcome: Outcome;
        try {
          outcome = await send(webhook, claimed, signal);
        } catch (error) {
          await letGo(webhook, claimed);
          throw error;
        }
        await settle(webhook, claimed, outcome);
        if (outcome.failure !== null) {
          logger.info({ webhook: webhook.id, status: outcome.status, failure: outcome.failure }, "webhook not taken");
          return;
        }
      }
    },
  };
}
