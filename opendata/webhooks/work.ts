import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../kit/database";
import { createOutboundAgent } from "../../kit/outbound";
import type { RoomOptions } from "../../kit/room";
import { createSealedBox } from "../../kit/sealed-box";
import { createSender, type DueWebhook, type SenderOptions } from "./sender";

export interface WorkOptions
  extends Pick<SenderOptions, "milliseconds" | "claimMilliseconds" | "backOff" | "most">,
    Pick<RoomOptions, "database" | "logger" | "sealedBox" | "loopback"> {
  /** Time between two looks for what there is to tell. Default 3000. */
  readonly pollMilliseconds?: number;
}

/** Tells webhooks of changes until stopped; each by itself, so that a slow address holds up no other. */
export function startWebhookWork(options: WorkOptions): { stop(): Promise<void> } {
  const { database, logger, sealedBox = createSealedBox(), loopback = false, pollMilliseconds = 3000 } = options;
  const agent = createOutboundAgent({ loopback });
  const sender = createSender({ ...options, sealedBox, agent });
  const stopped = new AbortController();
  const underWay = new Map<string, Promise<void>>();

  async function tell(webhook: DueWebhook): Promise<void> {
    try {
      await sender.tell(webhook, stopped.signal);
    } catch (error) {
      if (!stopped.signal.aborted) logger.error({ err: error, webhook: webhook.id }, "webhook could not be told");
    } finally {
      underWay.delete(webhook.id);
    }
  }

  async function poll(): Promise<void> {
    let hasFailed = false;
    while (!stopped.signal.aborted) {
      try {
        for (const webhook of await dueWebhooks(database)) {
          if (stopped.signal.aborted) break;
          if (!underWay.has(webhook.id)) underWay.set(webhook.id, tell(webhook));
        }
        hasFailed = false;
      } catch (error) {
        // While the database is away it is said once.
        if (!hasFailed) logger.warn({ err: error }, "webhooks could not be looked for");
        hasFailed = true;
      }
      await sleep(pollMilliseconds, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  const polling = poll();
  return {
    async stop() {
      stopped.abort(new Error("The hub stops."));
      await polling;
      await Promise.all(underWay.values());
      await agent.destroy();
    },
  };
}

/** Webhooks that are told of changes and that nobody has at work; not counted among the room's statements, as nobody asked. */
async function dueWebhooks({ dataSource }: Database): Promise<DueWebhook[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query("BEGIN");
    await runner.query("SELECT set_config('kommungraf.roles', 'sender', true)");
    return await runner.query(
      `/* dueWebhooks */ SELECT id, source_id AS "sourceId" FROM webhook
       WHERE state = 'ACTIVE' AND coalesce(next_attempt_at, now()) <= now() AND coalesce(claimed_until, now()) <= now() ORDER BY id`,
    );
  } finally {
    await runner.query("ROLLBACK").catch(() => {});
    await runner.release();
  }
}
