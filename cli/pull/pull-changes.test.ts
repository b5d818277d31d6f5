import { changesQuery } from "./follow-up-query";
import type { PatientAnswer, PatientHub } from "./patient-hub";
import { pullChanges } from "./pull-changes";
import type { PulledFiles } from "./pull-folder";
import { fileNames, PulledRows } from "./pulled-rows";

const scope = { source: "boverket", municipalities: ["2281"], isUnpublished: true };
const noFiles = () => Object.fromEntries(fileNames.map((name) => [name, new PulledRows()])) as PulledFiles;
const linesOf = (rows: PulledRows) => [...rows.sortedLines()].map((line) => JSON.parse(line));

const page = (nodes: readonly object[], endCursor: string, hasNextPage = false): PatientAnswer => ({
  kind: "whole",
  data: { changes: { nodes, endCursor, hasNextPage } },
});
const noMoney = { pot: null, allocation: null };
const boverket = { source: { id: "boverket" } };
const another = { source: { id: "tillvaxtverket" } };
const ofGrant = (id: string, events: readonly object[] | null = [], of = boverket) => ({
  kind: "GRANT",
  recordId: id,
  grant: events && { id, ...of, events },
  report: null,
  ...noMoney,
});
const ofReport = (id: string, report: object | null, of = boverket) => ({
  kind: "FOLLOW_UP_REPORT",
  recordId: id,
  grant: null,
  report: report && { ...report, ...of },
  ...noMoney,
});
const paidBy = (...ids: string[]) => ({ contributions: ids.map((id) => ({ source: { id } })) });
const ofPot = (pot: object) => ({ ...ofReport("p", null), kind: "POT", pot: { id: "p", withdrawnAt: null, ...pot } });
const ofAllocation = (allocation: object) => ({
  ...ofReport("a", null),
  kind: "ALLOCATION",
  allocation: { id: "a", withdrawnAt: null, source: null, ofPot: null, ofGrant: null, ...allocation },
});

/** A hub that gives these answers to questions for changes, one after the other, and knows the source. */
function answering(answers: readonly PatientAnswer[], programmes: readonly object[] | null = []) {
  const asked: Record<string, unknown>[] = [];
  const hub: PatientHub = {
    async ask(query, variables) {
      if (query !== changesQuery) {
        return {
          kind: "whole",
          data: { fundingSource: programmes && { programmes }, reportTemplates: [{ id: "lagesrapport", version: 2 }] },
        };
      }
      asked.push({ ...variables });
      return answers[asked.length - 1] as PatientAnswer;
    },
  };
  return { hub, asked };
}

