import { randomUUID } from "node:crypto";
import { startTestHub, type TestHub } from "../testkit/hub";
import { createReportDesk, placesOf, type ReportAnswer, type ReportDesk } from "./report-requests";

let hub: TestHub;
let desk: ReportDesk;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
  desk = await createReportDesk(hub);
});
afterAll(() => hub?.stop());

const TEMPLATE = `{
  id version kind title { sv en } source { id } programme { id } publishedAt
  fields { key label { sv } kind isRequired unit codes { code label { sv } } isMultiple minimum maximum maximumLength }
  indicators { key label { sv } unit isRequired } deadlines { periodEnd dueOn }
}`;

// biome-ignore lint/suspicious/noExplicitAny: a form has the shape that TEMPLATE gives it
type TemplateAnswer = Pick<ReportAnswer, "mistakes" | "isReplay"> & { readonly template: any };

const label = { sv: "Fråga" };
const form = (part: object) => ({
  ...{ source: "boverket", id: "lagesrapport", expectedVersion: 0, kind: "PROGRESS", title: { sv: "Lägesrapport" } },
  ...part,
});

async function publish(part: object, token = desk.reviewer): Promise<TemplateAnswer> {
  const { answer } = await hub.data(
    `mutation ($input: PublishReportTemplateInput!) {
      answer: publishReportTemplate(input: $input) {
        template ${TEMPLATE} mistakes { code field record message(language: EN) remedy(language: EN) } isReplay
      }
    }`,
    { input: { idempotencyKey: randomUUID(), ...form(part) } },
    token,
  );
  return answer;
}

