import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createHubClient } from "./hub-client";

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

const gone = () =>
  serving(
    () => undefined,
    async (url) => url,
  );

describe("the hub's address", () => {
  it.each(["", "/", "/graphql", "/graphql/"])("may end in %j", async (end) => {
    const paths: (string | undefined)[] = [];
    const answer = await serving(
      (request, response) => {
        paths.push(request.url);
        response.end('{"data":{"x":1}}');
      },
      (url) => createHubClient(`${url}${end}`).ask("{ x }", {}),
    );
    expect(paths).toEqual(["/graphql"]);
    expect(answer).toEqual({ data: { x: 1 }, errors: [] });
  });

  it("where nobody is gives one line with what to do", async () => {
    const url = await gone();
    await expect(createHubClient(url).ask("{ x }", {})).rejects.toMatchObject({
      exitCode: 1,
      lines: [
        `No hub answers at ${url} (ECONNREFUSED). Start one with npm start, or name one with --url or KOMMUNGRAF_URL.`,
      ],
    });
  });

  it.each<[what: string, listener: RequestListener]>([
    ["says nothing", () => undefined],
    ["begins and never ends", (_request, response) => void response.writeHead(200).write('{"data":')],
  ])("where somebody takes the question and %s is given up, with one line", async (what, listener) => {
    await serving(listener, async (url) => {
      const hub = createHubClient(url, 100);
      const given = {
        exitCode: 1,
        lines: [expect.stringContaining(`No hub answers at ${url} (nothing within 0.1 seconds).`)],
      };
      await expect(hub.ask("{ x }", {})).rejects.toMatchObject(given);
      if (what === "says nothing") await expect(hub.open("/comparisons/abc.csv")).rejects.toMatchObject(given);
    });
  });

  it("gives a file that has begun the time that it takes", async () => {
    const text = await serving(
      (_request, response) => {
        response.write("a,");
        setTimeout(() => response.end("b"), 300);
      },
      async (url) => (await createHubClient(url, 100).open("/comparisons/abc.csv")).text(),
    );
    expect(text).toBe("a,b");
  });

  it.each([
    [404, "<html>Not here</html>"],
    [200, "[]"],
    [200, '{"message":"hello"}'],
  ])("where something else is gives one line too: %i %s", async (status, body) => {
    await serving(
      (_request, response) => response.writeHead(status).end(body),
      async (url) => {
        await expect(createHubClient(url).ask("{ x }", {})).rejects.toMatchObject({
          exitCode: 1,
          lines: [expect.stringContaining(`answers (${status}), but not as a hub does`)],
        });
      },
    );
  });
});
