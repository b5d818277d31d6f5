import { readConfig } from "../kit/config";
import { registrySettings, registryVariables } from "./registry-variables";

const settingsWith = (env: NodeJS.ProcessEnv) => registrySettings(readConfig(registryVariables, env));

describe("the registry's variables", () => {
  it("say after how many minutes a subgraph that fails is taken out, a quarter of an hour without them", () => {
    expect(settingsWith({})).toMatchObject({ quarantineAfter: 900_000 });
    expect(settingsWith({ QUARANTINE_MINUTES: "2" })).toMatchObject({ quarantineAfter: 120_000 });
  });

  it("say how much memory composing has, a GiB for each thread without them", () => {
    expect(settingsWith({})).toMatchObject({ composeMegabytes: 1024 });
    expect(settingsWith({ COMPOSE_HEAP_MIB: "640" })).toMatchObject({ composeMegabytes: 640 });
    expect(() => settingsWith({ COMPOSE_HEAP_MIB: "much" })).toThrow(/COMPOSE_HEAP_MIB: must be a .*MiB/);
  });

  it.each(["0", "-1", "1.5", "soon"])("are refused with their name: %s", (value) => {
    expect(() => settingsWith({ QUARANTINE_MINUTES: value })).toThrow(/QUARANTINE_MINUTES: must be a .*minutes/);
  });
});
