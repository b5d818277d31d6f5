import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeSupergraph } from "../test-support/compose";
import { handSource } from "../test-support/hand-source";
import { startHub } from "../test-support/hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { fileSource } from "./file-source";
import { urlSource } from "./url-source";

let one: TestSubgraph;
let two: TestSubgraph;
beforeAll(async () => {
  one = await startSubgraph("one", "type Query { a: Int }", { Query: { a: () => 1 } });
  two = await startSubgraph("two", "type Query { b: Int }", { Query: { b: () => 2 } });
});
afterAll(() => Promise.all([one.stop(), two.stop()]));

describe("a supergraph that is replaced", () => {
  it("is served, and the last good one stays when the next is refused", async () => {
    const first = composeSupergraph([one]);
    const hand = handSource(first);
    const hub = await startHub(first, { supergraph: hand.source });
    expect((await hub.ask("{ b }")).errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await hand.change(composeSupergraph([one, two]))).toBe("accepted");
    expect(await hub.ask("{ a b }")).toMatchObject({ data: { a: 1, b: 2 } });

    const [notRouted] = [composeSupergraph([{ ...one, url: "" }])];
    for (const bad of [
      "{",
      "type Query { a: Int }",
      `${first}\ntype Broken @join__type(graph: NOWHERE) { a: Nothing }`,
      notRouted,
    ]) {
      expect(await hand.change(String(bad))).toMatch(/^refused: ./);
      expect(await hub.ask("{ a b }")).toMatchObject({ data: { a: 1, b: 2 } });
    }
    hand.fail(new Error("not there"));
    expect(hub.log.filter((line) => line.includes("the last good one stays live"))).toHaveLength(5);
    expect(await hub.ask("{ a b }")).toMatchObject({ data: { a: 1, b: 2 } });
    await hub.stop();
    expect(hand.isSubscribed()).toBe(false);
  });
});

describe("a supergraph that cannot be served", () => {
  it.each<[string, () => string, object, RegExp]>([
    ["is not GraphQL", () => "{", {}, /is not GraphQL/],
    ["is only a schema", () => "type Query { a: Int }", {}, /names no subgraph/],
    ["has no address for a subgraph", () => composeSupergraph([{ ...one, url: "" }]), {}, /"one" has no http address/],
    [
      "is routed to a subgraph that is not there",
      () => composeSupergraph([one]),
      { subgraphUrls: { tow: "http://localhost:1" } },
      /no subgraph "tow" to route; there are one/,
    ],
  ])("stops the start when it %s", async (_, sdl, options, message) => {
    await expect(startHub(sdl(), options)).rejects.toThrow(message);
  });
});

it("goes where the overrides say", async () => {
  const sdl = composeSupergraph([{ ...one, url: "http://localhost:1/nowhere" }]);
  const hub = await startHub(sdl, { subgraphUrls: { one: one.url } });
  expect(await hub.ask("{ a }")).toMatchObject({ data: { a: 1 } });
  await hub.stop();
});

describe("a file", () => {
  it("is read, and read again when it is written anew", async () => {
    const folder = await mkdtemp(join(tmpdir(), "supergraph-"));
    const path = join(folder, "supergraph.graphql");
    await writeFile(path, "first");
    const source = fileSource(path, { pollMilliseconds: 5 });
    expect(await source.load()).toBe("first");
    const changed = new Promise<string>((resolve, reject) => {
      const stop = source.subscribe?.((text) => {
        stop?.();
        resolve(text);
      }, reject);
    });
    await writeFile(path, "second");
    // A reader may meet the file between truncation and writing.
    expect(["second", ""]).toContain(await changed);
    await rm(folder, { recursive: true });
    await expect(source.load()).rejects.toThrow(/there is no such file/);
  });
});

describe("an address", () => {
  it("is fetched, and asked again by its ETag", async () => {
    let version = 1;
    const tags: unknown[] = [];
    const server = await startRawSubgraph("server", "", (request, response) => {
      tags.push(request.headers["if-none-match"]);
      const etag = `"${version}"`;
      if (request.headers["if-none-match"] === etag) {
        if (tags.length > 2) version = 2;
        response.writeHead(304).end();
      } else response.writeHead(200, { etag }).end(`version ${version}`);
    });
    const source = urlSource(server.url, { pollMilliseconds: 5 });
    expect(await source.load()).toBe("version 1");
    const changed = await new Promise<string>((resolve, reject) => {
      const stop = source.subscribe?.((text) => {
        stop?.();
        resolve(text);
      }, reject);
    });
    expect(changed).toBe("version 2");
    expect(tags.slice(0, 2)).toEqual([undefined, '"1"']);
    await server.stop();
  });

  it("says so when there is no supergraph, and follows no redirect", async () => {
    const server = await startRawSubgraph("server", "", (_, response) => {
      response.writeHead(302, { location: one.url }).end();
    });
    await expect(urlSource(server.url).load()).rejects.toThrow(/answers with status 302/);
    await server.stop();
  });
});
