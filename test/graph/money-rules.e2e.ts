import { startTestHub, type TestHub } from "../testkit/hub";
import { copyRows } from "./copy-rows";
import { idsOf } from "./lists";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
  const grant = (name: string) =>
    copyRows(
      hub.database,
      'funding."grant"',
      { id: `'2281-${name}'`, name: `'${name}'` },
      "(VALUES (1)) AS one(n)",
      "r.id = '2281-boverket-sundsbruk'",
    );
  const events = (
    of: string,
    ...kinds: [kind: string, value: string | null, certainty?: string, precision?: string][]
  ) =>
    copyRows(
      hub.database,
      "funding.grant_event_log",
      {
        id: `'2281-${of}-' || e.n`,
        grant_id: `'2281-${of}'`,
        position: "e.n",
        number: "e.n",
        stated_id: `'2281-${of}-' || e.n`,
        kind: "e.kind",
        value: "e.value::numeric",
        certainty: "e.certainty",
        precision: "e.precision",
        year: "2024",
        year_certainty: "'STATED'",
      },
      `(VALUES ${kinds
        .map(
          ([kind, value, certainty = "STATED", precision = "EXACT"], index) =>
            `(${index + 1}, '${kind}', ${value ?? "NULL"}, ${value ? `'${certainty}'` : "NULL"}, ${value ? `'${precision}'` : "NULL"})`,
        )
        .join(", ")}) AS e(n, kind, value, certainty, precision)`,
      "r.id = '2281-boverket-sundsbruk-beviljat'",
    );
  await grant("silent");
  await grant("life");
  await events(
    "life",
    ["CALL_PUBLISHED", null],
    ["APPLICATION_SUBMITTED", "900.10"],
    ["AWARD", "70368744177663.99"],
    ["DISBURSEMENT", "0.10", "STATED", "APPROXIMATE"],
    ["DISBURSEMENT", "0.20", "INFERRED"],
    ["FINAL_PAYMENT", null],
    ["CHANGE", null],
  );
  await grant("rejected");
  await events("rejected", ["APPLICATION_SUBMITTED", "500"], ["REJECTION", null]);
  const allocation = (like: string, id: string, changes: Record<string, string>) =>
    copyRows(
      hub.database,
      "funding.allocation",
      { id: `'${id}'`, ...changes },
      "(VALUES (1)) AS one(n)",
      `r.id = '${like}'`,
    );
  await allocation("2181-ungdomsbilen-2020", "2181-proposed", { kind: "'PROPOSED'", value: "1000000" });
  await allocation("2181-ungdomsbilen-2020", "2181-one-ore", {
    initiative_id: "'2181-faltverksamheten'",
    value: "0.01",
  });
  await allocation("2181-ungdomsbilen-2020", "2181-no-amount", {
    initiative_id: "'2181-familjepedagog'",
    value: "NULL",
    kind: "NULL",
    certainty: "NULL",
    precision: "NULL",
  });
  for (const id of ["2181-silent", "2181-empty"]) {
    await copyRows(
      hub.database,
      "funding.pot",
      { id: `'${id}'` },
      "(VALUES (1)) AS one(n)",
      "r.id = '2181-potten-2020'",
    );
  }
  await allocation("2181-no-amount", "2181-silent-row", {
    initiative_id: "'2181-faltverksamheten'",
    pot_id: "'2181-silent'",
  });
  await allocation("2181-medborgardialog-i-samband-med-sandvikendagarna-2020", "2181-next-year", {
    year: "2021",
    pot_id: "NULL",
  });
  await allocation("0480-ungdomsledare-2022", "0480-budgeted", { kind: "'BUDGETED'", pot_id: "NULL" });
  await allocation("0191-stadsdelsmammor-medel", "0191-direct", {
    municipality_code: "'2281'",
    id: "'2281-direct'",
    initiative_id: "'2281-omradesutveckling-med-stod-fran-boverket'",
    grant_id: "'2281-boverket-sundsbruk'",
  });
});
afterAll(() => hub.stop());

