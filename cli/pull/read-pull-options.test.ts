import { type PullOptions, readPullOptions } from "./read-pull-options";

const typed: PullOptions = { source: "boverket", out: "dir", full: true, page: "100", timeout: "60", attempts: "10" };

describe("the options of a pull", () => {
  it("are read, with municipalities in order and each once", () => {
    const options = {
      ...typed,
      municipality: ["2281,2181", "2281"],
      unpublished: true,
      hub: "http://localhost:4000/graphql",
    };
    expect(readPullOptions(options)).toMatchObject({
      source: "boverket",
      folder: "dir",
      municipalities: ["2181", "2281"],
      isUnpublished: true,
      mayPullAnew: true,
      page: 100,
      milliseconds: 60_000,
      attempts: 10,
      hub: { url: "http://localhost:4000" },
    });
  });

  it("have the access token in a variable of its own, and not that which registry tokens are in", () => {
    const { KOMMUNGRAF_TOKEN, KOMMUNGRAF_ACCESS_TOKEN } = process.env;
    try {
      Object.assign(process.env, { KOMMUNGRAF_TOKEN: "of the registry", KOMMUNGRAF_ACCESS_TOKEN: " of the reader\n" });
      expect(readPullOptions(typed).hub).toMatchObject({
        token: "of the reader",
        tokenSource: "KOMMUNGRAF_ACCESS_TOKEN",
      });
    } finally {
      for (const [name, value] of Object.entries({ KOMMUNGRAF_TOKEN, KOMMUNGRAF_ACCESS_TOKEN })) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });

  it("that are wrong are told all at once", () => {
    const options = { ...typed, source: " ", municipality: ["Sundsvall"], page: "501", timeout: "0", attempts: "many" };
    const message = /--municipality: "Sundsvall".*--source: .*--page: "501".*--timeout: "0".*--attempts: "many"/;
    expect(() => readPullOptions(options)).toThrow(message);
  });
});
