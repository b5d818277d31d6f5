import { createHash } from "node:crypto";
import type { Worker } from "node:worker_threads";
import { composeSupergraph } from "../test-support/compose";
import { type HandSource, handSource } from "../test-support/hand-source";
import { startHub, type TestHub } from "../test-support/hub";
import { startSubgraph, type TestContext, type TestSubgraph } from "../test-support/subgraph";

const mockWorkers: { worker: Worker; ended: Promise<unknown> }[] = [];
jest.mock("../../kit/worker-thread", () => {
  const { startWorkerThread } = jest.requireActual("../../kit/worker-thread");
  return {
    startWorkerThread(...given: unknown[]) {
      const worker: Worker = startWorkerThread(...given);
      mockWorkers.push({ worker, ended: new Promise((resolve) => worker.once("exit", resolve)) });
      return worker;
    },
  };
});

let rows: TestSubgraph;
let extra: TestSubgraph;
const gate = { entered: () => {}, released: Promise.resolve() };
beforeAll(async () => {
  rows = await startSubgraph(
    "rows",
    `type Query { row(id: ID!): Row held: String wrong: String }
     type Row @key(fields: "id") { id: ID! name: String }`,
    {
      Query: {
        row: (_: unknown, { id }: { id: string }) => ({ id }),
        held: async (_: unknown, __: unknown, { signal }: TestContext) => {
          gate.entered();
          await Promise.race([
            gate.released,
            new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
          ]);
          return "let go";
        },
        wrong: () => {
          throw new Error("no");
        },
      },
      Row: { name: ({ id }: { id: string }) => `row ${id}` },
    },
  );
  extra = await startSubgraph("extra", `type Row @key(fields: "id") { id: ID! note: String }`, {
    Row: { note: ({ id }: { id: string }) => `note ${id}` },
  });
});
afterAll(() => Promise.all([rows.stop(), extra.stop()]));

const hubs: TestHub[] = [];
beforeEach(() => {
  mockWorkers.length = 0;
});
afterEach(() => Promise.all(hubs.splice(0).map((hub) => hub.stop())));

async function start(options: Parameters<typeof startHub>[1] = {}): Promise<{ hub: TestHub; hand: HandSource }> {
  const hand = handSource(version(0));
  const hub = await startHub(version(0), { supergraph: hand.source, engine: "thread", ...options });
  hubs.push(hub);
  return { hub, hand };
}

/** A supergraph that differs from the others by a field that tells its number. */
function version(number: number): string {
  return composeSupergraph([rows, { ...extra, typeDefs: `${extra.typeDefs} type Query { version${number}: Int }` }]);
}

const QUERY = "query ($id: ID!) { row(id: $id) { id name note } }";

/** More than may be retiring at a time. */
const SWAPS = 3;

const schemaOf = async (hub: TestHub) => (await fetch(`${hub.url}/schema.graphql`)).text();

it("fails nobody while one supergraph takes the place of another under load", async () => {
  const { hub, hand } = await start();
  let isOver = false;
  let answered = 0;
  const wrong: unknown[] = [];
  const clients = Array.from({ length: 2 }, async (_, client) => {
    for (let turn = 0; !isOver; turn += 1) {
      const id = `${client}-${turn}`;
      const answer = await hub.ask(QUERY, { id });
      const expected = JSON.stringify({ row: { id, name: `row ${id}`, note: `note ${id}` } });
      if (answer.errors || JSON.stringify(answer.data) !== expected) wrong.push(answer);
      answered += 1;
    }
  });
  const duringSwaps: number[] = [];
  for (let number = 1; number <= SWAPS; number += 1) {
    const before = answered;
    expect(await hand.change(version(number))).toBe("accepted");
    duringSwaps.push(answered - before);
    expect(await schemaOf(hub)).toContain(`version${number}:`);
  }
  isOver = true;
  await Promise.all(clients);
  expect(wrong).toEqual([]);
  // Clients were answered while each engine was built.
  expect(Math.min(...duringSwaps)).toBeGreaterThan(0);
  expect(mockWorkers).toHaveLength(SWAPS + 1);
  await Promise.all(mockWorkers.slice(0, -1).map(({ ended }) => ended));
}, 180_000);

