import type { Composer } from "../composition/composer";
import type { Connection } from "../store/connection";
import { ownerNamed, ownerSdl, owners } from "../test-support/owner-subgraph";
import { hubRooms } from "../test-support/rooms";
import { createChecks } from "./default-checks";

/** Checks whose thread does nothing but this. */
function checksWith(because: "time" | "memory" | "crash") {
  const composer = { inThread: async () => ({ kind: "given-up", because }) } as unknown as Composer;
  const connection = {} as Connection;
  return createChecks({ connection, composer, rooms: hubRooms, probe: async () => [], loopback: false });
}

const owner = ownerNamed("sundsvall");
const subject = { owner, owners, sdl: ownerSdl("sundsvall") };
const schemas = { roomsApi: "type Query { a: Int }", api: "type Query { a: Int }", owner };

it.each(["time", "memory"] as const)("finds a text too heavy that takes a check too much %s", async (because) => {
  const checks = checksWith(because);
  const tooHeavy = [expect.objectContaining({ code: "COMPOSITION_TOO_HEAVY", severity: "ERROR" })];
  expect(await checks.checkPolicy(subject)).toEqual(tooHeavy);
  expect(await checks.checkReach(schemas)).toEqual(tooHeavy);
  expect(await checks.judgeChanges({ before: "", after: "", owner, force: false })).toEqual({
    findings: tooHeavy,
    changes: [],
  });
});

it("throws when a check itself fails: nobody is let through for that", async () => {
  await expect(checksWith("crash").checkPolicy(subject)).rejects.toThrow("A check failed");
});
