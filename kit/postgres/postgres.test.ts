import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { resetPostgres } from "./index";
import { readPostmaster } from "./postmaster";
import { isRunning, signatureOf } from "./processes";
import {
  freshDataDirectory,
  madeDataDirectory,
  serverPid,
  start,
  tidyUp,
  tidyUpTemplate,
} from "./test-support/data-directories";
import { startHub, urlOf } from "./test-support/hubs";
import { serverPids, sql } from "./test-support/sql";

afterEach(tidyUp);
afterAll(tidyUpTemplate);

describe("starting", () => {
  it("makes a cluster where none is, and keeps its data between starts", async () => {
    const dataDirectory = path.join(freshDataDirectory(), "in", "new", "directories");
    const first = await start({ dataDirectory });
    expect(["npm", "system"]).toContain(first.source);
    expect(first.adopted).toBe(false);
    await sql(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    const second = await start({ dataDirectory });
    expect(second.adopted).toBe(false);
    expect(await sql(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("uses DATABASE_URL as it is and starts nothing", async () => {
    const dataDirectory = freshDataDirectory();
    const databaseUrl = "postgres://somebody@db.example:5432/hub";
    const server = await start({ databaseUrl, dataDirectory });
    expect(server).toMatchObject({ url: databaseUrl, source: "DATABASE_URL", adopted: false });
    await server.stop();
    expect(readdirSync(path.dirname(dataDirectory))).toEqual([]);
  });

  it("lets the caller's settings win over its own", async () => {
    const settings = { work_mem: "7MB", jit: true, max_connections: 20 };
    const { url } = await start({ dataDirectory: await madeDataDirectory(), settings });
    const [row] = await sql(
      url,
      "SELECT current_setting('work_mem') AS work_mem, current_setting('jit') AS jit, " +
        "current_setting('max_connections') AS max_connections, current_setting('synchronous_commit') AS sync",
    );
    expect(row).toEqual({ work_mem: "7MB", jit: "on", max_connections: "20", sync: "off" });
  });

  it("leaves no process behind after stop", async () => {
    const dataDirectory = await madeDataDirectory();
    const server = await start({ dataDirectory });
    const signatures = (await serverPids(server.url)).map((pid) => signatureOf(pid) ?? "");
    expect(signatures.length).toBeGreaterThan(3);
    expect(signatures.every(isRunning)).toBe(true);
    await server.stop();
    expect(signatures.filter(isRunning)).toEqual([]);
    const remaining = readdirSync(path.dirname(dataDirectory)).sort();
    expect(remaining).toEqual(["postgres", "postgres.log", "postgres.password"]);
  });

  it("stops the server even when somebody has deleted its directory", async () => {
    const dataDirectory = await madeDataDirectory();
    const server = await start({ dataDirectory });
    const signature = signatureOf(serverPid(dataDirectory)) ?? "";
    rmSync(path.dirname(dataDirectory), { recursive: true });
    await server.stop();
    expect(isRunning(signature)).toBe(false);
    expect(existsSync(path.dirname(dataDirectory))).toBe(false);
  });
});

describe("resetting", () => {
  it("clears the data and everything beside it", async () => {
    const dataDirectory = await madeDataDirectory();
    await (await start({ dataDirectory })).stop();
    expect(await resetPostgres({ dataDirectory })).toBe("cleared");
    expect(readdirSync(path.dirname(dataDirectory))).toEqual([]);
    expect(await resetPostgres({ dataDirectory })).toBe("nothing-to-clear");
  });

  it("has nothing to clear where no directory is", async () => {
    const dataDirectory = path.join(freshDataDirectory(), "not", "there");
    expect(await resetPostgres({ dataDirectory })).toBe("nothing-to-clear");
    expect(existsSync(path.dirname(dataDirectory))).toBe(false);
  });

  it("refuses while a process uses the server, and names the process", async () => {
    const dataDirectory = await madeDataDirectory();
    const hub = await startHub({ dataDirectory });
    await expect(resetPostgres({ dataDirectory })).rejects.toMatchObject({
      code: "IN_USE",
      message: expect.stringContaining(String(hub.pid)),
    });
    expect(await sql(urlOf(hub), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await hub.stop();
    expect(await resetPostgres({ dataDirectory })).toBe("cleared");
  });

  it("stops a server that a crash has left, and clears", async () => {
    const dataDirectory = await madeDataDirectory();
    const hub = await startHub({ dataDirectory });
    const signature = signatureOf(serverPid(dataDirectory)) ?? "";
    await hub.kill();
    expect(isRunning(signature)).toBe(true);
    expect(await resetPostgres({ dataDirectory })).toBe("cleared");
    expect(isRunning(signature)).toBe(false);
  });
});

describe("what it cannot use", () => {
  it("touches no directory that is no cluster, neither at a start nor at a reset", async () => {
    const dataDirectory = freshDataDirectory();
    mkdirSync(dataDirectory);
    writeFileSync(path.join(dataDirectory, "thesis.txt"), "years of work");
    await expect(resetPostgres({ dataDirectory })).rejects.toMatchObject({ code: "NOT_A_DATA_DIRECTORY" });
    await expect(start({ dataDirectory })).rejects.toMatchObject({ code: "NOT_A_DATA_DIRECTORY" });
    const file = path.join(dataDirectory, "thesis.txt");
    await expect(resetPostgres({ dataDirectory: file })).rejects.toMatchObject({
      code: "NOT_A_DATA_DIRECTORY",
    });
    expect(readFileSync(file, "utf8")).toBe("years of work");
  });

  it("asks for a reset when another version made the data directory", async () => {
    const dataDirectory = await madeDataDirectory();
    writeFileSync(path.join(dataDirectory, "PG_VERSION"), "9\n");
    await expect(start({ dataDirectory })).rejects.toMatchObject({
      code: "VERSION_MISMATCH",
      message: expect.stringMatching(/made by PostgreSQL 9 .* run npm run reset/),
    });
    expect(await resetPostgres({ dataDirectory })).toBe("cleared");
  });

  it.each([
    ["wrong", (file: string) => writeFileSync(file, "guess")],
    ["gone", (file: string) => rmSync(file)],
  ])("asks for a reset when the password is %s, and leaves no server running", async (_, lose) => {
    const dataDirectory = await madeDataDirectory();
    lose(`${dataDirectory}.password`);
    await expect(start({ dataDirectory })).rejects.toMatchObject({ code: "PASSWORD_UNKNOWN" });
    expect(readPostmaster(dataDirectory)).toBeUndefined();
  });

  it("says what PostgreSQL complained of when it does not start", async () => {
    const dataDirectory = await madeDataDirectory();
    await expect(start({ dataDirectory, settings: { no_such_setting: 1 } })).rejects.toMatchObject({
      code: "START_FAILED",
      message: expect.stringContaining('unrecognized configuration parameter "no_such_setting"'),
    });
  });
});
