import { Client } from "pg";
import type { Logger } from "../../kit/logger";
import { feedRooms } from "./change";
import { BEGINNING, decodeCursor, encodeCursor } from "./cursor";

/** The cluster and the database: what was restored from a backup or copied is at another. */
const PLACE = `(SELECT system_identifier FROM pg_control_system()) || ' ' ||
  (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * Sees to it that the feed's id belongs to this database alone, when rooms are brought up to date and before they serve.
 *
 * Transactions are counted by a cluster. In a database that was restored into another one, what was written before may have
 * numbers that are yet to come, and would be shown late and among what is new: it gets numbers of the past, in the same
 * order. And what a cursor of before stands for may not be here: the feed gets a new id, by which it is refused. Webhooks
 * stop, for a copy must not tell what the original tells; who resumes one is told everything, from the beginning.
 *
 * After a standby took over, or a recovery to a point in time, cursors are refused too, since what they stand for may be lost;
 * webhooks go on from where they were, or from where the feed ends if that is before.
 */
export async function ensureFeedIdentity(url: string, logger: Logger): Promise<void> {
  const client = new Client({ connectionString: url, options: "-c search_path=opendata,public" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<Seen>(`
      SELECT f.place AS "wasAt", ${PLACE} AS "isAt", f.timeline AS "hadTimeline", c.timeline_id AS "hasTimeline",
        pg_snapshot_xmax(pg_current_snapshot())::text AS next
      FROM feed f, pg_control_checkpoint() c FOR UPDATE OF f`);
    const [seen] = rows;
    if (!seen) throw new Error("The table opendata.feed must hold one row.");
    const isNew = seen.hadTimeline === 0;
    const hasMoved = seen.wasAt !== seen.isAt;
    const rooms = await roomsWithFeed(client);
    const isAhead = !isNew && (await lastNumber(client, rooms)) >= BigInt(seen.next);
    if (isAhead) await renumber(client, rooms, BigInt(seen.next));
    if (hasMoved || isAhead || seen.hadTimeline !== seen.hasTimeline) {
      await client.query("UPDATE feed SET id = gen_random_uuid(), place = $1, timeline = $2", [
        seen.isAt,
        seen.hasTimeline,
      ]);
      if (!isNew) {
        await moveWebhooks(client, hasMoved || isAhead ? undefined : BigInt(seen.next));
        logger.warn(
          { renumbered: isAhead, moved: hasMoved },
          "the change feed is another now: cursors of before are refused",
        );
      }
    }
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

interface Seen {
  wasAt: string;
  isAt: string;
  hadTimeline: number;
  hasTimeline: number;
  /** Above the numbers of all transactions that have ended. */
  next: string;
}

/** The rooms whose schema has been made. */
async function roomsWithFeed(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ room: string }>(
    "SELECT room FROM unnest($1::text[]) AS r(room) WHERE to_regclass(room || '.change') IS NOT NULL",
    [feedRooms],
  );
  return rows.map(({ room }) => room);
}

async function lastNumber(client: Client, rooms: readonly string[]): Promise<bigint> {
  if (rooms.length === 0) return 0n;
  const each = rooms.map(
    (room) => `(SELECT transaction FROM ${room}.change ORDER BY transaction DESC, position DESC LIMIT 1)`,
  );
  const { rows } = await client.query<{ last: string }>(
    `SELECT transaction::text AS last FROM (${each.join(" UNION ALL ")}) r ORDER BY transaction DESC LIMIT 1`,
  );
  return BigInt(rows[0]?.last ?? 0);
}

/**
 * Gives all changes numbers below `next`, in the order that they have. Where there are fewer numbers than transactions,
 * neighbours share one.
 */
async function renumber(client: Client, rooms: readonly string[], next: bigint): Promise<void> {
  const each = rooms.map((room) => `SELECT transaction FROM ${room}.change`);
  await client.query(`LOCK TABLE ${rooms.map((room) => `${room}.change`).join(", ")}`);
  await client.query(`CREATE TEMPORARY TABLE renumbered ON COMMIT DROP AS
    SELECT old, CASE WHEN count(*) OVER () < ${next} THEN rank ELSE ceil(rank::numeric * ${next - 1n} / count(*) OVER ()) END AS new
    FROM (SELECT transaction AS old, row_number() OVER (ORDER BY transaction) AS rank
          FROM (${each.join(" UNION ALL ")}) t GROUP BY transaction) r`);
  for (const room of rooms) {
    const columns = "municipality_code, kind, record_id, parent_id, operation, source_id, is_published, changed_at";
    await client.query(`CREATE TEMPORARY TABLE anew ON COMMIT DROP AS
      SELECT r.new::text::xid8 AS transaction, row_number() OVER (ORDER BY c.transaction, c.position) AS position, ${columns}
      FROM ${room}.change c JOIN renumbered r ON r.old = c.transaction`);
    await client.query(`TRUNCATE ${room}.change`);
    await client.query(`INSERT INTO ${room}.change (transaction, position, ${columns}) OVERRIDING SYSTEM VALUE
      SELECT transaction, position, ${columns} FROM anew`);
    await client.query("DROP TABLE anew");
  }
}

/** @param upTo where webhooks that go on may be at most; undefined when they stop */
async function moveWebhooks(client: Client, upTo: bigint | undefined): Promise<void> {
  const { rows: feeds } = await client.query<{ id: string }>("SELECT id FROM feed");
  const feed = feeds[0]?.id ?? "";
  const { rows } = await client.query<{ id: string; cursor: string }>("SELECT id, cursor FROM webhook");
  for (const { id, cursor } of rows) {
    const before = decodeCursor(cursor)?.place ?? BEGINNING;
    const kept =
      upTo !== undefined && before.transaction > upTo ? { transaction: upTo, room: 0, position: 0n } : before;
    await client.query(
      `UPDATE webhook SET cursor = $2, state = CASE WHEN $3 THEN 'STOPPED' ELSE state END, next_attempt_at = NULL,
         message_id = NULL, message_body = NULL, message_cursor = NULL, claim = NULL, claimed_until = NULL WHERE id = $1`,
      [id, encodeCursor(feed, upTo === undefined ? BEGINNING : kept), upTo === undefined],
    );
  }
}
