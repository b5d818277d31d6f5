import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "../../kit/logger";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../test/testkit/database";
import { createRegistryDatabase } from "../database";
import { addActivation } from "../store/activations";
import { type Connection, createConnection } from "../store/connection";
import { addSupergraph, findSupergraph } from "../store/supergraphs";
import { createRegistrySource, type RegistrySource } from "./registry-source";
import { type DatabaseGate, startDatabaseGate } from "./test-support/database-gate";

let database: TestDatabase;
let connection: Connection;
let gate: DatabaseGate;
let folder: string;
let file: string;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  database = await createTestDatabase("migrated");
  await createRegistryDatabase({ url: database.url, logger: silentLogger }).migrate();
  connection = createConnection({ url: database.url, logger: silentLogger });
  gate = await startDatabaseGate(database.url);
  folder = await mkdtemp(join(tmpdir(), "live-"));
  file = join(folder, "inner", "last-good.graphql");
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await gate.close();
  await connection.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Makes a text live, as the registry does. */
async function makeLive(sdl: string): Promise<void> {
  await connection.inTurn(async (statements) => {
    const members = new Map();
    const { number } =
      (await findSupergraph(statements, sdl, members)) ??
      (await addSupergraph(statements, { sdl, roomsHash: sdl, members }));
    await addActivation(statements, { supergraph: number, reason: "ROLLED_BACK", owner: null, by: "test" });
  });
}

const NEVER = 1_000_000;

function createSource(options: Partial<Parameters<typeof createRegistrySource>[0]> = {}): RegistrySource {
  return createRegistrySource({ databaseUrl: gate.url, logger: silentLogger, pollMilliseconds: NEVER, ...options });
}

/** Follows a source; `next` resolves with each text that it gives, in turn. */
function follow(source: RegistrySource) {
  const given: string[] = [];
  const errors: string[] = [];
  let wake = () => {};
  stops.push(
    source.subscribe(
      (sdl) => {
        given.push(sdl);
        wake();
      },
      (error) => {
        errors.push(String(error));
        wake();
      },
    ),
  );
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { given, errors, until };
}

const listeners = () =>
  database.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kommungraf-listen' AND query LIKE 'LISTEN%' AND state = 'idle'",
  );

async function untilListening(): Promise<number> {
  for (;;) {
    const [listener] = await listeners();
    if (listener) return listener.pid;
  }
}

/** The logger's warnings and errors. */
function recordingLogger() {
  const lines: string[] = [];
  const logger = createLogger({ name: "test", level: "info" }, { write: (line) => void lines.push(line) });
  return { logger, lines };
}

