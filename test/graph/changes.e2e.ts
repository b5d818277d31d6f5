import { startHub } from "../../cli/hub";
import { silentLogger } from "../testkit/database";
import { startTestHub, type TestHub } from "../testkit/hub";
import { until } from "../testkit/until";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const CHANGES = `query ($after: String, $first: Int, $filter: ChangeFilter, $unpublished: Boolean) {
  changes(after: $after, first: $first, filter: $filter, includeUnpublished: $unpublished) {
    nodes { cursor owner kind recordId operation isPublished changedAt } endCursor hasNextPage } }`;

interface Told {
  cursor: string;
  owner: string;
  kind: string;
  recordId: string;
  operation: string;
  isPublished: boolean;
}

/** The whole feed, or what is after a cursor of it, page by page. */
async function pull(variables: Record<string, unknown> = {}, token?: string): Promise<{ told: Told[]; end: string }> {
  const told: Told[] = [];
  let after = variables.after;
  for (;;) {
    const { changes } = await hub.data(CHANGES, { first: 500, ...variables, after }, token);
    told.push(...changes.nodes);
    after = changes.endCursor;
    if (!changes.hasNextPage) return { told, end: changes.endCursor };
  }
}

const tokenOf = (owner: string, ...roles: ("reporter" | "reader" | "reviewer" | "operator")[]) =>
  hub.issuer.token({ owner, roles });

it("has every record of the seeds from the beginning, with what it is told under", async () => {
  const tables: Record<string, string> = {
    AREA: "areas.area",
    ORGANISATION: "organisations.organisation",
    PROGRAMME: "initiatives.programme",
    INITIATIVE: "initiatives.initiative",
    FUNDING_SOURCE: "funding.funding_source",
    FUNDING_PROGRAMME: "funding.funding_programme",
    GRANT: 'funding."grant"',
    GRANT_EVENT: "funding.grant_event_log",
    POT: "funding.pot",
    ALLOCATION: "funding.allocation",
  };
  const [{ count } = { count: 0 }] = await hub.database.query<{ count: number }>(
    `SELECT (${["areas", "organisations", "initiatives", "funding"].map((room) => `(SELECT count(*) FROM ${room}.change)`).join(" + ")})::int AS count`,
  );
  const { told } = await until("all of the seeds", async () => {
    const pulled = await pull();
    return pulled.told.length >= count && pulled;
  });
  expect(told.length).toBe(count);
  for (const [kind, table] of Object.entries(tables)) {
    const rows = await hub.database.query<{ key: string }>(
      `SELECT municipality_code || ' ' || id AS key FROM ${table}`,
    );
    const keys = told.filter((change) => change.kind === kind).map(({ owner, recordId }) => `${owner} ${recordId}`);
    expect({ kind, keys: [...new Set(keys)].sort() }).toEqual({ kind, keys: rows.map(({ key }) => key).sort() });
  }
  expect(told.every(({ isPublished }) => isPublished)).toBe(true);
  expect(new Set(told.map(({ cursor }) => cursor)).size).toBe(told.length);
});

it("leads to the records, and of a grant's event to the grant", async () => {
  const query = `query ($filter: ChangeFilter) { changes(first: 500, filter: $filter) { nodes { kind recordId
    area { id name } organisation { id name } programme { id name } initiative { id name } grant { id source { id } }
    pot { id } allocation { id } report { id } } } }`;
  const kinds = [
    "AREA",
    "ORGANISATION",
    "PROGRAMME",
    "INITIATIVE",
    "GRANT",
    "GRANT_EVENT",
    "POT",
    "ALLOCATION",
    "FUNDING_SOURCE",
  ];
  const eventGrants = new Map(
    (
      await hub.database.query<{ id: string; grant_id: string }>("SELECT id, grant_id FROM funding.grant_event_log")
    ).map((row) => [row.id, row.grant_id]),
  );
  for (const kind of kinds) {
    const { changes } = await hub.data(query, { filter: { kinds: [kind], owners: ["2281", "2181", "0000"] } });
    expect({ kind, some: changes.nodes.length > 0 }).toEqual({ kind, some: true });
    for (const { kind: itsKind, recordId, ...records } of changes.nodes) {
      expect(itsKind).toBe(kind);
      const led = Object.fromEntries(Object.entries(records).filter(([, record]) => record !== null));
      const field = kind === "GRANT_EVENT" ? "grant" : kind.toLowerCase();
      const id = kind === "GRANT_EVENT" ? eventGrants.get(recordId) : recordId;
      if (kind === "FUNDING_SOURCE") expect(led).toEqual({});
      else expect(led).toEqual({ [field]: expect.objectContaining({ id }) });
    }
  }
});

