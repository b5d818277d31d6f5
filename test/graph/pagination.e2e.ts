import { startTestHub, type TestHub } from "../testkit/hub";

/** A list somewhere in the graph: the text around it, with the arguments of the page in the middle. */
interface List {
  readonly name: string;
  readonly before: string;
  /** Name of the field and its arguments other than those of the page. */
  readonly field: string;
  readonly given?: string;
  readonly after: string;
}

const at = (parent: string, field: string, given?: string): List => ({
  name: `${field} of ${parent}${given ? ` with ${given}` : ""}`,
  before: `parent: ${parent} {`,
  field,
  given,
  after: "}",
});
const root = (field: string, given?: string): List => ({
  name: `${field}${given ? ` with ${given}` : ""}`,
  before: "",
  field,
  given,
  after: "",
});

const orders = ["NAME", "MUNICIPALITY", "STATUS", "START", "CHANGED"].flatMap((field) =>
  ["ASC", "DESC"].map((direction) => `orderBy: { field: ${field}, direction: ${direction} }`),
);

const lists: readonly List[] = [
  root("areas"),
  root("areas", "filter: { isPriority: true }"),
  root("organisations"),
  root("organisations", 'filter: { text: "kommun" }'),
  ...orders.map((order) => root("initiatives", order)),
  root("initiatives", 'filter: { text: "barn" }, orderBy: { field: STATUS, direction: DESC }'),
  root("grants"),
  root("allocations"),
  root("allocations", "filter: { kinds: [ALLOCATED] }"),
  at('municipality(code: "2281")', "areas"),
  at('municipality(code: "0191")', "areas", "kind: PLACE"),
  at('municipality(code: "2281")', "organisations"),
  at('municipality(code: "2181")', "initiatives"),
  at('municipality(code: "2181")', "initiatives", "orderBy: { field: START, direction: DESC }"),
  at('municipality(code: "2281")', "grants"),
  at('area(id: "2281-bredsand")', "initiatives"),
  at('organisation(id: "2281-sundsvalls-kommun")', "participations"),
  at('organisation(id: "2181-sandvikens-kommun")', "grantsReceived"),
  at('organisation(id: "2181-individ-familjeomsorgsnamnden")', "allocations"),
  at('programme(id: "0191-samhallsbyggnadslyftet")', "initiatives"),
  at('fundingSource(id: "2281-mitthem")', "grants"),
  at('pot(id: "2181-potten-2020")', "allocations"),
];

