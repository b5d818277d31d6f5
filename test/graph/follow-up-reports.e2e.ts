import type { Identity } from "../../kit/access";
import { startTestHub, type TestHub } from "../testkit/hub";
import { addReport } from "./add-report";

const GRANT = "2281-boverket-sundsbruk";
const PULL = `query ($source: ID! = "boverket", $municipalities: [MunicipalityCode!] = ["2281"], $includeUnpublished: Boolean! = false) {
  fundingFollowUp(source: $source, municipalities: $municipalities, includeUnpublished: $includeUnpublished) {
    grants(first: 100) { nodes {
      grant { id }
      initiatives { by initiative { name } share { value certainty year kind } shareCertainty }
      areas { area { name } amount { value certainty year kind } initiatives { name } }
      reports { id state isPublished content { allocations { amount { value } } } }
    } }
  }
}`;

const contentOf = (amount: string, areaId: string, part: string) => [
  {
    initiativeId: "2281-omradesutveckling-med-stod-fran-boverket",
    amount,
    areas: [{ areaId, share: "0.5", amount: part }],
  },
];

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  await addReport(hub.database, {
    grant: GRANT,
    ...{ id: "2281-boverket~aaaaaaaaaaaa", kind: "PROGRESS", period: ["2022-01-01", "2022-12-31"] },
    versions: [contentOf("900000.00", "2281-sundsbruk", "450000.00")],
    isApproved: true,
  });
  await addReport(hub.database, {
    grant: GRANT,
    ...{ id: "2281-boverket~bbbbbbbbbbbb", kind: "PROGRESS", period: ["2023-01-01", "2023-12-31"] },
    versions: [contentOf("100000.10", "2281-sundsbruk", "100000.10")],
  });
  await addReport(hub.database, {
    grant: GRANT,
    ...{ id: "2281-boverket~cccccccccccc", kind: "FINAL", period: ["2024-01-01", "2024-12-31"] },
    versions: [contentOf("0.15", "2281-nacksta", "0.05")],
    draft: contentOf("0.35", "2281-ljustadalen", "0.35"),
  });
  await addReport(hub.database, {
    grant: GRANT,
    ...{ id: "2281-boverket~dddddddddddd", kind: "PROGRESS", period: ["2025-01-01", "2025-12-31"] },
    versions: [],
    draft: contentOf("77.00", "2281-ljustadalen", "77.00"),
  });
});
afterAll(() => hub?.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the query gives them
async function pull(caller?: Pick<Identity, "owner" | "roles">, variables: Record<string, unknown> = {}): Promise<any> {
  const data = await hub.data(PULL, variables, caller && (await hub.issuer.token(caller)));
  const nodes = data.fundingFollowUp.grants.nodes;
  return nodes.find(({ grant }: { grant: { id: string } }) => grant.id === GRANT);
}
const reader = { owner: "boverket", roles: ["reader"] } as const;
const reporter = { owner: "2281", roles: ["reporter"] } as const;
const all = { includeUnpublished: true };
const states = ({ reports }: { reports: { state: string }[] }) => reports.map(({ state }) => state);

/** What the content of each report says, drafts as they are. */
const amountsIn = ({ reports }: { reports: { content: { allocations: { amount: { value: number } }[] } }[] }) =>
  reports.map(({ content }) => content.allocations[0]?.amount.value);

const entriesSince = (position: number) =>
  hub.database.query<Record<string, unknown>>(
    `SELECT owner, action, record, record_count FROM funding.audit_entry WHERE municipality_code = '2281' AND position > $1 ORDER BY position`,
    [position],
  );
const lastPosition = async () => (await entriesSince(0)).length;

it("counts approved reports for everybody: what they say of initiatives and areas, and no other", async () => {
  const before = await lastPosition();
  for (const caller of [undefined, reader, reporter]) {
    const row = await pull(caller);
    expect(states(row)).toEqual(["APPROVED"]);
    expect(row.reports[0]).toMatchObject({
      isPublished: true,
      content: { allocations: [{ amount: { value: 900_000 } }] },
    });
    expect(row.initiatives).toMatchObject([
      { by: "GRANT", share: { value: 2_800_000 } },
      {
        by: "REPORT",
        initiative: { name: "Områdesutveckling med stöd från Boverket" },
        share: { value: 900_000, certainty: "STATED", year: 2022, kind: "ALLOCATED" },
        shareCertainty: "STATED",
      },
    ]);
    expect(row.areas).toEqual([
      {
        area: { name: "Sundsbruk" },
        amount: { value: 450_000, certainty: "DERIVED", year: 2022, kind: "ALLOCATED" },
        initiatives: [{ name: "Områdesutveckling med stöd från Boverket" }],
      },
    ]);
  }
  expect(await entriesSince(before)).toEqual([]);
});

it("counts what was handed in last too when its source or its municipality asks, exactly added up; a draft states nothing", async () => {
  for (const caller of [reader, reporter, { owner: "boverket", roles: ["reviewer"] } as const]) {
    const row = await pull(caller, all);
    expect(states(row)).toEqual(["APPROVED", "SUBMITTED", "SUBMITTED", "DRAFT"]);
    expect(amountsIn(row)).toEqual([900_000, 100_000.1, 0.35, 77]);
    expect(row.initiatives[1]).toMatchObject({
      by: "REPORT",
      share: { value: 1_000_000.25, certainty: "DERIVED", year: null },
      shareCertainty: "DERIVED",
    });
    expect(row.areas.map(({ area, amount }: never) => [area, amount])).toEqual([
      [{ name: expect.any(String) }, { value: 0.05, certainty: "DERIVED", year: 2024, kind: "ALLOCATED" }],
      [{ name: "Sundsbruk" }, { value: 550_000.1, certainty: "DERIVED", year: null, kind: "ALLOCATED" }],
    ]);
  }
});

it("leaves one entry in the audit log for each such pull, of what is not published in it", async () => {
  const before = await lastPosition();
  await pull(reader, all);
  expect(await entriesSince(before)).toEqual([
    { owner: "boverket", action: "fundingFollowUp", record: null, record_count: 3 },
  ]);
});

it("leaves none for totals and grants alone, that hold nothing unpublished", async () => {
  const before = await lastPosition();
  await hub.data(
    '{ fundingFollowUp(source: "boverket", includeUnpublished: true) { totals { value } grants { nodes { sums { awarded { value } } } } } }',
    {},
    await hub.issuer.token(reader),
  );
  expect(await entriesSince(before)).toEqual([]);
});

it.each([
  ["nobody", undefined, {}, "UNAUTHENTICATED"],
  ["another source", { owner: "tillvaxtverket", roles: ["reader"] }, {}, "FORBIDDEN"],
  ["another municipality", { owner: "2181", roles: ["reporter"] }, {}, "FORBIDDEN"],
  ["a municipality that names another beside itself", reporter, { municipalities: ["2281", "2181"] }, "FORBIDDEN"],
  ["a municipality that names none", reporter, { municipalities: null }, "FORBIDDEN"],
  ["an operator", { owner: "hub", roles: ["operator"] }, {}, "FORBIDDEN"],
] as const)("shows unpublished reports not to %s", async (_, caller, variables, code) => {
  const token = caller && (await hub.issuer.token({ owner: caller.owner, roles: [...caller.roles] }));
  const { data, errors } = await hub.ask(PULL, { ...all, ...variables }, token);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  expect(data?.fundingFollowUp ?? null).toBeNull();
});
