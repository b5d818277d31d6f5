import type { GraphQLAnswer } from "../testkit/hub";
import { type Behaviour, type MunicipalSubgraph, startMunicipalSubgraph } from "../testkit/municipal-subgraph";
import { type PublishingHub, startPublishingHub } from "../testkit/publishing-hub";
import { until } from "../testkit/until";

const QUERY = `{
  municipalities(codes: ["2281", "2181"]) { code name sundsvall { note } sandviken { note } }
  initiatives(first: 50) { totalCount nodes { id name municipality { name } sundsvall { phase } sandviken { phase } } }
  sundsvallNeeds { id text area { id name sundsvall { visits note } } initiative { id name } }
  sandvikenNeeds { id text initiative { id name sandviken { phase } } }
}`;

const SHORT = `{ municipality(code: "2281") { name sundsvall { note } } }`;

type Errors = NonNullable<GraphQLAnswer<unknown>["errors"]>;

/** The answer without what Sundsvall says. */
function withoutSundsvall(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSundsvall);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name.startsWith("sundsvall") ? null : withoutSundsvall(inner)]),
  );
}

describe("an owner's subgraph that misbehaves", () => {
  let hub: PublishingHub;
  let sundsvall: MunicipalSubgraph;
  let sandviken: MunicipalSubgraph;
  let whole: unknown;
  beforeAll(async () => {
    hub = await startPublishingHub("seeded");
    const others = new Set<string>(
      (await hub.data("{ initiatives(first: 500) { nodes { id } } }")).initiatives.nodes.map(
        (row: { id: string }) => row.id,
      ),
    );
    sundsvall = await startMunicipalSubgraph(
      { name: "sundsvall", prefix: "sundsvall", code: "2281" },
      { rows: { areaId: "2281-bredsand", initiativeId: "2281-lokala-rad", others }, otherCode: "2181" },
    );
    sandviken = await startMunicipalSubgraph(
      { name: "sandviken", prefix: "sandviken", code: "2181" },
      { rows: { areaId: "2181-ingen", initiativeId: "2181-ungdomsbilen", others } },
    );
    await hub.door.publish(sundsvall);
    await hub.door.publish(sandviken);
    await until("both owners' fields", async () => {
      const { data, errors } = await hub.ask(QUERY);
      whole = data;
      return errors === undefined && data !== null;
    });
  });
  afterAll(async () => {
    await hub?.stop();
    await sundsvall?.stop();
    await sandviken?.stop();
  });
  afterEach(async () => {
    await sundsvall.behave("well");
    await until("Sundsvall's fields", async () => (await hub.ask(SHORT)).errors === undefined);
  });

  const expectSundsvallAlone = (errors: Errors | undefined, code: string) => {
    expect(errors?.length).toBeGreaterThan(0);
    for (const { extensions } of errors ?? []) expect(extensions).toMatchObject({ code, owner: "sundsvall" });
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|ECONN|undici|node_modules|Välkommen|elsewhere/);
  };

  it("is asked about its own rows, by its own fields", async () => {
    expect(whole).toMatchObject({
      municipalities: [
        { code: "2181", sundsvall: null, sandviken: { note: "sandviken, edition 1" } },
        { code: "2281", sundsvall: { note: "sundsvall, edition 1" }, sandviken: null },
      ],
    });
    // Before they were published they were asked about rows that nobody has, too.
    for (const subgraph of [sundsvall, sandviken]) subgraph.takeAsked();
    expect(await hub.data(QUERY)).toEqual(whole);
    const [ofSundsvall, ofSandviken] = [sundsvall, sandviken].map((subgraph) => [...subgraph.takeAsked()]);
    for (const row of ofSundsvall ?? []) expect(row).toMatch(/^2281(-|$)/);
    for (const row of ofSandviken ?? []) expect(row).toMatch(/^2181(-|$)/);
    expect(ofSundsvall).toEqual(expect.arrayContaining(["2281", "2281-bredsand", "2281-lokala-rad"]));
  });

  it.each<[string, Behaviour, string]>([
    ["that is down", "down", "SUBGRAPH_UNAVAILABLE"],
    ["that does not answer", "frozen", "SUBGRAPH_TIMEOUT"],
    ["whose answer does not end", "slow", "SUBGRAPH_TIMEOUT"],
    ["that answers a page", "garbage", "SUBGRAPH_INVALID_RESPONSE"],
    ["whose answer has 100 MB", "huge", "ANSWER_TOO_LARGE"],
    ["that points elsewhere", "redirect", "SUBGRAPH_INVALID_RESPONSE"],
  ])("loses nothing but its own fields: one %s", async (_, behaviour, code) => {
    await sundsvall.behave(behaviour);
    const { status, data, errors } = await hub.ask(QUERY);
    expect(status).toBe(200);
    expect(data).toEqual(withoutSundsvall(whole));
    expectSundsvallAlone(errors, code);
    // Ten megabytes lie in the sockets of both sides before anybody notices that no one reads on.
    expect(sundsvall.hugeBytes()).toBeLessThan(50_000_000);
    expect(sundsvall.redirectedCount()).toBe(0);
  });

  it("says nothing of rows when it answers about another municipality's", async () => {
    await sundsvall.behave("other-rows");
    const { status, data, errors } = await hub.ask(QUERY);
    expect(status).toBe(200);
    const { sundsvallNeeds: _, ...rest } = data;
    const { sundsvallNeeds: __, ...wanted } = withoutSundsvall(whole) as Record<string, unknown>;
    expect(rest).toEqual(wanted);
    // What it lists is its own, and it may refer to any row; what the hub itself says of that row stands.
    expect(data.sundsvallNeeds).toHaveLength(3);
    for (const need of data.sundsvallNeeds) expect(need.area?.sundsvall ?? null).toBeNull();
    expectSundsvallAlone(errors, "SUBGRAPH_INVALID_RESPONSE");
  });

  it("has null where it answers with values of other types", async () => {
    await sundsvall.behave("wrong-types");
    const { status, data, errors } = await hub.ask(QUERY);
    expect(status).toBe(200);
    expect(withoutSundsvall(data)).toEqual(withoutSundsvall(whole));
    expect(data.sundsvallNeeds).toBeNull();
    const said = JSON.stringify(
      [data.municipalities, data.initiatives.nodes].flat().map((row: { sundsvall: unknown }) => row.sundsvall),
    );
    expect(said).not.toMatch(/a text|edition|phase of/);
    expectSundsvallAlone(errors, "SUBGRAPH_INVALID_RESPONSE");
  });

  it("is left alone after some failures, and asked again by itself", async () => {
    await sundsvall.behave("garbage");
    const codes: unknown[] = [];
    await until("that Sundsvall is left alone", async () => {
      const { errors } = await hub.ask(SHORT);
      codes.push(errors?.[0]?.extensions.code);
      return codes.at(-1) === "SUBGRAPH_QUARANTINED";
    });
    expect(new Set(codes.slice(0, -1))).toEqual(new Set(["SUBGRAPH_INVALID_RESPONSE"]));
    await sundsvall.behave("well");
    const before = sundsvall.requestCount();
    const { data, errors } = await hub.ask(QUERY);
    expect(data).toEqual(withoutSundsvall(whole));
    expectSundsvallAlone(errors, "SUBGRAPH_QUARANTINED");
    expect(sundsvall.requestCount()).toBe(before);
    await until("Sundsvall's fields", async () => (await hub.ask(SHORT)).errors === undefined);
    expect(await hub.data(QUERY)).toEqual(whole);
  });
});
