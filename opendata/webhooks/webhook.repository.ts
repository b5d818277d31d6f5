import type { Reader } from "../../kit/database";
import { createGroupLoader } from "../../kit/loader";
import { raw, sql } from "../../kit/sql";
import type { AttemptRow, WebhookRow } from "./webhook";

const columns = raw(
  `id, source_id AS "sourceId", url, kinds, state, cursor, failures, next_attempt_at AS "nextAttemptAt", created_at AS "createdAt"`,
);

/** Attempts that are shown. */
const SHOWN = 10;

/** What row-level security lets the caller see. */
export function createWebhookRepository(reader: Reader) {
  return {
    listWebhooks: (source: string) =>
      reader.rows<WebhookRow>(
        "listWebhooks",
        sql`SELECT ${columns} FROM webhook WHERE source_id = ${source} ORDER BY created_at, id`,
      ),
    async findWebhook(source: string, id: string): Promise<WebhookRow | null> {
      const [row] = await reader.rows<WebhookRow>(
        "findWebhook",
        sql`SELECT ${columns} FROM webhook WHERE source_id = ${source} AND id = ${id}`,
      );
      return row ?? null;
    },
    /** The last attempts of each webhook, the newest first. */
    attemptsOf: createGroupLoader(
      (ids) =>
        reader.rows<AttemptRow & { webhookId: string }>(
          "findAttemptsByWebhook",
          sql`SELECT a.webhook_id AS "webhookId", a.message_id AS "messageId", a.at, a.status, a.failure, a.milliseconds
              FROM unnest(${ids}::text[]) AS w(id) CROSS JOIN LATERAL (
                SELECT * FROM webhook_attempt WHERE webhook_id = w.id ORDER BY position DESC LIMIT ${SHOWN}) a
              ORDER BY a.webhook_id, a.position DESC`,
        ),
      (attempt) => attempt.webhookId,
    ),
  };
}
