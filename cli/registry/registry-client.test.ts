import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createRegistryClient } from "./registry-client";

const token = "kgt_aaaabbbbcccc_not-a-secret";

async function serving<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await once(server.close(), "close");
  }
}

/** Answers everything alike, and keeps what it was asked. */
function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked: { method?: string; url?: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const listener: RequestListener = async (request, response) => {
    const { method, url, headers: given } = request;
    asked.push({ method, url, headers: given, body: await text(request) });
    response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  };
  return { asked, listener };
}

const problem = (detail: string) => ({ type: "urn:problem-type:kommungraf:x", title: "X", status: 0, detail });
const handed = { sdl: "type Query { sandviken: String }", routingUrl: "https://graf.sandviken.se/graphql" };

describe("the registry as the commands reach it", () => {
  it("is asked with the token as a bearer and the submission as JSON", async () => {
    const { asked, listener } = answering(201, {
      kind: "published",
      version: 1,
      supergraph: { number: 2, hash: "abc" },
      findings: [],
      changes: [],
      more: "of a newer hub",
    });
    const outcome = await serving(listener, (url) => createRegistryClient({ url, token }).publish("sandviken", handed));
    expect(outcome).toMatchObject({ kind: "published", version: 1, more: "of a newer hub" });
    expect(asked).toMatchObject([
      { method: "POST", url: "/registry/subgraphs/sandviken/versions", headers: { authorization: `Bearer ${token}` } },
    ]);
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual(handed);
  });

  it("keeps what was typed within its part of the address", async () => {
    const { asked, listener } = answering(200, { kind: "unchanged" });
    await serving(listener, (url) => createRegistryClient({ url, token }).remove("../supergraphs/rollback?x"));
    expect(asked[0]?.url).toBe("/registry/subgraphs/..%2Fsupergraphs%2Frollback%3Fx");
  });

  it("may refuse or reject, which is an outcome and no failure", async () => {
    const rejected = { kind: "rejected", findings: [], changes: [] };
    const refused = { kind: "refused", reason: "There is no version before." };
    const client = (url: string) => createRegistryClient({ url, token });
    expect(await serving(answering(422, rejected).listener, (url) => client(url).publish("sandviken", handed))).toEqual(
      rejected,
    );
    expect(await serving(answering(409, refused).listener, (url) => client(url).rollback("sandviken", 3))).toEqual(
      refused,
    );
  });

  it.each([
    [403, 4],
    [400, 2],
    [404, 2],
    [413, 2],
    [429, 3],
    [500, 3],
    [503, 3],
  ])("answers %i with a reason, and the command ends with %i", async (status, exitCode) => {
    await serving(answering(status, problem("Here is why.")).listener, async (url) => {
      const asking = createRegistryClient({ url, token }).publish("sandviken", handed);
      await expect(asking).rejects.toMatchObject({ exitCode, message: expect.stringContaining("Here is why.") });
    });
  });

  it("says how to give a token when there was none", async () => {
    await serving(answering(401, problem("A valid token is needed.")).listener, async (url) => {
      const asking = createRegistryClient({ url, token: undefined }).remove("sandviken");
      await expect(asking).rejects.toMatchObject({ exitCode: 4, message: expect.stringContaining("KOMMUNGRAF_TOKEN") });
    });
  });

  it.each<[what: string, status: number, body: unknown]>([
    ["a page", 200, "<html></html>"],
    ["a page that is not found", 404, "<html></html>"],
    ["JSON of another kind", 200, { hello: true }],
    ["an outcome that it cannot be", 200, { kind: "exploded" }],
  ])("is not to be found where %s is", async (_what, status, body) => {
    await serving(answering(status, body).listener, async (url) => {
      const asking = createRegistryClient({ url, token }).check(handed);
      await expect(asking).rejects.toMatchObject({
        exitCode: 3,
        message: expect.stringContaining("not as a hub does"),
      });
    });
  });

  it("does not carry the token to where an answer points", async () => {
    const elsewhere = answering(200, { kind: "passed", findings: [], changes: [] });
    await serving(elsewhere.listener, (other) =>
      serving(answering(307, "", { location: other }).listener, async (url) => {
        const asking = createRegistryClient({ url, token }).check(handed);
        await expect(asking).rejects.toMatchObject({
          exitCode: 3,
          message: expect.stringContaining("sends elsewhere"),
        });
      }),
    );
    expect(elsewhere.asked).toEqual([]);
  });

  it("gives up where nobody is, and where nothing is said, with one line that does not hold the token", async () => {
    const gone = await serving(
      () => undefined,
      async (url) => url,
    );
    const asking = createRegistryClient({ url: gone, token }).check(handed);
    await expect(asking).rejects.toMatchObject({
      exitCode: 3,
      message: `No hub answers at ${gone} (ECONNREFUSED). Start one with npm start, or name one with --hub or KOMMUNGRAF_URL.`,
    });
    await serving(
      () => undefined,
      async (url) => {
        const waiting = createRegistryClient({ url, token }, 50).check(handed);
        await expect(waiting).rejects.toMatchObject({
          exitCode: 3,
          message: expect.stringContaining("nothing within"),
        });
        await expect(waiting).rejects.toMatchObject({ message: expect.not.stringContaining(token) });
      },
    );
  });
});