it("leads to a record that is withdrawn too, with when it was", async () => {
  const { end } = await pull();
  const tables = ["areas.area", "organisations.organisation", "initiatives.programme", "initiatives.initiative"];
  for (const table of [...tables, 'funding."grant"', "funding.pot", "funding.allocation"]) {
    await hub.database.query(`UPDATE ${table} SET withdrawn_at = now() WHERE id = (SELECT min(id) FROM ${table})`);
  }
  const fields = ["area", "organisation", "programme", "initiative", "grant", "pot", "allocation"];
  const told = await until("all that are withdrawn", async () => {
    const { changes } = await hub.data(
      `query ($after: String) { changes(first: 100, after: $after) { nodes { kind operation ${fields.map((field) => `${field} { withdrawnAt }`).join(" ")} } } }`,
      { after: end },
    );
    const withdrawn = changes.nodes.filter(({ operation }: Told) => operation === "WITHDRAWN");
    return new Set(withdrawn.map(({ kind }: Told) => kind)).size === fields.length && withdrawn;
  });
  for (const change of told) {
    expect(change[change.kind.toLowerCase()]).toEqual({ withdrawnAt: expect.any(String) });
  }
});

it("keeps to the owners, kinds and source that are asked for", async () => {
  const { told } = await pull();
  const some = async (filter: object) => (await pull({ filter })).told;
  const mine = await some({ owners: ["2281"] });
  expect(mine).toEqual(told.filter(({ owner }) => owner === "2281"));
  expect(await some({ owners: ["2281", "0191"], kinds: ["AREA", "POT"] })).toEqual(
    told.filter(({ owner, kind }) => ["2281", "0191"].includes(owner) && ["AREA", "POT"].includes(kind)),
  );
  expect(await some({ owners: [], kinds: [] })).toEqual(told);
  const ofBoverket = await some({ source: "boverket" });
  const kinds = [...new Set(ofBoverket.map(({ kind }) => kind))].sort();
  expect(kinds).toEqual(["FUNDING_PROGRAMME", "FUNDING_SOURCE", "GRANT", "GRANT_EVENT"]);
  expect(await some({ source: "no-source" })).toEqual([]);
});

it("refuses a cursor that is none, and a page that is too large", async () => {
  const codeOf = async (variables: object) => (await hub.ask(CHANGES, { ...variables })).errors?.[0]?.extensions.code;
  const { changes } = await hub.data(CHANGES, { first: 1 });
  const altered = changes.endCursor.replace(/^.{20}/, (start: string) => [...start].reverse().join(""));
  expect(await codeOf({ after: altered })).toBe("INVALID_CURSOR");
  expect(await codeOf({ after: "garbage" })).toBe("INVALID_CURSOR");
  expect(await codeOf({ first: 501 })).toBe("PAGE_SIZE_EXCEEDED");
  expect(await codeOf({ first: -1 })).toBe("PAGE_SIZE_EXCEEDED");
});

