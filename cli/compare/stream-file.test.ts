import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { createHubClient } from "./hub-client";
import { streamFile } from "./stream-file";

/** Streams a file from a hub that answers so; gives what arrived and the paths that were asked for. */
async function streamFrom(listener: RequestListener, options: Readonly<Record<string, string>> = {}) {
  const paths: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url);
    listener(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const hub = createHubClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const error = await streamFile(hub, "https://public.example/comparisons/abc.csv", options, output).catch(
    (why) => why,
  );
  server.closeAllConnections();
  await once(server.close(), "close");
  return { text, paths, error };
}

describe("a file of the hub", () => {
  it("is fetched from the hub that was asked, wherever its public address points, with the options", async () => {
    const { text, paths, error } = await streamFrom((_request, response) => response.end("a,b\n1,2\n"), {
      decimals: "comma",
      bom: "true",
    });
    expect([text, paths, error]).toEqual(["a,b\n1,2\n", ["/comparisons/abc.csv?decimals=comma&bom=true"], undefined]);
  });

  it("is not taken for whole when the hub breaks off in the middle", async () => {
    const { error } = await streamFrom((_request, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("a,b\n");
      setTimeout(() => response.destroy(), 50);
    });
    expect(error).toMatchObject({ exitCode: 1, message: expect.stringContaining("not whole") });
  });

  it("that the hub does not give is told with the hub's words", async () => {
    const { text, error } = await streamFrom((_request, response) => response.writeHead(404).end("No such link."));
    expect(text).toBe("");
    expect(error).toMatchObject({ exitCode: 1, message: "The hub does not give the file (404): No such link." });
  });
});
