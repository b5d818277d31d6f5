import { createTestDatabase, silentLogger, type TestDatabase } from "../test/testkit/database";
import { openRegistry } from "./open-registry";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase("migrated");
});
afterAll(() => database.drop());

it("knows every owner, and makes nothing live", async () => {
  const registry = await openRegistry({ databaseUrl: database.url, logger: silentLogger });
  const names = (await registry.owners()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["kommungraf", "boverket", "sundsvall", "upplands-vasby"]));
  expect(names.length).toBeGreaterThan(290);
  expect(await registry.supergraphs(10)).toEqual([]);
  await registry.close();
});
