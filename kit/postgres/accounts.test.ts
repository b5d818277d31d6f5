import { chmodSync, chownSync, statSync } from "node:fs";
import path from "node:path";
import { readPostmaster } from "./postmaster";
import { freshDataDirectory, start, tidyUp } from "./test-support/data-directories";
import { startHub, urlOf } from "./test-support/hubs";
import { sql } from "./test-support/sql";

const NOBODY = { uid: 65534, gid: 65534 };
/** Without a PATH the program that makes user namespaces is not found, as where containers forbid them. */
const WITHOUT_NAMESPACES = { env: { PATH: "" } };

/** Only root may start processes as another user. When run by anybody else, all other tests prove that users can. */
const asRoot = process.getuid?.() === 0 ? it : it.skip;

afterEach(tidyUp);

asRoot("works as an ordinary user", async () => {
  const dataDirectory = dataDirectoryOfNobody();
  const hub = await startHub({ dataDirectory }, NOBODY);
  expect(await sql(urlOf(hub), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(statSync(dataDirectory).uid).toBe(NOBODY.uid);
  await hub.stop();
  expect(readPostmaster(dataDirectory)).toBeUndefined();
});

asRoot("works as root in a directory that only root may enter", async () => {
  const { url } = await start({ dataDirectory: freshDataDirectory() });
  expect(await sql(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

asRoot("lets root go on with what an ordinary user made, as that user", async () => {
  const dataDirectory = dataDirectoryOfNobody();
  const hub = await startHub({ dataDirectory }, NOBODY);
  await sql(urlOf(hub), "CREATE TABLE kept AS SELECT 42 AS answer");
  await hub.stop();
  const { url } = await start({ dataDirectory });
  expect(await sql(url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  expect(statSync(path.join(dataDirectory, "postmaster.pid")).uid).toBe(NOBODY.uid);
});

asRoot("switches from root to an unprivileged user where user namespaces are not allowed", async () => {
  const dataDirectory = freshDataDirectory();
  chmodSync(path.dirname(dataDirectory), 0o755);
  const hub = await startHub({ dataDirectory }, WITHOUT_NAMESPACES);
  expect(await sql(urlOf(hub), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(statSync(dataDirectory).uid).not.toBe(0);
  await hub.stop();
  expect(readPostmaster(dataDirectory)).toBeUndefined();
});

asRoot("says what to do when root can use neither way", async () => {
  const hub = await startHub({ dataDirectory: freshDataDirectory() }, WITHOUT_NAMESPACES);
  expect(hub.report).toMatchObject({
    started: false,
    code: "CANNOT_RUN_AS_ROOT",
    message: expect.stringContaining("run as an ordinary user"),
  });
});

asRoot("says what to do when a user may not use the directory", async () => {
  const hub = await startHub({ dataDirectory: freshDataDirectory() }, NOBODY);
  expect(hub.report).toMatchObject({
    started: false,
    code: "NO_PERMISSION",
    message: expect.stringContaining("run as the user who owns them"),
  });
});

function dataDirectoryOfNobody(): string {
  const dataDirectory = freshDataDirectory();
  chownSync(path.dirname(dataDirectory), NOBODY.uid, NOBODY.gid);
  return dataDirectory;
}
