import { startTestHub, type TestHub } from "../testkit/hub";
import { createReportDesk, GRANT, INITIATIVE, placesOf, type ReportDesk } from "./report-requests";

/** A number that is given to nobody. */
const FICTITIOUS_PHONE = ["070", "174 06 05"].join("-");

let hub: TestHub;
let desk: ReportDesk;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
  desk = await createReportDesk(hub);
  await publishForm();
});
afterAll(() => hub?.stop());

const label = { sv: "Fråga" };
const FORM = {
  ...{ source: "boverket", id: "lagesrapport", expectedVersion: 0, kind: "PROGRESS", title: { sv: "Lägesrapport" } },
  fields: [
    { key: "text", label, kind: "TEXT", maximumLength: 20 },
    { key: "number", label, kind: "NUMBER", minimum: 1, maximum: 10, unit: "st" },
    { key: "share", label, kind: "SHARE" },
    { key: "money", label, kind: "MONEY" },
    { key: "day", label, kind: "DATE" },
    { key: "yes", label, kind: "BOOLEAN", isRequired: true },
    {
      key: "one",
      label,
      kind: "CODES",
      codes: [
        { code: "a", label },
        { code: "b", label },
      ],
    },
    {
      key: "several",
      label,
      kind: "CODES",
      codes: [
        { code: "a", label },
        { code: "b", label },
      ],
      isMultiple: true,
    },
  ],
  indicators: [
    { key: "antal-deltagare", label, unit: "personer", isRequired: true },
    { key: "antal-traffar", label, unit: "träffar" },
  ],
};

async function publishForm(): Promise<void> {
  const reviewer = await hub.issuer.token({ owner: "boverket", roles: ["reviewer"] });
  const input = { ...FORM, idempotencyKey: "form-of-the-table" };
  const { answer } = await hub.data(
    `mutation ($input: PublishReportTemplateInput!) { answer: publishReportTemplate(input: $input) { mistakes { code field } } }`,
    { input },
    reviewer,
  );
  expect(answer.mistakes).toEqual([]);
}

const AREA = "2281-bredsand";
const allocation = (part: object) => ({ allocations: [{ initiative: INITIATIVE, amount: 100, ...part }] });
const areas = (...shares: object[]) => allocation({ areas: shares });
const cost = (part: object) => ({ costs: [{ category: "Löner", amount: 100, ...part }] });
const indicator = (part: object) => ({ indicators: [{ indicator: "antal-traffar", value: 1, ...part }] });
const deviation = (part: object) => ({ deviations: [{ kind: "TIME", description: "Sent.", ...part }] });
const answer = (...answers: object[]) => ({ answers });
const many = <Row>(count: number, row: (n: number) => Row) => Array.from({ length: count }, (_, n) => row(n));

