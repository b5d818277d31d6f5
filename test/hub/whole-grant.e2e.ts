import { startTestHub, type TestHub } from "../testkit/hub";
import {
  type GrantPlot,
  partiesOf,
  playGrant,
  publishForms,
  type Scene,
  sandvikenPlot,
  sundsvallPlot,
} from "../testkit/play-grant";

// biome-ignore lint/suspicious/noExplicitAny: rows have the shape that the query gives them
type Row = any;

const SUMS = [
  "applied",
  "awarded",
  "requested",
  "disbursed",
  "allocated",
  "accounted",
  "reclaimed",
  "repaid",
  "unspent",
];
const grantQuery = `query ($id: ID!) { grant(id: $id) { state sums { ${SUMS.map((name) => `${name} { value certainty }`).join(" ")} } } }`;
const reportQuery = `query ($id: ID!, $unpublished: Boolean!) {
  followUpReport(id: $id, includeUnpublished: $unpublished) { id state isPublished content { costs { category } } versions { number hash } }
}`;

const followUpQuery = `query ($source: ID!, $municipality: MunicipalityCode!) {
  fundingFollowUp(source: $source, municipalities: [$municipality]) {
    grants(first: 50) {
      nodes {
        grant { name state events { kind } }
        isDisbursementKnown
        sums { disbursed { value } accounted { value } repaid { value } unspent { value } }
        reportedCosts { value kind certainty }
        areas { area { name } amount { value certainty } }
        initiatives { by initiative { id } share { value } shareCertainty }
        reports { kind state versions { number } }
      }
    }
  }
}`;

describe("a whole grant, from its call to its end, through the public graph with tokens", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub("seeded");
  });
  afterAll(() => hub?.stop());

  async function expectStateAndSums({ grant, state, sums }: Scene): Promise<void> {
    const told = (await hub.data(grantQuery, { id: grant })).grant;
    expect(told.state).toBe(state);
    const known = Object.entries(told.sums as Record<string, { value: number } | null>).flatMap(([name, amount]) =>
      amount === null ? [] : [[name, amount.value]],
    );
    expect(Object.fromEntries(known)).toEqual(sums);
  }

  /** Each report is seen by its two parties, and by everybody from when it is approved. */
  async function expectVisibility({ reports }: Scene, { municipality, source }: GrantPlot): Promise<void> {
    const strangers = {
      municipality: municipality === "2281" ? "2181" : "2281",
      source: source === "boverket" ? "tillvaxtverket" : "boverket",
    };
    const callers = {
      municipality: await hub.issuer.token({ owner: municipality, roles: ["reporter"] }),
      reader: await hub.issuer.token({ owner: source, roles: ["reader"] }),
      otherMunicipality: await hub.issuer.token({ owner: strangers.municipality, roles: ["reporter"] }),
      otherReviewer: await hub.issuer.token({ owner: strangers.source, roles: ["reviewer"] }),
    };
    for (const { id, isPublished, state } of reports) {
      const see = (token: string | undefined, unpublished: boolean) => hub.ask(reportQuery, { id, unpublished }, token);
      for (const token of [undefined, ...Object.values(callers)]) {
        const { data, errors } = await see(token, false);
        expect(errors).toBeUndefined();
        expect(data.followUpReport?.id).toBe(isPublished ? id : undefined);
      }
      for (const token of [callers.municipality, callers.reader]) {
        const { data, errors } = await see(token, true);
        expect(errors).toBeUndefined();
        expect(data.followUpReport).toMatchObject({ id, state, isPublished });
      }
      for (const [token, code] of [
        [undefined, "UNAUTHENTICATED"],
        [callers.otherMunicipality, "FORBIDDEN"],
        [callers.otherReviewer, "FORBIDDEN"],
      ] as const) {
        const { data, errors } = await see(token, true);
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
        expect(data?.followUpReport ?? null).toBeNull();
      }
    }
  }

  it.each([
    [
      "Sundsvall's from Boverket, with a supplement and a final payment",
      sundsvallPlot,
      // 60 % of 1 400 000 and all of 600 000; 40 % of 1 400 000 and 0.333333 of 800 000. The first version counts no more.
      { Bredsand: 1_440_000, Nacksta: 826_666.4 },
      { "2281-lokala-rad": 2_200_000, "2281-together-i-bredsand": 600_000 },
    ],
    [
      "Sandviken's from Tillväxtverket, of which a part is reclaimed",
      sandvikenPlot,
      {},
      { "2181-ungdomsbilen": 3_000_000, "2181-familjepedagog": 4_200_000.25 },
    ],
  ])("is played: %s", async (_what, plot, areas, initiatives) => {
    const parties = await partiesOf(hub, plot);
    await publishForms(parties, plot.source);
    const refusals: Record<string, readonly string[]> = {};
    const steps: string[] = [];
    for await (const scene of playGrant(parties, plot)) {
      steps.push(scene.step);
      if (scene.refusedFor.length > 0) refusals[scene.step] = scene.refusedFor;
      await expectStateAndSums(scene).catch((error: Error) => {
        throw new Error(`After "${scene.step}": ${error.message}`);
      });
      await expectVisibility(scene, plot).catch((error: Error) => {
        throw new Error(`After "${scene.step}": ${error.message}`);
      });
    }
    expect(steps.at(-1)).toBe("the source closes the grant");
    expect(refusals["the source pays more than it awarded, which is refused"]).toEqual(["DISBURSED_EXCEEDS_AWARDED"]);
    expect(refusals["the source closes what does not add up, which is refused"]).toEqual(["CLOSURE_UNBALANCED"]);
    if (plot === sandvikenPlot) {
      expect(refusals["the municipality pays back more than it got, which is refused"]).toEqual([
        "REPAID_EXCEEDS_DISBURSED",
      ]);
    }

    const { nodes } = (await hub.data(followUpQuery, { source: plot.source, municipality: plot.municipality }))
      .fundingFollowUp.grants;
    const found = nodes.find(({ grant }: { grant: { name: string } }) => grant.name === plot.name);
    expect(found).toMatchObject({
      grant: { state: "CLOSED" },
      isDisbursementKnown: true,
      // Of both reports, and of the version that was approved alone.
      reportedCosts: { value: 1_000_601, kind: "INCURRED", certainty: "DERIVED" },
      sums: {
        disbursed: { value: plot.advance + plot.balance },
        accounted: { value: plot.spent },
        unspent: { value: 0 },
      },
    });
    const byName = (rows: { name: string; value: number }[]) =>
      Object.fromEntries(rows.map(({ name, value }) => [name, value]));
    expect(byName(found.areas.map(({ area, amount }: Row) => ({ name: area.name, value: amount.value })))).toEqual(
      areas,
    );
    expect(
      byName(
        found.initiatives
          .filter(({ by }: Row) => by === "REPORT")
          .map(({ initiative, share }: Row) => ({ name: initiative.id, value: share.value })),
      ),
    ).toEqual(initiatives);
    expect(found.reports.map(({ kind, state, versions }: Row) => [kind, state, versions.length]).sort()).toEqual([
      ["FINAL", "APPROVED", 1],
      ["PROGRESS", "APPROVED", 1],
    ]);
  });
});
