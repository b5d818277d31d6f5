import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { createLogger } from "../../kit/logger";
import { handSource } from "../test-support/hand-source";
import { createEngines, type EnginesOptions } from "./engines";
import type { Engine, EngineQuestion } from "./types";

interface Fake extends Engine {
  sdl: string;
  breakers: object;
  asked: EngineQuestion[];
  isStopped: boolean;
  lose(reason: Error): void;
}

const question = (query: string, variables?: Record<string, unknown>): EngineQuestion => ({
  body: { query, variables },
  method: "POST",
  client: "test",
  purpose: "client",
});
const life = () => ({ signal: new AbortController().signal, requestId: "r" });

/** Engines that answer with the supergraph they are of, over a source by hand. */
function build(options: Partial<EnginesOptions> = {}, first = "first") {
  const hand = handSource(first);
  const built: Fake[] = [];
  const log: string[] = [];
  const hooks = { before: async (_sdl: string): Promise<void> => {}, held: Promise.resolve() };
  const engines = createEngines({
    source: hand.source,
    logger: createLogger(
      { name: "test", level: "debug" },
      new Writable({
        write(chunk, _encoding, done) {
          log.push(String(chunk));
          done();
        },
      }),
    ),
    smokeQueries: [],
    requestMilliseconds: 60_000,
    graceMilliseconds: 1000,
    async build(sdl, breakers, signal) {
      await hooks.before(sdl);
      if (sdl.startsWith("bad")) throw new Error(`${sdl} is no supergraph`);
      signal.throwIfAborted();
      let lose: (reason: Error) => void = () => {};
      const fake: Fake = {
        sdl,
        breakers,
        asked: [],
        isStopped: false,
        subgraphs: [],
        schemaText: () => sdl,
        async execute(asked) {
          fake.asked.push(asked);
          if (asked.body.query === "held") await hooks.held;
          const answer =
            asked.body.query === "faulty" ? { errors: [{ extensions: { code: "X" } }] } : { data: { sdl } };
          return { status: 200, headers: [], body: JSON.stringify(answer), clean: !("errors" in answer) };
        },
        breakerStates: async () => ({ sundsvall: `as ${sdl} left it` }),
        lost: new Promise((resolve) => {
          lose = resolve;
        }),
        lose: (reason) => lose(reason),
        async stop() {
          fake.isStopped = true;
        },
      };
      built.push(fake);
      return fake;
    },
    ...options,
  });
  const ask = async (query = "q") => JSON.parse(String((await engines.execute(question(query), life())).body)).data.sdl;
  return { engines, hand, built, hooks, log, ask };
}

