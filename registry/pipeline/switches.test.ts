import { readSupergraphHeader } from "../../kit/supergraph-header";
import { silentLogger } from "../../test/testkit/database";
import { createComposer } from "../composition/composer";
import { localOperator } from "../owners";
import { illness, wellAgain } from "../test-support/causes";
import { changedRooms } from "../test-support/rooms";
import { actorOf, publishAs, startTestRegistry, submissionOf, type TestRegistry } from "../test-support/test-registry";

let kit: TestRegistry;
const composer = createComposer({ logger: silentLogger });
beforeEach(async () => {
  kit = await startTestRegistry(composer);
});
afterEach(() => kit.close());
afterAll(() => composer.close());

const sundsvall = actorOf("sundsvall");
const members = async () => Object.fromEntries((await kit.registry.live())?.members ?? []);
const standing = async (owner: string) => (await kit.registry.subgraph(owner))?.standing?.state ?? null;
const newestAudit = async () => (await kit.registry.audit({ limit: 1 }))[0];
/** As if somebody's operation had touched it today. */
const askFor = (coordinate: string) =>
  kit.database.query(
    `WITH added AS (INSERT INTO registry.operation (hash, signature, coordinates) VALUES ($1, $1, ARRAY[$1]))
     INSERT INTO registry.operation_use VALUES ($1, current_date, 'web', 1)`,
    [coordinate],
  );
/** What composing the work took. */
async function composed(work: () => Promise<unknown>) {
  const before = composer.counts();
  await work();
  const after = composer.counts();
  return { checks: after.checks - before.checks, merges: after.merges - before.merges };
}

