import { startTestHub, type TestHub } from "../testkit/hub";
import { PULL, SUMS } from "./follow-up-query";
import { codeOf } from "./lists";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
});
afterAll(() => hub?.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the query gives them
const pull = async (variables: Record<string, unknown>): Promise<any> =>
  (await hub.data(PULL, variables)).fundingFollowUp;

/** Every object in an answer. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const part of Object.values(value)) yield* objectsIn(part);
}

/** Every certainty that stands beside a number. */
const certaintiesOf = (answer: unknown) =>
  [...objectsIn(answer)].flatMap(({ value, certainty, shareCertainty }) => [
    ...(typeof value === "number" && certainty !== undefined ? [certainty] : []),
    ...(shareCertainty === undefined ? [] : [shareCertainty]),
  ]);

describe("Boverket's follow-up of Sundsvall", () => {
  it("shows 2,800,000 awarded of an estimated 5,600,000, the municipal part derived and nothing disbursed known", async () => {
    const { source, totals, grants } = await pull({ source: "boverket", municipalities: ["2281"] });
    expect(source).toEqual({ id: "boverket", name: "Boverket" });
    expect(grants.nodes).toHaveLength(1);
    const [row] = grants.nodes;
    expect(row.grant).toMatchObject({
      id: "2281-boverket-sundsbruk",
      state: "AWARDED",
      municipality: { name: "Sundsvall" },
    });
    expect(row.sums.awarded).toMatchObject({ value: 2_800_000, kind: "AWARDED", certainty: "STATED" });
    expect(row.estimatedTotal).toMatchObject({ value: 5_600_000, kind: "ESTIMATED_TOTAL", certainty: "STATED" });
    expect(row.coFinancing).toMatchObject({ value: 2_800_000, kind: "CO_FINANCING", certainty: "DERIVED" });
    const said = new Set(
      [...row.estimatedTotal.sources, ...row.sums.awarded.sources].map((one) => JSON.stringify(one)),
    );
    expect(new Set(row.coFinancing.sources.map((one: object) => JSON.stringify(one)))).toEqual(said);
    expect(row.coFinancing.sources).toHaveLength(said.size);
    expect(row.sums.disbursed).toBeNull();
    expect(row.isDisbursementKnown).toBe(false);
    expect(totals).toEqual([
      {
        ...{ kind: "AWARDED", year: 2021, yearCertainty: "INFERRED", value: 2_800_000 },
        ...{ recordCount: 1, missingCount: 0, certainty: "STATED", precision: "EXACT" },
      },
      {
        ...{ kind: "DISBURSED", year: null, yearCertainty: null, value: null },
        ...{ recordCount: 1, missingCount: 1, certainty: null, precision: null },
      },
    ]);
  });

  it("traces the grant to its one initiative, with its target and area from the other parts of the graph", async () => {
    const { grants } = await pull({ source: "boverket", municipalities: ["2281"] });
    expect(grants.nodes[0].initiatives).toEqual([
      expect.objectContaining({
        by: "GRANT",
        pot: null,
        allocation: null,
        allocated: null,
        share: expect.objectContaining({ value: 2_800_000, kind: "AWARDED" }),
        shareCertainty: "STATED",
        initiative: expect.objectContaining({
          id: "2281-omradesutveckling-med-stod-fran-boverket",
          areas: [{ id: "2281-sundsbruk", name: "Sundsbruk" }],
          targets: [expect.objectContaining({ indicator: "Trygg rörelse, möten och aktivitet i Sundsbruk" })],
        }),
      }),
    ]);
  });
});

describe("Tillväxtverket's follow-up of Sandviken", () => {
  it("shows 8,000,000 awarded, and the state's part of one initiative alone", async () => {
    const { grants } = await pull({ source: "tillvaxtverket", municipalities: ["2181"] });
    const [row, ...others] = grants.nodes;
    expect(others).toEqual([]);
    expect(row.sums.awarded).toMatchObject({ value: 8_000_000, certainty: "STATED" });
    expect(row).toMatchObject({ estimatedTotal: null, coFinancing: null, isDisbursementKnown: false });
    expect(row.initiatives).toHaveLength(15);
    expect(
      new Set(row.initiatives.map(({ by, pot }: { by: string; pot: { id: string } }) => `${by} ${pot.id}`)),
    ).toEqual(new Set(["POT 2181-potten-2020"]));
    const known = row.initiatives.filter(
      ({ shareCertainty }: { shareCertainty: string }) => shareCertainty !== "UNKNOWN",
    );
    expect(known).toHaveLength(1);
    expect(known[0]).toMatchObject({
      initiative: { id: "2181-familjepedagog" },
      allocated: { value: 700_000 },
      share: { value: 350_000, kind: "ALLOCATED", certainty: "STATED" },
      shareCertainty: "STATED",
    });
    for (const { share, shareCertainty } of row.initiatives) expect(share === null).toBe(shareCertainty === "UNKNOWN");
  });

  it("holds no figure that is modelled or inferred", async () => {
    const certainties = certaintiesOf(await pull({ source: "tillvaxtverket", municipalities: ["2181"] }));
    expect(certainties.length).toBeGreaterThan(30);
    expect(new Set(certainties)).toEqual(new Set(["STATED", "UNKNOWN"]));
  });
});

it("follows up every source, each grant once, and models nothing", async () => {
  const { fundingSources } = await hub.data("{ fundingSources { id grants(first: 500) { nodes { id } } } }");
  for (const { id, grants } of fundingSources) {
    const answer = await pull({ source: id });
    const listed = answer.grants.nodes.map(({ grant }: { grant: { id: string } }) => grant.id);
    expect(listed).toEqual(grants.nodes.map((grant: { id: string }) => grant.id).sort());
    for (const certainty of certaintiesOf(answer)) expect(["STATED", "DERIVED", "UNKNOWN"]).toContain(certainty);
    expect(answer.totals.every(({ recordCount }: { recordCount: number }) => recordCount <= listed.length)).toBe(true);
  }
});

it("tells grants whose amounts no source states by null and by how many they are, never by 0", async () => {
  const { totals, grants } = await pull({ source: "2281-mitthem" });
  expect(grants.totalCount).toBe(6);
  expect(totals).toEqual(
    ["AWARDED", "DISBURSED"].map((kind) => ({
      ...{ kind, year: null, yearCertainty: null, value: null, recordCount: 6, missingCount: 6 },
      ...{ certainty: null, precision: null },
    })),
  );
  for (const { sums, initiatives } of grants.nodes) {
    expect(Object.values(sums)).toEqual(Array(SUMS.length).fill(null));
    expect(initiatives).toMatchObject([{ by: "GRANT", share: null, shareCertainty: "UNKNOWN" }]);
  }
});

describe("which grants", () => {
  const idsOf = async (variables: Record<string, unknown>) =>
    (await pull(variables)).grants.nodes.map(({ grant }: { grant: { id: string } }) => grant.id);

  it("is told by programme, years and municipalities, all of which must fit", async () => {
    const sundsbruk = ["2281-boverket-sundsbruk"];
    expect(await idsOf({ source: "boverket", programme: "sfs-2020-1202" })).toEqual(sundsbruk);
    expect(await idsOf({ source: "boverket", programme: "sfs-2018-151" })).toEqual([]);
    expect(await idsOf({ source: "boverket", years: [1999, 2021] })).toEqual(sundsbruk);
    expect(await idsOf({ source: "boverket", years: [2020] })).toEqual([]);
    expect(await idsOf({ source: "boverket", municipalities: ["2181", "2281"] })).toEqual(sundsbruk);
    expect(await idsOf({ source: "boverket", municipalities: ["2181"] })).toEqual([]);
    expect(await idsOf({ source: "boverket", years: [2021], municipalities: ["2181"] })).toEqual([]);
    expect(await idsOf({ source: "boverket", municipalities: [] })).toEqual([]);
  });

  it("takes the year of the award from its day where the money has none", async () => {
    expect(await idsOf({ source: "2281-mitthem", years: [2020] })).toHaveLength(6);
    expect(await idsOf({ source: "2281-mitthem", years: [2021] })).toEqual([]);
  });

  it("gives no totals when there is no grant, and null for an unknown source", async () => {
    const none = await pull({ source: "delmos", municipalities: ["2281"] });
    expect(none).toMatchObject({ source: { id: "delmos" }, totals: [], grants: { totalCount: 0, nodes: [] } });
    expect(await pull({ source: "no-such" })).toBeNull();
  });

  it("comes in pages that hold every grant once, in the same order", async () => {
    const all = await idsOf({ source: "2281-mitthem" });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { grants, totals } = await pull({ source: "2281-mitthem", first: 4, after });
      expect(grants.edges.map(({ node }: { node: object }) => node)).toEqual(
        grants.nodes.map(({ grant: { id } }: { grant: { id: string } }) => ({ grant: { id } })),
      );
      seen.push(...grants.nodes.map(({ grant }: { grant: { id: string } }) => grant.id));
      // Totals are of all grants, whatever the page.
      expect(totals[0].recordCount).toBe(6);
      after = grants.pageInfo.hasNextPage ? grants.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all);
    const page = (argument: string) =>
      codeOf(hub, `{ fundingFollowUp(source: "boverket") { grants(${argument}) { totalCount } } }`);
    expect(await page("first: 501")).toBe("PAGE_SIZE_EXCEEDED");
    expect(await page('after: "abc"')).toBe("INVALID_CURSOR");
  });
});

