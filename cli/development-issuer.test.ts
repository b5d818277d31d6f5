import { ConfigError } from "../kit/config";
import { isDevelopmentIssuerOn } from "./development-issuer";

const issuers = [{ issuer: "https://issuer.example" }];

describe("the issuer for development", () => {
  it.each([
    ["where only who is at the machine reaches the hub", { HOST: "127.0.0.1" }, true],
    ["on localhost while tests run", { HOST: "localhost", NODE_ENV: "test" }, true],
    ["where it is asked for", { HOST: "0.0.0.0", DEVELOPMENT_ISSUER: "on" }, true],
    [
      "beside another issuer where it is asked for",
      { HOST: "::1", OAUTH_ISSUERS: issuers, DEVELOPMENT_ISSUER: "on" },
      true,
    ],
    ["where others reach the hub", { HOST: "0.0.0.0" }, false],
    ["in production", { HOST: "127.0.0.1", NODE_ENV: "production" }, false],
    ["where another issuer is set up", { HOST: "127.0.0.1", OAUTH_ISSUERS: issuers }, false],
    ["where it is not wanted", { HOST: "127.0.0.1", DEVELOPMENT_ISSUER: "off" }, false],
  ] as const)("%s: %o is %s", (_title, read, isOn) => {
    expect(isDevelopmentIssuerOn(read)).toBe(isOn);
  });

  it("cannot be had in production", () => {
    const read = { HOST: "127.0.0.1", NODE_ENV: "production", DEVELOPMENT_ISSUER: "on" } as const;
    expect(() => isDevelopmentIssuerOn(read)).toThrow(ConfigError);
  });
});
