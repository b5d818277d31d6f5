import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import { freshDataDirectory, start, tidyUp } from "./test-support/data-directories";
import { sql } from "./test-support/sql";

const onLinux = process.platform === "linux" ? it : it.skip;
const onUnix = process.platform === "win32" ? it.skip : it;

let dataDirectory: string;
let url: string;

beforeAll(async () => {
  dataDirectory = freshDataDirectory();
  url = (await start({ dataDirectory })).url;
});
afterAll(tidyUp);

it("speaks UTF-8, knows the letters of Swedish and has their order at hand", async () => {
  const [row] = await sql(
    url,
    `SELECT current_setting('server_encoding') AS encoding, lower('ÅÄÖ') AS lower,
            (SELECT string_agg(letter, '' ORDER BY letter COLLATE "sv-x-icu")
             FROM unnest(ARRAY['ö', 'z', 'å', 'ä', 'a']) AS letter) AS swedish,
            (SELECT string_agg(letter, '' ORDER BY letter) FROM unnest(ARRAY['b', 'a', 'B']) AS letter) AS plain`,
  );
  expect(row).toEqual({ encoding: "UTF8", lower: "åäö", swedish: "azåäö", plain: "Bab" });
});

onLinux("listens on one loopback address and nowhere else", async () => {
  const { hostname, port } = new URL(url);
  expect(hostname).toBe("127.0.0.1");
  expect(await accepts("127.0.0.1", Number(port))).toBe(true);
  // All of 127.0.0.0/8 leads here, so a server on every address would accept this.
  expect(await accepts("127.0.0.2", Number(port))).toBe(false);
  expect(await sql(url, "SHOW unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
});

onUnix("keeps the password in a file that only its owner reads", () => {
  expect(statSync(`${dataDirectory}.password`).mode & 0o777).toBe(0o600);
  expect(statSync(`${dataDirectory}.log`).mode & 0o777).toBe(0o600);
  expect(readFileSync(`${dataDirectory}.password`, "utf8")).toBe(new URL(url).password);
});

it("lets nobody in without the password", async () => {
  const wrong = new URL(url);
  wrong.password = "guess";
  await expect(sql(wrong.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  const [row] = await sql(url, "SELECT rolpassword FROM pg_authid WHERE rolname = 'postgres'");
  expect(row?.rolpassword).toMatch(/^SCRAM-SHA-256\$/);
});

it("writes no statements and no values of rows to its log", async () => {
  await sql(url, "CREATE TABLE person (name text PRIMARY KEY); INSERT INTO person VALUES ('Astrid')");
  await expect(sql(url, "INSERT INTO person VALUES ('Astrid')")).rejects.toThrow("duplicate key");
  const log = readFileSync(`${dataDirectory}.log`, "utf8");
  expect(log).toContain("duplicate key");
  expect(log).not.toContain("Astrid");
});

async function accepts(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
