import fc from "fast-check";
import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { createDatabase, type Database, type Reader } from "./database";
import { type Connection, createConnections, LARGEST_PAGE, type List, type Order, plain, swedish } from "./pagination";
import { raw, sql } from "./sql";

interface Item {
  id: string;
  parent: string;
  name: string;
  rank: number;
}

const PARENTS = ["p", "q", "empty"];
// Names and ranks come several times, so that only the last term of an order tells rows apart.
const names = ["Å", "å", "Ä", "ö", "Z", "a", "B", "é", "w", "v", "", "'", "–"];
const items: Item[] = Array.from({ length: 60 }, (_, n) => ({
  id: `item-${String(n).padStart(2, "0")}`,
  parent: n % 3 === 0 ? "q" : "p",
  name: names[n % names.length] ?? "",
  rank: (n * 7) % 5,
}));

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await createTestDatabase("migrated");
  await server.query(`
    CREATE SCHEMA kit_test;
    CREATE TABLE kit_test.item (id text PRIMARY KEY, parent text NOT NULL, name text NOT NULL, rank int NOT NULL, at timestamptz NOT NULL)`);
  await server.query(
    `INSERT INTO kit_test.item SELECT id, parent, name, rank, '2024-03-31 00:59:59.999998+01'::timestamptz + rank * interval '1 microsecond'
     FROM jsonb_to_recordset($1) AS g(id text, parent text, name text, rank int)`,
    [JSON.stringify(items)],
  );
  database = createDatabase({
    url: server.url,
    schema: "kit_test",
    entities: [],
    migrations: [],
    logger: silentLogger,
  });
  // Lets rooms' roles read what the test has made.
  await database.migrate();
  await database.connect();
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const ORDERS = {
  name: [swedish("i.name"), plain("i.id")],
  rank: [{ value: "i.rank", type: "int" }, plain("i.id")],
  at: [{ value: "i.at", type: "timestamptz" }, plain("i.id")],
  all: [{ value: "i.rank", type: "int" }, swedish("i.name"), { value: "i.at", type: "timestamptz" }, plain("i.id")],
} satisfies Record<string, Order["terms"]>;

const listBy = (order: keyof typeof ORDERS, direction: "ASC" | "DESC" = "ASC", where: List["where"] = []): List => ({
  name: "listItems",
  columns: raw("i.id, i.name, i.rank"),
  from: raw("item i"),
  where,
  order: { name: `${order} ${direction}`, terms: ORDERS[order], direction },
});

const ofParent = (list: List): List => ({ ...list, name: "listItemsByParent", link: sql`i.parent = p.key` });

const collator = new Intl.Collator("sv");
const compare: Record<keyof typeof ORDERS, (a: Item, b: Item) => number> = {
  name: (a, b) => collator.compare(a.name, b.name),
  rank: (a, b) => a.rank - b.rank,
  at: (a, b) => a.rank - b.rank,
  all: (a, b) => a.rank - b.rank || collator.compare(a.name, b.name),
};
const expected = (order: keyof typeof ORDERS, direction: string, rows: readonly Item[] = items) => {
  const sorted = [...rows].sort((a, b) => compare[order](a, b) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return direction === "ASC" ? sorted : sorted.reverse();
};

const ids = ({ nodes }: Connection<Item>) => nodes.map(({ id }) => id);

/** A reader that notes the names of the statements it sends. */
function noting(): { sent: string[]; reader: Reader } {
  const sent: string[] = [];
  const reader = database.reader();
  return {
    sent,
    reader: {
      rows(name, statement) {
        sent.push(name);
        return reader.rows(name, statement);
      },
    },
  };
}

async function walk(list: List, first: number, parent?: string): Promise<string[]> {
  const walked: string[] = [];
  let after: string | null = null;
  do {
    const page: Connection<Item> = await createConnections(database.reader()).load(list, { first, after }, parent);
    walked.push(...ids(page));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return walked;
}

it("walks every order in both directions to its end, in pages of any size, without loss or repetition", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(ORDERS) as (keyof typeof ORDERS)[])),
      fc.constantFrom("ASC" as const, "DESC" as const),
      fc.integer({ min: 1, max: 70 }),
      async (order, direction, first) => {
        expect(await walk(listBy(order, direction), first)).toEqual(expected(order, direction));
      },
    ),
    { numRuns: 60 },
  );
});

it("walks the list of each parent by itself", async () => {
  for (const parent of PARENTS) {
    const own = items.filter((item) => item.parent === parent);
    expect(await walk(ofParent(listBy("name", "DESC")), 4, parent)).toEqual(expected("name", "DESC", own));
  }
});

it("goes on where it was when a row before that place is taken away or put in", async () => {
  const connections = createConnections(database.reader());
  const first = await connections.load<Item>(listBy("name"), { first: 10 });
  await server.query("DELETE FROM kit_test.item WHERE id = $1", [first.nodes[9]?.id]);
  try {
    const next = await createConnections(database.reader()).load<Item>(listBy("name"), {
      first: 50,
      after: first.pageInfo.endCursor,
    });
    expect(ids(next)).toEqual(expected("name", "ASC").slice(10));
  } finally {
    const gone = items.find(({ id }) => id === first.nodes[9]?.id);
    await server.query(
      "INSERT INTO kit_test.item SELECT $1, $2, $3, $4, '2024-03-31 00:59:59.999998+01'::timestamptz + $4::int * interval '1 microsecond'",
      [gone?.id, gone?.parent, gone?.name, gone?.rank],
    );
  }
});

