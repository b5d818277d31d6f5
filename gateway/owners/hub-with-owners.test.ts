import { createRemoteJWKSet, jwtVerify } from "jose";
import { createSigningKeys } from "../../kit/signing-keys";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { startHub } from "../test-support/hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { startWatchedOwner, type WatchedOwner } from "../test-support/watched-owner";

let rooms: TestSubgraph;
let sundsvall: WatchedOwner;
let gone: TestSubgraph & { prefix: string; municipality: string };
let sdl: string;

beforeAll(async () => {
  rooms = await startSubgraph(
    "places",
    'type Query { areas: [Area!]! } type Area @key(fields: "id") { id: ID! name: String }',
    { Query: { areas: () => [{ id: "2281-a", name: "a" }] } },
  );
  sundsvall = await startWatchedOwner(
    { name: "sundsvall", municipality: "2281" },
    'type Query { sundsvall: Int } type Area @key(fields: "id") { id: ID! sundsvallNote: String }',
    { Query: { sundsvall: () => 1 }, Area: { sundsvallNote: () => "note" } },
  );
  const raw = await startRawSubgraph(
    "botkyrka",
    'type Area @key(fields: "id") { id: ID! botkyrkaNote: String } type Query { botkyrka: Int }',
    () => {},
  );
  gone = { ...raw, prefix: "botkyrka", municipality: "0127" };
  await gone.stop();
  sdl = composeWithOwners([rooms], [sundsvall, gone]);
});
afterAll(() => Promise.all([rooms?.stop(), sundsvall?.stop()]));

it("answers clients from rooms and owners, and signs what it asks owners with keys that it publishes", async () => {
  const { privateJwks } = await createSigningKeys();
  const hub = await startHub(sdl, {
    loopbackOwners: true,
    signingJwks: privateJwks,
    issuer: () => "https://kommungraf.example",
  });
  const answer = await hub.ask("{ areas { name sundsvallNote botkyrkaNote } sundsvall botkyrka }");
  expect(answer.data).toEqual({
    areas: [{ name: "a", sundsvallNote: "note", botkyrkaNote: null }],
    sundsvall: 1,
    botkyrka: null,
  });
  expect(answer.errors).toEqual([
    {
      message: 'The part "botkyrka" of the graph is not available; its fields are null.',
      path: ["botkyrka"],
      extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph: "botkyrka", owner: "botkyrka" },
    },
  ]);
  const published = createRemoteJWKSet(new URL(`${hub.url}/.well-known/jwks.json`));
  expect(sundsvall.asked).toHaveLength(2);
  for (const { headers } of sundsvall.asked) {
    const token = String(headers.authorization).replace(/^Bearer /, "");
    const check = { audience: "sundsvall", issuer: "https://kommungraf.example" };
    await expect(jwtVerify(token, published, check)).resolves.toBeTruthy();
  }
  await hub.stop();
});

it("asks no owner at an address of its own machine unless it is told that it may", async () => {
  const before = sundsvall.asked.length;
  const hub = await startHub(sdl);
  const answer = await hub.ask("{ sundsvall areas { name } }");
  expect(answer.data).toEqual({ sundsvall: null, areas: [{ name: "a" }] });
  expect(answer.errors?.[0]?.extensions.code).toBe("SUBGRAPH_UNAVAILABLE");
  expect(sundsvall.asked).toHaveLength(before);
  await hub.stop();
});
