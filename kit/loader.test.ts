import { createGroupLoader, createLoader, required } from "./loader";

interface Row {
  id: string;
  parents: string[];
}

const rows: Row[] = [
  { id: "c", parents: ["x", "y"] },
  { id: "a", parents: ["x"] },
  { id: "b", parents: [] },
];

function recorded<R>(answer: (keys: readonly string[]) => R) {
  const calls: (readonly string[])[] = [];
  return {
    calls,
    find: async (keys: readonly string[]) => {
      calls.push(keys);
      return answer(keys);
    },
  };
}

describe("a loader by key", () => {
  it("gives each record for its key, whatever the order they are found in, and null for none", async () => {
    const loader = createLoader(
      async () => rows,
      ({ id }: Row) => id,
    );
    expect(await Promise.all(["a", "b", "no-such", "c"].map((id) => loader.load(id)))).toEqual([
      rows[1],
      rows[2],
      null,
      rows[0],
    ]);
  });

  it("asks once for all keys of a tick, each key once, and never again for a key it knows", async () => {
    const { calls, find } = recorded(() => rows);
    const loader = createLoader(find, ({ id }: Row) => id);
    await Promise.all([loader.load("a"), loader.load("b"), loader.load("a"), loader.load("no-such")]);
    expect(calls).toEqual([["a", "b", "no-such"]]);
    await Promise.all([loader.load("a"), loader.load("no-such"), loader.load("c")]);
    expect(calls).toEqual([["a", "b", "no-such"], ["c"]]);
  });

  it("fails every key of a tick when the records cannot be read", async () => {
    const loader = createLoader(
      async () => Promise.reject(new Error("no database")),
      ({ id }: Row) => id,
    );
    const outcomes = await Promise.allSettled([loader.load("a"), loader.load("b")]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});

describe("a loader of groups", () => {
  it("gives the records of each key in the order they are found in, and an empty list for none", async () => {
    const loader = createGroupLoader(
      async () => rows,
      ({ parents }: Row) => parents,
    );
    expect(await Promise.all(["x", "y", "z"].map((key) => loader.load(key)))).toEqual([
      [rows[0], rows[1]],
      [rows[0]],
      [],
    ]);
  });

  it("asks once for all keys of a tick", async () => {
    const { calls, find } = recorded(() => rows);
    const loader = createGroupLoader(find, ({ parents }: Row) => parents[0] ?? "");
    await Promise.all([loader.load("x"), loader.load("y"), loader.load("x")]);
    expect(calls).toEqual([["x", "y"]]);
  });

  it("leaves out records of keys that nobody asked for", async () => {
    const loader = createGroupLoader(
      async () => rows,
      ({ parents }: Row) => parents,
    );
    expect(await loader.load("y")).toEqual([rows[0]]);
  });
});

describe("a required record", () => {
  it("is the record", async () => {
    expect(await required(Promise.resolve(rows[0] ?? null))).toBe(rows[0]);
  });

  it("is an error when it is missing", async () => {
    await expect(required(Promise.resolve(null))).rejects.toThrow("is missing");
  });
});