/** What a draft may not say, one mistake each: the content, the mistake's code and its place. */
const WRONG: [what: string, content: object, code: string, field: string][] = [
  [
    "an initiative of another municipality",
    allocation({ initiative: "2181-familjepedagog" }),
    "ID_OF_ANOTHER_MUNICIPALITY",
    "allocations[0].initiative",
  ],
  ["an initiative that is no id", allocation({ initiative: "2281-Å b" }), "ID_INVALID", "allocations[0].initiative"],
  [
    "an initiative twice",
    { allocations: [1, 2].map((amount) => ({ initiative: INITIATIVE, amount })) },
    "INITIATIVE_REPEATED",
    "allocations[1].initiative",
  ],
  ["an allocation of nothing", allocation({ amount: 0 }), "REPORTED_AMOUNT_NOT_POSITIVE", "allocations[0].amount"],
  [
    "an allocation below nothing",
    allocation({ amount: -0.01 }),
    "REPORTED_AMOUNT_NOT_POSITIVE",
    "allocations[0].amount",
  ],
  ["an öre more than was awarded", allocation({ amount: 2_800_000.01 }), "ALLOCATIONS_ABOVE_AWARD", "allocations"],
  [
    "more than was awarded, over several rows",
    { allocations: [1, 2, 3].map((n) => ({ initiative: `2281-insats-${n}`, amount: 933_333.34 })) },
    "ALLOCATIONS_ABOVE_AWARD",
    "allocations",
  ],
  [
    "too many allocations",
    { allocations: many(501, (n) => ({ initiative: `2281-insats-${n}`, amount: 1 })) },
    "TOO_MANY_ROWS",
    "allocations",
  ],
  ["a share of nothing", areas({ area: AREA, share: 0 }), "SHARE_OUT_OF_RANGE", "allocations[0].areas[0].share"],
  ["a share below nothing", areas({ area: AREA, share: -0.5 }), "SHARE_OUT_OF_RANGE", "allocations[0].areas[0].share"],
  ["a share above one", areas({ area: AREA, share: 1.000001 }), "SHARE_OUT_OF_RANGE", "allocations[0].areas[0].share"],
  ["a share as percent", areas({ area: AREA, share: 25 }), "SHARE_OUT_OF_RANGE", "allocations[0].areas[0].share"],
  [
    "a share with seven decimals",
    areas({ area: AREA, share: 0.3333333 }),
    "SHARE_TOO_PRECISE",
    "allocations[0].areas[0].share",
  ],
  [
    "a share too small to be one",
    areas({ area: AREA, share: 1e-7 }),
    "SHARE_TOO_PRECISE",
    "allocations[0].areas[0].share",
  ],
  [
    "shares above one by a millionth",
    areas({ area: AREA, share: 0.5 }, { area: "2281-nacksta", share: 0.500001 }),
    "SHARES_ABOVE_ONE",
    "allocations[0].areas",
  ],
  [
    "an area twice",
    areas({ area: AREA, share: 0.5 }, { area: AREA, share: 0.1 }),
    "AREA_REPEATED",
    "allocations[0].areas[1].area",
  ],
  [
    "an area of another municipality",
    areas({ area: "2181-norrsattra", share: 0.5 }),
    "ID_OF_ANOTHER_MUNICIPALITY",
    "allocations[0].areas[0].area",
  ],
  [
    "too many areas",
    areas(...many(201, (n) => ({ area: `2281-omrade-${n}`, share: 0.001 }))),
    "TOO_MANY_ROWS",
    "allocations[0].areas",
  ],
  ["a cost of no kind", cost({ category: " " }), "TEXT_MISSING", "costs[0].category"],
  ["a cost of too long a kind", cost({ category: "x".repeat(201) }), "TEXT_TOO_LONG", "costs[0].category"],
  ["a cost of nothing", cost({ amount: 0 }), "COST_ZERO", "costs[0].amount"],
  [
    "costs that are below nothing together",
    {
      costs: [
        { category: "Hyra", amount: 10 },
        { category: "Åter", amount: -10.01 },
      ],
    },
    "COSTS_BELOW_ZERO",
    "costs",
  ],
  [
    "a cost for another municipality's initiative",
    cost({ initiative: "0480-insats" }),
    "ID_OF_ANOTHER_MUNICIPALITY",
    "costs[0].initiative",
  ],
  [
    "a cost with an e-mail address",
    cost({ category: "Faktura till ekonomi@example.se" }),
    "TEXT_PERSONAL_DATA",
    "costs[0].category",
  ],
  ["a cost with a control character", cost({ category: "Lö\u0007ner" }), "TEXT_CONTROL_CHARACTER", "costs[0].category"],
  ["a cost with a NUL", cost({ category: "Löner\u0000" }), "TEXT_CONTROL_CHARACTER", "costs[0].category"],
  ["too many costs", { costs: many(501, () => ({ category: "Löner", amount: 1 })) }, "TOO_MANY_ROWS", "costs"],
  [
    "an indicator that the form has not",
    indicator({ indicator: "antal-hundar" }),
    "INDICATOR_UNKNOWN",
    "indicators[0].indicator",
  ],
  ["an indicator that is no key", indicator({ indicator: "Antal träffar" }), "KEY_INVALID", "indicators[0].indicator"],
  [
    "an indicator twice",
    { indicators: [1, 2].map((value) => ({ indicator: "antal-traffar", value })) },
    "INDICATOR_REPEATED",
    "indicators[1]",
  ],
  ["an indicator below nothing", indicator({ value: -1 }), "INDICATOR_NEGATIVE", "indicators[0].value"],
  ["an indicator beyond all counting", indicator({ value: 1e16 }), "NUMBER_TOO_LARGE", "indicators[0].value"],
  ["an indicator of no series", indicator({ series: "" }), "TEXT_MISSING", "indicators[0].series"],
  [
    "an indicator of another municipality's initiative",
    indicator({ initiative: "0191-insats" }),
    "ID_OF_ANOTHER_MUNICIPALITY",
    "indicators[0].initiative",
  ],
  ["a deviation without words", deviation({ description: "" }), "TEXT_MISSING", "deviations[0].description"],
  [
    "a deviation with a telephone number",
    deviation({ description: `Ring ${FICTITIOUS_PHONE}.` }),
    "TEXT_PERSONAL_DATA",
    "deviations[0].description",
  ],
  [
    "a deviation with a personal identity number",
    deviation({ effect: "Gäller 19121212-1212." }),
    "TEXT_PERSONAL_DATA",
    "deviations[0].effect",
  ],
  [
    "a deviation beyond all reading",
    deviation({ description: "x".repeat(5001) }),
    "TEXT_TOO_LONG",
    "deviations[0].description",
  ],
  ["a forecast of nothing", { forecast: {} }, "FORECAST_EMPTY", "forecast"],
  ["a forecast below nothing", { forecast: { total: -1 } }, "AMOUNT_NEGATIVE", "forecast.total"],
  ["a forecast above the award", { forecast: { total: 2_800_001 } }, "FORECAST_ABOVE_AWARD", "forecast.total"],
  [
    "co-financing of nothing",
    { coFinancing: [{ amount: 0 }] },
    "REPORTED_AMOUNT_NOT_POSITIVE",
    "coFinancing[0].amount",
  ],
  [
    "co-financing by what is no id",
    { coFinancing: [{ organisation: "Mitthem AB", amount: 1 }] },
    "ID_INVALID",
    "coFinancing[0].organisation",
  ],
  ["an answer to no field", answer({ field: "annat", text: "x" }), "ANSWER_FIELD_UNKNOWN", "answers[0].field"],
  [
    "two answers to a field",
    answer({ field: "yes", isTrue: true }, { field: "yes", isTrue: false }),
    "ANSWER_REPEATED",
    "answers[1].field",
  ],
  ["an answer without value", answer({ field: "text" }), "ANSWER_NOT_ONE_VALUE", "answers[0]"],
  ["an answer with two values", answer({ field: "text", text: "x", number: 1 }), "ANSWER_NOT_ONE_VALUE", "answers[0]"],
  ["a number where a text is asked for", answer({ field: "text", number: 1 }), "ANSWER_OF_ANOTHER_KIND", "answers[0]"],
  [
    "a number where kronor are asked for",
    answer({ field: "money", number: 1 }),
    "ANSWER_OF_ANOTHER_KIND",
    "answers[0]",
  ],
  ["a text longer than the field", answer({ field: "text", text: "x".repeat(21) }), "TEXT_TOO_LONG", "answers[0].text"],
  [
    "a number below the field's least",
    answer({ field: "number", number: 0 }),
    "ANSWER_OUT_OF_RANGE",
    "answers[0].number",
  ],
  [
    "a number above the field's greatest",
    answer({ field: "number", number: 10.5 }),
    "ANSWER_OUT_OF_RANGE",
    "answers[0].number",
  ],
  [
    "a share above one in an answer",
    answer({ field: "share", number: 1.1 }),
    "ANSWER_OUT_OF_RANGE",
    "answers[0].number",
  ],
  ["kronor below nothing in an answer", answer({ field: "money", money: -1 }), "AMOUNT_NEGATIVE", "answers[0].money"],
  ["no code", answer({ field: "one", codes: [] }), "ANSWER_CODES_NONE", "answers[0].codes"],
  [
    "several codes where one is asked for",
    answer({ field: "one", codes: ["a", "b"] }),
    "ANSWER_CODES_SEVERAL",
    "answers[0].codes",
  ],
  [
    "a code that the field has not",
    answer({ field: "several", codes: ["a", "c"] }),
    "ANSWER_CODE_UNKNOWN",
    "answers[0].codes[1]",
  ],
  ["a code twice", answer({ field: "several", codes: ["a", "a"] }), "ANSWER_CODE_REPEATED", "answers[0].codes[1]"],
  [
    "a final account in a progress report",
    { finalAccount: { spent: 1, totalCost: 1 } },
    "FINAL_ACCOUNT_OF_PROGRESS",
    "finalAccount",
  ],
];

