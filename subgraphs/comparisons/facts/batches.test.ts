import type { DataSource } from "typeorm";
import { createWriter } from "../../../kit/database";
import { createTestDatabase, type TestDatabase } from "../../../test/testkit/database";
import { batchesOf } from "./batches";

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase("seeded");
  dataSource = createWriter(database.url);
  await dataSource.initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

// Sandviken has 15 allocations and a grant event, Nyköping 9 allocations, Sundsvall 7 grant events, Sigtuna 5 allocations.
const codes = ["0191", "0480", "0114", "2181", "2281"];

it.each([
  [1000, [["0114", "0191", "0480", "2181", "2281"]]],
  [16, [["0114", "0191", "0480"], ["2181"], ["2281"]]],
  [1, [["0114"], ["0191"], ["0480"], ["2181"], ["2281"]]],
])("of at most %i records hold every municipality once, one that is larger by itself", async (largest, batches) => {
  expect(await batchesOf(dataSource.manager, codes, largest)).toEqual(batches);
});
