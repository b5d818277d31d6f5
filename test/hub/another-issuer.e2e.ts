import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { decodeProtectedHeader, exportJWK, generateKeyPair } from "jose";
import { findTokenEndpoint } from "../../cli/access-token/find-issuer";
import type { ClientKey } from "../../cli/access-token/read-key";
import { requestToken } from "../../cli/access-token/request-token";
import { projectRoot } from "../../kit/project-root";
import { startTestHub, type TestHub } from "../testkit/hub";

const HUB = "https://hub.test";

let child: ChildProcess;
let issuer: string;
let hub: TestHub;
let key: ClientKey;

/** oidc-provider in a process of its own, with clients that share a key. */
beforeAll(async () => {
  const pair = await generateKeyPair("ES256", { extractable: true });
  key = { key: pair.privateKey, algorithm: "ES256", kid: undefined };
  const jwk = await exportJWK(pair.publicKey);
  const settings = {
    audience: HUB,
    clients: [
      { id: "sundsvall-system", owner: "2281", scope: "kommungraf:reporter", jwk },
      { id: "boverket-system", owner: "boverket", scope: "kommungraf:reader kommungraf:reviewer", jwk },
      { id: "hub-operator", owner: "hub", scope: "kommungraf:operator", jwk },
    ],
  };
  child = spawn(process.execPath, [join(projectRoot, "test/testkit/oidc-issuer.mjs")], {
    env: { PATH: process.env.PATH, ISSUER_SETTINGS: JSON.stringify(settings) },
    stdio: ["ignore", "pipe", "ignore"],
  });
  issuer = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`oidc-provider ended with ${code}`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      if (line.startsWith("ready ")) resolve(line.slice("ready ".length));
    });
  });
  hub = await startTestHub("seeded", { tokens: undefined, issuers: [{ issuer }], publicUrl: HUB });
});
afterAll(async () => {
  child?.kill("SIGKILL");
  await hub?.stop();
});

async function tokenOf(clientId: string, scope?: string): Promise<string> {
  const tokenEndpoint = await findTokenEndpoint(issuer);
  return requestToken({ issuer, tokenEndpoint, clientId, key, scope, resource: HUB });
}

describe("an authorization server that is not ours", () => {
  it("gives tokens by private_key_jwt that the hub takes by discovery and its keys alone", async () => {
    const token = await tokenOf("hub-operator", "kommungraf:operator");
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: "at+jwt", alg: "ES256" });
    const answer = await hub.ask("{ auditLog(first: 1) { totalCount } }", {}, token);
    expect(answer.errors).toBeUndefined();
  });

  it("says whose data a token is for", async () => {
    const query =
      'query ($m: [MunicipalityCode!]) { fundingFollowUp(source: "boverket", municipalities: $m, includeUnpublished: true) { __typename } }';
    const token = await tokenOf("sundsvall-system", "kommungraf:reporter");
    expect((await hub.ask(query, { m: ["2281"] }, token)).errors).toBeUndefined();
    expect((await hub.ask(query, { m: ["2181"] }, token)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const boverket = await tokenOf("boverket-system", "kommungraf:reader");
    expect((await hub.ask(query, { m: ["2181"] }, boverket)).errors).toBeUndefined();
  });

  it("gives no scope that a client has not, and the hub lets nobody in without one", async () => {
    await expect(tokenOf("sundsvall-system", "kommungraf:operator")).rejects.toThrow("invalid_scope");
    const bare = await tokenOf("sundsvall-system");
    const answer = await hub.ask("{ __typename }", {}, bare);
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("is asked by the hub for its keys only where the hub knows it", async () => {
    const stranger = await startTestHub("seeded", { publicUrl: HUB });
    const token = await tokenOf("hub-operator", "kommungraf:operator");
    expect((await stranger.ask("{ __typename }", {}, token)).status).toBe(401);
    await stranger.stop();
  });
});
