import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createPatientHub, type PatientHubOptions } from "./patient-hub";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const json =
  (body: object, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
const failure = (code: string, data: object | null = null) =>
  json({ data, errors: [{ message: `It is ${code}.`, extensions: { code } }] });
const whole = json({ data: { x: 1 } });

/** Answers requests one after the other; the last answer is for all that come after. */
async function asking<T>(
  answers: readonly [Answer, ...Answer[]],
  options: Partial<PatientHubOptions>,
  work: (ask: () => Promise<unknown>, seen: { requests: IncomingMessage[]; waits: number[] }) => Promise<T>,
): Promise<T> {
  const seen = { requests: [] as IncomingMessage[], waits: [] as number[] };
  const server = createServer((request, response) => {
    const answer = answers[Math.min(seen.requests.length, answers.length - 1)] as Answer;
    seen.requests.push(request);
    request.resume().once("end", () => answer(response, request));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const hub = createPatientHub({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: undefined,
    milliseconds: 5000,
    attempts: 4,
    wait: async (milliseconds) => seen.waits.push(milliseconds),
    ...options,
  });
  try {
    return await work(() => hub.ask("{ x }", {}), seen);
  } finally {
    server.closeAllConnections();
    await once(server.close(), "close");
  }
}

describe("a hub that fails now and then", () => {
  it.each<[what: string, answer: Answer]>([
    ["the connection is closed", (_response, request) => void request.socket.destroy()],
    ["it answers 503", (response) => response.writeHead(503).end("<h1>Away</h1>")],
    ["it answers 429", (response) => response.writeHead(429).end()],
    [
      "the answer is cut short",
      (response, request) =>
        response.writeHead(200, { "content-length": "100" }).write('{"data":', () => request.socket.destroy()),
    ],
    ["the answer ends in the middle of a word", (response) => response.writeHead(200).end('{"data":{"x":')],
    ["nothing is said", () => undefined],
    ["it begins to answer and never ends", (response) => void response.writeHead(200).write('{"data":')],
    ["a part of the graph is away", failure("SUBGRAPH_UNAVAILABLE")],
    ["an answer has errors beside its data", failure("SUBGRAPH_TIMEOUT", { x: null })],
    ["its database is away", failure("DATABASE_UNAVAILABLE", { x: 1 })],
    ["an error has no code", json({ data: { x: 1 }, errors: [{ message: "Oh" }] })],
    ["its GraphQL errors come with 500", json({ errors: [{ message: "Oh", extensions: {} }] }, 500)],
    ["it says nothing but {}", json({})],
  ])("is asked again when %s", async (_what, answer) => {
    await asking([answer, answer, whole], { milliseconds: 200 }, async (ask, seen) => {
      expect(await ask()).toEqual({ kind: "whole", data: { x: 1 } });
      expect(seen.requests).toHaveLength(3);
    });
  });

  it("is left longer and longer alone", async () => {
    const away: Answer = (response) => response.writeHead(503).end();
    await asking([away], { attempts: 30 }, async (ask, { waits }) => {
      await expect(ask()).rejects.toMatchObject({ exitCode: 3 });
      expect(waits).toHaveLength(29);
      const [first = 0, second = 0, third = 0] = waits;
      expect(first).toBeGreaterThanOrEqual(250);
      expect(second).toBeGreaterThanOrEqual(500);
      expect(third).toBeGreaterThanOrEqual(1000);
      expect(Math.max(...waits)).toBeLessThanOrEqual(60_000);
    });
  });

  it("is left alone for as long as it asks for, but not for ever", async () => {
    const away = (retryAfter: string): Answer => json({}, 503, { "retry-after": retryAfter });
    const inAMinute = new Date(Date.now() + 90_000).toUTCString();
    await asking([away("20"), away("999999"), away(inAMinute), whole], {}, async (ask, { waits }) => {
      await ask();
      expect(waits.slice(0, 2)).toEqual([20_000, 300_000]);
      expect(waits[2]).toBeGreaterThan(60_000);
    });
  });

  it("is given up with the reason when it fails too many times in a row", async () => {
    await asking([failure("SUBGRAPH_ERROR")], {}, async (ask, { requests }) => {
      await expect(ask()).rejects.toMatchObject({
        exitCode: 3,
        message: expect.stringMatching(/failed 4 times in a row \(SUBGRAPH_ERROR\).*run again later/),
      });
      expect(requests).toHaveLength(4);
    });
  });
});

describe("what is not of the moment", () => {
  it.each([
    ["FORBIDDEN", 4, /It is FORBIDDEN/],
    ["UNAUTHENTICATED", 4, /KOMMUNGRAF_ACCESS_TOKEN/],
    ["BAD_USER_INPUT", 2, /It is BAD_USER_INPUT/],
    ["GRAPHQL_VALIDATION_FAILED", 3, /another version/],
  ])("is told at once: %s", async (code, exitCode, message) => {
    await asking([failure(code)], {}, async (ask, { requests }) => {
      await expect(ask()).rejects.toMatchObject({ exitCode, message: expect.stringMatching(message) });
      expect(requests).toHaveLength(1);
    });
  });

  it.each([
    ["ANSWER_TOO_LARGE", "too much"],
    ["COST_LIMIT_EXCEEDED", "too much"],
    ["INVALID_CURSOR", "invalid cursor"],
  ])("is for the caller to act on: %s", async (code, kind) => {
    await asking([failure(code)], {}, async (ask) => expect(await ask()).toEqual({ kind }));
  });

  it("is that something else than a hub answers", async () => {
    const page: Answer = (response) => response.writeHead(404).end("<h1>Not here</h1>");
    await asking([page], {}, (ask) => expect(ask()).rejects.toMatchObject({ exitCode: 3 }));
  });
});

describe("the token", () => {
  const secret = "eyJ.the-secret.of-this-test";

  it("goes to the hub and no further, and is in no message", async () => {
    const elsewhere: Answer = (response) => response.writeHead(307, { location: "/elsewhere" }).end();
    await asking([elsewhere], { token: secret }, async (ask, { requests }) => {
      const error = await ask().catch((reason: Error) => reason);
      expect(error).toMatchObject({ exitCode: 3, message: expect.not.stringContaining(secret) });
      expect(requests.map(({ headers, url }) => [url, headers.authorization])).toEqual([
        ["/graphql", `Bearer ${secret}`],
      ]);
    });
  });

  it("is read again when it was refused, and used when it is another", async () => {
    const renewToken = () => "the new one";
    await asking([failure("UNAUTHENTICATED"), whole], { token: secret, renewToken }, async (ask, { requests }) => {
      expect(await ask()).toMatchObject({ kind: "whole" });
      expect(requests[1]?.headers.authorization).toBe("Bearer the new one");
    });
  });

  it("is told to be no good, without it, when there is no other", async () => {
    await asking([failure("UNAUTHENTICATED")], { token: secret, renewToken: () => secret }, async (ask) => {
      await expect(ask()).rejects.toMatchObject({
        exitCode: 4,
        message: "The token is not valid: it has expired, or is not for this hub. Get a new one.",
      });
    });
  });
});