describe("a draft is refused for", () => {
  it.each(WRONG)("%s", async (_, content, code, field) => {
    const { report, mistakes } = await desk.save({ content });
    expect(report).toBeNull();
    expect(mistakes).toEqual([
      expect.objectContaining({
        code,
        field: `content.${field}`,
        message: expect.any(String),
        remedy: expect.any(String),
      }),
    ]);
    const words = mistakes.map(({ message, remedy }) => `${message} ${remedy}`).join();
    expect(words).not.toMatch(/[{}]|undefined|null/);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    [
      "days the wrong way round",
      { periodStart: "2026-02-01", periodEnd: "2026-01-31" },
      "PERIOD_BACKWARDS",
      "periodEnd",
    ],
    ["a day before there were such grants", { periodStart: "1989-12-31" }, "PERIOD_OUT_OF_BOUNDS", "periodStart"],
    ["a day too far ahead", { periodEnd: "2099-01-01" }, "PERIOD_OUT_OF_BOUNDS", "periodEnd"],
    [
      "a period of more than ten years",
      { periodStart: "2010-01-01", periodEnd: "2020-01-01" },
      "PERIOD_TOO_LONG",
      "periodEnd",
    ],
    ["a revision of a report that is not begun", { expectedRevision: 1 }, "STALE_REVISION", "expectedRevision"],
    ["a grant that is not there", { grant: "2281-inget" }, "REPORT_GRANT_NOT_FOUND", "grant"],
    ["a report that is not there", { report: "2281-boverket~000000000000" }, "REPORT_NOT_FOUND", "report"],
    ["a report of another municipality", { report: "2181-boverket~000000000000" }, "REPORT_NOT_FOUND", "report"],
    ["a key that is too short", { idempotencyKey: "1234567" }, "IDEMPOTENCY_KEY_INVALID", "idempotencyKey"],
  ])("%s", async (_, input, code, field) => {
    expect(placesOf(await desk.save(input))).toEqual([[code, field]]);
  });

  it("an amount with parts of an öre, which is no amount at all", async () => {
    const input = { grant: GRANT, kind: "PROGRESS", periodStart: "2026-01-01", periodEnd: "2026-01-31" };
    const answer = await hub.ask(
      `mutation ($input: SaveFollowUpReportInput!) { saveFollowUpReport(input: $input) { isReplay } }`,
      { input: { ...input, expectedRevision: 0, content: cost({ amount: 0.001 }), idempotencyKey: "part-of-an-ore" } },
      desk.reporter,
    );
    expect(answer.errors?.[0]?.message).toMatch(/at most two decimals/);
  });

  it("all of its mistakes at once, and nothing is written", async () => {
    const content = {
      ...areas({ area: AREA, share: 0.7 }, { area: AREA, share: 0.7 }, { area: "0191-x", share: 2 }),
      ...cost({ category: "", amount: 0 }),
      ...indicator({ value: -1, indicator: "okand" }),
      finalAccount: { spent: 1, totalCost: 1 },
    };
    const writes = () => hub.database.query("SELECT FROM funding.audit_entry WHERE action = 'saveFollowUpReport'");
    const drafts = () => desk.list({ filter: { municipalities: ["2281"] }, includeUnpublished: true }, desk.reporter);
    const before = [(await writes()).length, await drafts()];
    const answer = await desk.save({ content, periodEnd: "2025-01-01", expectedRevision: 3 });
    expect(placesOf(answer).sort()).toEqual(
      [
        ["AREA_REPEATED", "content.allocations[0].areas[1].area"],
        ["COST_ZERO", "content.costs[0].amount"],
        ["FINAL_ACCOUNT_OF_PROGRESS", "content.finalAccount"],
        ["ID_OF_ANOTHER_MUNICIPALITY", "content.allocations[0].areas[2].area"],
        ["INDICATOR_NEGATIVE", "content.indicators[0].value"],
        ["INDICATOR_UNKNOWN", "content.indicators[0].indicator"],
        ["PERIOD_BACKWARDS", "periodEnd"],
        ["SHARE_OUT_OF_RANGE", "content.allocations[0].areas[2].share"],
        ["STALE_REVISION", "expectedRevision"],
        ["TEXT_MISSING", "content.costs[0].category"],
      ].sort(),
    );
    expect([(await writes()).length, await drafts()]).toEqual(before);
  });
});

