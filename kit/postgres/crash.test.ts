import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readPostmaster } from "./postmaster";
import { signatureOf, waitUntilEnded } from "./processes";
import {
  freshDataDirectory,
  madeDataDirectory,
  serverPid,
  start,
  tidyUp,
  tidyUpTemplate,
} from "./test-support/data-directories";
import { killHubs, startHub, urlOf } from "./test-support/hubs";
import { sql } from "./test-support/sql";

/** Above the largest pid that a system gives. */
const NOBODYS_PID = 4_194_305;

afterEach(tidyUp);
afterAll(tidyUpTemplate);

it("takes over the server that a killed process left, with its data", async () => {
  const dataDirectory = await madeDataDirectory();
  const hub = await startHub({ dataDirectory });
  await sql(urlOf(hub), "CREATE TABLE kept AS SELECT 42 AS answer");
  const pid = serverPid(dataDirectory);
  await hub.kill();
  const next = await start({ dataDirectory });
  expect(next.adopted).toBe(true);
  expect(serverPid(dataDirectory)).toBe(pid);
  expect(await sql(next.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  await next.stop();
  expect(readPostmaster(dataDirectory)).toBeUndefined();
});

it("recovers when the server was killed too", async () => {
  const dataDirectory = await madeDataDirectory();
  const hub = await startHub({ dataDirectory, settings: { synchronous_commit: true } });
  await sql(urlOf(hub), "CREATE TABLE kept AS SELECT 42 AS answer");
  await hub.kill();
  await crashServer(dataDirectory);
  expect(existsSync(path.join(dataDirectory, "postmaster.pid"))).toBe(true);
  const next = await start({ dataDirectory });
  expect(next.adopted).toBe(false);
  expect(await sql(next.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
});

it("is not kept from starting by a postmaster.pid whose pid another process has got", async () => {
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  try {
    await startsOver(`${stranger.pid}`);
  } finally {
    stranger.kill();
  }
});

it("is not kept from starting by a postmaster.pid of a process that is gone", () => startsOver(`${NOBODYS_PID}`));

it("is not kept from starting by an empty postmaster.pid", () => startsOver(""));

it.each([
  ["a process that is gone", `${NOBODYS_PID} some-boot:1`],
  ["a process whose pid another has got", `${process.pid} another-boot:1`],
  ["nobody", ""],
])("takes over a lock held by %s", async (_, holder) => {
  const dataDirectory = await madeDataDirectory();
  writeFileSync(`${dataDirectory}.lock`, holder);
  const { url } = await start({ dataDirectory });
  expect(await sql(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(existsSync(`${dataDirectory}.lock`)).toBe(false);
});

it("removes a half-made cluster and never takes it for a whole one", async () => {
  const dataDirectory = freshDataDirectory();
  const half = `${dataDirectory}.scrap-00112233`;
  mkdirSync(half);
  writeFileSync(path.join(half, "PG_VERSION"), "18\n");
  const { url } = await start({ dataDirectory });
  expect(await sql(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(existsSync(half)).toBe(false);
});

it("survives being killed at any moment of its first start", async () => {
  const dataDirectory = freshDataDirectory();
  for (const milliseconds of [150, 300, 450, 600]) {
    const starting = startHub({ dataDirectory }).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await killHubs();
    await starting;
  }
  const { url } = await start({ dataDirectory });
  expect(await sql(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

/** @param pid what `postmaster.pid` says; empty for an empty file */
async function startsOver(pid: string): Promise<void> {
  const dataDirectory = await madeDataDirectory();
  const rest = `${dataDirectory}\n1790000000\n5432\n\n127.0.0.1\n   123456   1\nready   \n`;
  writeFileSync(path.join(dataDirectory, "postmaster.pid"), pid === "" ? "" : `${pid}\n${rest}`);
  const { url, adopted } = await start({ dataDirectory });
  expect(adopted).toBe(false);
  expect(await sql(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
}

async function crashServer(dataDirectory: string): Promise<void> {
  const pid = serverPid(dataDirectory);
  const signature = signatureOf(pid) ?? "";
  process.kill(pid, "SIGKILL");
  expect(await waitUntilEnded(signature, 10_000)).toBe(true);
}