it("leaves out amounts that are inferred or modelled and counts them as missing, and adds each kind and year by itself", async () => {
  await addGrants("delmos", "0191", [
    {
      id: "0191-delmos-a",
      awards: [
        ["100.10", 2021, "STATED"],
        ["0.20", 2022, "STATED"],
      ],
    },
    { id: "0191-delmos-b", awards: [["50.05", 2021, "DERIVED"]], disbursements: [["7.00", 2021, "INFERRED"]] },
    { id: "0191-delmos-c", awards: [["999.00", 2021, "MODELLED"]], disbursements: [["30.00", 2021, "STATED"]] },
  ]);
  const { totals, grants } = await pull({ source: "delmos", municipalities: ["0191"] });
  expect(totals.map((total: Record<string, unknown>) => Object.values(total).slice(0, 7))).toEqual([
    ["AWARDED", 2021, "STATED", 150.15, 3, 1, "DERIVED"],
    ["AWARDED", 2022, "STATED", 0.2, 1, 0, "STATED"],
    ["DISBURSED", 2021, "STATED", 30, 2, 1, "STATED"],
    ["DISBURSED", null, null, null, 1, 1, null],
  ]);
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the query gives them
  const shown = grants.nodes.map(({ sums, isDisbursementKnown }: any) => [
    sums.awarded?.value ?? null,
    sums.awarded?.certainty ?? null,
    sums.disbursed?.value ?? null,
    isDisbursementKnown,
  ]);
  expect(shown).toEqual([
    [100.3, "DERIVED", null, false],
    [50.05, "DERIVED", null, true],
    [null, null, 30, true],
  ]);
});

type Amount = readonly [value: string, year: number, certainty: string];

/** Grants that no package tells of, with events of their lives. */
async function addGrants(
  source: string,
  municipality: string,
  grants: readonly { id: string; awards: readonly Amount[]; disbursements?: readonly Amount[] }[],
): Promise<void> {
  for (const { id, awards, disbursements = [] } of grants) {
    await hub.database.query(
      `INSERT INTO funding."grant" (municipality_code, id, name, source_id, recipient_id, sources, quality_notes, changed_at)
       VALUES ($1, $2, $2, $3, '0191-sigtuna-kommun', '[]', '[]', now())`,
      [municipality, id, source],
    );
    const events = [...awards.map((one) => ["AWARD", ...one]), ...disbursements.map((one) => ["DISBURSEMENT", ...one])];
    for (const [index, [kind, value, year, certainty]] of events.entries()) {
      await hub.database.query(
        `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, value, year, year_certainty,
           certainty, precision, sources, quality_notes, recorded_by)
         VALUES ($1, $2 || '-' || $3::text, $2, $3::int, $3::int, $4, $5, $6, 'STATED', $7, 'EXACT', '[]', '[]', $1)`,
        [municipality, id, index + 1, kind, value, year, certainty],
      );
    }
  }
}
