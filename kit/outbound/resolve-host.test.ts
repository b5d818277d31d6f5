import { createSocket, type Socket } from "node:dgram";
import type { LookupAddress } from "node:dns";
import { readFile } from "node:fs/promises";
import { createLookup } from "./resolve-host";

const TYPE_A = 1;
let server: Socket;
let answer: (question: Buffer) => Buffer | undefined;
let asked = 0;

/** A name server's answer: these addresses for a question about IPv4, none for another. */
function addresses(question: Buffer, list: readonly number[][]): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const isA = question.readUInt16BE(end - 4) === TYPE_A;
  const given = isA ? list : [];
  const head = Buffer.from(question.subarray(0, end));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(given.length, 6);
  head.writeUInt32BE(0, 8);
  const rows = given.map((address) => Buffer.from([0xc0, 0x0c, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, ...address]));
  return Buffer.concat([head, ...rows]);
}

beforeAll(async () => {
  server = createSocket("udp4");
  server.on("message", (question, { port, address }) => {
    asked += 1;
    const sent = answer(question);
    if (sent) server.send(sent, port, address);
  });
  await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
});
beforeEach(() => {
  asked = 0;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

function look(
  host: string,
  options: { family?: number; milliseconds?: number } = {},
): Promise<LookupAddress[] | string> {
  const { milliseconds = 5000, family } = options;
  const lookup = createLookup({ milliseconds, servers: [`127.0.0.1:${server.address().port}`] });
  return new Promise((resolve) => {
    lookup(host, { all: true, family }, (error, found) => resolve((error as { code?: string } | null)?.code ?? found));
  });
}

it("gives all addresses that the name servers know, of the kind that is asked for", async () => {
  answer = (question) =>
    addresses(question, [
      [8, 8, 8, 8],
      [10, 0, 0, 1],
    ]);
  const four = [
    { address: "8.8.8.8", family: 4 },
    { address: "10.0.0.1", family: 4 },
  ];
  expect(await look("graph.example.se")).toEqual(expect.arrayContaining(four));
  expect(await look("graph.example.se", { family: 4 })).toEqual(expect.arrayContaining(four));
  expect(await look("graph.example.se", { family: 6 })).toEqual([]);
});

it("tells when there is none", async () => {
  answer = (question) => addresses(question, []);
  expect(await look("graph.example.se")).toBe("ENODATA");
});

it("knows this machine by itself", async () => {
  for (const host of ["localhost", "a.localhost"]) {
    expect(await look(host)).toEqual([
      { address: "127.0.0.1", family: 4 },
      { address: "::1", family: 6 },
    ]);
  }
  expect(asked).toBe(0);
});

it("stalls no reading of files while name servers do not answer", async () => {
  answer = () => undefined;
  const waiting = Array.from({ length: 30 }, (_, index) => look(`graph${index}.example.se`, { milliseconds: 1000 }));
  let over = false;
  const all = Promise.all(waiting).then((found) => {
    over = true;
    return found;
  });
  await readFile(__filename);
  expect(over).toBe(false);
  expect(new Set(await all)).toEqual(new Set(["ETIMEOUT"]));
});