describe("reading the change feed", () => {
  it("goes on page by page to its end, and gives the cursor of there", async () => {
    const { hub, asked } = answering([
      page([ofGrant("b")], "c1", true),
      page([ofGrant("a")], "c2", true),
      page([], "c3"),
    ]);
    const files = noFiles();
    expect(await pullChanges(hub, scope, files, "c0", 10)).toEqual({ cursor: "c3", changes: 2 });
    expect(asked.map(({ after }) => after)).toEqual(["c0", "c1", "c2"]);
    expect(asked[0]).toEqual({
      after: "c0",
      first: 10,
      filter: { source: "boverket", kinds: ["GRANT", "FOLLOW_UP_REPORT", "POT", "ALLOCATION"], owners: ["2281"] },
      unpublished: true,
    });
    expect(linesOf(files.grants)).toEqual([
      { id: "a", ...boverket },
      { id: "b", ...boverket },
    ]);
    expect(linesOf(files["report-templates"])).toEqual([{ id: "lagesrapport", version: 2 }]);
  });

  it("puts a grant's events in a file of their own, with the grant", async () => {
    const { hub } = answering([page([ofGrant("a", [{ id: "a~e1", kind: "AWARD" }])], "c1")]);
    const files = noFiles();
    await pullChanges(hub, scope, files, undefined, 10);
    expect(linesOf(files["grant-events"])).toEqual([{ id: "a~e1", grant: { id: "a" }, kind: "AWARD" }]);
    expect(linesOf(files.grants)).toEqual([{ id: "a", ...boverket }]);
  });

  it("keeps the last of what is told of a record several times", async () => {
    const { hub } = answering([
      page([ofReport("r", { id: "r", revision: 1 }), ofReport("r", { id: "r", revision: 2 })], "c"),
    ]);
    const files = noFiles();
    await pullChanges(hub, scope, files, undefined, 10);
    expect(linesOf(files["follow-up-reports"])).toEqual([{ id: "r", revision: 2, ...boverket }]);
  });

  it("takes away what the graph no longer knows, a grant with its events", async () => {
    const files = noFiles();
    const events = ["a~e1", "b~e1"].map((id) => ({ id }));
    const first = answering([
      page([ofGrant("a", events.slice(0, 1)), ofGrant("b", events.slice(1)), ofReport("r", { id: "r" })], "c"),
    ]);
    await pullChanges(first.hub, scope, files, undefined, 10);
    await pullChanges(answering([page([ofGrant("a", null), ofReport("r", null)], "d")]).hub, scope, files, "c", 10);
    expect(linesOf(files.grants).map(({ id }) => id)).toEqual(["b"]);
    expect(linesOf(files["grant-events"]).map(({ id }) => id)).toEqual(["b~e1"]);
    expect(linesOf(files["follow-up-reports"])).toEqual([]);
  });

  it("takes away what is of another source by now, a grant with its events", async () => {
    const files = noFiles();
    const event = [{ id: "a~e1" }];
    const first = answering([page([ofGrant("a", event), ofReport("r", { id: "r" })], "c")]);
    await pullChanges(first.hub, scope, files, undefined, 10);
    const moved = page([ofGrant("a", event, another), ofReport("r", { id: "r" }, another)], "d");
    await pullChanges(answering([moved]).hub, scope, files, "c", 10);
    for (const name of ["grants", "grant-events", "follow-up-reports"] as const) {
      expect(linesOf(files[name])).toEqual([]);
    }
  });

  it("has pots that the source pays into, and what is allocated of them, of its grants or of it by name", async () => {
    const files = noFiles();
    const money = { withdrawnAt: null, source: null };
    const told = async (...nodes: object[]) => {
      await pullChanges(answering([page(nodes, "c")]).hub, scope, files, undefined, 10);
      return [linesOf(files.pots), linesOf(files.allocations)];
    };
    const pot = { id: "p", withdrawnAt: null, ...paidBy("boverket", "tillvaxtverket") };
    const allocation = { id: "a", ...money };
    const isOf = (...rows: object[]) => rows.map((row) => expect.objectContaining(row));
    expect(await told(ofPot(pot), ofAllocation({ ofPot: paidBy("boverket") }))).toEqual([isOf(pot), [allocation]]);
    expect(await told(ofPot(paidBy("tillvaxtverket")), ofAllocation({ ofPot: paidBy("tillvaxtverket") }))).toEqual([
      [],
      [],
    ]);
    expect((await told(ofAllocation({ ofGrant: boverket })))[1]).toEqual([allocation]);
    expect((await told(ofAllocation({ ofGrant: another, ...boverket })))[1]).toEqual([]);
    expect((await told(ofAllocation(boverket)))[1]).toEqual([{ ...allocation, ...boverket }]);
    const withdrawnAt = "2026-01-31T12:00:00Z";
    await told(ofPot(pot));
    expect(await told(ofPot({ ...pot, withdrawnAt }), ofAllocation({ ...boverket, withdrawnAt }))).toEqual([[], []]);
  });

  it("asks for fewer changes at a time when the hub finds the answer too large, from where it was", async () => {
    const { hub, asked } = answering([
      page([], "c1", true),
      { kind: "too much" },
      { kind: "too much" },
      page([], "c2"),
    ]);
    await pullChanges(hub, scope, noFiles(), undefined, 5);
    expect(asked.map(({ first, after }) => [first, after])).toEqual([
      [5, undefined],
      [5, "c1"],
      [3, "c1"],
      [2, "c1"],
    ]);
  });

  it("gives up when not even one change fits", async () => {
    const { hub } = answering(Array(9).fill({ kind: "too much" }));
    await expect(pullChanges(hub, scope, noFiles(), undefined, 5)).rejects.toMatchObject({ exitCode: 3 });
  });

  it("says when the hub does not take the cursor that it began with, and fails when it refuses its own", async () => {
    const refusing = answering([{ kind: "invalid cursor" }]);
    expect(await pullChanges(refusing.hub, scope, noFiles(), "c0", 5)).toBeNull();
    const refusingOwn = answering([page([], "c1", true), { kind: "invalid cursor" }]);
    await expect(pullChanges(refusingOwn.hub, scope, noFiles(), "c0", 5)).rejects.toMatchObject({ exitCode: 3 });
  });

  it("does not go round in circles", async () => {
    const { hub } = answering(Array(9).fill(page([], "c1", true)));
    await expect(pullChanges(hub, scope, noFiles(), "c1", 5)).rejects.toMatchObject({ exitCode: 3 });
  });

  it("is refused for a source that there is not", async () => {
    await expect(pullChanges(answering([], null).hub, scope, noFiles(), undefined, 5)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("knows no funding source boverket"),
    });
  });

  it.each([
    ["no changes", { changes: null }],
    ["a record without an id", { changes: { nodes: [ofReport("r", {})], endCursor: "c", hasNextPage: false } }],
    ["no cursor", { changes: { nodes: [], hasNextPage: false } }],
  ])("takes nothing from an answer with %s", async (_what, data) => {
    const { hub } = answering([{ kind: "whole", data }]);
    await expect(pullChanges(hub, scope, noFiles(), undefined, 5)).rejects.toMatchObject({
      exitCode: 3,
      message: "The hub answers, but not as its schema says.",
    });
  });
});

describe("what a run did", () => {
  it("counts what is new, changed, withdrawn and gone, not what is as it was", () => {
    const lines = ["same", "changed", "withdrawn", "gone"].map((id) => [id, `{"id":"${id}"}`] as const);
    const rows = new PulledRows(new Map(lines));
    expect(rows.hasChanged()).toBe(false);
    rows.put({ id: "same" });
    rows.put({ id: "changed", name: "x" });
    rows.put({ id: "withdrawn", withdrawnAt: "2026-01-31T12:00:00Z" });
    rows.put({ id: "new" });
    rows.remove("gone");
    expect(rows.counts()).toEqual({ created: 1, updated: 1, withdrawn: 2, total: 4 });
    expect(rows.hasChanged()).toBe(true);
  });
});
