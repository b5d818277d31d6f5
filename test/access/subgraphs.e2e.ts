import { startTestHub, type TestHub } from "../testkit/hub";
import { until } from "../testkit/until";
import { send, tokenOf } from "./ask-as";
import { cellsOf, matrix } from "./matrix";
import { makeShared, type Operation, operations, type Shared } from "./operations";
import { createRecords, type Records } from "./records";

// The rooms are asked directly, as whoever gets past the gateway could, and their database lets them do everything.
let hub: TestHub;
let records: Records;
let shared: Shared;
beforeAll(async () => {
  hub = await startTestHub("seeded", { checkAccess: { gateway: false }, rowSecurity: false });
  records = createRecords(hub.database);
  shared = await makeShared(records);
});
afterAll(() => hub.stop());

it("has a request for every operation of the matrix", () => {
  expect(Object.keys(operations)).toEqual([...matrix.keys()]);
});

it.each(cellsOf([...matrix.keys()], []))(
  "a subgraph alone: $operation, $caller: $expected",
  async ({ operation: name, caller, expected }) => {
    const operation = operations[name] as Operation;
    const url = new URL(hub.subgraphUrls[operation.room] ?? "").origin;
    const token = await tokenOf(hub, name, caller);
    const once = async () => send(url, operation, await operation.make(records, shared), token, hub.database);
    const came = await once();
    if (expected === "DENIED") {
      expect(came).toMatchObject({ verdict: "DENIED" });
      const isRefusedLater = operation.refusedLater?.includes(caller) ?? false;
      expect(["FORBIDDEN", "UNAUTHENTICATED"].includes(came.codes[0] ?? "")).toBe(!isRefusedLater);
    } else if (name.startsWith("changes")) {
      // The feed shows what no transaction of the server can come before any more.
      await until("the change", async () => (await once()).verdict === "ALLOWED");
    } else expect(came).toMatchObject({ verdict: "ALLOWED", codes: [] });
  },
);
