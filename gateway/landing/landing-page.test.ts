import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { projectRoot } from "../../kit/project-root";
import { startHub, type TestHub } from "../test-support/hub";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { readExamples } from "./landing-page";

let subgraph: TestSubgraph;
let hub: TestHub;
beforeAll(async () => {
  subgraph = await startSubgraph("a", "type Query { a: Int }", { Query: { a: () => 1 } });
  hub = await startHub([subgraph], { landing: true });
});
afterAll(async () => {
  await hub?.stop();
  await subgraph?.stop();
});

const browser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

it("is what a browser gets at / and at /graphql", async () => {
  for (const path of ["/", "/graphql"]) {
    const response = await fetch(hub.url + path, { headers: browser });
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(await response.text()).toMatch(/<html lang="en">[\s\S]*<title>Kommungraf<\/title>/);
  }
});

it("is not what a program gets at /graphql", async () => {
  for (const accept of ["*/*", "application/json", "application/graphql-response+json"]) {
    const response = await fetch(`${hub.url}/graphql?query={a}`, { headers: { accept } });
    expect(await response.json()).toMatchObject({ data: { a: 1 } });
  }
});

it("loads everything from the hub itself, to keep", async () => {
  const html = await (await fetch(`${hub.url}/`)).text();
  expect(html).not.toMatch(/(src|href|action)="(https?:)?\/\//);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
  const addresses = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => String(address));
  expect(addresses).toHaveLength(7);
  for (const address of addresses) {
    const response = await fetch(hub.url + address);
    expect([address, response.status, response.headers.get("cache-control")]).toEqual([
      address,
      200,
      "public, max-age=31536000, immutable",
    ]);
    const text = await response.text();
    if (address.endsWith(".css")) expect(text).not.toMatch(/@import|url\(\s*["']?(?!data:)[^)]*:\/\//);
    const again = await fetch(hub.url + address, {
      headers: { "if-none-match": String(response.headers.get("etag")) },
    });
    expect(again.status).toBe(304);
  }
});

it("links to the schema as text", async () => {
  expect(await (await fetch(`${hub.url}/schema.graphql`)).text()).toContain("type Query {\n  a: Int\n}");
});

describe("the examples", () => {
  const api = buildSchema(readFileSync(join(projectRoot, "schema", "api.graphql"), "utf8"));

  it("are there for each kind of user", () => {
    const users = new Set(readExamples().map(({ name }) => name.split("-")[0]));
    expect([...users].sort()).toEqual(["agency", "analyst", "municipality"]);
  });

  it.each(readExamples().map(({ name, query }) => [name, query]))(
    "%s fits the schema and begins in two languages",
    (_, query) => {
      expect(validate(api, parse(query)).map(({ message }) => message)).toEqual([]);
      expect(
        query
          .split("\n")
          .slice(0, 2)
          .every((line) => line.startsWith("# ")),
      ).toBe(true);
    },
  );
});