describe("rolling one owner back", () => {
  it("goes to the version before the live one, at once", async () => {
    await publishAs(kit.registry, "sundsvall");
    const first = await kit.registry.live();
    await publishAs(kit.registry, "sundsvall", "persons: Int");
    const probes = kit.probed.length;
    const cost = await composed(async () =>
      expect(await kit.registry.rollback(sundsvall, "sundsvall")).toMatchObject({
        kind: "switched",
        hash: first?.hash,
        activation: { reason: "ROLLED_BACK", owner: "sundsvall", by: "token-of-sundsvall", supergraph: first?.number },
      }),
    );
    expect(cost).toEqual({ checks: 0, merges: 0 });
    expect(kit.probed).toHaveLength(probes);
    expect(await kit.registry.live()).toEqual(first);
    expect(await newestAudit()).toMatchObject({
      actor: "token-of-sundsvall",
      action: "ROLLED_BACK",
      owner: "sundsvall",
      details: { from: 2, version: 1, supergraph: first?.number },
    });
  });

  it("merges when the others have changed meanwhile, and keeps them as they are", async () => {
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "persons: Int");
    await publishAs(kit.registry, "nykoping");
    const cost = await composed(() => kit.registry.rollback(sundsvall, "sundsvall"));
    expect(cost).toEqual({ checks: 0, merges: 1 });
    expect(await members()).toEqual({ nykoping: 1, sundsvall: 1 });
  });

  it("goes further back each time, and to any version that is named", async () => {
    for (const fields of ["", "one: Int", "two: Int"]) await publishAs(kit.registry, "sundsvall", fields);
    await kit.registry.rollback(sundsvall, "sundsvall");
    await kit.registry.rollback(sundsvall, "sundsvall");
    expect(await members()).toEqual({ sundsvall: 1 });
    await kit.registry.rollback(localOperator, "sundsvall", 3);
    expect(await members()).toEqual({ sundsvall: 3 });
    expect(await kit.registry.rollback(sundsvall, "sundsvall", 3)).toEqual({ kind: "unchanged" });
    // The next version comes after all that there have been.
    expect(await publishAs(kit.registry, "sundsvall", "four: Int")).toMatchObject({ version: 4 });
  });

  it("goes past versions that were rolled back from", async () => {
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "bad: Int");
    await kit.registry.rollback(sundsvall, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "worse: Int");
    await kit.registry.rollback(sundsvall, "sundsvall");
    expect(await members()).toEqual({ sundsvall: 1 });
    expect(await kit.registry.rollback(sundsvall, "sundsvall")).toMatchObject({ kind: "refused" });
    await publishAs(kit.registry, "sundsvall", "good: Int");
    await publishAs(kit.registry, "sundsvall", "not: Int");
    for (const version of [4, 1]) {
      await kit.registry.rollback(sundsvall, "sundsvall");
      expect(await members()).toEqual({ sundsvall: version });
    }
  });

  it("goes to what was live before one that is out", async () => {
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "bad: Int");
    await kit.registry.quarantine("sundsvall", 2, illness("It does not answer."));
    await kit.registry.rollback(sundsvall, "sundsvall");
    expect([await members(), await standing("sundsvall")]).toEqual([{ sundsvall: 1 }, "WELL"]);
  });

  it("is refused to a version at an address that the hub may not call any more", async () => {
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "persons: Int", { routingUrl: "http://localhost:9/sundsvall" });
    await kit.registry.setHosts(localOperator, "sundsvall", ["localhost"]);
    expect(await kit.registry.rollback(sundsvall, "sundsvall")).toEqual({
      kind: "refused",
      reason: expect.stringMatching(
        /^Version 1 of sundsvall is at an address that the hub may not call any more\. .*The host must be one of localhost\./,
      ),
    });
    expect(await members()).toEqual({ sundsvall: 2 });
    // What is live already stays, and once it is out it does not come back either.
    await kit.registry.setHosts(localOperator, "sundsvall", ["*.sundsvall.se"]);
    expect(await kit.registry.rollback(sundsvall, "sundsvall", 2)).toEqual({ kind: "unchanged" });
    await kit.registry.quarantine("sundsvall", 2, illness("It does not answer."));
    expect(await kit.registry.rollback(sundsvall, "sundsvall", 2)).toMatchObject({ kind: "refused" });
    expect(await members()).toEqual({});
  });

  it("says what it breaks of what is asked for, and is done all the same", async () => {
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "persons: Int; homes: Int");
    await askFor("SundsvallNeed.persons");
    expect(await kit.registry.rollback(sundsvall, "sundsvall")).toMatchObject({
      kind: "switched",
      findings: [
        { code: "BREAKING_IN_USE", severity: "WARNING", coordinate: "SundsvallNeed.persons" },
        { code: "BREAKING_UNUSED", severity: "WARNING", coordinate: "SundsvallNeed.homes" },
      ],
      changes: expect.arrayContaining([
        expect.objectContaining({ criticality: "BREAKING", coordinate: "SundsvallNeed.persons", isUsed: true }),
      ]),
    });
  });

  it("is done also when nobody can tell what it changes", async () => {
    const broken = kit.another({ checks: { judgeChanges: () => Promise.reject(new Error("a bug")) } });
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "persons: Int");
    const outcome = await broken.rollback(sundsvall, "sundsvall");
    expect(outcome).toMatchObject({ kind: "switched" });
    expect(outcome).not.toHaveProperty("changes");
  });

  it("is refused when there is nothing to go to", async () => {
    expect(await kit.registry.rollback(sundsvall, "sundsvall")).toEqual({
      kind: "refused",
      reason: "sundsvall has no live subgraph; say which version to bring back.",
    });
    await publishAs(kit.registry, "sundsvall");
    expect(await kit.registry.rollback(sundsvall, "sundsvall")).toEqual({
      kind: "refused",
      reason: "No version of sundsvall was live before version 1; say which version to bring back.",
    });
    expect(await kit.registry.rollback(sundsvall, "sundsvall", 9)).toEqual({
      kind: "refused",
      reason: "sundsvall has no version 9.",
    });
    expect(await members()).toEqual({ sundsvall: 1 });
  });

  it("is refused to a version that does not fit the hub any more", async () => {
    await publishAs(kit.registry, "sundsvall", "old: Grant", {
      sdl: `${submissionOf("sundsvall").sdl}\n"Of old." enum SundsvallKind { "x" A }`.replace(
        "title: String",
        'title: String\n "x" kind: SundsvallKind',
      ),
    });
    await publishAs(kit.registry, "sundsvall");
    const later = kit.another({ rooms: changedRooms("areas", (sdl) => `${sdl}\ntype SundsvallKind { a: Int }`) });
    await later.ensureLive();
    const before = await later.live();
    const outcome = await later.rollback(sundsvall, "sundsvall");
    expect(outcome).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(
        /^Version 1 of sundsvall does not fit the hub any more; publish a new one instead\. Type "SundsvallKind"/,
      ),
    });
    expect(await later.live()).toEqual(before);
  });

  it("brings back what was taken away, when it is named", async () => {
    await publishAs(kit.registry, "sundsvall");
    await kit.registry.remove(sundsvall, "sundsvall");
    expect(await kit.registry.rollback(sundsvall, "sundsvall")).toMatchObject({ kind: "refused" });
    expect(await kit.registry.rollback(sundsvall, "sundsvall", 1)).toMatchObject({ kind: "switched" });
    expect([await members(), await standing("sundsvall")]).toEqual([{ sundsvall: 1 }, "WELL"]);
  });
});