/** Resolves when what is asked of the log has been written. */
async function logged(log: readonly string[], pattern: RegExp): Promise<void> {
  while (!log.some((line) => pattern.test(line))) await new Promise((resolve) => setImmediate(resolve));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

it("says by its hash which supergraph it serves", async () => {
  const { engines, hand } = build();
  expect(engines.currentHash()).toBeUndefined();
  await engines.start();
  expect(engines.currentHash()).toBe(sha256("first"));
  await hand.change("bad");
  expect(engines.currentHash()).toBe(sha256("first"));
  await hand.change("second");
  expect(engines.currentHash()).toBe(sha256("second"));
  await engines.stop();
});

it("hands the breakers of an engine to the next", async () => {
  const { engines, hand, built } = build();
  await engines.start();
  await hand.change("second");
  expect(built.map(({ breakers }) => breakers)).toEqual([{}, { sundsvall: "as first left it" }]);
  await engines.stop();
});

it("plans ahead what clients asked last, with the variables of its latest use, and nothing that failed", async () => {
  const { engines, hand, built } = build();
  await engines.start();
  await engines.execute(question("a", { n: 1 }), life());
  await engines.execute(question("b"), life());
  await engines.execute(question("a", { n: 2 }), life());
  await engines.execute(question("faulty"), life());
  await engines.execute(question("large", { text: "x".repeat(5000) }), life());
  await hand.change("second");
  const planned = built[1]?.asked.filter(({ purpose }) => purpose === "warm-up").map(({ body }) => body);
  // Apollo Server takes no operation with a member that is undefined.
  expect(planned).toStrictEqual([{ query: "a", variables: { n: 2 } }, { query: "b" }]);
  await engines.stop();
});

it("remembers 200 operations", async () => {
  const { engines, hand, built } = build();
  await engines.start();
  for (let index = 0; index < 250; index += 1) await engines.execute(question(`q${index}`), life());
  await hand.change("second");
  const planned = built[1]?.asked.filter(({ purpose }) => purpose === "warm-up").map(({ body }) => body.query);
  expect([planned?.length, planned?.[0], planned?.at(-1)]).toEqual([200, "q249", "q50"]);
  await engines.stop();
});

it("does not let planning ahead hold up a swap", async () => {
  const { engines, hand, hooks, ask } = build({ warmUpMilliseconds: 10 });
  await engines.start();
  await engines.execute(question("held"), life());
  hooks.held = new Promise(() => {});
  expect(await hand.change("second")).toBe("accepted");
  expect(await ask()).toBe("second");
  await engines.stop();
});

it("has no more than two engines: the next is built when the one before the last has finished", async () => {
  const { engines, hand, built, hooks } = build();
  let release = () => {};
  hooks.held = new Promise((resolve) => {
    release = resolve;
  });
  await engines.start();
  const held = engines.execute(question("held"), life());
  await hand.change("second");
  const third = hand.change("third");
  await new Promise((resolve) => setImmediate(resolve));
  expect(built.map(({ sdl, isStopped }) => [sdl, isStopped])).toEqual([
    ["first", false],
    ["second", false],
  ]);
  release();
  expect(await third).toBe("accepted");
  expect(String((await held).body)).toContain("first");
  expect(built[0]?.isStopped).toBe(true);
  await engines.stop();
  expect(built.every(({ isStopped }) => isStopped)).toBe(true);
});

it("takes its time from a request that an engine never answers", async () => {
  const { engines, hand, built, hooks } = build({ requestMilliseconds: 10, graceMilliseconds: 1 });
  hooks.held = new Promise(() => {});
  await engines.start();
  void engines.execute(question("held"), life());
  await hand.change("second");
  expect(await hand.change("third")).toBe("accepted");
  expect(built[0]?.isStopped).toBe(true);
  await engines.stop();
});

describe("an engine that is lost", () => {
  it("is replaced by one of the same supergraph, and meanwhile nobody is ready", async () => {
    const { engines, built, hooks, log, ask } = build();
    await engines.start();
    let release = () => {};
    hooks.before = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    built[0]?.lose(new Error("out of memory"));
    await logged(log, /An engine was lost.*|out of memory/);
    expect(engines.current()).toBeUndefined();
    await expect(ask()).rejects.toMatchObject({
      status: 503,
      error: { extensions: { code: "INTERNAL_SERVER_ERROR" } },
    });
    await new Promise((resolve) => setImmediate(resolve));
    release();
    await logged(log, /in the place of the lost one/);
    expect(await ask()).toBe("first");
    await engines.stop();
  });

  it("is tried again when building fails, until it serves", async () => {
    const { engines, built, hooks, log, ask } = build();
    await engines.start();
    let attempts = 0;
    hooks.before = async () => {
      attempts += 1;
      if (attempts < 2) throw new Error("not yet");
    };
    built[0]?.lose(new Error("gone"));
    await logged(log, /A new engine serves/);
    expect([attempts, await ask()]).toEqual([2, "first"]);
    await engines.stop();
  });

  it("is not missed when it served no more", async () => {
    const { engines, hand, built, log, ask } = build();
    await engines.start();
    await hand.change("second");
    built[0]?.lose(new Error("late"));
    await logged(log, /An engine was lost/);
    expect(await ask()).toBe("second");
    expect(built).toHaveLength(2);
    await engines.stop();
  });
});

describe("the first supergraph", () => {
  it("stops the start when it cannot be served", async () => {
    const { engines, hand } = build({}, "bad");
    await expect(engines.start()).rejects.toThrow("bad is no supergraph");
    expect(hand.isSubscribed()).toBe(false);
    expect(hand.outcomes).toEqual([{ sdl: "bad", outcome: "refused: bad is no supergraph" }]);
  });

  it("gives way to another that its source has when it is refused", async () => {
    const { engines, hand, ask } = build({}, "bad");
    const loads = ["bad", "last good"];
    hand.source.load = async () => loads.shift() ?? "";
    await engines.start();
    expect(await ask()).toBe("last good");
    expect(hand.outcomes.at(-1)).toEqual({ sdl: "last good", outcome: "accepted" });
    await engines.stop();
  });

  it("is served though it does not pass its check, since there is no other; a later one is not", async () => {
    const { engines, hand, log, ask } = build({ smokeQueries: ["faulty"] });
    await engines.start();
    expect(await ask()).toBe("first");
    expect(log.some((line) => line.includes("did not pass its check"))).toBe(true);
    expect(await hand.change("second")).toMatch(/^refused: X/);
    expect(await ask()).toBe("first");
    await engines.stop();
  });

  it("is followed by one that came while it was built", async () => {
    const { engines, hand, hooks, log, ask } = build();
    hooks.before = async (sdl) => {
      if (sdl === "first") hand.push("second");
    };
    await engines.start();
    await logged(log, /was replaced/);
    expect(await ask()).toBe("second");
    await engines.stop();
  });
});

it("goes on when its source cannot be told", async () => {
  const { engines, hand, log, ask } = build();
  hand.source.accepted = () => Promise.reject(new Error("disk full"));
  await engines.start();
  hand.source.accepted = () => {
    throw new Error("no disk");
  };
  hand.push("second");
  await logged(log, /no disk/);
  expect(await ask()).toBe("second");
  expect(log.some((line) => line.includes("disk full"))).toBe(true);
  await engines.stop();
});
