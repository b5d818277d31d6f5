import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { createSigningKeys } from "../kit/signing-keys";
import { startHub, type TestHub } from "./test-support/hub";
import { startRawSubgraph } from "./test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "./test-support/subgraph";

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const seen: { request: IncomingMessage; body: string }[] = [];
let handle: Handle;
let room: TestSubgraph;
let registry: TestSubgraph;
let hub: TestHub;
let without: TestHub;
let registryUrl: string | undefined;

beforeAll(async () => {
  room = await startSubgraph("rows", "type Query { x: Int }");
  registry = await startRawSubgraph("registry", "", (request, response, body) => {
    seen.push({ request, body });
    handle(request, response, body);
  });
  registryUrl = registry.url;
  hub = await startHub([room], { registryUrl: () => registryUrl });
  without = await startHub([room]);
});
afterAll(async () => {
  await Promise.all([hub.stop(), without.stop()]);
  await Promise.all([room.stop(), registry.stop()]);
});
beforeEach(() => {
  seen.length = 0;
  registryUrl = registry.url;
  handle = (_request, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"ok":"å"}');
});

/** Sends the path as it is: fetch would tidy it first. */
async function raw(
  path: string,
  options: http.RequestOptions = {},
  body: Iterable<string> = [],
): Promise<{ status: number; headers: IncomingMessage["headers"]; body: string }> {
  const { hostname, port } = new URL(hub.url);
  const request = http.request({ hostname, port, path, agent: false, ...options });
  // A server that has said no may close while the rest is on its way.
  request.on("error", () => {});
  for (const piece of body) request.write(piece);
  request.end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

describe("the registry's API", () => {
  it("gets what is sent to it, with the token and the request's id, and its answer comes back", async () => {
    handle = (_request, response) =>
      response
        .writeHead(422, {
          "content-type": "application/problem+json",
          "retry-after": "7",
          "set-cookie": "a=b",
          server: "inside",
        })
        .end('{"title":"Åter"}');
    const response = await fetch(`${hub.url}/registry/subgraphs/sundsvall/versions?dry=true`, {
      method: "POST",
      headers: {
        authorization: "Bearer secret-token",
        "content-type": "application/json",
        "x-request-id": "one.1",
        "user-agent": "kommungraf/1",
        cookie: "c=d",
        "x-forwarded-for": "192.0.2.1",
      },
      body: '{"schema":"å"}',
    });
    expect([response.status, await response.text()]).toEqual([422, '{"title":"Åter"}']);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("server")).toBeNull();
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const [{ request, body }] = seen as [(typeof seen)[number]];
    expect([request.method, request.url, body]).toEqual([
      "POST",
      "/registry/subgraphs/sundsvall/versions?dry=true",
      '{"schema":"å"}',
    ]);
    expect(request.headers).toMatchObject({
      authorization: "Bearer secret-token",
      "content-type": "application/json",
      "user-agent": "kommungraf/1",
      "x-request-id": "one.1",
    });
    expect(Object.keys(request.headers)).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(Object.keys(request.headers)).not.toEqual(expect.arrayContaining(["x-forwarded-for"]));
    expect(hub.log.join("")).not.toContain("secret-token");
  });

  it("is told who calls by a name of the gateway's own, never by the caller's word or address", async () => {
    const call = async () => {
      await fetch(`${hub.url}/registry/tokens`, { headers: { "x-kommungraf-caller": "somebody-else-entirely" } });
      return seen.at(-1)?.request.headers["x-kommungraf-caller"];
    };
    const [first, again] = [await call(), await call()];
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(again).toBe(first);
    const otherGateway = await startHub([room], { registryUrl: () => registryUrl });
    await fetch(`${otherGateway.url}/registry/tokens`);
    expect(seen.at(-1)?.request.headers["x-kommungraf-caller"]).not.toBe(first);
    await otherGateway.stop();
  });

  it.each(["GET", "DELETE"])("takes %s", async (method) => {
    const response = await fetch(`${hub.url}/registry/tokens/12`, { method });
    expect([response.status, await response.json()]).toEqual([200, { ok: "å" }]);
    expect(seen[0]?.request.method).toBe(method);
  });

  it("takes PUT with its body", async () => {
    const body = '{"hosts":["*.sundsvall.se"]}';
    const response = await fetch(`${hub.url}/registry/subgraphs/sundsvall/hosts`, { method: "PUT", body });
    expect([response.status, seen[0]?.request.method, seen[0]?.body]).toEqual([200, "PUT", body]);
  });

  it("takes no other method", async () => {
    const response = await fetch(`${hub.url}/registry/tokens`, { method: "PATCH", body: "x" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST, PUT, DELETE"]);
    expect(seen).toEqual([]);
  });

  it.each([
    "/registry/",
    "/registry/../graphql",
    "/registry/a/../../health/live",
    "/registry/.hidden",
    "/registry/a//b",
    "/registry/a%2fb",
    "/registry/%2e%2e/x",
    "/registry/a;b",
  ])("is not asked for %s", async (path) => {
    const { status, headers } = await raw(path);
    expect([400, 404]).toContain(status);
    if (status === 404) expect(headers["content-type"]).toMatch(/json/);
    expect(seen).toEqual([]);
  });

  it("is not asked for an address beyond the limit", async () => {
    expect((await raw(`/registry/${"a".repeat(9000)}`)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it("gets no body above 2 MiB, whether its length is told or not", async () => {
    const piece = "x".repeat(1024 * 1024);
    const told = await raw("/registry/a", { method: "POST", headers: { "content-length": 3 * piece.length } }, [piece]);
    expect(told.status).toBe(413);
    handle = (_request, response) => response.end("whole");
    const untold = await raw("/registry/a", { method: "POST" }, [piece, piece, piece]);
    expect([untold.status, untold.headers["content-type"]]).toEqual([413, "application/problem+json; charset=utf-8"]);
    expect(seen).toEqual([]);
    const fits = await raw("/registry/a", { method: "POST" }, [piece, piece]);
    expect([fits.status, seen[0]?.body.length]).toEqual([200, 2 * piece.length]);
  });

  it("gets no body that is compressed", async () => {
    const { status } = await raw("/registry/a", { method: "POST", headers: { "content-encoding": "gzip" } }, ["x"]);
    expect(status).toBe(415);
  });

  it("says so when it is away, follows no redirect, and leaves the token out of the log", async () => {
    handle = (request) => request.socket.destroy();
    const cut = await fetch(`${hub.url}/registry/a`, { headers: { authorization: "Bearer secret-2" } });
    expect([cut.status, cut.headers.get("retry-after")]).toEqual([503, "5"]);
    handle = (_request, response) => response.writeHead(302, { location: room.url }).end();
    expect((await fetch(`${hub.url}/registry/a`, { redirect: "manual" })).status).toBe(503);
    registryUrl = "http://127.0.0.1:1";
    const away = await fetch(`${hub.url}/registry/a`, { method: "POST", body: "x" });
    expect([away.status, away.headers.get("content-type")]).toEqual([503, "application/problem+json; charset=utf-8"]);
    expect(hub.log.filter((line) => line.includes("could not be asked")).length).toBeGreaterThanOrEqual(3);
    expect(hub.log.join("")).not.toContain("secret-2");
  });
});

describe("/supergraph.graphql", () => {
  it("is what the registry gives, and is asked for again by its ETag", async () => {
    handle = (request, response) => {
      if (request.headers["if-none-match"] === '"1"') response.writeHead(304, { etag: '"1"' }).end();
      else response.writeHead(200, { etag: '"1"', "content-type": "text/plain" }).end("schema {}");
    };
    const first = await fetch(`${hub.url}/supergraph.graphql`);
    expect([first.status, first.headers.get("etag"), await first.text()]).toEqual([200, '"1"', "schema {}"]);
    const again = await fetch(`${hub.url}/supergraph.graphql`, { headers: { "if-none-match": '"1"' } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const head = await fetch(`${hub.url}/supergraph.graphql`, { method: "HEAD" });
    expect([head.status, head.headers.get("etag")]).toEqual([200, '"1"']);
    expect((await fetch(`${hub.url}/supergraph.graphql`, { method: "POST" })).status).toBe(405);
  });
});

describe("a gateway without a registry and keys", () => {
  it.each(["/registry/owners", "/supergraph.graphql", "/.well-known/jwks.json"])("has nothing at %s", async (path) => {
    const response = await fetch(`${without.url}${path}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ]);
  });
});

describe("/.well-known/jwks.json", () => {
  it("is the public part of the keys, to be kept for five minutes", async () => {
    const keys = await createSigningKeys();
    const signing = await startHub([room], { signingJwks: keys.privateJwks });
    const response = await fetch(`${signing.url}/.well-known/jwks.json`);
    const text = await response.text();
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(JSON.parse(text)).toEqual(keys.publicKeys());
    expect(text).not.toContain('"d"');
    await signing.stop();
  });
});