describe("rolling the whole back", () => {
  it("makes the supergraph live that was before, as it is stored; twice is there and back", async () => {
    await publishAs(kit.registry, "nykoping");
    const first = await kit.registry.live();
    await publishAs(kit.registry, "sundsvall");
    const second = await kit.registry.live();
    const cost = await composed(async () => {
      expect(await kit.registry.rollbackSupergraph(localOperator)).toMatchObject({
        kind: "switched",
        hash: first?.hash,
      });
      expect(await kit.registry.live()).toEqual(first);
      expect(await kit.registry.rollbackSupergraph(localOperator)).toMatchObject({ hash: second?.hash });
    });
    expect(cost).toEqual({ checks: 0, merges: 0 });
    expect(await newestAudit()).toMatchObject({
      actor: "local",
      action: "SUPERGRAPH_ROLLED_BACK",
      owner: null,
      details: { from: first?.number, supergraph: second?.number },
    });
  });

  it("takes its members' standings along: who is no member does not come back by itself", async () => {
    const { supergraph } = await publishAs(kit.registry, "nykoping");
    await publishAs(kit.registry, "nykoping", "persons: Int");
    await publishAs(kit.registry, "sundsvall");
    await kit.registry.rollbackSupergraph(localOperator, supergraph.number);
    expect(await members()).toEqual({ nykoping: 1 });
    expect([await standing("nykoping"), await standing("sundsvall")]).toEqual(["WELL", null]);
    expect(await kit.registry.readmit("sundsvall", 1, wellAgain)).toEqual({ kind: "unchanged" });
    // It is not live, so the same text is a publish and not nothing.
    expect(await publishAs(kit.registry, "sundsvall")).toMatchObject({ version: 2 });
  });

  it("undoes what was done last, and not what the monitor did since", async () => {
    await publishAs(kit.registry, "nykoping");
    await publishAs(kit.registry, "habo-0305");
    await publishAs(kit.registry, "sundsvall");
    await kit.registry.quarantine("nykoping", 1, illness("It does not answer."));
    expect(await kit.registry.rollbackSupergraph(localOperator)).toMatchObject({
      kind: "switched",
      undone: { reason: "PUBLISHED", owner: "sundsvall" },
    });
    expect([await members(), await standing("nykoping")]).toEqual([{ "habo-0305": 1 }, "OUT"]);
    await kit.registry.readmit("nykoping", 1, wellAgain);
    expect(await kit.registry.rollbackSupergraph(localOperator)).toMatchObject({
      undone: { reason: "ROLLED_BACK", owner: null },
    });
    expect(await members()).toEqual({ "habo-0305": 1, nykoping: 1, sundsvall: 1 });
  });

  it("leaves out who was out before what was done last", async () => {
    await publishAs(kit.registry, "nykoping");
    await kit.registry.quarantine("nykoping", 1, illness("It does not answer."));
    await publishAs(kit.registry, "sundsvall");
    await kit.registry.rollbackSupergraph(localOperator);
    expect([await members(), await standing("nykoping")]).toEqual([{}, "OUT"]);
  });

  it("is refused when what was done last is out already", async () => {
    await publishAs(kit.registry, "nykoping");
    await publishAs(kit.registry, "sundsvall");
    await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."));
    expect(await kit.registry.rollbackSupergraph(localOperator)).toEqual({
      kind: "refused",
      reason: "What was done last (PUBLISHED of sundsvall) is out of the live supergraph already; say which to go to.",
    });
  });

  it("is refused right after the hub's own schemas changed, and says why", async () => {
    await publishAs(kit.registry, "sundsvall");
    const later = kit.another({ rooms: changedRooms("areas", (sdl) => sdl.replace("Län.", "County.")) });
    await later.ensureLive();
    expect(await later.rollbackSupergraph(localOperator)).toEqual({
      kind: "refused",
      reason: expect.stringMatching(/^Nothing has been done since the hub's own schemas changed/),
    });
  });

  it("is refused when it would bring back an address that the hub may not call any more", async () => {
    const { supergraph } = await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "persons: Int", { routingUrl: "http://localhost:9/sundsvall" });
    await kit.registry.setHosts(localOperator, "sundsvall", ["localhost"]);
    expect(await kit.registry.rollbackSupergraph(localOperator)).toEqual({
      kind: "refused",
      reason: expect.stringMatching(
        new RegExp(`^Supergraph ${supergraph.number} cannot be live again\\. Version 1 of sundsvall is at an address`),
      ),
    });
    // Of what is live already nothing is said.
    await publishAs(kit.registry, "nykoping");
    await kit.registry.setHosts(localOperator, "sundsvall", ["*.sundsvall.se"]);
    expect(await kit.registry.rollbackSupergraph(localOperator)).toMatchObject({ kind: "switched" });
  });

  it("is refused when there is no such supergraph, or none before", async () => {
    await kit.registry.ensureLive();
    const refusal = (reason: string) => ({ kind: "refused", reason });
    expect(await kit.registry.rollbackSupergraph(localOperator)).toEqual(
      refusal("No other supergraph has been live before this one."),
    );
    expect(await kit.registry.rollbackSupergraph(localOperator, 99)).toEqual(refusal("There is no supergraph 99."));
    const live = await kit.registry.live();
    expect(await kit.registry.rollbackSupergraph(localOperator, live?.number)).toEqual({ kind: "unchanged" });
  });

  it("is refused when the hub's own schemas were others then", async () => {
    const { supergraph } = await publishAs(kit.registry, "sundsvall");
    const later = kit.another({ rooms: changedRooms("areas", (sdl) => sdl.replace("Län.", "County.")) });
    await later.ensureLive();
    expect(await later.rollbackSupergraph(localOperator, supergraph.number)).toEqual({
      kind: "refused",
      reason: `Supergraph ${supergraph.number} was composed with other schemas of the hub's own rooms; roll single subgraphs back or publish them anew instead.`,
    });
  });
});