describe("a final account", () => {
  const final = { kind: "FINAL", periodStart: "2021-01-01", periodEnd: "2022-12-31" };
  it.each<[string, object, [string, string][]]>([
    ["spends less than nothing", { spent: -1, totalCost: 5 }, [["AMOUNT_NEGATIVE", "spent"]]],
    [
      "costs less than nothing",
      { spent: 0, totalCost: -1 },
      [
        ["AMOUNT_NEGATIVE", "totalCost"],
        ["SPENT_ABOVE_COST", "spent"],
      ],
    ],
    ["spends more than everything cost", { spent: 6, totalCost: 5 }, [["SPENT_ABOVE_COST", "spent"]]],
    ["spends more than was awarded", { spent: 2_800_000.01, totalCost: 9_000_000 }, [["SPENT_ABOVE_AWARD", "spent"]]],
  ])("is refused when it %s", async (_, finalAccount, expected) => {
    const answer = await desk.save({ ...final, content: { finalAccount } });
    expect(placesOf(answer)).toEqual(expected.map(([code, field]) => [code, `content.finalAccount.${field}`]));
  });
});

describe("indicators", () => {
  const half = (year: number, value: number, part: object = {}): Record<string, unknown> => ({
    ...{ periodStart: `${year}-01-01`, periodEnd: `${year}-06-30` },
    content: {
      indicators: [{ indicator: "antal-deltagare", value, ...part }],
      answers: [{ field: "yes", isTrue: true }],
    },
  });
  const handIn = async (input: Record<string, unknown>) => {
    const { id } = await desk.begin(input);
    const { report, mistakes } = await desk.submit({ report: id, expectedRevision: 1 });
    expect(mistakes).toEqual([]);
    return report.id;
  };

  it("are cumulative: they fall only where a correction says why, within a series", async () => {
    const earlier = await handIn(half(2010, 15));
    const fell = await desk.save(half(2011, 14));
    expect(placesOf(fell)).toEqual([["INDICATOR_FELL", "content.indicators[0].value"]]);
    expect(fell.mistakes[0]).toMatchObject({ record: earlier });
    expect(fell.mistakes[0]?.message).toContain("14 is lower than 15");
    expect(placesOf(await desk.save(half(2011, 14, { correction: "  " })))).toEqual([
      ["INDICATOR_FELL", "content.indicators[0].value"],
    ]);
    expect((await desk.save(half(2011, 3, { series: "2" }))).mistakes).toEqual([]);
    expect((await desk.save(half(2012, 3, { initiative: INITIATIVE }))).mistakes).toEqual([]);
    const corrected = await handIn(half(2013, 14, { correction: "En deltagare räknades två gånger." }));
    // From now on the corrected value counts.
    expect(placesOf(await desk.save(half(2014, 13)))).toEqual([["INDICATOR_FELL", "content.indicators[0].value"]]);
    expect((await desk.save(half(2014, 14))).mistakes).toEqual([]);
    // A report of an earlier period that comes late lies between those about it, and a correction later is no bound.
    expect((await desk.save(half(2009, 15))).mistakes).toEqual([]);
    const above = await desk.save(half(2008, 16));
    expect(placesOf(above)).toEqual([["INDICATOR_ABOVE_LATER", "content.indicators[0].value"]]);
    expect(above.mistakes[0]).toMatchObject({ record: earlier });
    expect(corrected).not.toBe(earlier);
  });

  it("are checked again when the draft is handed in, against what was handed in since", async () => {
    const late = await desk.begin(half(2015, 20));
    await handIn(half(2016, 18));
    expect(placesOf(await desk.submit({ report: late.id, expectedRevision: 1 }))).toEqual([
      ["INDICATOR_ABOVE_LATER", "content.indicators[0].value"],
    ]);
  });
});

