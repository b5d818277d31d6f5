import type { Identity } from "../../kit/access";
import type { Reader } from "../../kit/database";
import { publicError } from "../../kit/errors";
import { LARGEST_PAGE } from "../../kit/pagination";
import { all, join, raw, type Sql, sql } from "../../kit/sql";
import { type ChangeRow, feedRooms } from "./change";
import { BEGINNING, decodeCursor, encodeCursor, type Place } from "./cursor";

export interface ChangeQuestion {
  readonly after?: string | null;
  /** At most LARGEST_PAGE. */
  readonly first: number;
  readonly owners?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
  readonly source?: string | null;
  /** Whose unpublished changes come too; without it none do. */
  readonly unpublishedOf?: Identity | null;
}

export interface ChangePageValue {
  readonly nodes: ChangeRow[];
  /** After the last change of the page when there are more; else after everything that can be told now. */
  readonly endCursor: string;
  readonly hasNextPage: boolean;
}

type StoredChange = Omit<ChangeRow, "cursor"> & { transaction: string; room: number; position: string };
/** The feed as it is, with one change, or none in the only row of an empty page. */
type Row = { feed: string; horizon: string } & (StoredChange | { room: null });

/** The feed of all rooms. The reader may be a transaction's statements, too. */
export function createChangeRepository(reader: Reader) {
  return {
    /**
     * The changes after a cursor, in order, in one statement.
     * @throws PAGE_SIZE_EXCEEDED, INVALID_CURSOR
     */
    async listChanges(question: ChangeQuestion): Promise<ChangePageValue> {
      const { first } = question;
      if (first < 0 || first > LARGEST_PAGE) {
        throw publicError("PAGE_SIZE_EXCEEDED", `first is ${first}; it must be between 0 and ${LARGEST_PAGE}.`, {
          argument: "first",
          limit: LARGEST_PAGE,
        });
      }
      const after = placeOf(question.after);
      const rows = await reader.rows<Row>("listChanges", changesStatement(question, after?.place ?? BEGINNING));
      const [{ feed, horizon } = { feed: "", horizon: "0" }] = rows;
      if (after) checkPlace(after, feed, BigInt(horizon));
      const changes = rows.filter((row): row is Row & StoredChange => row.room !== null);
      const hasNextPage = changes.length > first;
      const nodes = changes.slice(0, first).map(({ transaction, room, position, ...change }) => ({
        ...change,
        cursor: encodeCursor(feed, { transaction: BigInt(transaction), room, position: BigInt(position) }),
      }));
      const end = { transaction: BigInt(horizon), room: 0, position: 0n };
      const last = nodes.at(-1)?.cursor ?? encodeCursor(feed, after?.place ?? BEGINNING);
      return { nodes, hasNextPage, endCursor: hasNextPage ? last : encodeCursor(feed, end) };
    },

    /**
     * Where the feed ends now: what comes after it has not been told to anybody.
     * @param after when given, a cursor that must be of this feed
     * @throws INVALID_CURSOR
     */
    async findEnd(after?: string | null): Promise<string> {
      const given = placeOf(after);
      const [now = { feed: "", horizon: "0" }] = await reader.rows<{ feed: string; horizon: string }>(
        "findFeedEnd",
        sql`SELECT id AS feed, pg_snapshot_xmin(pg_current_snapshot())::text AS horizon FROM feed`,
      );
      if (given) checkPlace(given, now.feed, BigInt(now.horizon));
      return encodeCursor(now.feed, { transaction: BigInt(now.horizon), room: 0, position: 0n });
    },

    /** Before the first change. */
    async findBeginning(): Promise<string> {
      const [{ feed } = { feed: "" }] = await reader.rows<{ feed: string }>(
        "findFeed",
        sql`SELECT id AS feed FROM feed`,
      );
      return encodeCursor(feed, BEGINNING);
    },
  };
}

type Given = NonNullable<ReturnType<typeof decodeCursor>>;

