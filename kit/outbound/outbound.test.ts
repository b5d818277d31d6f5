import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createSecureServer } from "node:tls";
import type { Dispatcher } from "undici";
import { createOutboundAgent, type OutboundOptions } from "./agent";
import { isLoopbackAddress, isPublicAddress } from "./public-address";
import { checkRoutingUrl } from "./routing-url";

let server: Server;
let port: number;
let visits = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    visits += 1;
    if (request.url === "/redirect") response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` });
    response.end(request.headers.host);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  visits = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A resolver that gives each name these addresses, in turn when there are several lists. */
function resolving(...lists: string[][]): OutboundOptions["lookup"] {
  let turn = 0;
  return (_host, _options, callback) => {
    const addresses = lists[Math.min(turn++, lists.length - 1)] ?? [];
    setImmediate(() =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      ),
    );
  };
}

async function ask(origin: string, options: OutboundOptions, path = "/"): Promise<string> {
  const agent = createOutboundAgent({ connectMilliseconds: 2000, ...options });
  try {
    const response: Dispatcher.ResponseData = await agent.request({ origin, path, method: "GET" });
    return `${response.statusCode} ${await response.body.text()}`;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await agent.destroy();
  }
}

describe("the agent", () => {
  it.each([
    "127.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[::7f00:1]",
    "0.0.0.0",
    "169.254.169.254",
    "10.0.0.1",
    "2130706433",
    "0x7f.1",
    "127.1",
    "127.0.0.1.",
  ])("connects to no address that is not public: %s", async (host) => {
    expect(await ask(`http://${host}:${port}`, { loopback: false })).toBe("FORBIDDEN_ADDRESS");
    expect(visits).toBe(0);
  });

  it.each<[string, string[]]>([
    ["this machine", ["127.0.0.1"]],
    ["a private net", ["192.168.1.1"]],
    ["a cloud's own service", ["169.254.169.254"]],
    ["this machine by IPv6", ["::ffff:7f00:1"]],
    ["a public and a private address", ["8.8.8.8", "127.0.0.1"]],
    ["nothing", []],
  ])("connects to no name that leads to %s", async (_, addresses) => {
    expect(await ask(`http://graph.example.se:${port}`, { loopback: false, lookup: resolving(addresses) })).toBe(
      "FORBIDDEN_ADDRESS",
    );
    expect(visits).toBe(0);
  });

  it("connects to the very address that it looked at, and looks once", async () => {
    const lookup = jest.fn(resolving(["127.0.0.1"], ["10.0.0.1"]) as NonNullable<OutboundOptions["lookup"]>);
    expect(await ask(`http://graph.example.se:${port}`, { loopback: true, lookup })).toBe(
      `200 graph.example.se:${port}`,
    );
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  it("reaches this machine where that is allowed, and still no private net", async () => {
    expect(await ask(`http://127.0.0.1:${port}`, { loopback: true })).toMatch(/^200/);
    expect(await ask(`http://localhost:${port}`, { loopback: true, lookup: resolving(["::1", "127.0.0.1"]) })).toMatch(
      /^200/,
    );
    expect(await ask(`http://10.0.0.1:${port}`, { loopback: true })).toBe("FORBIDDEN_ADDRESS");
    expect(await ask(`http://169.254.169.254`, { loopback: true })).toBe("FORBIDDEN_ADDRESS");
  });

  it("follows no redirect", async () => {
    expect(await ask(`http://127.0.0.1:${port}`, { loopback: true }, "/redirect")).toMatch(/^302/);
    expect(visits).toBe(1);
  });

  it("asks for the certificate of the name, not of the address", async () => {
    const names: string[] = [];
    const secure = createSecureServer({
      SNICallback(name, callback) {
        names.push(name);
        callback(null, undefined);
      },
    });
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    const { port: securePort } = secure.address() as AddressInfo;
    const origin = `https://graph.example.se:${securePort}`;
    // The server has no certificate to show.
    expect(await ask(origin, { loopback: true, lookup: resolving(["127.0.0.1"]) })).toMatch(/SSL|TLS|CERT|ECONNRESET/);
    expect(names).toEqual(["graph.example.se"]);
    await new Promise((resolve) => secure.close(resolve));
  });

  it("passes on what the resolver says when it fails", async () => {
    const lookup: OutboundOptions["lookup"] = (_host, _options, callback) =>
      callback(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), []);
    expect(await ask("http://graph.example.se", { loopback: false, lookup })).toBe("ENOTFOUND");
  });
});

