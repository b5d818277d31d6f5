import { ConfigError, readConfig } from "../config";
import { createLogger } from "../logger";
import { accessVariables, tokensOf } from "./access-variables";

const silentLogger = createLogger({ name: "test", level: "silent" });

const read = (value: unknown) =>
  readConfig(accessVariables, { OAUTH_ISSUERS: typeof value === "string" ? value : JSON.stringify(value) })
    .OAUTH_ISSUERS;

function mistakesOf(value: unknown): readonly string[] {
  try {
    read(value);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe("OAUTH_ISSUERS", () => {
  it("names issuers with what is particular to each", () => {
    const issuers = [
      { issuer: "https://issuer.example" },
      {
        issuer: "https://other.example/tenant",
        jwksUri: "https://other.example/keys",
        audience: "urn:kommungraf",
        ownerClaim: "https://id.oidc.se/claim/orgNumber",
        owners: { "212000-2411": "2281", "202100-3989": "boverket", "hub-number": "hub" },
        scopes: { "kg.write": "reporter" },
      },
    ];
    expect(read(issuers)).toEqual(issuers);
    expect(tokensOf(read(issuers), "https://hub.test", silentLogger).issuers).toEqual([
      "https://issuer.example",
      "https://other.example/tenant",
    ]);
  });

  it("may be left out, and then no token is taken", async () => {
    expect(read("")).toBeUndefined();
    await expect(tokensOf(undefined, "https://hub.test", silentLogger).identify("a.b.c")).rejects.toThrow("no issuer");
  });

  it("takes http of this machine alone", () => {
    for (const issuer of ["http://127.0.0.1:4010", "http://localhost:4010", "http://[::1]:4010"]) {
      expect(mistakesOf([{ issuer }])).toEqual([]);
    }
    for (const issuer of [
      "http://issuer.example",
      "http://127.0.0.1.evil.test",
      "http://10.0.0.1",
      "ftp://localhost",
    ]) {
      expect(mistakesOf([{ issuer }])).toHaveLength(1);
    }
  });

  it.each([
    ["no JSON", "https://issuer.example"],
    ["no list", { issuer: "https://issuer.example" }],
    ["an empty list", []],
    ["an issuer without its address", [{}]],
    ["a word that it does not know", [{ issuer: "https://issuer.example", jwks_uri: "https://issuer.example/keys" }]],
    ["an address with a password", [{ issuer: "https://a:b@issuer.example" }]],
    ["an issuer twice", [{ issuer: "https://issuer.example" }, { issuer: "https://issuer.example" }]],
    ["an owner that there cannot be", [{ issuer: "https://issuer.example", owners: { "1": "Sundsvalls kommun" } }]],
    ["a role that there is not", [{ issuer: "https://issuer.example", scopes: { a: "admin" } }]],
    ["a scope with a space", [{ issuer: "https://issuer.example", scopes: { "a b": "reader" } }]],
  ])("is refused when it is %s", (_title, value) => {
    expect(mistakesOf(value)).toEqual([expect.stringMatching(/^OAUTH_ISSUERS: /)]);
  });

  it("tells every mistake at once, with its place", () => {
    const mistakes = mistakesOf([
      { issuer: "http://issuer.example", owners: { "212000-2411": "22811" } },
      { issuer: "https://b.example", jwksUri: "keys", scopes: { a: "admin" } },
    ]);
    expect(mistakes).toEqual([
      expect.stringContaining("[0].issuer must be an https address"),
      expect.stringContaining("[0].owners.212000-2411 must be a municipality code"),
      expect.stringContaining("[1].jwksUri must be"),
      expect.stringContaining("[1].scopes.a must be one of reporter"),
    ]);
  });
});