describe("taking a subgraph away", () => {
  it("leaves the others and its versions, and is nothing the second time", async () => {
    await publishAs(kit.registry, "nykoping");
    const without = await kit.registry.live();
    await publishAs(kit.registry, "sundsvall");
    const cost = await composed(async () =>
      expect(await kit.registry.remove(sundsvall, "sundsvall")).toMatchObject({
        kind: "switched",
        activation: { reason: "REMOVED" },
      }),
    );
    expect(cost).toEqual({ checks: 0, merges: 0 });
    expect(await kit.registry.live()).toEqual(without);
    expect(await kit.registry.subgraph("sundsvall")).toMatchObject({
      live: null,
      standing: null,
      versions: [{ number: 1 }],
    });
    expect(await newestAudit()).toMatchObject({ action: "REMOVED", owner: "sundsvall", details: { version: 1 } });
    expect(await kit.registry.remove(sundsvall, "sundsvall")).toEqual({ kind: "unchanged" });
    expect(await kit.registry.remove(sundsvall, "sundsvall")).toEqual({ kind: "unchanged" });
  });

  it("says what it breaks of what is asked for, and is done all the same", async () => {
    await publishAs(kit.registry, "sundsvall");
    await askFor("Query.sundsvallNeeds");
    const outcome = await kit.registry.remove(sundsvall, "sundsvall");
    expect(outcome).toMatchObject({
      kind: "switched",
      findings: expect.arrayContaining([expect.objectContaining({ code: "BREAKING_IN_USE", severity: "WARNING" })]),
    });
    const used = outcome.kind === "switched" ? outcome.changes?.filter(({ isUsed }) => isUsed) : [];
    expect(used?.map(({ coordinate }) => coordinate)).toContain("Query.sundsvallNeeds");
  });

  it("works for one that is out: then it does not come back", async () => {
    await publishAs(kit.registry, "sundsvall");
    await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."));
    expect(await kit.registry.remove(sundsvall, "sundsvall")).toMatchObject({ kind: "switched" });
    expect(await kit.registry.readmit("sundsvall", 1, wellAgain)).toEqual({ kind: "unchanged" });
    expect(await members()).toEqual({});
  });
});