it("goes on from the same cursor when the hub was started anew", async () => {
  const { changes } = await hub.data(CHANGES, { first: 7 });
  const expected = await hub.data(CHANGES, { after: changes.endCursor, first: 3 });
  const again = await startHub({
    logger: silentLogger,
    engine: "in-process",
    databaseUrl: hub.database.url,
    host: "127.0.0.1",
    port: 0,
  });
  try {
    const response = await fetch(`${again.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: CHANGES, variables: { after: changes.endCursor, first: 3 } }),
    });
    expect(((await response.json()) as { data: unknown }).data).toEqual(expected);
  } finally {
    await again.stop();
  }
});

describe("of a report that is not published", () => {
  let beginning: string;
  let grant: { municipality_code: string; id: string; source_id: string };
  let report: string;

  beforeAll(async () => {
    beginning = (await pull()).end;
    const [found] = await hub.database.query<typeof grant>(
      `SELECT municipality_code, id, source_id FROM funding."grant" WHERE municipality_code = '2281' AND source_id = 'boverket' LIMIT 1`,
    );
    if (!found) throw new Error("The seeds have no grant of Boverket to Sundsvall.");
    grant = found;
    report = "2281-boverket~abcdefghjkmn";
    await hub.database.query(
      `INSERT INTO funding.follow_up_report (municipality_code, id, source_id, grant_id, kind, period_start, period_end, revision, draft)
       VALUES ('2281', $1, 'boverket', $2, 'PROGRESS', '2024-01-01', '2024-06-30', 1, '{}')`,
      [report, grant.id],
    );
    await until("the draft", async () => {
      const token = await tokenOf("2281", "reporter");
      const { told } = await pull({ after: beginning, filter: { owners: ["2281"] }, unpublished: true }, token);
      return told.length > 0;
    });
  });

  const reportsTold = async (variables: object, token?: string) =>
    (await pull({ after: beginning, ...variables }, token)).told.filter(({ kind }) => kind === "FOLLOW_UP_REPORT");

  it("changes are shown to its municipality and its agency alone, and when they ask for them alone", async () => {
    const reporter = await tokenOf("2281", "reporter");
    const reader = await tokenOf("boverket", "reader");
    const draft = expect.objectContaining({ recordId: report, operation: "CREATED", isPublished: false });
    expect(await reportsTold({ filter: { owners: ["2281"] }, unpublished: true }, reporter)).toEqual([draft]);
    expect(await reportsTold({ filter: { source: "boverket" }, unpublished: true }, reader)).toEqual([draft]);
    for (const token of [undefined, reporter, reader]) {
      expect(await reportsTold({}, token)).toEqual([]);
      expect(await reportsTold({ filter: { owners: ["2281"], source: "boverket" } }, token)).toEqual([]);
    }
  });

  it.each([
    ["nobody known", undefined, { owners: ["2281"] }, "UNAUTHENTICATED"],
    ["another municipality", ["0191", "reporter"], { owners: ["2281"] }, "FORBIDDEN"],
    ["its municipality with another", ["2281", "reporter"], { owners: ["2281", "0191"] }, "FORBIDDEN"],
    ["its municipality without saying so", ["2281", "reporter"], {}, "FORBIDDEN"],
    ["another agency", ["tillvaxtverket", "reader"], { source: "boverket" }, "FORBIDDEN"],
    ["its agency, for all agencies", ["boverket", "reviewer"], { owners: ["2281"] }, "FORBIDDEN"],
    ["an operator", ["hub", "operator"], { source: "boverket" }, "FORBIDDEN"],
  ] as const)("are refused to %s", async (_, caller, filter, code) => {
    const token = caller && (await tokenOf(caller[0], caller[1]));
    const answer = await hub.ask(CHANGES, { after: beginning, filter, unpublished: true }, token);
    expect(answer.data?.changes ?? null).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe(code);
  });

  it("are written into the audit log when they are shown, once for each page", async () => {
    const entries = () =>
      hub.database.query(
        "SELECT municipality_code, owner, roles, client, action, record, record_count FROM funding.audit_entry WHERE action = 'changes' AND client = 'nightly' ORDER BY position",
      );
    const token = await hub.issuer.token({ owner: "boverket", roles: ["reader"], client: "nightly" });
    const variables = { after: beginning, first: 500, filter: { source: "boverket" } };
    await hub.data(CHANGES, variables, token);
    expect(await entries()).toEqual([]);
    await hub.data(CHANGES, { ...variables, unpublished: true }, token);
    expect(await entries()).toEqual([
      {
        municipality_code: "2281",
        owner: "boverket",
        roles: "reader",
        client: "nightly",
        action: "changes",
        record: report,
        record_count: 1,
      },
    ]);
  });

  it("are there for everybody from when it is approved, and not those of before", async () => {
    await hub.database.query(
      `INSERT INTO funding.follow_up_version (municipality_code, report_id, number, content, hash, submitted_by)
       VALUES ('2281', $1, 1, '{}', repeat('0', 64), '2281')`,
      [report],
    );
    await hub.database.query("UPDATE funding.follow_up_report SET draft = NULL WHERE id = $1", [report]);
    await hub.database.query(
      `INSERT INTO funding.follow_up_review (municipality_code, report_id, number, kind, version, reviewed_by)
       VALUES ('2281', $1, 1, 'APPROVED', 1, 'boverket')`,
      [report],
    );
    await hub.database.query("UPDATE funding.follow_up_report SET revision = revision + 1 WHERE id = $1", [report]);
    const told = await until("the approval", async () => {
      const all = await reportsTold({});
      return all.length > 0 && all;
    });
    expect(told).toEqual([expect.objectContaining({ recordId: report, operation: "UPDATED", isPublished: true })]);
  });
});