describe("following", () => {
  it("is told of each other supergraph without a poll, also of one that was rolled back to", async () => {
    await makeLive("first");
    const source = createSource();
    expect(await source.load()).toBe("first");
    const { given, errors, until } = follow(source);
    await untilListening();
    for (const [index, sdl] of ["second", "third", "first"].entries()) {
      await makeLive(sdl);
      await until(() => given.length > index);
    }
    expect(given).toEqual(["second", "third", "first"]);
    expect(errors).toEqual([]);
  });

  it("gives what became live between loading and listening, and the same text once", async () => {
    await makeLive("first");
    const source = createSource();
    await source.load();
    await makeLive("second");
    const { given, until } = follow(source);
    await until(() => given.length > 0);
    await makeLive("second");
    await makeLive("second");
    await makeLive("third");
    await until(() => given.includes("third"));
    expect(given).toEqual(["second", "third"]);
  });

  it("gives the live one once more when it is asked for, whichever that is by then", async () => {
    await makeLive("first");
    const source = createSource();
    await source.load();
    const { given, errors, until } = follow(source);
    await untilListening();
    source.offerAgain();
    await until(() => given.length === 1);
    await makeLive("second");
    await until(() => given.length === 2);
    gate.shut();
    source.offerAgain();
    await until(() => errors.length > 0);
    gate.open();
    await until(() => given.length === 3);
    expect(given).toEqual(["first", "second", "second"]);
  });

  it("polls while nobody tells it", async () => {
    await makeLive("first");
    const source = createSource({ pollMilliseconds: 20, reconnectMilliseconds: NEVER });
    await source.load();
    const { given, until } = follow(source);
    await database.query(`SELECT pg_terminate_backend(${await untilListening()})`);
    await makeLive("second");
    await until(() => given.length > 0);
    expect(given).toEqual(["second"]);
    expect(await listeners()).toEqual([]);
  });

  it("listens again when the connection was lost", async () => {
    await makeLive("first");
    const source = createSource();
    await source.load();
    const { given, until } = follow(source);
    const pid = await untilListening();
    await database.query(`SELECT pg_terminate_backend(${pid})`);
    await makeLive("second");
    await until(() => given.length === 1);
    expect(await untilListening()).not.toBe(pid);
    await makeLive("third");
    await until(() => given.length === 2);
    expect(given).toEqual(["second", "third"]);
  });

  it("says once that the database is away, and takes up what it missed when it is back", async () => {
    await makeLive("first");
    const { logger, lines } = recordingLogger();
    const source = createSource({ pollMilliseconds: 10, logger });
    await source.load();
    const { given, errors, until } = follow(source);
    await untilListening();
    gate.shut();
    await makeLive("second");
    await until(() => errors.length > 0);
    // As many looks as it takes for a second report, were there one for each.
    const before = Date.now();
    while (Date.now() - before < 100) await database.query("SELECT 1");
    gate.open();
    await until(() => given.length > 0);
    expect(given).toEqual(["second"]);
    expect(errors).toEqual([expect.stringMatching(/^Error: The registry's database is away/)]);
    expect(lines.join("")).toMatch(/The live supergraph can be looked up again/);
    await makeLive("third");
    await until(() => given.length > 1);
  });

  it("waits for a database that hangs no longer than it says, and for one look at a time", async () => {
    await makeLive("first");
    const source = createSource({ pollMilliseconds: 5, answerMilliseconds: 100 });
    await source.load();
    const { given, errors, until } = follow(source);
    await untilListening();
    gate.jam();
    await makeLive("second");
    await until(() => errors.length > 0);
    gate.open();
    await until(() => given.length > 0);
    expect(given).toEqual(["second"]);
  });

  it("stops when it is told to", async () => {
    await makeLive("first");
    const source = createSource({ pollMilliseconds: 5 });
    await source.load();
    const { given } = follow(source);
    await untilListening();
    for (const stop of stops.splice(0)) stop();
    while ((await listeners()).length > 0);
    await makeLive("second");
    const other = createSource();
    expect(await other.load()).toBe("second");
    expect(given).toEqual([]);
  });
});

describe("the last good supergraph", () => {
  it("is kept where only its owner may read it, in the place of the one before", async () => {
    const source = createSource({ lastGoodFile: file });
    await source.accepted("# kommungraf owner sundsvall prefix=sundsvall municipality=2281\ntype Query { a: Int }");
    await source.accepted("# kommungraf owner mora prefix=mora municipality=2062\ntype Query { b: Int }");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, "inner"))).toEqual(["last-good.graphql"]);
    expect((await readFile(file, "utf8")).split("\n").slice(0, 2)).toEqual([
      "# kommungraf owner mora prefix=mora municipality=2062",
      "type Query { b: Int }",
    ]);
  });

  it.each<[string, () => void]>([
    ["is away", () => gate.shut()],
    ["hangs", () => gate.jam()],
  ])("is what a gateway begins with while the database %s", async (_, leave) => {
    await makeLive("first");
    const source = createSource({ lastGoodFile: file });
    await source.accepted(await source.load());
    leave();
    const { logger, lines } = recordingLogger();
    const next = createSource({ lastGoodFile: file, logger, answerMilliseconds: 100, pollMilliseconds: 10 });
    expect(await next.load()).toBe("first");
    expect(lines.join("")).toMatch(/"level":"warn".*The last good supergraph is taken from its file/);

    const { given, until } = follow(next);
    await makeLive("second");
    gate.open();
    await until(() => given.length > 0);
    expect(given).toEqual(["second"]);
  });

  it("takes the place of a live one that was refused, and that one is not given again", async () => {
    await makeLive("good");
    const source = createSource({ lastGoodFile: file });
    await source.accepted(await source.load());
    await makeLive("bad");
    const next = createSource({ lastGoodFile: file });
    expect(await next.load()).toBe("bad");
    await next.refused("bad", "it cannot be planned");
    expect(await next.load()).toBe("good");
    const { given, until } = follow(next);
    await makeLive("better");
    await until(() => given.length > 0);
    expect(given).toEqual(["better"]);
  });

  it.each<[string, (text: string) => string]>([
    ["was cut off", (text) => text.slice(0, -10)],
    ["was changed", (text) => text.replace("Int", "Float")],
    ["is empty", () => ""],
  ])("is not used when its file %s", async (_, damage) => {
    await createSource({ lastGoodFile: file }).accepted("type Query { a: Int }");
    await writeFile(file, damage(await readFile(file, "utf8")));
    gate.shut();
    const { logger, lines } = recordingLogger();
    await expect(createSource({ lastGoodFile: file, logger }).load()).rejects.toThrow(
      /There is no last good supergraph/,
    );
    expect(lines.join("")).toMatch(/The last good supergraph is damaged/);
  });

  it("that is missing makes a start fail with what is wrong and what to do", async () => {
    await expect(createSource().load()).rejects.toThrow(/^The registry has no live supergraph yet\. .*See that/);
    await database.query("DROP SCHEMA registry CASCADE");
    await expect(createSource().load()).rejects.toThrow(/^The database has no registry in it\./);
    gate.shut();
    await expect(createSource({ lastGoodFile: file }).load()).rejects.toThrow(
      /^The registry's database is away \(.*\)\. There is no last good supergraph in .*last-good\.graphql/,
    );
  });
});
