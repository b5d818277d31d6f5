import { Client } from "pg";
import type { Identity } from "../../kit/access";
import { createFundingDatabase } from "../../subgraphs/funding/database";
import { createFundingSubgraph } from "../../subgraphs/funding/subgraph";
import { silentLogger } from "../testkit/database";
import { startTestHub, type TestHub } from "../testkit/hub";
import { until } from "../testkit/until";
import { createReportDesk, GRANT, INITIATIVE, type ReportDesk } from "./report-requests";

let hub: TestHub;
let desk: ReportDesk;
let draft: string;
let approved: string;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
  desk = await createReportDesk(hub);
  const content = (amount: number) => ({
    costs: [{ category: "Löner", amount }],
    allocations: [{ initiative: INITIATIVE, amount: 1 }],
  });
  const period = (year: number) => ({ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` });
  const report = await desk.begin({ ...period(2022), content: content(1) });
  approved = report.id;
  await desk.submit({ report: approved, expectedRevision: 1 });
  await desk.requestSupplement({ report: approved, expectedRevision: 2, message: "Mer." });
  await desk.save({ ...period(2022), report: approved, expectedRevision: 3, content: content(2) });
  await desk.submit({ report: approved, expectedRevision: 4 });
  await desk.approve({ report: approved, expectedRevision: 5 });
  draft = (await desk.begin({ ...period(2023), content: content(3) })).id;
});
afterAll(() => hub?.stop());

type Who = Pick<Identity, "owner" | "roles"> | null;

/** Who asks, and whether the reports are theirs. */
const CALLERS: [who: string, identity: Who, isOwner: boolean][] = [
  ["nobody", null, false],
  ["a reporter of the municipality", { owner: "2281", roles: ["reporter"] }, true],
  ["a reader of the source", { owner: "boverket", roles: ["reader"] }, true],
  ["a reviewer of the source", { owner: "boverket", roles: ["reviewer"] }, true],
  ["a reporter of another municipality", { owner: "2181", roles: ["reporter"] }, false],
  ["a reviewer of another source", { owner: "tillvaxtverket", roles: ["reviewer"] }, false],
  ["an operator", { owner: "hub", roles: ["operator"] }, false],
];

/** Callers that no token makes, as its owner and its role do not go together. */
const IMPOSSIBLE: typeof CALLERS = [
  ["a reporter who claims to be the source", { owner: "boverket", roles: ["reporter"] }, false],
  ["a reader who claims to be the municipality", { owner: "2281", roles: ["reader", "reviewer"] }, false],
];

describe("row-level security alone shows", () => {
  it.each([...CALLERS, ...IMPOSSIBLE])("%s what is theirs and what is published", async (_, identity, isOwner) => {
    const client = new Client({ connectionString: hub.database.url });
    await client.connect();
    try {
      await client.query("BEGIN; SET LOCAL ROLE kommungraf_reader; SET LOCAL search_path = funding, public");
      await client.query("SELECT set_config('kommungraf.owner', $1, true), set_config('kommungraf.roles', $2, true)", [
        identity?.owner ?? "",
        identity?.roles.join() ?? "",
      ]);
      const read = async (text: string) => (await client.query({ text, rowMode: "array" })).rows;
      expect(await read("SELECT id FROM follow_up_report ORDER BY period_start")).toEqual(
        isOwner ? [[approved], [draft]] : [[approved]],
      );
      expect(await read("SELECT report_id, number FROM follow_up_version ORDER BY 2")).toEqual(
        isOwner
          ? [
              [approved, 1],
              [approved, 2],
            ]
          : [[approved, 2]],
      );
      expect(await read("SELECT kind FROM follow_up_review ORDER BY number")).toEqual(
        isOwner ? [["SUPPLEMENT_REQUESTED"], ["APPROVED"]] : [["APPROVED"]],
      );
    } finally {
      await client.end();
    }
  });
});

describe.each([
  ["with row-level security off", { rowSecurity: false }, {}],
  ["with its access rules off", {}, { checkAccess: false }],
  ["with both off, by its own queries,", { rowSecurity: false }, { checkAccess: false }],
])("the subgraph %s shows", (_, database, subgraph) => {
  let url: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const rows = createFundingDatabase({ url: hub.database.url, logger: silentLogger, ...database });
    await rows.connect();
    const service = createFundingSubgraph({
      database: rows,
      logger: silentLogger,
      publicUrl: () => "http://127.0.0.1",
      tokens: hub.issuer.tokens,
      ...subgraph,
    });
    ({ url } = await service.start({ host: "127.0.0.1", port: 0 }));
    stop = async () => {
      await service.stop();
      await rows.close();
    };
  });
  afterAll(() => stop?.());

  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the query
  async function ask(identity: Who, query: string, variables: object = {}): Promise<any> {
    const token = identity && (await hub.issuer.token(identity));
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  }

  const REPORT = "{ id versions { number } reviews { kind } content { costs { amount { value } } } }";
  const published = () => ({
    ...{ id: approved, versions: [{ number: 2 }], reviews: [{ kind: "APPROVED" }] },
    content: { costs: [{ amount: { value: 2 } }] },
  });
  const whole = () => ({
    ...published(),
    versions: [{ number: 1 }, { number: 2 }],
    reviews: [{ kind: "SUPPLEMENT_REQUESTED" }, { kind: "APPROVED" }],
  });
  const ownDraft = () => ({ id: draft, versions: [], reviews: [], content: { costs: [{ amount: { value: 3 } }] } });

  it.each(CALLERS)("%s only what is published, unless more is asked for", async (_who, identity) => {
    const { data } = await ask(
      identity,
      `query ($approved: ID!, $draft: ID!, $grant: ID!) {
        followUpReports(filter: { municipalities: ["2281"] }) { nodes ${REPORT} totalCount }
        approved: followUpReport(id: $approved) ${REPORT}
        draft: followUpReport(id: $draft) ${REPORT}
        grant(id: $grant) { reports ${REPORT} }
      }`,
      { approved, draft, grant: GRANT },
    );
    expect(data).toEqual({
      followUpReports: { nodes: [published()], totalCount: 1 },
      approved: published(),
      draft: null,
      grant: { reports: [published()] },
    });
  });

  it.each(CALLERS)("%s all of what is theirs, of others' nothing more", async (_who, identity, isOwner) => {
    const { data } = await ask(
      identity,
      `query ($reports: [_Any!]!) { _entities(representations: $reports) { ... on FollowUpReport ${REPORT} } }`,
      {
        reports: [true, false].flatMap((isWhole) =>
          [approved, draft].map((id) => ({ __typename: "FollowUpReport", id, isWhole })),
        ),
      },
    );
    const unasked = [published(), null];
    expect(data._entities).toEqual([...(isOwner ? [whole(), ownDraft()] : unasked), ...unasked]);
    // A refused root field answers with null and an error.
    const list = await ask(
      identity,
      `query ($filter: FollowUpReportFilter) { followUpReports(filter: $filter, includeUnpublished: true) { nodes ${REPORT} } }`,
      {
        filter: identity?.roles.includes("reporter")
          ? { municipalities: [identity.owner] }
          : { source: identity?.owner ?? "x" },
      },
    );
    expect(list.data?.followUpReports?.nodes ?? []).toEqual(isOwner ? [whole(), ownDraft()] : []);
    for (const [id, own, others] of [
      [approved, whole(), published()],
      [draft, ownDraft(), null],
    ] as const) {
      const one = await ask(
        identity,
        `query ($id: ID!) { followUpReport(id: $id, includeUnpublished: true) ${REPORT} }`,
        { id },
      );
      const isRefused = one.errors !== undefined;
      expect(isRefused ? others : one.data.followUpReport).toEqual(isOwner ? own : others);
      expect(isRefused).toBe(!isOwner && !("checkAccess" in subgraph));
    }
  });
});

describe("many reports at once", () => {
  it("cost as many statements as one, and stand in the log as one read", async () => {
    const ids: string[] = [];
    for (let month = 1; month <= 9; month += 1) {
      const day = `2019-0${month}-01`;
      ids.push((await desk.begin({ periodStart: day, periodEnd: day })).id);
    }
    const statements = () => hub.statements().funding ?? 0;
    const entries = () =>
      hub.database.query<{ record: string | null; record_count: number }>(
        "SELECT record, record_count FROM funding.audit_entry WHERE action = 'followUpReports' ORDER BY position",
      );
    const pull = async (first: number) => {
      const before = statements();
      await hub.data(
        `query ($first: Int!) {
          followUpReports(filter: { municipalities: ["2281"], years: [2019] }, includeUnpublished: true, first: $first) {
            nodes { id state isPublished dueOn grant { id } source { id } template { id } content { costs { category } } versions { hash } reviews { kind } }
          }
        }`,
        { first },
        desk.reporter,
      );
      return statements() - before;
    };
    const before = (await entries()).length;
    const one = await pull(1);
    expect(await pull(9)).toBe(one);
    expect((await entries()).slice(before)).toEqual([
      { record: ids[0], record_count: 1 },
      { record: null, record_count: 9 },
    ]);
  });

  it("by reference are logged as one read, and the published ones not at all", async () => {
    const url = hub.subgraphUrls.funding ?? "";
    const drafts = await desk.list(
      { filter: { municipalities: ["2281"], states: ["DRAFT"] }, includeUnpublished: true },
      desk.reporter,
    );
    const count = async () =>
      (await hub.database.query("SELECT FROM funding.audit_entry WHERE action = 'followUpReport'")).length;
    const ask = async (token?: string) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify({
          query: "query ($r: [_Any!]!) { _entities(representations: $r) { ... on FollowUpReport { id state } } }",
          variables: { r: [...drafts, approved].map((id) => ({ __typename: "FollowUpReport", id, isWhole: true })) },
        }),
      });
      return ((await response.json()) as { data: { _entities: unknown[] } }).data._entities;
    };
    const before = await count();
    expect((await ask()).filter(Boolean)).toEqual([{ id: approved, state: "APPROVED" }]);
    expect(await count()).toBe(before);
    expect((await ask(desk.reviewer)).filter(Boolean)).toHaveLength(drafts.length + 1);
    expect(await count()).toBe(before + 1);
  });
});

describe("the change feed leads to a report", () => {
  const CHANGES = `query ($all: Boolean!) { changes(filter: { owners: ["2281"], kinds: [FOLLOW_UP_REPORT] }, first: 500, includeUnpublished: $all) {
    nodes { recordId isPublished report { id content { costs { amount { value } } } versions { number } reviews { kind } } } } }`;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the query
  const reportsIn = async (all: boolean, token?: string): Promise<any[]> =>
    (await hub.data(CHANGES, { all }, token)).changes.nodes.filter(({ recordId }: { recordId: string }) =>
      [approved, draft].includes(recordId),
    );

  it("as everybody sees it, also for its owners who ask for no more", async () => {
    await until("the approval", async () => (await reportsIn(false)).length > 0);
    for (const token of [undefined, desk.reporter, desk.reviewer]) {
      expect(await reportsIn(false, token)).toEqual([
        {
          ...{ recordId: approved, isPublished: true },
          report: {
            ...{ id: approved, versions: [{ number: 2 }], reviews: [{ kind: "APPROVED" }] },
            content: { costs: [{ amount: { value: 2 } }] },
          },
        },
      ]);
    }
  });

  it("with all of it for its municipality that asks for it", async () => {
    const changes = await until("the draft", async () => {
      const told = await reportsIn(true, desk.reporter);
      return told.some(({ recordId }) => recordId === draft) && told;
    });
    for (const { recordId, report } of changes) {
      expect({ recordId, numbers: report.versions.map(({ number }: { number: number }) => number) }).toEqual({
        recordId,
        numbers: recordId === approved ? [1, 2] : [],
      });
    }
  });
});
