import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { CALLER_HEADER } from "../kit/caller-header";
import type { GatewayOptions } from "./gateway";
import { startHub, type TestHub } from "./test-support/hub";
import { startRawSubgraph } from "./test-support/raw-subgraph";
import type { TestSubgraph } from "./test-support/subgraph";

const TYPES = "type Query { x: Int }";

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const seen: IncomingMessage[] = [];
let handle: Handle;
let subgraph: TestSubgraph;
let hub: TestHub;
const others: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  subgraph = await startRawSubgraph("comparisons", TYPES, (request, response) => {
    seen.push(request);
    handle(request, response);
  });
  hub = await startHub([subgraph]);
});
afterAll(async () => {
  await hub.stop();
  await subgraph.stop();
  await Promise.all(others.map((other) => other.stop()));
});
beforeEach(() => {
  seen.length = 0;
  handle = (_request, response) => response.end("a,b\r\n");
});

async function hubWith(options: Partial<GatewayOptions>, subgraphs = [subgraph]): Promise<TestHub> {
  const other = await startHub(subgraphs, options);
  others.push(other);
  return other;
}

/** Sends the path as it is: fetch would tidy it first. */
async function rawGet(
  url: string,
  path: string,
): Promise<{ status: number; body: string; headers: IncomingMessage["headers"] }> {
  const { hostname, port } = new URL(url);
  const request = http.get({ hostname, port, path, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode ?? 0, body, headers: response.headers };
}

describe("what goes through", () => {
  it("is the file, with the headers that say what it is", async () => {
    handle = (_request, response) => {
      response.writeHead(200, {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="x.csv"',
        etag: 'W/"1"',
        link: '<https://x>; rel="latest-version"',
        "cache-control": "public, no-cache",
        vary: "accept",
        "set-cookie": "a=b",
        server: "inside",
        "access-control-allow-origin": "https://inside.example",
        "x-powered-by": "inside",
      });
      response.end("kommun\r\nÅre\r\n");
    };
    const response = await fetch(`${hub.url}/comparisons/abc_-D.csv?bom=true&language=en`);
    expect([response.status, await response.text()]).toEqual([200, "kommun\r\nÅre\r\n"]);
    expect(seen.map(({ method, url }) => [method, url])).toEqual([
      ["GET", "/comparisons/abc_-D.csv?bom=true&language=en"],
    ]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="x.csv"',
      etag: 'W/"1"',
      link: '<https://x>; rel="latest-version"',
      "cache-control": "public, no-cache",
      vary: "accept",
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
    });
    for (const name of ["set-cookie", "server", "x-powered-by"]) expect(response.headers.get(name)).toBeNull();
  });

  it("is the headers of the request that choose the answer, and no others", async () => {
    await fetch(`${hub.url}/comparisons/abc`, {
      headers: {
        accept: "text/html",
        "accept-language": "sv",
        "if-none-match": 'W/"1"',
        "x-request-id": "asked-1",
        range: "bytes=0-1",
        cookie: "secret=1",
        authorization: "Bearer x",
        "x-forwarded-for": "10.0.0.1",
      },
    });
    const { host: _, connection: __, ...headers } = seen[0]?.headers ?? {};
    expect(headers).toEqual({
      accept: "text/html",
      "accept-language": "sv",
      "if-none-match": 'W/"1"',
      "x-request-id": "asked-1",
    });
  });

  it("is HEAD, 304 and what the subgraph refuses, as they are", async () => {
    handle = (request, response) => {
      if (request.method === "HEAD") return response.writeHead(200, { "content-type": "text/csv" }).end();
      if (request.headers["if-none-match"]) {
        return response.writeHead(304, { etag: '"1"', "content-security-policy": "style-src 'x'" }).end();
      }
      return response.writeHead(410, { "content-type": "application/problem+json" }).end('{"status":410}');
    };
    const head = await fetch(`${hub.url}/comparisons/abc`, { method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([200, "text/csv", ""]);
    const same = await fetch(`${hub.url}/comparisons/abc`, { headers: { "if-none-match": '"1"' } });
    expect([same.status, same.headers.get("etag"), await same.text()]).toEqual([304, '"1"', ""]);
    expect(same.headers.get("content-security-policy")).toBe("style-src 'x'");
    const gone = await fetch(`${hub.url}/comparisons/abc`);
    expect([gone.status, gone.headers.get("content-type"), await gone.text()]).toEqual([
      410,
      "application/problem+json",
      '{"status":410}',
    ]);
    expect(seen.map(({ method }) => method)).toEqual(["HEAD", "GET", "GET"]);
  });

  it("comes as it is made: the first part before the last is written", async () => {
    let finish = () => {};
    handle = (_request, response) => {
      response.write("first");
      finish = () => response.end("last");
    };
    const response = await fetch(`${hub.url}/comparisons/abc.csv`);
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
    finish();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("last");
  });

  it("waits for a client that reads slowly, rather than keeping what it has not read", async () => {
    let written = 0;
    handle = (request, response) => {
      const more = () => {
        while (!response.destroyed) {
          written += 64 * 1024;
          if (!response.write(Buffer.alloc(64 * 1024))) return;
        }
      };
      response.on("drain", more);
      request.socket.on("close", () => response.destroy());
      more();
    };
    const { hostname, port } = new URL(hub.url);
    const client = connect(Number(port), hostname);
    client.write("GET /comparisons/endless.csv HTTP/1.1\r\nhost: x\r\n\r\n");
    await once(client, "readable");
    client.pause();
    // It has stopped when nothing is written any more.
    let before = -1;
    while (written !== before) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(written).toBeLessThan(64 * 1024 * 1024);
    const left = new Promise((resolve) => seen[0]?.socket.once("close", resolve));
    client.destroy();
    await left;
  });
});

describe("bulk files go through", () => {
  let bulk: TestHub;
  beforeAll(async () => {
    const opendata = await startRawSubgraph("opendata", TYPES, (request, response) => {
      seen.push(request);
      handle(request, response);
    });
    others.push(opendata);
    const tokens = {
      issuers: [],
      identify: async () => ({ owner: "boverket", roles: ["reader"] as const, client: "x" }),
    };
    bulk = await hubWith({ tokens }, [opendata]);
  });

  it("with the caller's token and what chooses the answer, and nothing else", async () => {
    const response = await fetch(`${bulk.url}/bulk/v1/grants.csv?limit=1`, {
      headers: {
        accept: "text/csv",
        "accept-encoding": "zstd",
        "accept-language": "sv",
        "if-none-match": 'W/"1"',
        authorization: "Bearer x",
        "x-request-id": "asked-2",
        cookie: "secret=1",
      },
    });
    expect(response.status).toBe(200);
    const { host: _, connection: __, [CALLER_HEADER]: ___, ...headers } = seen[0]?.headers ?? {};
    expect([seen[0]?.url, headers]).toEqual([
      "/bulk/v1/grants.csv?limit=1",
      {
        accept: "text/csv",
        "accept-encoding": "zstd",
        "accept-language": "sv",
        "if-none-match": 'W/"1"',
        authorization: "Bearer x",
        "x-request-id": "asked-2",
      },
    ]);
  });

  it("with a name of the caller that is the gateway's own, the same each time and no address", async () => {
    const forged = { [CALLER_HEADER]: "a-name-of-my-own-choice", "x-forwarded-for": "10.0.0.1" };
    for (const headers of [{}, forged]) {
      const response = await fetch(`${bulk.url}/bulk/v1/grants.csv`, { headers });
      expect(response.status).toBe(200);
    }
    const names = seen.map(({ headers }) => headers[CALLER_HEADER]);
    expect(names[0]).toMatch(/^[\w-]{43}$/);
    expect(names[1]).toBe(names[0]);
  });

  it("packed as they come, with all that describes them", async () => {
    const headers = {
      "content-type": "text/csv",
      "content-encoding": "zstd",
      "content-disposition": 'attachment; filename="x.csv"',
      etag: 'W/"1"',
      link: '<https://x>; rel="next"',
      vary: "accept-encoding, authorization",
      "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
      "cache-control": "private, no-cache",
    };
    handle = (_request, response) => response.writeHead(200, headers).end("\u0001 packed");
    const { body, headers: given } = await rawGet(bulk.url, "/bulk/v1/grants.csv");
    expect([body, given]).toEqual(["\u0001 packed", expect.objectContaining(headers)]);
  });

  it.each([401, 403, 429])("and what is refused with %i, with what to do about it", async (status) => {
    handle = (_request, response) =>
      response.writeHead(status, { "www-authenticate": "Bearer", "retry-after": "10" }).end("{}");
    const response = await fetch(`${bulk.url}/bulk/v1/grants.csv`);
    expect([response.status, response.headers.get("www-authenticate"), response.headers.get("retry-after")]).toEqual([
      status,
      "Bearer",
      "10",
    ]);
  });

  it("as does what the folder itself says", async () => {
    for (const path of ["/bulk/v1", "/bulk/v1/", "/bulk/v1/?x=1"]) {
      expect([path, (await fetch(bulk.url + path)).status]).toEqual([path, 200]);
    }
    expect(seen.map(({ url }) => url)).toEqual(["/bulk/v1", "/bulk/v1/", "/bulk/v1/?x=1"]);
  });

  it.each([
    "/bulk",
    "/bulk/",
    "/bulk/v2/grants.csv",
    "/bulk/v1//graphql",
    "/bulk/v1/../graphql",
    "/bulk/v1/a/b",
    "/bulk/v1x",
  ])("but not %s", async (path) => {
    const { status } = await rawGet(bulk.url, path);
    expect([status, seen.length]).toEqual([404, 0]);
  });
});

describe("what does not go through", () => {
  it.each([
    "/comparisons/",
    "/comparisons/../graphql",
    "/comparisons/..",
    "/comparisons/.",
    "/comparisons/.csv",
    "/comparisons/..%2fgraphql",
    "/comparisons/%2e%2e/graphql",
    "/comparisons/%2e%2e%2fhealth%2fready",
    "/comparisons/a/../../graphql",
    "/comparisons/a/b",
    "/comparisons//graphql",
    "/comparisons/a%00",
    "/comparisons/a%2f..%2f..%2fgraphql",
    "/comparisons/a;b",
    "/comparisons/a\\..\\graphql",
    "/comparisons/a@b",
    "/comparisons/å",
    "//comparisons/a",
    "/comparisons/a?x=%zz#b",
    "/COMPARISONS/a",
    "/comparisons%2fa",
    "/x/../comparisons/a",
  ])("is the address %s", async (path) => {
    const { status } = await rawGet(hub.url, encodeURI(path).replaceAll("%25", "%").replaceAll("%5C", "\\"));
    expect([status, seen.length]).toEqual([404, 0]);
  });

  it("is another method than GET and HEAD", async () => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
      const response = await fetch(`${hub.url}/comparisons/abc`, { method });
      expect([response.status, response.headers.get("allow"), response.headers.get("content-type")]).toEqual([
        405,
        "GET, HEAD",
        "application/problem+json; charset=utf-8",
      ]);
    }
    expect(seen).toHaveLength(0);
  });

  it.each(["/comparisons/%ff%fe", "/comparisons/%", "/%ff"])(
    "is %s, which no router can read, and the refusal is the hub's own",
    async (path) => {
      const { status, body, headers } = await rawGet(hub.url, path);
      expect([status, seen.length]).toEqual([400, 0]);
      expect(JSON.parse(body)).toEqual({
        errors: [{ message: expect.stringContaining("cannot be read"), extensions: { code: "BAD_REQUEST" } }],
      });
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "x-request-id": expect.any(String),
      });
    },
  );

  it("is an address that is too long", async () => {
    const response = await fetch(`${hub.url}/comparisons/${"a".repeat(9000)}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      414,
      "application/problem+json; charset=utf-8",
    ]);
    expect(seen).toHaveLength(0);
  });

  it("is a redirect", async () => {
    handle = (_request, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end();
    const response = await fetch(`${hub.url}/comparisons/abc`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([503, null]);
  });

  it("is what a failing subgraph says of its insides", async () => {
    handle = (_request, response) => response.writeHead(500, { "content-type": "text/plain" }).end("password=secret");
    const response = await fetch(`${hub.url}/comparisons/abc`);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      503,
      "application/problem+json; charset=utf-8",
    ]);
    expect(await response.json()).toEqual({
      type: "urn:problem-type:kommungraf:not-available",
      title: "Not available just now",
      status: 503,
      detail: "This part of the hub is not available. Try again in a moment.",
    });
  });

  it("is anything when the supergraph has no such subgraph", async () => {
    const stranger = await startRawSubgraph("strangers", TYPES, (_request, response) => void response.end("x"));
    others.push(stranger);
    const other = await hubWith({}, [stranger]);
    expect((await fetch(`${other.url}/comparisons/abc`)).status).toBe(404);
  });
});

describe("when the subgraph", () => {
  it("is down, the answer is 503 and asks to try again", async () => {
    const other = await hubWith({ subgraphUrls: { comparisons: "http://127.0.0.1:1/graphql" } });
    const response = await fetch(`${other.url}/comparisons/abc`);
    expect([response.status, response.headers.get("retry-after"), response.headers.get("cache-control")]).toEqual([
      503,
      "5",
      "no-store",
    ]);
    expect(await response.text()).not.toContain("127.0.0.1");
  });

  it("does not begin to answer in time, the answer is 504 and the subgraph is left alone", async () => {
    const other = await hubWith({ timeouts: { subgraphMilliseconds: 100 } });
    let left: Promise<unknown> = Promise.resolve();
    handle = (request) => {
      left = new Promise((resolve) => request.socket.once("close", resolve));
    };
    const response = await fetch(`${other.url}/comparisons/abc`);
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
      504,
      "urn:problem-type:kommungraf:took-too-long",
    ]);
    await left;
  });

  it("fails half way, the connection is cut, so that nobody takes the part for the whole", async () => {
    handle = (_request, response) => {
      response.write("half");
      setImmediate(() => response.destroy());
    };
    const response = await fetch(`${hub.url}/comparisons/abc.csv`);
    await expect(response.text()).rejects.toThrow();
  });

  it("takes longer than a file may, the connection is cut", async () => {
    const other = await hubWith({ timeouts: { fileMilliseconds: 200 } });
    handle = (_request, response) => void response.write("first");
    const response = await fetch(`${other.url}/comparisons/abc.csv`);
    await expect(response.text()).rejects.toThrow();
  });

  it("closes a kept-alive connection, it is asked once more", async () => {
    await fetch(`${hub.url}/comparisons/abc`).then((response) => response.text());
    let times = 0;
    handle = (request, response) => {
      times += 1;
      if (times === 1) request.socket.destroy();
      else response.end("second");
    };
    expect(await fetch(`${hub.url}/comparisons/abc`).then((response) => response.text())).toBe("second");
  });
});

it("stops asking the subgraph when the client leaves", async () => {
  let asked = () => {};
  const began = new Promise<void>((resolve) => {
    asked = resolve;
  });
  let left: Promise<unknown> = Promise.resolve();
  handle = (request) => {
    left = new Promise((resolve) => request.socket.once("close", resolve));
    asked();
  };
  const client = http.get(`${hub.url}/comparisons/abc`, { agent: false }).on("error", () => {});
  await began;
  client.destroy();
  await left;
});

it("logs that a file was asked for, and nothing of what the address holds", async () => {
  const other = await hubWith({});
  await fetch(`${other.url}/comparisons/hemlig123.csv?language=sv`).then((response) => response.text());
  handle = (_request, response) => response.writeHead(500).end();
  await fetch(`${other.url}/comparisons/hemlig123.csv`).then((response) => response.text());
  const answered = () => other.log.filter((line) => line.includes('"route":"/comparisons/*"'));
  while (answered().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  const log = other.log.join("");
  expect(log).not.toContain("hemlig123");
});