it("lets the engine before finish what it has under way, and ends it then", async () => {
  const { hub, hand } = await start();
  const arrived = new Promise<void>((resolve) => {
    gate.entered = resolve;
  });
  let release = () => {};
  gate.released = new Promise((resolve) => {
    release = resolve;
  });
  const answer = hub.ask("{ held }");
  await arrived;
  expect(await hand.change(version(1))).toBe("accepted");
  release();
  expect(await answer).toMatchObject({ data: { held: "let go" } });
  await mockWorkers[0]?.ended;
});

it("builds only the newest of several that come at once", async () => {
  const { hub, hand } = await start();
  for (const number of [1, 2, 3, 4]) hand.push(version(number));
  expect(await hand.change(version(5))).toBe("accepted");
  expect(hand.outcomes.map(({ sdl }) => sdl)).toEqual([0, 5].map(version));
  expect(mockWorkers).toHaveLength(2);
  expect(await schemaOf(hub)).toContain("version5:");
});

it("keeps the last good one when the next cannot be served or does not pass its check", async () => {
  const { hub, hand } = await start({ smokeQueries: ['{ row(id: "1") { id } }'] });
  expect(await hand.change("{")).toMatch(/^refused: .*is not GraphQL/);
  const withoutRow = composeSupergraph([
    { ...rows, typeDefs: rows.typeDefs.replaceAll("row(id: ID!): Row", "") },
    extra,
  ]);
  expect(await hand.change(withoutRow)).toMatch(/^refused: GRAPHQL_VALIDATION_FAILED: .*row/);
  const refused = { supergraph: createHash("sha256").update(withoutRow).digest("hex"), reason: "CHECK_FAILED" };
  expect(await (await fetch(`${hub.url}/health/ready`)).json()).toMatchObject({ status: "ready", refused });
  expect((await hub.ask(QUERY, { id: "1" })).errors).toBeUndefined();
  await Promise.all(mockWorkers.slice(1).map(({ ended }) => ended));
});

it("takes no part's being away for a fault of the supergraph", async () => {
  const gone = await startSubgraph("gone", "type Query { gone: Int }");
  const { hand } = await start({ smokeQueries: ["{ gone }"] });
  await gone.stop();
  expect(await hand.change(composeSupergraph([rows, extra, gone]))).toBe("accepted");
});

it("gets over an engine that is lost: its requests are told to come again, and the next ones are answered", async () => {
  const { hub } = await start();
  const arrived = new Promise<void>((resolve) => {
    gate.entered = resolve;
  });
  gate.released = new Promise(() => {});
  const cut = fetch(`${hub.url}/graphql?query={held}`);
  await arrived;
  await mockWorkers[0]?.worker.terminate();
  const response = await cut;
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
  let answer = await hub.ask(QUERY, { id: "1" });
  while (answer.errors?.[0]?.extensions.code === "INTERNAL_SERVER_ERROR") answer = await hub.ask(QUERY, { id: "1" });
  expect(answer.data).toEqual({ row: { id: "1", name: "row 1", note: "note 1" } });
  expect(mockWorkers).toHaveLength(2);
});

it("leaves no thread behind when it stops, even in the middle of a swap", async () => {
  const { hub, hand } = await start();
  hand.push(version(1));
  await hub.stop();
  expect(mockWorkers).toHaveLength(2);
  await Promise.all(mockWorkers.map(({ ended }) => ended));
  hubs.length = 0;
});

it("ends alone when it needs more memory than it may have", async () => {
  await expect(start({ engineHeapMebibytes: 12 })).rejects.toThrow(/memory/);
  await Promise.all(mockWorkers.map(({ ended }) => ended));
});