describe("handing in", () => {
  it("asks for what the form requires, all at once", async () => {
    const { id } = await desk.begin({ periodStart: "2017-01-01", periodEnd: "2017-06-30" });
    const answer = await desk.submit({ report: id, expectedRevision: 1 });
    expect(placesOf(answer)).toEqual([
      ["INDICATOR_MISSING", "content.indicators"],
      ["ANSWER_MISSING", "content.answers"],
    ]);
    expect(await desk.find(id, true, desk.reporter)).toMatchObject({ state: "DRAFT", revision: 1, versions: [] });
  });

  it("lets the allocations of all reports together be what was awarded and no more", async () => {
    const part = (year: number, amount: number) => ({
      ...{ periodStart: `${year}-07-01`, periodEnd: `${year}-12-31` },
      content: {
        ...allocation({ amount }),
        indicators: [{ indicator: "antal-deltagare", series: "andra", value: 1 }],
        answers: [{ field: "yes", isTrue: false }],
      },
    });
    const { id } = await desk.begin(part(2010, 2_000_000));
    expect((await desk.submit({ report: id, expectedRevision: 1 })).mistakes).toEqual([]);
    expect(placesOf(await desk.save(part(2011, 800_000.01)))).toEqual([
      ["ALLOCATIONS_ABOVE_AWARD", "content.allocations"],
    ]);
    expect((await desk.save(part(2011, 800_000))).mistakes).toEqual([]);
  });
});

