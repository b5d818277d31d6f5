import { createTestDatabase, silentLogger } from "../test/testkit/database";
import { ownersOf } from "./owners";
import { createConnection } from "./store/connection";
import { putOwners, readOwners } from "./store/owners";

const habo = { code: "0305", name: "Håbo", slug: "habo-0305" };
const mark = { code: "1463", name: "Mark", slug: "mark" };

it("are the municipalities, the agencies and who runs the hub", () => {
  expect(ownersOf([habo, { code: "0114", name: "Upplands Väsby", slug: "upplands-vasby" }])).toEqual([
    { name: "habo-0305", title: "Håbo", kind: "MUNICIPALITY", municipality: "0305", prefix: "habo0305", hosts: null },
    {
      name: "upplands-vasby",
      title: "Upplands Väsby",
      kind: "MUNICIPALITY",
      municipality: "0114",
      prefix: "upplandsVasby",
      hosts: null,
    },
    { name: "boverket", title: "Boverket", kind: "AGENCY", municipality: null, prefix: "boverket", hosts: null },
    {
      name: "tillvaxtverket",
      title: "Tillväxtverket",
      kind: "AGENCY",
      municipality: null,
      prefix: "tillvaxtverket",
      hosts: null,
    },
    {
      name: "kommungraf",
      title: "Kommungraf",
      kind: "OPERATOR",
      municipality: null,
      prefix: "kommungraf",
      hosts: null,
    },
  ]);
});

it("have names of their own that no other's begin with, in all of Sweden", async () => {
  const database = await createTestDatabase("seeded");
  const municipalities = await database.query<{ code: string; name: string; slug: string }>(
    "SELECT code, name, slug FROM areas.municipality",
  );
  await database.drop();
  const owners = ownersOf(municipalities);
  expect(owners).toHaveLength(290 + 3);
  expect(new Set(owners.map(({ prefix }) => prefix)).size).toBe(owners.length);
  const within = (inner: string, outer: string) => new RegExp(`^${inner}[A-Z_]`).test(outer);
  const overlapping = owners.flatMap((one) => owners.filter((other) => within(one.prefix, other.prefix)));
  expect(overlapping).toEqual([]);
});

describe("in the database", () => {
  it("are added once, keep their hosts, and never go away", async () => {
    const database = await createTestDatabase("migrated");
    const connection = createConnection({ url: database.url, logger: silentLogger });
    expect(await putOwners(connection, ownersOf([habo, mark]))).toEqual([]);
    await database.query("UPDATE registry.owner SET hosts = '{*.habo.se}' WHERE name = 'habo-0305'");
    const renamed = { ...habo, name: "Håbo kommun" };
    // A municipality's code belongs to one owner, whatever name it comes with later.
    expect(await putOwners(connection, ownersOf([renamed, { ...mark, slug: "marks" }]))).toEqual(["marks"]);
    expect((await readOwners(connection)).map(({ name, title, hosts }) => [name, title, hosts])).toEqual([
      ["boverket", "Boverket", null],
      ["habo-0305", "Håbo kommun", ["*.habo.se"]],
      ["kommungraf", "Kommungraf", null],
      ["mark", "Mark", null],
      ["tillvaxtverket", "Tillväxtverket", null],
    ]);
    await connection.close();
    await database.drop();
  });
});
