import { readConfig } from "../kit/config";
import { registryTimes, registryVariables } from "./registry-variables";

const timesWith = (env: NodeJS.ProcessEnv) => registryTimes(readConfig(registryVariables, env));

describe("the registry's variables", () => {
  it("say after how many minutes a subgraph that fails is taken out, a quarter of an hour without them", () => {
    expect(timesWith({})).toEqual({ quarantineAfter: 900_000 });
    expect(timesWith({ QUARANTINE_MINUTES: "2" })).toEqual({ quarantineAfter: 120_000 });
  });

  it.each(["0", "-1", "1.5", "soon"])("are refused with their name: %s", (value) => {
    expect(() => timesWith({ QUARANTINE_MINUTES: value })).toThrow(/QUARANTINE_MINUTES: must be a .*minutes/);
  });
});
