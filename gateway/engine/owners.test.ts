import { createRemoteJWKSet, jwtVerify } from "jose";
import { createSigningKeys } from "../../kit/signing-keys";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { handSource } from "../test-support/hand-source";
import { startHub } from "../test-support/hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { startWatchedOwner, type WatchedOwner } from "../test-support/watched-owner";
import type { OwnerCalls } from "../usage/types";

let room: TestSubgraph;
let sound: WatchedOwner;
let broken: TestSubgraph;
let brokenAsked = 0;
const gate = { entered: () => {}, released: Promise.resolve() };

beforeAll(async () => {
  room = await startSubgraph(
    "areas",
    'scalar MunicipalityCode type Query { municipality(code: MunicipalityCode!): Municipality held: String } type Municipality @key(fields: "code") { code: MunicipalityCode! name: String }',
    {
      Query: {
        municipality: (_: unknown, { code }: { code: string }) => ({ code, name: "Sundsvall" }),
        held: async () => {
          gate.entered();
          await gate.released;
        },
      },
    },
  );
  sound = await startWatchedOwner(
    { name: "sundsvall", municipality: "2281" },
    'scalar MunicipalityCode type Municipality @key(fields: "code") { code: MunicipalityCode! sundsvall: SundsvallInfo } type SundsvallInfo { note: String }',
    { Municipality: { sundsvall: () => ({ note: "räksmörgås" }) } },
  );
  broken = await startRawSubgraph(
    "broken",
    'scalar MunicipalityCode type Municipality @key(fields: "code") { code: MunicipalityCode! broken: String }',
    (_request, response) => {
      brokenAsked += 1;
      response.writeHead(500).end();
    },
  );
});
afterAll(() => Promise.all([room, sound, broken].map((one) => one.stop())));

it.each(["in-process", "thread"] as const)(
  "calls owners with a token, counts, and keeps breakers: %s",
  async (engine) => {
    const sdl = composeWithOwners([room], [sound, { ...broken, prefix: "broken", municipality: null }]);
    const keys = await createSigningKeys();
    const calls: OwnerCalls[] = [];
    const hand = handSource(sdl);
    let issuer = "";
    gate.released = Promise.resolve();
    const hub = await startHub(sdl, {
      engine,
      supergraph: hand.source,
      smokeQueries: ["{ held }"],
      loopbackOwners: true,
      signingJwks: keys.privateJwks,
      issuer: () => issuer,
      reports: {
        milliseconds: 3_600_000,
        operations: async () => {},
        async ownerCalls(counted) {
          calls.push(...counted);
        },
      },
    });
    // The address is known when the gateway listens, which is after its engine was built.
    issuer = hub.url;
    sound.asked.length = 0;
    brokenAsked = 0;

    const query = '{ municipality(code: "2281") { name sundsvall { note } broken } }';
    const answer = await hub.ask(query);
    expect(answer.data).toEqual({
      municipality: { name: "Sundsvall", sundsvall: { note: "räksmörgås" }, broken: null },
    });
    const token = String(sound.asked[0]?.headers.authorization).replace("Bearer ", "");
    const jwks = createRemoteJWKSet(new URL(`${hub.url}/.well-known/jwks.json`));
    expect((await jwtVerify(token, jwks, { issuer: hub.url, audience: "sundsvall" })).payload.aud).toBe("sundsvall");

    // The breaker opens while the next engine is built already.
    let release = () => {};
    gate.released = new Promise((resolve) => {
      release = resolve;
    });
    const arrived = new Promise<void>((resolve) => {
      gate.entered = resolve;
    });
    const swapped = hand.change(`${sdl}\n# another`);
    await arrived;
    for (let times = 0; times < 5; times += 1) await hub.ask(query);
    const askedBefore = brokenAsked;
    release();
    expect(await swapped).toBe("accepted");
    const after = await hub.ask(query);
    expect(after.errors).toMatchObject([{ extensions: { code: "SUBGRAPH_QUARANTINED", subgraph: "broken" } }]);
    expect(brokenAsked).toBe(askedBefore);

    const ready = await (await fetch(`${hub.url}/health/ready`)).json();
    expect(ready).toMatchObject({ graph: "ok", subgraphs: { areas: "up" } });
    await hub.stop();
    expect(calls.filter(({ owner }) => owner === "sundsvall").reduce((sum, { calls: more }) => sum + more, 0)).toBe(7);
    expect(calls.find(({ owner, failures }) => owner === "broken" && failures > 0)?.lastFailure).toMatch(/^SUBGRAPH_/);
  },
);
