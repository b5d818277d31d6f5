import { composeServices } from "@apollo/composition";
import fc from "fast-check";
import { buildSchema, parse } from "graphql";
import { readSupergraphHeader } from "../../kit/supergraph-header";
import { silentLogger } from "../../test/testkit/database";
import { ownerMember, ownerNamed, ownerSdl, owners } from "../test-support/owner-subgraph";
import { changedRooms, hubRooms } from "../test-support/rooms";
import { type CountingComposer, createComposer } from "./composer";
import type { Member } from "./member";
import { mergeFitting } from "./merge-fitting";

let composer: CountingComposer;
beforeAll(() => {
  composer = createComposer({ logger: silentLogger });
});
afterAll(() => composer.close());

const names = owners.map(({ name }) => name);
const sundsvall = ownerMember("sundsvall");

describe("one candidate", () => {
  it("is composed with the rooms alone, and gives the schema that clients would see", async () => {
    const composition = await composer.checkOne(hubRooms, sundsvall);
    if (composition.kind === "failed") throw new Error(composition.findings[0]?.message);
    expect(buildSchema(composition.api).getType("SundsvallNeed")).toBeDefined();
    expect(composition.api).toMatch(/type Area \{[\s\S]*?sundsvallNeeds: \[SundsvallNeed!\]\n/);
    expect(composition.api).not.toContain("join__");
    expect(composition.supergraph).toContain('@join__graph(name: "sundsvall", url: "http://127.0.0.1:9/sundsvall")');
  });

  it("can be nobody: then it is the rooms alone", async () => {
    const composition = await composer.checkOne(hubRooms);
    expect(composition).toMatchObject({ kind: "composed", api: expect.not.stringContaining("sundsvall") });
  });

  it("is not composed again while nothing has changed", async () => {
    await composer.checkOne(hubRooms, sundsvall);
    const before = composer.counts().checks;
    await Promise.all([composer.checkOne(hubRooms, sundsvall), composer.checkOne([...hubRooms].reverse(), sundsvall)]);
    expect(composer.counts().checks).toBe(before);
    await composer.checkOne(hubRooms, { ...sundsvall, routingUrl: "http://127.0.0.1:9/other" });
    expect(composer.counts().checks).toBe(before + 1);
  });

  const line = (sdl: string, text: string) => sdl.slice(0, sdl.indexOf(text)).split("\n").length;
  it.each([
    [
      "a type that is nowhere",
      (sdl: string) => sdl.replace("area: Area", "area: Aera"),
      "area: Aera",
      "SundsvallNeed.area",
    ],
    [
      "a field of the hub's",
      (sdl: string) => sdl.replace('id: ID!\n  "What is needed', 'id: ID!\n  name: String!\n  "What is needed'),
      "name: String!",
      "Area.name",
    ],
    ["another kind of type", (sdl: string) => `${sdl}\nenum County { A }`, "enum County", "County"],
    [
      "a key that is no field",
      (sdl: string) => sdl.replace('type Area @key(fields: "id")', 'type Area @key(fields: "nope")'),
      "type Area",
      "Area",
    ],
    [
      "another type of key",
      (sdl: string) => sdl.replace("code: MunicipalityCode!", "code: Int!"),
      "code: Int!",
      "Municipality.code",
    ],
  ])("fails with its place for %s", async (_, change, text, coordinate) => {
    const sdl = change(sundsvall.sdl);
    const composition = await composer.checkOne(hubRooms, { ...sundsvall, sdl });
    expect(composition).toMatchObject({ kind: "failed" });
    const [finding] = composition.kind === "failed" ? composition.findings : [];
    expect(finding).toMatchObject({ code: "COMPOSITION", severity: "ERROR", coordinate, line: line(sdl, text) });
    expect(finding?.message).toMatch(/^[^\n[]+[.…]$/);
    expect(finding?.remedy).toMatch(/^[A-Z].*\.$/);
  });

  it("fails in few words when a query would have no way, however many there are", async () => {
    const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external"])
      type Query { sundsvallArea: Area }
      type Area @key(fields: "name") { name: String! @external }`;
    const composition = await composer.checkOne(hubRooms, { ...sundsvall, sdl });
    const findings = composition.kind === "failed" ? composition.findings : [];
    expect(findings).toHaveLength(3);
    expect(findings[0]?.message).toBe(
      'The hub would have no way to answer { sundsvallArea { id } }: cannot find field "Area.id".',
    );
  });

  it("that is too heavy is an outcome, and is not tried again at once", async () => {
    let now = 0;
    const hurried = createComposer({ logger: silentLogger, milliseconds: 1, clock: () => now });
    const again = () => hurried.checkOne(hubRooms, sundsvall);
    const tooHeavy = { kind: "failed", findings: [{ code: "COMPOSITION_TOO_HEAVY", severity: "ERROR" }] };
    expect(await again()).toMatchObject(tooHeavy);
    expect(await again()).toMatchObject(tooHeavy);
    await hurried.close();
    // The thread is closed, so what still answers has not been tried.
    expect(await again()).toMatchObject(tooHeavy);
    now += 5 * 60_000;
    await expect(again()).rejects.toThrow("closed");
  });

  it("that is too heavy keeps nobody from looking at members that were accepted", async () => {
    const hurried = createComposer({ logger: silentLogger, milliseconds: 1 });
    expect(await hurried.checkOne(hubRooms, sundsvall)).toMatchObject({ kind: "failed" });
    expect(await hurried.checkMember(hubRooms, sundsvall)).toMatchObject({ kind: "composed" });
    expect(await hurried.findUnfit(hubRooms, [ownerMember("nykoping"), sundsvall])).toEqual([]);
    await hurried.close();
  });

  it("is not to blame when the thread ends: that is thrown", async () => {
    const stopped = createComposer({ logger: silentLogger });
    await stopped.checkOne(hubRooms);
    const under = stopped.checkOne(hubRooms, sundsvall);
    const told = expect(under).rejects.toThrow("Composing failed in its thread");
    await new Promise(setImmediate);
    await stopped.close();
    await told;
  });
});

describe("all members", () => {
  const merge = async (members: readonly Member[]) => {
    const merged = await composer.merge(hubRooms, members);
    if (merged.kind === "failed") throw new Error(merged.findings[0]?.message);
    return merged.sdl;
  };

  it("give one text in whichever order they come, which says who they are", async () => {
    const members = names.map((name) => ownerMember(name));
    const sdl = await merge(members);
    expect(await merge([...members].reverse())).toBe(sdl);
    expect(readSupergraphHeader(sdl)).toEqual(
      [...owners]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, prefix, municipality }) => ({ name, prefix, municipality })),
    );
  });

  it("that keep to the policy give what composing them with all its checks gives", async () => {
    const entity = fc.constantFrom(
      "Municipality",
      "Area",
      "Organisation",
      "Programme",
      "Initiative",
      "Grant",
      "Allocation",
    );
    const field = fc.constantFrom("persons: Int", "children: [ID!]", "many(first: Int = 5): Float", "place: Area");
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }),
        fc.uniqueArray(entity, { minLength: 1, maxLength: 4 }),
        field,
        async (some, entities, further) => {
          const members = some.map((name) =>
            ownerMember(
              name,
              ownerSdl(ownerNamed(name).prefix, further, ["Area", ...entities.filter((e) => e !== "Area")]),
            ),
          );
          const whole = composeServices(
            [...hubRooms, ...members.map(({ name, routingUrl, sdl }) => ({ name, url: routingUrl, sdl }))].map(
              ({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }),
            ),
          );
          expect(whole.errors).toBeUndefined();
          const merged = await merge(members);
          expect(merged.replace(/^(# kommungraf .*\n)*/, "")).toBe(`${whole.supergraphSdl?.trim()}\n`);
        },
      ),
      { numRuns: 8 },
    );
  });

  it("that are too much together are nobody's fault: that is thrown", async () => {
    const hurried = createComposer({ logger: silentLogger, memberMilliseconds: 1 });
    await expect(hurried.merge(hubRooms, [sundsvall])).rejects.toThrow("Merging 1 subgraphs took more time");
    await hurried.close();
  });

  it("are merged without those that do not fit the rooms", async () => {
    const renamed = changedRooms("areas", (sdl) => `${sdl}\n"New." enum SandvikenNeed { A }`);
    const members = ["nykoping", "sandviken", "sundsvall"].map((name) => ownerMember(name));
    expect(await composer.merge(renamed, members)).toMatchObject({ kind: "failed" });
    const { sdl, leftOut } = await mergeFitting(composer, renamed, members);
    expect(leftOut).toEqual([{ name: "sandviken", findings: [expect.objectContaining({ code: "COMPOSITION" })] }]);
    expect(readSupergraphHeader(sdl).map(({ name }) => name)).toEqual(["nykoping", "sundsvall"]);
  });

  it("are merged without those that have no way to the rooms any more, which merging alone would not see", async () => {
    // The room of open data refers to grants itself.
    const others = hubRooms.filter(({ name }) => name !== "opendata");
    const cut = others.map((room) => ({
      ...room,
      sdl: room.sdl.replaceAll('type Grant @key(fields: "id")', 'type Grant @key(fields: "id", resolvable: false)'),
    }));
    const withGrant = ownerMember("sundsvall", `${ownerSdl("sundsvall", "grant: Grant", ["Area", "Grant"])}`);
    const members = [ownerMember("nykoping"), withGrant];
    expect(await composer.merge(cut, members)).toMatchObject({ kind: "merged" });
    const { leftOut } = await mergeFitting(composer, cut, members);
    expect(leftOut.map(({ name }) => name)).toEqual(["sundsvall"]);
  });

  it("that fit alone but not together give way, the last by name", async () => {
    const members = [
      ownerMember(
        "nykoping",
        `${ownerSdl("nykoping")}
scalar Shared`,
      ),
      ownerMember(
        "sandviken",
        `${ownerSdl("sandviken")}
enum Shared { A }`,
      ),
      ownerMember("sundsvall"),
    ];
    const { leftOut } = await mergeFitting(composer, hubRooms, members);
    expect(leftOut.map(({ name }) => name)).toEqual(["sandviken"]);
  });

  it("are not merged at all when the rooms do not compose: that is the hub's own fault", async () => {
    const broken = changedRooms("areas", (sdl) => sdl.replace("county: County!", "county: Nowhere!"));
    await expect(mergeFitting(composer, broken, [])).rejects.toThrow(/rooms do not compose.*\n.*Nowhere/);
  });
});
