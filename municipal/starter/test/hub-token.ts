import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
import { municipality } from "../src/municipality.js";
import { startSubgraph } from "../src/subgraph.js";
import { ask, config } from "./ask.js";

let key: CryptoKey;
let hubUrl: string;
const hub = createServer();

before(async () => {
  const pair = await generateKeyPair("ES256");
  key = pair.privateKey;
  const jwks = JSON.stringify({
    keys: [{ ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "ES256", use: "sig" }],
  });
  hub.on("request", (_, response) => response.setHeader("content-type", "application/json").end(jwks));
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
});
after(() => {
  hub.closeAllConnections();
  hub.close();
});

interface Claims {
  issuer?: string;
  audience?: string;
  expires?: string;
  signer?: CryptoKey;
}

const token = ({ issuer = hubUrl, audience = municipality.subgraph, expires = "1m", signer = key }: Claims = {}) =>
  new SignJWT({})
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(signer);

/** Status of an answer to one who shows `authorization`. */
async function statusFor(authorization?: string): Promise<number> {
  const service = await startSubgraph({ ...config, hubUrl });
  try {
    return (await ask(service.url, "{ __typename }", {}, authorization ? { authorization } : {})).status;
  } finally {
    await service.stop();
  }
}

test("lets the hub ask", async () => {
  assert.equal(await statusFor(`Bearer ${await token()}`), 200);
});

test("refuses one without a token, with another scheme or with nonsense", async () => {
  assert.equal(await statusFor(), 401);
  assert.equal(await statusFor("Basic aGVqOmhlag=="), 401);
  assert.equal(await statusFor("Bearer nonsense"), 401);
});

test("refuses a token for another subgraph, of another hub, too old or signed by another", async () => {
  const stranger = (await generateKeyPair("ES256")).privateKey;
  assert.equal(await statusFor(`Bearer ${await token({ audience: "another" })}`), 401);
  assert.equal(await statusFor(`Bearer ${await token({ issuer: "https://other.example" })}`), 401);
  assert.equal(await statusFor(`Bearer ${await token({ expires: "-1m" })}`), 401);
  assert.equal(await statusFor(`Bearer ${await token({ signer: stranger })}`), 401);
});

test("tells once when the hub names itself otherwise than HUB_URL", async (context) => {
  const told = context.mock.method(console, "error", () => undefined);
  const service = await startSubgraph({ ...config, hubUrl });
  try {
    const authorization = `Bearer ${await token({ issuer: "https://other.example" })}`;
    for (let time = 0; time < 2; time += 1) await ask(service.url, "{ __typename }", {}, { authorization });
  } finally {
    await service.stop();
  }
  assert.deepEqual(
    told.mock.calls.map(({ arguments: [line] }) => line),
    [`The token's issuer is "https://other.example", expected "${hubUrl}": see HUB_URL.`],
  );
});

test("is asked by nobody while the hub's keys cannot be fetched", async () => {
  const shown = `Bearer ${await token()}`;
  const service = await startSubgraph({ ...config, hubUrl: "http://127.0.0.1:1" });
  try {
    assert.equal((await ask(service.url, "{ __typename }", {}, { authorization: shown })).status, 503);
  } finally {
    await service.stop();
  }
});