describe("a form", () => {
  it("is published in versions, of which none changes and everybody sees all", async () => {
    const fields = [
      {
        key: "antal",
        label: { sv: "Hur många?", en: "How many?" },
        kind: "NUMBER",
        unit: "st",
        minimum: 0,
        maximum: 5,
      },
      { key: "val", label, kind: "CODES", codes: [{ code: "a", label }], isMultiple: true, isRequired: true },
    ];
    const indicators = [{ key: "deltagare", label, unit: "personer" }];
    const deadlines = [{ periodEnd: "2026-06-30", dueOn: "2026-09-01" }];
    const first = await publish({ id: "versioner", fields, indicators, deadlines });
    expect(first.mistakes).toEqual([]);
    expect(first.template).toMatchObject({
      ...{ id: "versioner", version: 1, kind: "PROGRESS", title: { sv: "Lägesrapport", en: null } },
      ...{
        source: { id: "boverket" },
        programme: null,
        indicators: [{ ...indicators[0], isRequired: false }],
        deadlines,
      },
      fields: [
        {
          ...{ key: "antal", label: { sv: "Hur många?" }, kind: "NUMBER", isRequired: false, unit: "st", codes: [] },
          ...{ isMultiple: false, minimum: 0, maximum: 5, maximumLength: null },
        },
        {
          ...{ key: "val", label, kind: "CODES", isRequired: true, unit: null, codes: [{ code: "a", label }] },
          ...{ isMultiple: true, minimum: null, maximum: null, maximumLength: null },
        },
      ],
    });
    const second = await publish({ id: "versioner", expectedVersion: 1, title: { sv: "Ny", en: "New" } });
    expect(second.template).toMatchObject({ version: 2, fields: [] });
    const read = await hub.data(
      `query ($source: ID!) {
        latest: reportTemplate(source: $source, id: "versioner") ${TEMPLATE}
        first: reportTemplate(source: $source, id: "versioner", version: 1) ${TEMPLATE}
        none: reportTemplate(source: $source, id: "versioner", version: 3) { id }
        all: reportTemplates(source: $source) { id version }
        others: reportTemplates(source: "tillvaxtverket") { id }
      }`,
      { source: "boverket" },
    );
    expect(read.latest).toEqual(second.template);
    expect(read.first).toEqual(first.template);
    expect(read.none).toBeNull();
    expect(read.others).toEqual([]);
    expect(read.all.filter(({ id }: { id: string }) => id === "versioner")).toEqual([{ id: "versioner", version: 2 }]);
  });

  it("is published once when two publish the same version at once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => publish({ id: "samtidigt" })));
    expect(answers.filter(({ template }) => template !== null)).toHaveLength(1);
    expect(answers.filter(({ template }) => template === null).map(placesOf)).toEqual([
      [["TEMPLATE_VERSION_STALE", "expectedVersion"]],
      [["TEMPLATE_VERSION_STALE", "expectedVersion"]],
    ]);
  });

  it("is published once however often the request is sent", async () => {
    const request = { id: "en-gang", idempotencyKey: randomUUID() };
    const [first, again] = [await publish(request), await publish(request)];
    expect(again).toEqual({ ...first, isReplay: true });
    const other = await publish({ ...request, title: { sv: "Annan" } });
    expect(placesOf(other)).toEqual([["IDEMPOTENCY_KEY_REUSED", "idempotencyKey"]]);
  });

  it("is the source's own: readers, municipalities and other sources publish none", async () => {
    for (const identity of [
      { owner: "boverket", roles: ["reader"] as const },
      { owner: "2281", roles: ["reporter"] as const },
      { owner: "tillvaxtverket", roles: ["reviewer"] as const },
    ]) {
      await expect(publish({ id: "frammande" }, await hub.issuer.token({ ...identity }))).rejects.toThrow(/FORBIDDEN/);
    }
  });

  it.each<[string, object, string, string]>([
    ["an id with a capital letter", { id: "Lagesrapport" }, "TEMPLATE_ID_INVALID", "id"],
    ["an id of one letter", { id: "l" }, "TEMPLATE_ID_INVALID", "id"],
    ["a version that is not the latest", { id: "ny", expectedVersion: 1 }, "TEMPLATE_VERSION_STALE", "expectedVersion"],
    [
      "a programme of another source",
      { programme: "sfs-2018-151", id: "ny" },
      "TEMPLATE_PROGRAMME_NOT_FOUND",
      "programme",
    ],
    ["no title", { id: "ny", title: { sv: "" } }, "TEXT_MISSING", "title.sv"],
    [
      "a title that names a mailbox",
      { id: "ny", title: { sv: "Till anna@example.se" } },
      "TEXT_PERSONAL_DATA",
      "title.sv",
    ],
    [
      "a key twice",
      { id: "ny", fields: [1, 2].map(() => ({ key: "a", label, kind: "DATE" })) },
      "TEMPLATE_KEY_REPEATED",
      "fields[1].key",
    ],
    ["a key with a space", { id: "ny", fields: [{ key: "a b", label, kind: "DATE" }] }, "KEY_INVALID", "fields[0].key"],
    [
      "a field without question",
      { id: "ny", fields: [{ key: "a", label: { sv: " " }, kind: "DATE" }] },
      "TEXT_MISSING",
      "fields[0].label.sv",
    ],
    [
      "a choice among nothing",
      { id: "ny", fields: [{ key: "a", label, kind: "CODES" }] },
      "TEMPLATE_CODES_MISSING",
      "fields[0].codes",
    ],
    [
      "a code twice",
      { id: "ny", fields: [{ key: "a", label, kind: "CODES", codes: [1, 2].map(() => ({ code: "x", label })) }] },
      "TEMPLATE_KEY_REPEATED",
      "fields[0].codes[1].code",
    ],
    [
      "a unit of a text",
      { id: "ny", fields: [{ key: "a", label, kind: "TEXT", unit: "st" }] },
      "TEMPLATE_SETTING_OF_ANOTHER_KIND",
      "fields[0].unit",
    ],
    [
      "codes of a day",
      { id: "ny", fields: [{ key: "a", label, kind: "DATE", codes: [{ code: "x", label }] }] },
      "TEMPLATE_SETTING_OF_ANOTHER_KIND",
      "fields[0].codes",
    ],
    [
      "a range the wrong way round",
      { id: "ny", fields: [{ key: "a", label, kind: "NUMBER", minimum: 2, maximum: 1 }] },
      "TEMPLATE_RANGE_BACKWARDS",
      "fields[0].minimum",
    ],
    [
      "a text of no length",
      { id: "ny", fields: [{ key: "a", label, kind: "TEXT", maximumLength: 0 }] },
      "TEMPLATE_LENGTH_OUT_OF_RANGE",
      "fields[0].maximumLength",
    ],
    [
      "too many fields",
      { id: "ny", fields: Array.from({ length: 101 }, (_, n) => ({ key: `f${n}`, label, kind: "DATE" })) },
      "TOO_MANY_ROWS",
      "fields",
    ],
    [
      "an indicator twice",
      { id: "ny", indicators: [1, 2].map(() => ({ key: "a", label, unit: "st" })) },
      "TEMPLATE_KEY_REPEATED",
      "indicators[1].key",
    ],
    [
      "an indicator without unit",
      { id: "ny", indicators: [{ key: "a", label, unit: "" }] },
      "TEXT_MISSING",
      "indicators[0].unit",
    ],
    [
      "a deadline twice",
      { id: "ny", deadlines: [1, 2].map((day) => ({ periodEnd: "2026-06-30", dueOn: `2026-09-0${day}` })) },
      "TEMPLATE_DEADLINE_REPEATED",
      "deadlines[1].periodEnd",
    ],
    [
      "a deadline of another age",
      { id: "ny", deadlines: [{ periodEnd: "2026-06-30", dueOn: "2062-09-01" }] },
      "TEMPLATE_DEADLINE_FAR",
      "deadlines[0].dueOn",
    ],
  ])("is refused for %s", async (_, part, code, field) => {
    const answer = await publish(part);
    expect(answer.template).toBeNull();
    expect(placesOf(answer)).toEqual([[code, field]]);
    expect(answer.mistakes.map(({ message, remedy }) => message + remedy).join()).not.toMatch(/[{}]|undefined|null/);
  });

  it("keeps its kind and programme, and is told of all mistakes at once", async () => {
    await publish({ id: "fast" });
    const changed = { id: "fast", kind: "FINAL", programme: "sfs-2020-1202", title: { sv: "" }, expectedVersion: 7 };
    expect(placesOf(await publish(changed))).toEqual([
      ["TEMPLATE_VERSION_STALE", "expectedVersion"],
      ["TEMPLATE_KIND_FIXED", "kind"],
      ["TEMPLATE_PROGRAMME_FIXED", "programme"],
      ["TEXT_MISSING", "title.sv"],
    ]);
  });
});

