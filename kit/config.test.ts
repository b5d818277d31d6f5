import { z } from "zod";
import {
  ConfigError,
  countVariable,
  databaseUrlVariable,
  hostVariable,
  logLevelVariable,
  portVariable,
  publicUrlVariable,
  readConfig,
} from "./config";

const shape = {
  HOST: hostVariable,
  PORT: portVariable(4000),
  DATABASE_URL: databaseUrlVariable,
  POOL: countVariable(10, "connections"),
  LOG_LEVEL: logLevelVariable,
};

const mistakesIn = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(shape, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
};

it("reads every variable with its type, and nothing that was not asked for", () => {
  const env = {
    HOST: "0.0.0.0",
    PORT: "4321",
    DATABASE_URL: "postgresql://db/hub",
    POOL: "3",
    LOG_LEVEL: "warn",
    OTHER: "x",
  };
  expect(readConfig(shape, env)).toEqual({
    HOST: "0.0.0.0",
    PORT: 4321,
    DATABASE_URL: "postgresql://db/hub",
    POOL: 3,
    LOG_LEVEL: "warn",
  });
});

it("takes a variable that is not set, or set to nothing, as its default", () => {
  const expected = { HOST: "127.0.0.1", PORT: 4000, DATABASE_URL: "postgres://db/hub", POOL: 10, LOG_LEVEL: "info" };
  expect(readConfig(shape, { DATABASE_URL: "postgres://db/hub" })).toEqual(expected);
  expect(readConfig(shape, { HOST: "", PORT: "", DATABASE_URL: "postgres://db/hub", POOL: "", LOG_LEVEL: "" })).toEqual(
    expected,
  );
});

it("tells of every mistake at once, one line each, each with the name of its variable", () => {
  const env = { PORT: "65536", DATABASE_URL: "mysql://db/hub", POOL: "0", LOG_LEVEL: "loud" };
  expect(mistakesIn(env)).toEqual([
    "PORT: must be a port number, 0 to 65535",
    expect.stringMatching(/^DATABASE_URL: must be a postgres:\/\/ address/),
    "POOL: must be a positive number of connections",
    "LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent",
  ]);
  expect(() => readConfig(shape, env)).toThrow("The environment has 4 mistake(s):\n  - PORT: must");
});

it("says that a variable is required when it is not set", () => {
  expect(mistakesIn({})).toEqual([expect.stringMatching(/^DATABASE_URL is required: /)]);
  expect(mistakesIn({ DATABASE_URL: "" })).toEqual([expect.stringMatching(/^DATABASE_URL is required: /)]);
});

it("does not repeat the value, which may be a secret", () => {
  const env = {
    PORT: "p4ssw0rd",
    DATABASE_URL: "mysql://hub:p4ssw0rd@db/hub",
    POOL: "p4ssw0rd",
    LOG_LEVEL: "p4ssw0rd",
  };
  expect(mistakesIn(env)).toHaveLength(4);
  expect(mistakesIn(env).join()).not.toContain("p4ssw0rd");
});

it.each(["-1", "65536", "80.5", "eighty", "80 80", "NaN", "Infinity"])("refuses %s as a port", (PORT) => {
  expect(() => readConfig({ PORT: portVariable(1) }, { PORT })).toThrow(/PORT: must be a (port|whole) number/);
});

it("lets the system choose a port with 0", () => {
  expect(readConfig({ PORT: portVariable(4000) }, { PORT: "0" })).toEqual({ PORT: 0 });
});

it.each(["0", "-3", "1.5", "many"])("refuses %s as a count and names the unit", (POOL) => {
  expect(() => readConfig({ POOL: countVariable(1, "connections") }, { POOL })).toThrow(/POOL: .*of connections/);
});

it("reads the process's environment when none is given", () => {
  process.env.KOMMUNGRAF_CONFIG_TEST = "yes";
  expect(readConfig({ KOMMUNGRAF_CONFIG_TEST: z.string() })).toEqual({ KOMMUNGRAF_CONFIG_TEST: "yes" });
  delete process.env.KOMMUNGRAF_CONFIG_TEST;
});

it("takes a public address with a slash after it as the same address, and none with a path", () => {
  const read = (PUBLIC_URL: string) => readConfig({ PUBLIC_URL: publicUrlVariable }, { PUBLIC_URL }).PUBLIC_URL;
  expect(read("https://kommungraf.example/")).toBe("https://kommungraf.example");
  expect(read("https://kommungraf.example:8443")).toBe("https://kommungraf.example:8443");
  for (const wrong of [
    "https://kommungraf.example/x",
    "https://kommungraf.example//",
    "kommungraf.example",
    "https:///",
  ]) {
    expect(() => read(wrong)).toThrow("PUBLIC_URL: must be an address without path");
  }
});
