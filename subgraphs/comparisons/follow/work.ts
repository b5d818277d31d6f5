import { setTimeout as sleep } from "node:timers/promises";
import { createWriter } from "../../../kit/database";
import type { RoomOptions } from "../../../kit/room";
import { refreshComparisons } from "../facts/refresh";
import { recordedChanges } from "./recorded-changes";

export interface FollowOptions extends Pick<RoomOptions, "database" | "logger"> {
  /** Time between two looks. Default 3000. */
  readonly pollMilliseconds?: number;
}

/**
 * Brings the read model up to date after what systems write to the graph, until stopped; everything written before too, as
 * nobody may have looked then.
 */
export function followRecorded({ database, logger, pollMilliseconds = 3000 }: FollowOptions): {
  stop(): Promise<void>;
} {
  const stopped = new AbortController();
  let from: string | null = null;

  async function look(): Promise<void> {
    const { owners, next } = await recordedChanges(database.dataSource, from);
    if (owners.length > 0) await refresh(owners);
    from = next;
  }

  async function refresh(owners: readonly string[]): Promise<void> {
    const writer = createWriter(database.url);
    await writer.initialize();
    try {
      await writer.transaction((manager) => refreshComparisons(manager, owners));
    } finally {
      await writer.destroy();
    }
  }

  async function follow(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await look();
      } catch (error) {
        logger.error({ err: error }, "the comparisons could not follow what was recorded");
      }
      await sleep(pollMilliseconds, undefined, { signal: stopped.signal }).catch(() => {});
    }
  }

  const following = follow();
  return {
    async stop() {
      stopped.abort();
      await following;
    },
  };
}
