import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { readPostmaster } from "./postmaster";
import {
  freshDataDirectory,
  madeDataDirectory,
  serverPid,
  start,
  tidyUp,
  tidyUpTemplate,
} from "./test-support/data-directories";
import { type Hub, startHub, urlOf } from "./test-support/hubs";
import { sql } from "./test-support/sql";

const onUnix = process.platform === "win32" ? it.skip : it;

afterEach(tidyUp);
afterAll(tidyUpTemplate);

it("gives processes that start at the same moment one server, and the last to leave stops it", async () => {
  const dataDirectory = freshDataDirectory();
  const hubs = await Promise.all([startHub({ dataDirectory }), startHub({ dataDirectory })]);
  expect(urlOf(hubs[0])).toBe(urlOf(hubs[1]));
  const [starter, other] = adopted(hubs[0]) ? [hubs[1], hubs[0]] : hubs;
  expect([starter, other].map(adopted)).toEqual([false, true]);
  const pid = serverPid(dataDirectory);

  await starter.stop();
  expect(await sql(urlOf(other), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(serverPid(dataDirectory)).toBe(pid);
  await other.stop();
  expect(readPostmaster(dataDirectory)).toBeUndefined();
});

it("counts several handles of one process one by one", async () => {
  const dataDirectory = await madeDataDirectory();
  const [first, second] = await Promise.all([start({ dataDirectory }), start({ dataDirectory })]);
  expect(second.url).toBe(first.url);
  await first.stop();
  await first.stop();
  expect(await sql(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("is one server for all names of the directory", async () => {
  const dataDirectory = await madeDataDirectory();
  symlinkSync(dataDirectory, `${dataDirectory}-by-link`, "junction");
  const first = await start({ dataDirectory });
  const second = await start({ dataDirectory: `${dataDirectory}-by-link` });
  expect(second.url).toBe(first.url);
  await first.stop();
  expect(await sql(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("serves a process that starts while another stops", async () => {
  const dataDirectory = await madeDataDirectory();
  const first = await start({ dataDirectory });
  const stopping = first.stop();
  const second = await start({ dataDirectory });
  await stopping;
  expect(await sql(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

it("does not wait for a user that crashed without leaving", async () => {
  const dataDirectory = await madeDataDirectory();
  const crashed = await startHub({ dataDirectory });
  const other = await start({ dataDirectory });
  expect(other.adopted).toBe(true);
  await crashed.kill();
  await other.stop();
  expect(readPostmaster(dataDirectory)).toBeUndefined();
});

onUnix("is not stopped by a Ctrl-C in the terminal, only by its users", async () => {
  const dataDirectory = await madeDataDirectory();
  const hub = await startHub({ dataDirectory }, { detached: true });
  const ended = once(hub.process, "exit");
  // A terminal sends the signal to the whole process group.
  process.kill(-hub.pid, "SIGINT");
  await ended;
  expect((await start({ dataDirectory })).adopted).toBe(true);
});

function adopted(hub: Hub): boolean {
  return hub.report.started && hub.report.adopted;
}
