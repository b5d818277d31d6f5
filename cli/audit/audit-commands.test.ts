import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase } from "../../test/testkit/database";
import { runCli } from "../registry/test-support/run-cli";

let database: TestDatabase;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kommungraf-audit-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  database = await createTestDatabase("migrated");
  for (const [municipality, count] of [
    ["2281", 3],
    ["0191", 2],
  ] as const) {
    await database.query(
      `SELECT funding.record_audit($1, 'submitFollowUpReport', $1 || '-boverket~' || n, 1) FROM generate_series(1, $2::int) AS n`,
      [municipality, count],
    );
  }
});
afterEach(() => database.drop());

const audit = (...args: string[]) => runCli(["audit", ...args], { DATABASE_URL: database.url });
const fileOf = (name: string, content?: string) => {
  const file = join(folder, name);
  if (content !== undefined) writeFileSync(file, content);
  return file;
};
const linesOf = (text: string) => text.trimEnd().split("\n");
const tamper = (statement: string) =>
  database.query(`DO $$ BEGIN SET LOCAL session_replication_role = replica; ${statement}; END $$`);

describe("kommungraf audit export", () => {
  it("writes every entry as a line of JSON, chain by chain, and itself into the log first", async () => {
    const { exit, out, err } = await audit("export");
    expect(exit).toBe(0);
    const lines = linesOf(out).map((line) => JSON.parse(line));
    expect(lines.map(({ municipality, position }) => `${municipality} ${position}`)).toEqual([
      ...["0000 1", "0191 1", "0191 2", "2281 1", "2281 2", "2281 3"],
    ]);
    expect(lines[0]).toMatchObject({
      owner: "hub",
      roles: ["operator"],
      action: "exportAudit",
      record: null,
      recordCount: 5,
    });
    expect(Object.keys(lines[1])).toEqual([
      ...["municipality", "position", "at", "owner", "roles", "client", "action", "record", "recordCount", "requestId"],
      ...["previousHash", "hash"],
    ]);
    expect(err).toContain("6 entries.");
    expect(err).not.toContain(":postgres@");
  });

  it("writes one chain to a file that is there when it is whole", async () => {
    const file = fileOf("one.ndjson");
    expect(await audit("export", "--municipality", "2281", "--out", file)).toMatchObject({ exit: 0, out: "" });
    expect(linesOf(readFileSync(file, "utf8"))).toHaveLength(3);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(await audit("verify", file)).toMatchObject({
      exit: 0,
      out: expect.stringContaining("Whole: 3 entries in 1 chain"),
    });
  });

  it("tells what it cannot use", async () => {
    expect(await audit("export", "--municipality", "Sundsvall")).toMatchObject({
      exit: 2,
      out: "",
      err: expect.stringContaining("four digits"),
    });
    expect(await audit("export", "--out", join(folder, "no", "such.ndjson"))).toMatchObject({
      exit: 2,
      err: expect.stringContaining("cannot be written: ENOENT"),
    });
  });
});

describe("kommungraf audit verify", () => {
  const exported = async (name: string) => {
    const file = fileOf(name);
    await audit("export", "--out", file);
    return file;
  };

  it("finds the database and an exported file whole, and tells where each chain ends", async () => {
    const inDatabase = await audit("verify");
    expect(inDatabase).toMatchObject({ exit: 0, out: expect.stringContaining("Whole: 5 entries in 2 chains") });
    const [end] = await database.query<{ hash: string }>(
      "SELECT hash FROM funding.audit_entry WHERE municipality_code = '2281' ORDER BY position DESC LIMIT 1",
    );
    expect(inDatabase.out).toContain(`2281  3  ${end?.hash}`);
    expect(await audit("verify", await exported("whole.ndjson"))).toMatchObject({ exit: 0 });
    const { exit, out } = await audit("verify", "--json");
    expect({ exit, ...JSON.parse(out) }).toMatchObject({ exit: 0, entries: 6, broken: null });
  });

  it.each([
    [
      "changed",
      "UPDATE funding.audit_entry SET owner = 'boverket' WHERE municipality_code = '2281' AND position = 2",
      2,
    ],
    ["removed", "DELETE FROM funding.audit_entry WHERE municipality_code = '2281' AND position = 2", 2],
  ])("names the first entry that was %s in the database, and ends with 1", async (_, statement, position) => {
    await tamper(statement);
    const { exit, out } = await audit("verify");
    expect({ exit, out }).toEqual({ exit: 1, out: expect.stringContaining(`Broken: entry ${position} of chain 2281`) });
  });

  it("names the first entry of a file that was changed", async () => {
    const file = await exported("changed.ndjson");
    const content = readFileSync(file, "utf8");
    writeFileSync(file, content.replace("0191-boverket~2", "0191-boverket~9"));
    expect(await audit("verify", file)).toMatchObject({
      exit: 1,
      out: expect.stringContaining("entry 2 of chain 0191"),
    });
    const lines = linesOf(content);
    [lines[3], lines[4]] = [lines[4] ?? "", lines[3] ?? ""];
    expect(await audit("verify", fileOf("swapped.ndjson", lines.join("\n")))).toMatchObject({ exit: 1 });
    expect(await audit("verify", fileOf("other.ndjson", `${lines[0]}\nnot an entry\n`))).toMatchObject({
      exit: 1,
      err: expect.stringContaining("Line 2 of"),
    });
  });

  it("finds entries that were taken from the end since an earlier export", async () => {
    const file = await exported("earlier.ndjson");
    expect(await audit("verify", "--since", file)).toMatchObject({ exit: 0 });
    await tamper("DELETE FROM funding.audit_entry WHERE municipality_code = '2281' AND position = 3");
    expect(await audit("verify")).toMatchObject({ exit: 0 });
    expect(await audit("verify", "--since", file)).toMatchObject({
      exit: 1,
      out: expect.stringContaining("entry 3 of chain 2281 is not there, nor any after it"),
    });
  });

  it("tells what it cannot use", async () => {
    expect(await audit("verify", join(folder, "no-such.ndjson"))).toMatchObject({
      exit: 2,
      err: expect.stringContaining("cannot be read: ENOENT"),
    });
    const bent = fileOf(
      "bent.ndjson",
      linesOf(readFileSync(await exported("bent.ndjson"), "utf8"))
        .slice(2)
        .join("\n"),
    );
    expect(await audit("verify", "--since", bent)).toMatchObject({
      exit: 2,
      err: expect.stringContaining("is broken itself"),
    });
    expect(await audit("verify", "a", "b")).toMatchObject({ exit: 2 });
    expect(await audit("prove")).toMatchObject({ exit: 2 });
  });
});