describe("a grant's life", () => {
  it("is told by its events in their order; the state is that of the last event that changes it", async () => {
    const { grant } = await hub.data('{ grant(id: "2281-life") { state events { kind amount { kind value } } } }');
    expect(grant).toEqual({
      state: "BALANCE_PAID",
      events: [
        { kind: "CALL_PUBLISHED", amount: null },
        { kind: "APPLICATION_SUBMITTED", amount: { kind: "APPLIED", value: 900.1 } },
        { kind: "AWARD", amount: { kind: "AWARDED", value: 70368744177663.99 } },
        { kind: "DISBURSEMENT", amount: { kind: "DISBURSED", value: 0.1 } },
        { kind: "DISBURSEMENT", amount: { kind: "DISBURSED", value: 0.2 } },
        { kind: "FINAL_PAYMENT", amount: null },
        { kind: "CHANGE", amount: null },
      ],
    });
  });

  it("adds payments up to the öre, no surer and no more exact than the least of them", async () => {
    const { grant } = await hub.data(`{ grant(id: "2281-life") {
      applied { value certainty } awarded { value certainty asPrinted } disbursed { value kind certainty precision asPrinted year sources { locator } }
    } }`);
    expect(grant.applied).toEqual({ value: 900.1, certainty: "STATED" });
    expect(grant.awarded.value).toBe(70368744177663.99);
    expect(grant.disbursed).toEqual({
      value: 0.3,
      kind: "DISBURSED",
      certainty: "INFERRED",
      precision: "APPROXIMATE",
      asPrinted: null,
      year: 2024,
      sources: expect.arrayContaining([{ locator: expect.any(String) }]),
    });
  });

  it("is UNKNOWN when no event is known", async () => {
    const { grant } = await hub.data(
      '{ grant(id: "2281-silent") { state events { id } awarded { value } applied { value } } }',
    );
    expect(grant).toEqual({ state: "UNKNOWN", events: [], awarded: null, applied: null });
  });

  it("is what the filter by state reads", async () => {
    const byState = (...states: string[]) => idsOf(hub, "grants", { states });
    expect(await byState("UNKNOWN")).toEqual(["2281-silent"]);
    expect(await byState("BALANCE_PAID")).toEqual(["2281-life"]);
    expect(await byState("REJECTED", "UNKNOWN")).toEqual(["2281-rejected", "2281-silent"]);
    expect(await byState("APPLIED")).toEqual([]);
    expect(await byState("AWARDED")).toHaveLength(8);
  });

  it("is filtered by the year of the award alone", async () => {
    expect(await idsOf(hub, "grants", { years: [2024] })).toEqual(["2281-life"]);
  });
});

describe("the sum of an initiative's or a pot's allocations", () => {
  it("is of ALLOCATED rows alone when there is any, and says so", async () => {
    const { initiative, pot } = await hub.data(`{
      initiative(id: "2181-ungdomsbilen") { allocatedAmount allocatedKind allocations { id amount { value kind } } }
      pot(id: "2181-potten-2020") { allocated allocatedKind allocations(first: 100) { totalCount } }
    }`);
    expect(initiative).toEqual({
      allocatedAmount: 100000,
      allocatedKind: "ALLOCATED",
      allocations: [
        { id: "2181-proposed", amount: { value: 1000000, kind: "PROPOSED" } },
        { id: "2181-ungdomsbilen-2020", amount: { value: 100000, kind: "ALLOCATED" } },
      ],
    });
    expect(pot).toEqual({ allocated: 13287000.01, allocatedKind: "ALLOCATED", allocations: { totalCount: 18 } });
  });

  it("is of the one other kind that the rows have, and null where they have several", async () => {
    const { one, several } = await hub.data(`{
      one: initiative(id: "0480-praktikplattform") { allocatedAmount allocatedKind }
      several: initiative(id: "0480-ungdomsledare") { allocatedAmount allocatedKind allocations { amount { kind } } }
    }`);
    expect(one).toEqual({ allocatedAmount: 1000000, allocatedKind: "PROPOSED" });
    expect(several).toEqual({
      allocatedAmount: null,
      allocatedKind: null,
      allocations: [{ amount: { kind: "BUDGETED" } }, { amount: { kind: "PROPOSED" } }],
    });
  });

  it("leaves out rows without an amount", async () => {
    const { initiative } = await hub.data(
      '{ initiative(id: "2181-familjepedagog") { allocatedAmount allocatedKind allocations { id amount { value } } } }',
    );
    expect(initiative).toEqual({
      allocatedAmount: 700000,
      allocatedKind: "ALLOCATED",
      allocations: [
        { id: "2181-familjepedagog-2020", amount: { value: 700000 } },
        { id: "2181-no-amount", amount: null },
      ],
    });
  });
});

