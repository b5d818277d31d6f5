import { startTestHub, type TestHub } from "../testkit/hub";
import { createReportDesk, placesOf, type ReportAnswer, type ReportDesk } from "./report-requests";

let hub: TestHub;
let desk: ReportDesk;
beforeAll(async () => {
  hub = await startTestHub("seeded", { limits: { cost: 100_000_000 } });
  desk = await createReportDesk(hub);
});
afterAll(() => hub?.stop());

const STEPS = ["save", "submit", "requestSupplement", "approve"] as const;
type Step = (typeof STEPS)[number];

let day = 0;
/** A period that no other report has. */
const nextPeriod = () => {
  day += 1;
  const date = new Date(Date.UTC(2000, 0, day)).toISOString().slice(0, 10);
  return { periodStart: date, periodEnd: date };
};

interface Walk {
  readonly id: string;
  /** Takes a step from the revision that the report has. */
  take(step: Step, revision?: number): Promise<ReportAnswer>;
  // biome-ignore lint/suspicious/noExplicitAny: a report has the shape that REPORT gives it
  see(): Promise<any>;
}

/** A report that has gone the steps. */
async function walk(...steps: Step[]): Promise<Walk> {
  const period = nextPeriod();
  const { id } = await desk.begin(period);
  const see = () => desk.find(id, true, desk.reporter);
  const take: Walk["take"] = async (step, revision) => {
    const expectedRevision = revision ?? (await see()).revision;
    const input = { report: id, expectedRevision };
    if (step === "save") return desk.save({ ...input, ...period });
    return desk[step]({ ...input, ...(step === "requestSupplement" && { message: "Mer behövs." }) });
  };
  for (const step of steps) expect(placesOf(await take(step))).toEqual([]);
  return { id, take, see };
}

const ASKED: Step[] = ["submit", "requestSupplement"];

/** Of each state: the steps to it, and what each step makes of it, or the mistake that it is. */
const STATES: [state: string, steps: Step[], outcomes: Record<Step, string>][] = [
  [
    "DRAFT",
    [],
    { save: "DRAFT", submit: "SUBMITTED", requestSupplement: "REPORT_NOT_SUBMITTED", approve: "REPORT_NOT_SUBMITTED" },
  ],
  [
    "SUBMITTED",
    ["submit"],
    { save: "REPORT_FROZEN", submit: "REPORT_FROZEN", requestSupplement: "SUPPLEMENT_REQUESTED", approve: "APPROVED" },
  ],
  [
    "SUPPLEMENT_REQUESTED",
    ASKED,
    {
      save: "SUPPLEMENT_REQUESTED",
      submit: "REPORT_WITHOUT_DRAFT",
      requestSupplement: "REPORT_NOT_SUBMITTED",
      approve: "REPORT_NOT_SUBMITTED",
    },
  ],
  [
    "SUPPLEMENT_REQUESTED",
    [...ASKED, "save"],
    {
      save: "SUPPLEMENT_REQUESTED",
      submit: "SUBMITTED",
      requestSupplement: "REPORT_NOT_SUBMITTED",
      approve: "REPORT_NOT_SUBMITTED",
    },
  ],
  [
    "SUBMITTED",
    [...ASKED, "save", "submit"],
    { save: "REPORT_FROZEN", submit: "REPORT_FROZEN", requestSupplement: "SUPPLEMENT_REQUESTED", approve: "APPROVED" },
  ],
  [
    "APPROVED",
    ["submit", "approve"],
    {
      save: "REPORT_FROZEN",
      submit: "REPORT_FROZEN",
      requestSupplement: "REPORT_NOT_SUBMITTED",
      approve: "REPORT_NOT_SUBMITTED",
    },
  ],
];

describe.each(STATES)("a report in state %s after %j", (state, steps, outcomes) => {
  it.each(STEPS)("and the step %s", async (step) => {
    const { id, take, see } = await walk(...steps);
    const before = await see();
    expect(before.state).toBe(state);
    const events = () => hub.database.query("SELECT id FROM funding.grant_event_log WHERE report_id = $1", [id]);
    const told = (await events()).length;
    const { report, mistakes } = await take(step);
    if (report) {
      expect(report).toMatchObject({ state: outcomes[step], revision: before.revision + 1 });
      expect((await events()).length).toBe(told + (step === "save" ? 0 : 1));
    } else {
      expect(mistakes.map(({ code }) => code)).toEqual([outcomes[step]]);
      expect(await see()).toEqual(before);
      expect((await events()).length).toBe(told);
    }
  });

  it.each(STEPS)("and the step %s of who has not seen its last change", async (step) => {
    const { take, see } = await walk(...steps);
    const before = await see();
    const { report, mistakes } = await take(step, before.revision - 1);
    expect(report).toBeNull();
    expect(mistakes.map(({ code }) => code)).toContain("STALE_REVISION");
    expect(await see()).toEqual(before);
  });
});

describe("steps that are taken at once", () => {
  it.each<[Step[], Step[]]>([
    [[], ["save", "submit"]],
    [["submit"], ["approve", "requestSupplement"]],
    [["submit"], ["approve", "approve"]],
    [
      [...ASKED, "save"],
      ["save", "submit"],
    ],
  ])("after %j: of %j exactly one is", async (steps, both) => {
    const { take, see } = await walk(...steps);
    const { revision } = await see();
    const answers = await Promise.all(both.map((step) => take(step, revision)));
    expect(answers.filter(({ report }) => report !== null)).toHaveLength(1);
    expect((await see()).revision).toBe(revision + 1);
  });
});