function placeOf(cursor: string | null | undefined): Given | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const given = decodeCursor(cursor);
  if (!given) {
    throw publicError(
      "INVALID_CURSOR",
      "after is no cursor of the change feed, or has been altered. Use a cursor or an endCursor as the feed gave it.",
      { argument: "after" },
    );
  }
  return given;
}

function checkPlace({ feed, place }: Given, ours: string, horizon: bigint): void {
  if (feed === ours && place.transaction <= horizon) return;
  throw publicError(
    "INVALID_CURSOR",
    "after is a cursor of another database: the hub's has been restored from a backup, or moved. What the cursor stood for cannot be told here. Pull the whole anew, and go on from the cursor that you get then.",
    { argument: "after" },
  );
}

/**
 * Only numbers below those of the transactions that are under way are shown (kit/change-feed.ts says why): what is shown now
 * is all that there will ever be up to there. Each room's part ends by itself, so that it reads no more of its index than
 * the page can hold.
 */
function changesStatement(question: ChangeQuestion, after: Place): Sql {
  const most = question.first + 1;
  const parts = feedRooms.map((room, index) => {
    const number = index + 1;
    return sql`(SELECT ${number}::int AS room, ${columns} FROM ${raw(room)}.published_change c
      WHERE ${all([beyond(after, number), raw("c.transaction < pg_snapshot_xmin(pg_current_snapshot())"), ...filters(question)])}
      ORDER BY c.transaction, c.position LIMIT ${most})`;
  });
  return sql`SELECT f.id AS feed, pg_snapshot_xmin(pg_current_snapshot())::text AS horizon,
      c.room, c.transaction::text AS transaction, c.position::text AS position, c.municipality_code AS "municipalityCode", c.kind,
      c.record_id AS "recordId", c.parent_id AS "parentId", c.operation, c.source_id AS "sourceId",
      c.is_published AS "isPublished", c.changed_at AS "changedAt"
    FROM feed f LEFT JOIN (${join(parts, " UNION ALL ")} ORDER BY transaction, room, position LIMIT ${most}) c ON TRUE
    ORDER BY c.transaction, c.room, c.position`;
}

const columns = raw(
  "c.transaction, c.position, c.municipality_code, c.kind, c.record_id, c.parent_id, c.operation, c.source_id, c.is_published, c.changed_at",
);

/** What of a room lies after a place. */
function beyond({ transaction, room, position }: Place, number: number): Sql {
  if (number < room) return sql`c.transaction > ${`${transaction}`}::xid8`;
  if (number > room) return sql`c.transaction >= ${`${transaction}`}::xid8`;
  return sql`(c.transaction, c.position) > (${`${transaction}`}::xid8, ${`${position}`}::bigint)`;
}

function filters({ owners, kinds, source, unpublishedOf }: ChangeQuestion): (Sql | undefined)[] {
  return [
    isOneOf(raw("c.municipality_code"), owners),
    isOneOf(raw("c.kind"), kinds),
    source === null || source === undefined ? undefined : sql`c.source_id = ${source}`,
    unpublishedOf ? sql`(c.is_published OR ${isOwn(unpublishedOf)})` : raw("c.is_published"),
  ];
}

/** One value is compared by itself, so that an index that begins with it keeps its order. */
function isOneOf(column: Sql, values: readonly string[] | null | undefined): Sql | undefined {
  if (!values || values.length === 0) return undefined;
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = ANY(${values}::text[])`;
}

function isOwn({ owner, roles }: Identity): Sql {
  const own = [
    roles.includes("reporter") ? sql`c.municipality_code = ${owner}` : undefined,
    roles.includes("reader") || roles.includes("reviewer") ? sql`c.source_id = ${owner}` : undefined,
  ].filter((one) => one !== undefined);
  return own.length === 0 ? raw("FALSE") : sql`(${join(own, " OR ")})`;
}