describe("an address", () => {
  it.each(["8.8.8.8", "193.10.64.1", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"])(
    "is public: %s",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "168.63.129.16",
    "172.16.0.1",
    "192.168.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:0:8.8.8.8",
    "64:ff9b::a00:1",
    "64:ff9b:1::808:808",
    "2002:a00:1::",
    "2001:0:808:808::1",
    "2001:db8::1",
    "fc00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "graph.example.se",
    "",
  ])("is not public: %s", (address) => expect(isPublicAddress(address)).toBe(false));

  it("leads back to this machine in any of its spellings", () => {
    for (const address of ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "::ffff:127.0.0.1"]) {
      expect(isLoopbackAddress(address)).toBe(true);
    }
    for (const address of ["128.0.0.1", "::2", "localhost"]) expect(isLoopbackAddress(address)).toBe(false);
  });
});

describe("a routing URL", () => {
  const mistakes = (url: string, hosts?: string[], loopback = false) => checkRoutingUrl(url, { loopback, hosts });

  it.each(["https://graph.sundsvall.se/graphql", "https://graph.sundsvall.se:8443/?a=b", "https://8.8.8.8/graphql"])(
    "is sound: %s",
    (url) => expect(mistakes(url)).toEqual([]),
  );

  it.each<[string, RegExp[]]>([
    ["graph.sundsvall.se", [/no URL/]],
    ["http://graph.sundsvall.se/", [/https/]],
    ["file:///etc/passwd", [/https/]],
    ["https://user:word@graph.sundsvall.se/", [/password/]],
    ["https://graph.sundsvall.se/#part", [/fragment/]],
    ["https://graph.sundsvall.se/#", [/fragment/]],
    ["https://10.0.0.1/", [/public/]],
    ["https://169.254.169.254/latest", [/public/]],
    ["https://[fe80::1]/", [/public/]],
    ["https://0.0.0.0/", [/public/]],
    ["https://localhost/", [/own machine/]],
    ["https://localhost./", [/own machine/]],
    ["https://a.localhost/", [/own machine/]],
    ["https://127.0.0.1/", [/own machine/]],
    ["https://2130706433/", [/own machine/]],
    ["https://0x7f.1/", [/own machine/]],
    ["https://127.1./", [/own machine/]],
    ["https://[::1]/", [/own machine/]],
    ["https://[::ffff:127.0.0.1]/", [/own machine/]],
    ["http://user@127.0.0.1/#x", [/https/, /password/, /fragment/, /own machine/]],
  ])("is refused with a sentence for each mistake: %s", (url, expected) => {
    const found = mistakes(url);
    expect(found).toHaveLength(expected.length);
    found.forEach((mistake, index) => {
      expect(mistake).toMatch(expected[index] as RegExp);
      expect(mistake).toMatch(/\.$/);
    });
  });

  it("may be this machine's, without TLS, where that is allowed; a private net's never", () => {
    for (const url of ["http://127.0.0.1:4001/graphql", "http://localhost:4001/", "https://[::1]/"]) {
      expect(mistakes(url, undefined, true)).toEqual([]);
    }
    expect(mistakes("http://10.0.0.1/", undefined, true)).toHaveLength(2);
  });

  it("must have one of the hosts that are named, whole or below a star", () => {
    const hosts = ["graph.habo.se", "*.sundsvall.se"];
    for (const url of ["https://graph.habo.se/", "https://GRAPH.habo.se./", "https://a.b.sundsvall.se/"]) {
      expect(mistakes(url, hosts)).toEqual([]);
    }
    for (const url of ["https://sundsvall.se/", "https://evilsundsvall.se/", "https://graph.habo.se.evil.se/"]) {
      expect(mistakes(url, hosts)).toEqual(["The host must be one of graph.habo.se, *.sundsvall.se."]);
    }
  });
});
