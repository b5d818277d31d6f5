import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { until } from "../../test/testkit/until";
import { startSteadyLoad } from "./steady-load";

/** A server that answers when it is let to. */
async function startServer() {
  const waiting: ServerResponse[] = [];
  let isHeld = false;
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    if (isHeld) waiting.push(response);
    else response.end('{"data":{}}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    hold() {
      isHeld = true;
    },
    letGo(body = '{"data":{}}') {
      isHeld = false;
      for (const response of waiting.splice(0)) response.end(body);
    },
    closeConnections: () => server.closeIdleConnections(),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const questions = [
  { kind: "a", query: "{ a }" },
  { kind: "b", query: "{ b }" },
];

describe("a steady load", () => {
  it("goes on asking while nothing is answered, and counts the wait of all that fell due meanwhile", async () => {
    const server = await startServer();
    server.hold();
    const load = startSteadyLoad({ url: server.url, questions, perSecond: 200 });
    await until("20 questions", () => server.asked() >= 20);
    expect(load.answered()).toBe(0);
    server.letGo();
    const samples = await load.stop();
    await server.stop();
    const held = samples.slice(0, 20);
    expect(held.every(({ fault }) => fault === undefined)).toBe(true);
    // All were let go at once, so each that fell due earlier has waited longer.
    const byDue = [...held].sort((one, other) => one.dueAt - other.dueAt);
    for (const [index, { dueAt, endedAt }] of byDue.entries()) {
      const next = byDue[index + 1];
      expect(endedAt).toBeGreaterThanOrEqual(dueAt);
      if (next) expect(next.dueAt - dueAt).toBeCloseTo(5, 2);
    }
    expect(new Set(held.map(({ kind }) => kind))).toEqual(new Set(["a", "b"]));
  });

  it("says of an answer what is wrong with it", async () => {
    const server = await startServer();
    server.hold();
    const load = startSteadyLoad({ url: server.url, questions, perSecond: 200 });
    await until("a question", () => server.asked() > 0);
    server.letGo('{"errors":[{"message":"no"}]}');
    const samples = await load.stop();
    await server.stop();
    expect(samples[0]?.fault).toBe('200 {"errors":[{"message":"no"}]}');
  });

  it("notices connections that the server closes", async () => {
    const server = await startServer();
    const load = startSteadyLoad({ url: server.url, questions, perSecond: 50 });
    await until("an answer", () => load.answered() > 0);
    expect(load.closedConnections()).toBe(0);
    await until("a closed connection", () => {
      server.closeConnections();
      return load.closedConnections() > 0;
    });
    await load.stop();
    await server.stop();
  });
});
