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

  it("that are wrong are told all at once", () => {
    const options = { ...typed, source: " ", municipality: ["Sundsvall"], page: "501", timeout: "0", attempts: "many" };
    const message = /--municipality: "Sundsvall".*--source: .*--page: "501".*--timeout: "0".*--attempts: "many"/;
    expect(() => readPullOptions(options)).toThrow(message);
  });
});