describe("the sums by kind and year", () => {
  const SUM = "{ kind year value recordCount missingCount certainty precision }";

  it("tell of every row, and how many lack an amount", async () => {
    const { pot, familjepedagog, ungdomsledare, sigtuna } = await hub.data(`{
      pot(id: "2181-potten-2020") { allocationSums ${SUM} }
      familjepedagog: initiative(id: "2181-familjepedagog") { allocationSums ${SUM} }
      ungdomsledare: initiative(id: "0480-ungdomsledare") { allocationSums ${SUM} }
      sigtuna: initiative(id: "0191-stadsdelsmammor") { allocatedAmount allocationSums ${SUM} }
    }`);
    const known = { year: 2020, missingCount: 0, certainty: "INFERRED", precision: "EXACT" };
    const unknown = { kind: null, value: null, certainty: null, precision: null };
    expect(pot.allocationSums).toEqual([
      { ...known, kind: "ALLOCATED", value: 13287000.01, recordCount: 16 },
      { ...known, kind: "PROPOSED", value: 1000000, recordCount: 1 },
      { ...unknown, year: 2020, recordCount: 1, missingCount: 1 },
    ]);
    expect(familjepedagog.allocationSums).toEqual([
      { ...known, kind: "ALLOCATED", value: 700000, recordCount: 1 },
      { ...unknown, year: 2020, recordCount: 1, missingCount: 1 },
    ]);
    expect(ungdomsledare.allocationSums.map(({ kind, value }: Record<string, unknown>) => [kind, value])).toEqual([
      ["BUDGETED", 800000],
      ["PROPOSED", 800000],
    ]);
    expect(sigtuna).toEqual({
      allocatedAmount: null,
      allocationSums: [{ ...unknown, year: null, recordCount: 1, missingCount: 1 }],
    });
  });

  it("are not made one over several years", async () => {
    const { initiative, pot } = await hub.data(`{
      initiative(id: "2181-medborgardialog-i-samband-med-sandvikendagarna") { allocatedAmount allocatedKind allocationSums { year value } }
      pot(id: "0480-potten-2022") { allocated allocatedKind }
    }`);
    expect(initiative).toEqual({
      allocatedAmount: null,
      allocatedKind: null,
      allocationSums: [
        { year: 2020, value: 500000 },
        { year: 2021, value: 500000 },
      ],
    });
    expect(pot).toEqual({ allocated: 7500000, allocatedKind: "PROPOSED" });
  });

  it("have no total in a pot whose rows lack amounts: null and not 0, which is for a pot without rows", async () => {
    const { silent, empty } = await hub.data(`{
      silent: pot(id: "2181-silent") { allocated allocatedKind allocationSums { recordCount missingCount } }
      empty: pot(id: "2181-empty") { allocated allocatedKind allocationSums { recordCount } allocations { totalCount } }
    }`);
    expect(silent).toEqual({
      allocated: null,
      allocatedKind: null,
      allocationSums: [{ recordCount: 1, missingCount: 1 }],
    });
    expect(empty).toEqual({ allocated: 0, allocatedKind: null, allocationSums: [], allocations: { totalCount: 0 } });
  });
});

describe("the split of an allocation", () => {
  const split = (id: string) =>
    hub
      .data(
        `query ($id: ID!) { allocation(id: $id) {
          plain: split { source { id } amount share certainty }
          modelled: split(includeModelled: true) { source { id } amount share certainty }
        } }`,
        { id },
      )
      .then(({ allocation }) => allocation);

  it("gives the öre that rounding leaves over to the largest contribution", async () => {
    const { plain, modelled } = await split("2181-one-ore");
    expect(plain).toEqual([
      { source: { id: "tillvaxtverket" }, amount: null, share: null, certainty: "UNKNOWN" },
      { source: { id: "2181-kommunala-medel" }, amount: null, share: null, certainty: "UNKNOWN" },
    ]);
    expect(modelled).toEqual([
      { source: { id: "tillvaxtverket" }, amount: 0.01, share: 8 / 14, certainty: "MODELLED" },
      { source: { id: "2181-kommunala-medel" }, amount: 0, share: 6 / 14, certainty: "MODELLED" },
    ]);
  });

  it("models shares but no kronor of an amount that is not known", async () => {
    expect((await split("2181-no-amount")).modelled).toEqual([
      { source: { id: "tillvaxtverket" }, amount: null, share: 8 / 14, certainty: "MODELLED" },
      { source: { id: "2181-kommunala-medel" }, amount: null, share: 6 / 14, certainty: "MODELLED" },
    ]);
  });

  it("never models over a stated split", async () => {
    const { plain, modelled } = await split("2181-familjepedagog-2020");
    expect(plain.map(({ certainty }: { certainty: string }) => certainty)).toEqual(["STATED", "STATED"]);
    expect(modelled).toEqual(plain);
  });
});

it("finds an allocation straight from a grant by the grant and by its source", async () => {
  expect(await idsOf(hub, "allocations", { grants: ["2281-boverket-sundsbruk"] })).toEqual(["2281-direct"]);
  expect(await idsOf(hub, "allocations", { sources: ["boverket"] })).toEqual(["2281-direct"]);
  expect(await idsOf(hub, "allocations", { programmes: ["sfs-2020-1202"] })).toEqual(["2281-direct"]);
  const { allocation } = await hub.data(
    '{ allocation(id: "2281-direct") { grant { id } pot { id } amount { value } } }',
  );
  expect(allocation).toEqual({ grant: { id: "2281-boverket-sundsbruk" }, pot: null, amount: null });
});