describe("answers of the source", () => {
  it("are refused with all mistakes at once", async () => {
    const { id } = await desk.begin({
      ...{ periodStart: "2018-01-01", periodEnd: "2018-06-30" },
      content: {
        indicators: [{ indicator: "antal-deltagare", series: "s", value: 1 }],
        answers: [{ field: "yes", isTrue: true }],
      },
    });
    const lacking = {
      report: id,
      expectedRevision: 0,
      message: " ",
      fields: ["costs", "inte en plats"],
      dueOn: "2020-01-01",
    };
    expect(placesOf(await desk.requestSupplement(lacking))).toEqual([
      ["REPORT_NOT_SUBMITTED", "report"],
      ["STALE_REVISION", "expectedRevision"],
      ["TEXT_MISSING", "message"],
      ["SUPPLEMENT_FIELD_INVALID", "fields[1]"],
      ["SUPPLEMENT_DUE_PAST", "dueOn"],
    ]);
    await desk.submit({ report: id, expectedRevision: 1 });
    const approval = { report: id, expectedRevision: 2, approvedCost: 5, message: `Ring ${FICTITIOUS_PHONE}.` };
    expect(placesOf(await desk.approve(approval))).toEqual([
      ["TEXT_PERSONAL_DATA", "message"],
      ["APPROVED_COST_OF_PROGRESS", "approvedCost"],
    ]);
    const unknown = { report: "2281-boverket~000000000000", expectedRevision: 1 };
    expect(placesOf(await desk.approve(unknown))).toEqual([["REPORT_NOT_FOUND", "report"]]);
  });
});

