import DataLoader from "dataloader";
import type { Reader } from "./database";
import { publicError } from "./errors";
import { all, join, raw, type Sql, sql } from "./sql";

export const LARGEST_PAGE = 500;

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counts only when a query asks. */
  totalCount(): Promise<number>;
}

/** One column to order by; the last term of an order is unique. */
export interface OrderTerm {
  readonly value: string;
  readonly collation?: string;
  readonly type: "text" | "int" | "timestamptz";
}

export interface Order {
  /** Stands in the cursor together with the list's name, so that a cursor of another list or order is refused. */
  readonly name: string;
  readonly terms: readonly OrderTerm[];
  readonly direction: "ASC" | "DESC";
}

/** Text in Swedish order: å, ä, ö after z. */
export const swedish = (value: string): OrderTerm => ({ value, collation: "sv-x-icu", type: "text" });
/** Text in the order of its bytes, for ids. */
export const plain = (value: string): OrderTerm => ({ value, collation: "C", type: "text" });

export interface List {
  /** Name of the statement. */
  readonly name: string;
  readonly columns: Sql;
  readonly from: Sql;
  readonly where: readonly (Sql | undefined)[];
  readonly order: Order;
  /** Ties a row to the parent in `p.key`; left out for a list without parent. */
  readonly link?: Sql;
}

export interface Connections {
  /**
   * One page of a list, by keyset. All parents of a tick that ask for the same page share one statement; so do their counts.
   * @throws PAGE_SIZE_EXCEEDED, INVALID_CURSOR
   */
  load<Row>(list: List, page: PageArguments, parent?: string): Promise<Connection<Row>>;
}

type PageRow = Record<string, unknown> & { _key: string; _cursor: unknown[] };

/** Pages for one request. */
export function createConnections(reader: Reader): Connections {
  const pages = new Map<string, DataLoader<string, Connection<unknown>>>();
  const counts = new Map<string, DataLoader<string, number>>();

  function loaderIn<V>(
    loaders: Map<string, DataLoader<string, V>>,
    identity: string,
    batch: (parents: readonly string[]) => Promise<V[]>,
  ): DataLoader<string, V> {
    let loader = loaders.get(identity);
    if (!loader) {
      loader = new DataLoader<string, V>(batch);
      loaders.set(identity, loader);
    }
    return loader;
  }

  function count(list: List, parent: string): Promise<number> {
    const where = all([list.link, ...list.where]);
    const identity = JSON.stringify([list.name, where.text, where.values]);
    return loaderIn(counts, identity, async (parents) => {
      const rows = await reader.rows<{ key: string; count: number }>(
        `${list.name} totalCount`,
        sql`SELECT p.key, (SELECT count(*)::int FROM ${list.from} WHERE ${where}) AS count FROM unnest(${parents}::text[]) AS p(key)`,
      );
      const byKey = new Map(rows.map((row) => [row.key, row.count]));
      return parents.map((key) => byKey.get(key) ?? 0);
    }).load(parent);
  }

  return {
    async load(list, page, parent = "") {
      const statement = pageStatement(list, page);
      return loaderIn(pages, JSON.stringify([list.name, statement.text, statement.values]), async (parents) => {
        const rows = await reader.rows<PageRow>(
          list.name,
          sql`SELECT p.key AS "_key", c.* FROM unnest(${parents}::text[]) WITH ORDINALITY AS p(key, n) CROSS JOIN LATERAL (${statement}) AS c ORDER BY p.n, c."_n"`,
        );
        const byKey = new Map<string, PageRow[]>();
        for (const row of rows) {
          const group = byKey.get(row._key);
          if (group) group.push(row);
          else byKey.set(row._key, [row]);
        }
        return parents.map((key) => toConnection(byKey.get(key) ?? [], page, () => count(list, key)));
      }).load(parent) as Promise<Connection<never>>;
    },
  };
}

function pageStatement(list: List, page: PageArguments): Sql {
  if (page.first < 0 || page.first > LARGEST_PAGE) {
    throw publicError("PAGE_SIZE_EXCEEDED", `first is ${page.first}; it must be between 0 and ${LARGEST_PAGE}.`, {
      argument: "first",
      limit: LARGEST_PAGE,
    });
  }
  const { terms, direction } = list.order;
  const origin = `${list.name} ${list.order.name}`;
  const expressions = terms.map(({ value, collation }) => (collation ? `${value} COLLATE "${collation}"` : value));
  const ordering = join(expressions.map((expression) => raw(`${expression} ${direction}`)));
  const values = join(terms.map(({ value }) => raw(value)));
  const after = page.after === null || page.after === undefined ? undefined : decodeCursor(page.after, origin, terms);
  const beyond =
    after &&
    sql`(${join(expressions.map((expression) => raw(expression)))}) ${raw(direction === "ASC" ? ">" : "<")} (${join(after)})`;
  return sql`SELECT ${list.columns}, jsonb_build_array(${origin}::text, ${values}) AS "_cursor", row_number() OVER (ORDER BY ${ordering}) AS "_n" FROM ${list.from} WHERE ${all([list.link, beyond, ...list.where])} ORDER BY ${ordering} LIMIT ${page.first + 1}`;
}

function toConnection<Row>(
  rows: readonly PageRow[],
  page: PageArguments,
  totalCount: () => Promise<number>,
): Connection<Row> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: encodeCursor(row._cursor), node: row as Row }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null && page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

function decodeCursor(cursor: string, origin: string, terms: readonly OrderTerm[]): Sql[] {
  const refuse = () =>
    publicError(
      "INVALID_CURSOR",
      "after is not a cursor of this list in this order. Use endCursor of the page before.",
      {
        argument: "after",
      },
    );
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refuse();
  }
  if (!Array.isArray(values) || values.length !== terms.length + 1 || values[0] !== origin) throw refuse();
  return terms.map((term, index) => {
    const value: unknown = values[index + 1];
    const fits = {
      text: typeof value === "string" && !value.includes("\0"),
      int: typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 2 ** 31,
      timestamptz: typeof value === "string" && isTimestamp(value),
    };
    if (!fits[term.type]) throw refuse();
    return sql`${value as string}::${raw(term.type)}`;
  });
}

/** Whether PostgreSQL reads the text as the moment that it wrote itself; `Date.parse` takes much that it does not. */
function isTimestamp(text: string): boolean {
  const local = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,6})?[+-](0\d|1[0-5]):[0-5]\d$/.exec(text)?.[1];
  const moment = new Date(`${local}Z`);
  return !Number.isNaN(moment.getTime()) && moment.getUTCFullYear() > 0 && moment.toISOString().startsWith(`${local}.`);
}
