import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { readAudit } from "../store/audit";
import { type Connection, createConnection } from "../store/connection";
import { actorOf } from "../test-support/test-registry";
import { NotAllowed } from "./not-allowed";
import { requireOwner } from "./rights";

let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await createTestDatabase("migrated");
  connection = createConnection({ url: database.url, logger: silentLogger });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

it("refuses however often one asks for what is another's, and writes down twenty tries of a token in an hour", async () => {
  const refusedTo = (name: string) =>
    expect(requireOwner(connection, { ...actorOf("sundsvall"), name }, "nykoping", "publish")).rejects.toThrow(
      NotAllowed,
    );
  for (let times = 0; times < 25; times += 1) await refusedTo("one");
  await refusedTo("other");
  const entries = await readAudit(connection, { owner: "sundsvall", limit: 100 });
  expect(entries.filter(({ actor }) => actor === "one")).toHaveLength(20);
  expect(entries[0]).toMatchObject({
    actor: "other",
    action: "NOT_ALLOWED",
    details: { what: "publish", about: "nykoping" },
  });
});