describe("a grant", () => {
  const period = { periodStart: "2020-01-01", periodEnd: "2020-12-31" };
  /** A grant with events of these kinds, and with kronor where the kind is followed by them. */
  const grantWith = async (name: string, ...events: string[]) => {
    const id = `2281-${name}`;
    await hub.database.query(
      `INSERT INTO funding."grant" (municipality_code, id, name, source_id, recipient_id, sources, quality_notes, changed_at)
       VALUES ('2281', $1, $1, 'boverket', '2281-sundsvalls-kommun', '[]', '[]', now())`,
      [id],
    );
    await hub.database.query(
      `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, value, certainty,
         precision, recorded_by, sources, quality_notes)
       SELECT '2281', $1 || '-' || n, $1, n, n, split_part(event, ' ', 1), nullif(split_part(event, ' ', 2), '')::numeric,
         CASE WHEN event LIKE '% %' THEN 'STATED' END, CASE WHEN event LIKE '% %' THEN 'EXACT' END, 'boverket', '[]', '[]'
       FROM unnest($2::text[]) WITH ORDINALITY AS k(event, n)`,
      [id, events],
    );
    return id;
  };

  it.each<[string, string[], string | null]>([
    ["that nothing is known of", [], "REPORT_GRANT_NOT_AWARDED"],
    ["that was applied for", ["APPLICATION_SUBMITTED"], "REPORT_GRANT_NOT_AWARDED"],
    ["that was rejected", ["APPLICATION_SUBMITTED", "REJECTION"], "REPORT_GRANT_ENDED"],
    ["that was revoked", ["AWARD", "REVOCATION"], "REPORT_GRANT_ENDED"],
    ["that is closed", ["AWARD", "CLOSURE"], "REPORT_GRANT_ENDED"],
    ["that was awarded", ["AWARD"], null],
    ["that is disbursed", ["AWARD", "DISBURSEMENT"], null],
  ])("%s takes a report or not", async (what, kinds, code) => {
    const grant = await grantWith(what.replaceAll(" ", "-"), ...kinds);
    expect(placesOf(await desk.save({ grant, ...period }))).toEqual(code === null ? [] : [[code, "grant"]]);
  });

  it("that is paid out in full lets no more be spent than was disbursed", async () => {
    const grant = await grantWith("slutbetalt", "AWARD", "DISBURSEMENT 200", "FINAL_PAYMENT 300");
    const final = (spent: number) =>
      desk.save({ grant, kind: "FINAL", ...period, content: { finalAccount: { spent, totalCost: 9000 } } });
    expect(placesOf(await final(500.01))).toEqual([["SPENT_ABOVE_DISBURSED", "content.finalAccount.spent"]]);
    expect((await final(500)).mistakes).toEqual([]);
  });

  it("keeps its report to its own kind and grant", async () => {
    const grant = await grantWith("annat-bidrag", "AWARD");
    const { id } = await desk.begin({ grant, ...period });
    const moved = { report: id, expectedRevision: 1, kind: "FINAL", ...period };
    expect(placesOf(await desk.save(moved))).toEqual([
      ["REPORT_OF_ANOTHER_GRANT", "grant"],
      ["REPORT_KIND_FIXED", "kind"],
    ]);
  });
});
