import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { JWK } from "jose";

export interface KeyServerSettings {
  /** Where its metadata is. Default: where OAuth has it. */
  readonly metadata?: "oauth" | "openid" | "none" | "redirect";
  /** The issuer's path. */
  readonly path?: string;
  /** What the metadata says of itself, in the place of what is so. */
  readonly issuer?: string;
  readonly jwksUri?: string;
  /** What is at the keys' address, in the place of a key set. */
  readonly keys?: string;
}

export interface KeyServer {
  /** The issuer, path and all. */
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** The documents of an issuer, and nothing else of one. */
export async function startKeyServer(keys: () => readonly JWK[], settings: KeyServerSettings = {}): Promise<KeyServer> {
  const { metadata = "oauth", path = "" } = settings;
  const asked: string[] = [];
  let origin = "";
  const places: Readonly<Record<string, string>> = {
    oauth: `/.well-known/oauth-authorization-server${path}`,
    openid: `${path}/.well-known/openid-configuration`,
  };
  const server = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push(url);
    if (url === "/keys") return response.end(settings.keys ?? JSON.stringify({ keys: keys() }));
    if (metadata === "redirect") return response.writeHead(302, { location: `${origin}/keys` }).end();
    if (url !== places[metadata]) return response.writeHead(404).end();
    const { jwksUri = "/keys", issuer = `${origin}${path}` } = settings;
    return response.end(JSON.stringify({ issuer, jwks_uri: new URL(jwksUri, origin).href }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}${path}`,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