interface Page {
  edges: { cursor: string; node: unknown }[];
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const NODE: Readonly<Record<string, string>> = {
  participations: "role initiative { id } programme { id }",
};

function textOf({ before, field, given, after }: List): string {
  const node = NODE[field] ?? "id";
  return `query ($first: Int!, $after: String) { ${before}
    ${field}(${given ? `${given}, ` : ""}first: $first, after: $after) {
      edges { cursor node { ${node} } } nodes { ${node} } totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } ${after} }`;
}

async function pageOf(list: List, first: number, after?: string | null): Promise<Page> {
  const data = await hub.data(textOf(list), { first, after });
  return (data.parent ?? data)[list.field];
}

async function refusalOf(list: List, first: number, after?: string) {
  const { data, errors } = await hub.ask(textOf(list), { first, after });
  expect(JSON.stringify({ cursor: after, data })).not.toContain("edges");
  expect(errors).toHaveLength(1);
  return errors?.[0]?.extensions;
}

describe.each(lists)("the pages of $name", (list) => {
  it("make up the whole list, each record once and in its place", async () => {
    const whole = await pageOf(list, 500);
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(whole.nodes.length).toBeGreaterThan(0);
    expect(whole.totalCount).toBe(whole.nodes.length);
    expect(whole.nodes).toEqual(whole.edges.map(({ node }) => node));

    const walked: unknown[] = [];
    let page: Page | undefined;
    do {
      const next: Page = await pageOf(list, 3, page?.pageInfo.endCursor);
      expect(next.totalCount).toBe(whole.totalCount);
      expect(next.pageInfo.hasPreviousPage).toBe(page !== undefined);
      expect(next.pageInfo.startCursor).toBe(next.edges[0]?.cursor);
      expect(next.pageInfo.endCursor).toBe(next.edges.at(-1)?.cursor);
      expect(next.nodes).toHaveLength(Math.min(3, whole.totalCount - walked.length));
      walked.push(...next.nodes);
      expect(next.pageInfo.hasNextPage).toBe(walked.length < whole.totalCount);
      page = next;
    } while (page.pageInfo.hasNextPage);
    expect(walked).toEqual(whole.nodes);
    expect(new Set(walked.map((node) => JSON.stringify(node))).size).toBe(whole.totalCount);
  });

  it("go on after any record, and are empty after the last", async () => {
    const { edges, totalCount } = await pageOf(list, 500);
    const middle = Math.floor(edges.length / 2);
    const rest = await pageOf(list, 500, edges[middle]?.cursor);
    expect(rest.edges).toEqual(edges.slice(middle + 1));
    expect(await pageOf(list, 10, edges.at(-1)?.cursor)).toEqual({
      edges: [],
      nodes: [],
      totalCount,
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  it("may be empty, which tells whether there is anything", async () => {
    const { edges, nodes, pageInfo, totalCount } = await pageOf(list, 0);
    expect({ edges, nodes, pageInfo }).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    expect(totalCount).toBeGreaterThan(0);
  });

  it("have no less than no records and no more than 500", async () => {
    expect(await refusalOf(list, -1)).toMatchObject({ code: "PAGE_SIZE_EXCEEDED", argument: "first", limit: 500 });
    expect(await refusalOf(list, 501)).toMatchObject({ code: "PAGE_SIZE_EXCEEDED", limit: 500 });
  });

  it("begin after a cursor of their own only", async () => {
    const { edges } = await pageOf(list, 2);
    const own = edges[0]?.cursor ?? "";
    const [origin, ...values] = JSON.parse(Buffer.from(own, "base64url").toString("utf8"));
    const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
    const wrong = [
      "",
      "%%%",
      "not a cursor",
      own.slice(0, -4),
      forged(),
      forged(origin),
      forged(origin, ...values, "more"),
      forged("listSomethingElse NAME", ...values),
      forged(origin, ...values.slice(0, -1), "with\0nul"),
      forged(origin, ...values.slice(0, -1), null),
      forged(origin, ...values.slice(0, -1), { id: 1 }),
      forged(origin, ...values.map(() => 1)),
      Buffer.from('{"a":1}').toString("base64url"),
      Buffer.from("null").toString("base64url"),
    ];
    for (const cursor of wrong) {
      expect({ cursor, ...(await refusalOf(list, 3, cursor)) }).toMatchObject({
        cursor,
        code: "INVALID_CURSOR",
        argument: "after",
      });
    }
  });
});

describe("cursors of another list", () => {
  it("are refused by every list that has the same order or another, whatever they hold", async () => {
    const cursors = new Map<string, string>();
    for (const list of lists) {
      const { edges } = await pageOf(list, 1);
      cursors.set(JSON.stringify([list.before, list.field, list.given]), edges[0]?.cursor ?? "");
    }
    const origin = (cursor: string) => JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))[0];
    for (const list of lists) {
      const own = origin(cursors.get(JSON.stringify([list.before, list.field, list.given])) ?? "");
      const foreign = [...cursors.values()].filter((cursor) => origin(cursor) !== own);
      expect(foreign.length).toBeGreaterThan(15);
      for (const cursor of foreign) expect((await refusalOf(list, 3, cursor))?.code).toBe("INVALID_CURSOR");
    }
  });

  it.each([
    "1",
    "2024",
    "yesterday",
    "2024-02-30T00:00:00+00:00",
    "2024-01-01T24:00:00+00:00",
    "0000-01-01T00:00:00+00:00",
    "2024-01-01T00:00:00",
    "infinity",
    "2024-01-01T00:00:00+99:00",
  ])("with the moment %s are refused where the order is by change", async (moment) => {
    const list = root("initiatives", "orderBy: { field: CHANGED }");
    const { edges } = await pageOf(list, 1);
    const [origin, , id] = JSON.parse(Buffer.from(edges[0]?.cursor ?? "", "base64url").toString("utf8"));
    const forged = Buffer.from(JSON.stringify([origin, moment, id])).toString("base64url");
    expect(await refusalOf(list, 3, forged)).toMatchObject({ code: "INVALID_CURSOR" });
  });
});