describe("a report", () => {
  it("follows the form that was the latest for its programme and kind when it was begun", async () => {
    const bound = async (year: number) =>
      (await desk.begin({ periodStart: `${year}-01-01`, periodEnd: `${year}-06-30` })).template;
    await publish({ id: "bunden-allman", deadlines: [{ periodEnd: "2016-06-30", dueOn: "2016-09-01" }] });
    expect(await bound(2015)).toEqual({ id: "bunden-allman", version: 1 });
    await publish({ id: "bunden-slut", kind: "FINAL" });
    const early = await desk.begin({ periodStart: "2016-01-01", periodEnd: "2016-06-30" });
    expect(early).toMatchObject({ template: { id: "bunden-allman", version: 1 }, dueOn: "2016-09-01" });
    await publish({ id: "bunden-allman", expectedVersion: 1 });
    expect(await bound(2017)).toEqual({ id: "bunden-allman", version: 2 });
    await publish({ id: "bunden-program", programme: "sfs-2020-1202" });
    await publish({ id: "bunden-allman", expectedVersion: 2 });
    // That of the programme goes before a later one that is for all.
    expect(await bound(2018)).toEqual({ id: "bunden-program", version: 1 });
    // A draft keeps to the form that it was begun with.
    const { report } = await desk.save({
      ...{ report: early.id, expectedRevision: 1, periodStart: "2016-01-01", periodEnd: "2016-05-31" },
      content: {},
    });
    expect(report).toMatchObject({ template: { id: "bunden-allman", version: 1 }, dueOn: null });
    const final = { kind: "FINAL", periodStart: "2015-01-01", periodEnd: "2018-12-31" };
    expect((await desk.begin({ ...final, content: {} })).template).toEqual({ id: "bunden-slut", version: 1 });
  });
});
