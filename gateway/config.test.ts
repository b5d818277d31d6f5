import { ConfigError } from "../kit/config";
import { readGatewayConfig } from "./config";

it("has a default for everything", () => {
  const { host, port, options } = readGatewayConfig({}, {});
  expect([host, port]).toEqual(["127.0.0.1", 4000]);
  expect(options.supergraph.description).toMatch(/\/schema\/supergraph\.graphql$/);
  expect(options.timeouts).toMatchObject({ requestMilliseconds: 30_000, subgraphMilliseconds: 10_000 });
});

it("lets a flag stand before the variable", () => {
  const config = readGatewayConfig(
    { port: "0", supergraph: "http://localhost:1/supergraph", subgraphUrls: "b=https://b/graphql" },
    { PORT: "5000", SUPERGRAPH: "x.graphql", SUBGRAPH_URLS: "a=http://a/graphql?x=1" },
  );
  expect(config.port).toBe(0);
  expect(config.options.supergraph.description).toBe("http://localhost:1/supergraph");
  expect(config.options.subgraphUrls).toEqual({ b: "https://b/graphql" });
});

it("reads routing addresses that hold an equals sign", () => {
  const { options } = readGatewayConfig({}, { SUBGRAPH_URLS: " a=http://a/graphql?x=1 , b=http://b/ ," });
  expect(options.subgraphUrls).toEqual({ a: "http://a/graphql?x=1", b: "http://b/" });
});

it("reports every mistake together", () => {
  expect.assertions(2);
  try {
    readGatewayConfig(
      { port: "many" },
      { LIMIT_DEPTH: "0", LANDING_PAGE: "maybe", SUBGRAPH_URLS: "a,b=ftp://b", LOG_LEVEL: "loud" },
    );
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).mistakes.map((mistake) => mistake.split(":")[0])).toEqual([
      "PORT",
      "LOG_LEVEL",
      "SUBGRAPH_URLS",
      "SUBGRAPH_URLS",
      "LANDING_PAGE",
      "LIMIT_DEPTH",
    ]);
  }
});

describe("the supergraph that is served", () => {
  const DATABASE_URL = "postgres://db/kommungraf";

  it("is the registry's when there is a database, and a named one before that", () => {
    const followed = readGatewayConfig(
      {},
      { DATABASE_URL, DATA_DIRECTORY: "/data", PUBLIC_URL: "https://hub.example/" },
    );
    expect(followed.registry).toEqual({
      databaseUrl: DATABASE_URL,
      dataDirectory: "/data",
      signingKeys: undefined,
      publicUrl: "https://hub.example",
    });
    expect(readGatewayConfig({ supergraph: "x.graphql" }, { DATABASE_URL }).registry).toBeUndefined();
    expect(readGatewayConfig({}, { DATABASE_URL, SUPERGRAPH: "x.graphql" }).registry).toBeUndefined();
    expect(readGatewayConfig({}, {}).registry).toBeUndefined();
  });

  it("is the registry's when a flag says so, which needs a database", () => {
    expect(readGatewayConfig({ registry: true }, { DATABASE_URL, SUPERGRAPH: "x.graphql" }).registry).toBeDefined();
    expect(() => readGatewayConfig({ registry: true }, {})).toThrow(/DATABASE_URL is required/);
  });
});

describe("owners' subgraphs at addresses of this machine", () => {
  it.each([
    [{}, true],
    [{ HOST: "::1" }, true],
    [{ HOST: "localhost" }, true],
    [{ HOST: "0.0.0.0" }, false],
    [{ HOST: "::" }, false],
    [{ HOST: "192.0.2.1" }, false],
    [{ HOST: "0.0.0.0", LOOPBACK_SUBGRAPHS: "on" }, true],
    [{ LOOPBACK_SUBGRAPHS: "off" }, false],
  ])("are asked by a gateway of %j: %s", (env, expected) => {
    expect(readGatewayConfig({}, env).options.loopbackOwners).toBe(expected);
  });
});
