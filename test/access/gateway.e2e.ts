import { startTestHub, type TestHub } from "../testkit/hub";
import { until } from "../testkit/until";
import { send, tokenOf } from "./ask-as";
import { cellsOf, matrix } from "./matrix";
import { makeShared, type Operation, operations, type Shared } from "./operations";
import { createRecords, type Records } from "./records";

// Behind the gateway nobody heeds the rules, neither the rooms nor their database.
let hub: TestHub;
let records: Records;
let shared: Shared;
beforeAll(async () => {
  hub = await startTestHub("seeded", { checkAccess: { rooms: false }, rowSecurity: false });
  records = createRecords(hub.database);
  shared = await makeShared(records);
});
afterAll(() => hub.stop());

it.each(cellsOf([...matrix.keys()], []))(
  "the gateway alone: $operation, $caller: $expected",
  async ({ operation: name, caller, expected }) => {
    const operation = operations[name] as Operation;
    const token = await tokenOf(hub, name, caller);
    const request = await operation.make(records, shared);
    const asked = hub.statements();
    const came = await send(hub.url, operation, request, token, hub.database);
    if (expected === "DENIED") {
      expect(came).toMatchObject({ verdict: "DENIED" });
      const isRefusedLater = operation.refusedLater?.includes(caller) ?? false;
      expect(["FORBIDDEN", "UNAUTHENTICATED"].includes(came.codes[0] ?? "")).toBe(!isRefusedLater);
      // Nobody was asked; the sender of webhooks looks into its room by itself.
      if (!isRefusedLater) expect(hub.statements()).toMatchObject({ funding: asked.funding });
    } else if (name.startsWith("changes")) {
      await until(
        "the change",
        async () => (await send(hub.url, operation, request, token, hub.database)).verdict === "ALLOWED",
      );
    } else expect(came).toMatchObject({ verdict: "ALLOWED", codes: [] });
  },
);