it("reads the pages of all parents of a tick with one statement, in the order of each", async () => {
  const { sent, reader } = noting();
  const connections = createConnections(reader);
  const pages = await Promise.all(
    PARENTS.map((parent) => connections.load<Item>(ofParent(listBy("rank")), { first: 3 }, parent)),
  );
  expect(sent).toEqual(["listItemsByParent"]);
  for (const [index, parent] of PARENTS.entries()) {
    const own = items.filter((item) => item.parent === parent);
    expect(ids(pages[index] as Connection<Item>)).toEqual(expected("rank", "ASC", own).slice(0, 3));
  }
  expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
});

it("counts only when asked, all parents of a tick with one statement, and the whole list whatever the page", async () => {
  const { sent, reader } = noting();
  const connections = createConnections(reader);
  const where = [sql`i.rank > ${1}`];
  const pages = await Promise.all(
    PARENTS.map((parent) => connections.load<Item>(ofParent(listBy("rank", "ASC", where)), { first: 1 }, parent)),
  );
  expect(sent).toEqual(["listItemsByParent"]);
  const counts = await Promise.all(pages.map((page) => page.totalCount()));
  expect(counts).toEqual(
    PARENTS.map((parent) => items.filter((item) => item.parent === parent && item.rank > 1).length),
  );
  expect(sent).toEqual(["listItemsByParent", "listItemsByParent totalCount"]);
  await pages[0]?.totalCount();
  expect(sent).toHaveLength(2);
});

it("keeps lists with other conditions, pages or orders apart, and counts of the same list together", async () => {
  const { sent, reader } = noting();
  const connections = createConnections(reader);
  const pages = await Promise.all([
    connections.load<Item>(listBy("name"), { first: 2 }),
    connections.load<Item>(listBy("name"), { first: 3 }),
    connections.load<Item>(listBy("name", "DESC"), { first: 2 }),
    connections.load<Item>(listBy("name", "ASC", [sql`i.rank = ${0}`]), { first: 2 }),
    connections.load<Item>(listBy("name", "ASC", [sql`i.rank = ${1}`]), { first: 2 }),
    connections.load<Item>(listBy("name"), { first: 2 }),
  ]);
  expect(sent).toHaveLength(5);
  expect(pages.map((page) => ids(page).length)).toEqual([2, 3, 2, 2, 2, 2]);
  expect(await Promise.all(pages.map((page) => page.totalCount()))).toEqual([60, 60, 60, 12, 12, 60]);
  expect(sent).toHaveLength(8);
});

it("tells where a page stands", async () => {
  const connections = createConnections(database.reader());
  const whole = await connections.load<Item>(listBy("rank"), { first: LARGEST_PAGE });
  expect(whole.pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: whole.edges[0]?.cursor,
    endCursor: whole.edges.at(-1)?.cursor,
  });
  expect(new Set(whole.edges.map(({ cursor }) => cursor)).size).toBe(60);
  const exact = await connections.load<Item>(listBy("rank"), { first: 60 });
  expect(exact.pageInfo.hasNextPage).toBe(false);
  const none = await connections.load<Item>(listBy("rank"), { first: 0, after: null });
  expect(none.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null });
  const end = await connections.load<Item>(listBy("rank"), { first: 5, after: whole.pageInfo.endCursor });
  expect(end.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null });
});

it.each([-1, LARGEST_PAGE + 1, 1_000_000])("refuses a page of %d", async (first) => {
  const { sent, reader } = noting();
  await expect(createConnections(reader).load(listBy("name"), { first })).rejects.toMatchObject({
    extensions: { code: "PAGE_SIZE_EXCEEDED", argument: "first", limit: LARGEST_PAGE },
  });
  expect(sent).toEqual([]);
});

describe("a cursor", () => {
  it("of any text whatever is a place of the list or refused, never a failure", async () => {
    const own =
      (await createConnections(database.reader()).load<Item>(listBy("all"), { first: 1 })).edges[0]?.cursor ?? "";
    const [origin] = JSON.parse(Buffer.from(own, "base64url").toString("utf8"));
    const moment = fc.oneof(
      fc
        .date({ noInvalidDate: false })
        .map((date) => (Number.isNaN(date.getTime()) ? "infinity" : date.toISOString().replace("Z", "+00:00"))),
      fc.string(),
    );
    const forged = fc
      .tuple(
        fc.constant(origin),
        fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger(), fc.anything()),
        fc.string({ unit: "binary" }),
        moment,
        fc.string({ unit: "binary" }),
      )
      .map((parts) => Buffer.from(JSON.stringify(parts)).toString("base64url"));
    await fc.assert(
      fc.asyncProperty(fc.oneof(forged, fc.string(), fc.base64String()), async (after) => {
        try {
          await createConnections(database.reader()).load(listBy("all"), { first: 1, after });
        } catch (error) {
          expect(error).toMatchObject({ extensions: { code: "INVALID_CURSOR", argument: "after" } });
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is refused by a list of another name, and by the same list in another order", async () => {
    const connections = createConnections(database.reader());
    const { edges } = await connections.load<Item>(listBy("name"), { first: 1 });
    const after = edges[0]?.cursor;
    expect((await connections.load<Item>(listBy("name"), { first: 1, after })).nodes).toHaveLength(1);
    expect(
      (await connections.load<Item>(listBy("name", "ASC", [sql`i.rank = 1`]), { first: 1, after })).nodes,
    ).toHaveLength(1);
    for (const list of [listBy("name", "DESC"), listBy("rank"), { ...listBy("name"), name: "listOthers" }]) {
      await expect(connections.load(list, { first: 1, after })).rejects.toMatchObject({
        extensions: { code: "INVALID_CURSOR" },
      });
    }
  });
});