describe("a subgraph that does not answer", () => {
  it("is neither taken out nor back in when it is another version than was looked at", async () => {
    await publishAs(kit.registry, "sundsvall");
    await publishAs(kit.registry, "sundsvall", "persons: Int");
    expect(await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."))).toEqual({
      kind: "unchanged",
    });
    expect(await members()).toEqual({ sundsvall: 2 });
    await kit.registry.quarantine("sundsvall", 2, illness("It does not answer."));
    expect(await kit.registry.readmit("sundsvall", 1, wellAgain)).toEqual({ kind: "unchanged" });
    expect(await members()).toEqual({});
  });

  it("goes out with its reason, and comes back in the version that went out", async () => {
    await publishAs(kit.registry, "nykoping");
    await publishAs(kit.registry, "sundsvall");
    const both = await kit.registry.live();
    expect(await kit.registry.quarantine("sundsvall", 1, illness("It does not answer."))).toMatchObject({
      kind: "switched",
      activation: { reason: "QUARANTINED", owner: "sundsvall", by: "monitor" },
    });
    expect(await kit.registry.quarantine("sundsvall", 1, illness("Still not."))).toEqual({ kind: "unchanged" });
    expect(readSupergraphHeader((await kit.registry.live())?.sdl ?? "").map(({ name }) => name)).toEqual(["nykoping"]);
    expect(await kit.registry.subgraph("sundsvall")).toMatchObject({
      live: null,
      standing: { state: "OUT", reason: "It does not answer." },
    });
    const cost = await composed(async () =>
      expect(await kit.registry.readmit("sundsvall", 1, wellAgain)).toMatchObject({
        kind: "switched",
        hash: both?.hash,
        activation: { reason: "RETURNED", by: "monitor" },
      }),
    );
    expect(cost).toEqual({ checks: 0, merges: 0 });
    expect(await standing("sundsvall")).toBe("WELL");
    expect(await kit.registry.readmit("sundsvall", 1, wellAgain)).toEqual({ kind: "unchanged" });
    const audit = await kit.registry.audit({ owner: "sundsvall", limit: 2 });
    expect(audit.map(({ action, actor }) => [action, actor])).toEqual([
      ["RETURNED", "monitor"],
      ["QUARANTINED", "monitor"],
    ]);
  });
});
