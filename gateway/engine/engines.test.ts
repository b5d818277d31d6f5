import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { createLogger } from "../../kit/logger";
import { handSource } from "../test-support/hand-source";
import { createEngines, type EnginesOptions } from "./engines";
import type { Engine, EngineQuestion } from "./types";

interface Fake extends Engine {
  sdl: string;
  breakers: object;
  taken: object[];
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
  const hooks = {
    before: async (_sdl: string): Promise<void> => {},
    held: Promise.resolve(),
    code: "X",
    /** Supergraphs that answer even what is faulty. */
    sound: [] as string[],
  };
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
    lostPauseMilliseconds: 1,
    async build(sdl, breakers, signal) {
      await hooks.before(sdl);
      if (sdl.startsWith("bad")) throw new Error(`${sdl} is no supergraph`);
      signal.throwIfAborted();
      let lose: (reason: Error) => void = () => {};
      const fake: Fake = {
        sdl,
        breakers,
        taken: [],
        asked: [],
        isStopped: false,
        subgraphs: [],
        schemaText: () => sdl,
        async execute(asked) {
          fake.asked.push(asked);
          if (asked.body.query === "held") await hooks.held;
          const isFaulty = asked.body.query === "faulty" && !hooks.sound.includes(sdl);
          const answer = isFaulty ? { errors: [{ extensions: { code: hooks.code } }] } : { data: { sdl } };
          return { status: 200, headers: [], body: JSON.stringify(answer), clean: !("errors" in answer) };
        },
        breakerStates: async () => ({ sundsvall: `as ${sdl} left it`, asked: fake.asked.length }),
        takeBreakers: (states) => void fake.taken.push({ ...states, before: fake.asked.some(isClients) }),
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

const isClients = ({ purpose }: EngineQuestion) => purpose === "client";

async function until(isSo: () => boolean): Promise<void> {
  const start = performance.now();
  while (!isSo()) {
    // Else it would go on when the test's time is up.
    if (performance.now() - start > 30_000) throw new Error(`It never came to be: ${isSo}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Resolves when what is asked of the log has been written. */
const logged = (log: readonly string[], pattern: RegExp) => until(() => log.some((line) => pattern.test(line)));

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

it("hands the breakers of an engine to the next when it is built, and as they are then before it serves", async () => {
  const { engines, hand, built, hooks, ask } = build({ smokeQueries: ["q"] });
  await engines.start();
  hooks.before = async () => void (await ask());
  await hand.change("second");
  await ask();
  // Two questions of the check, and the client's that came while the second was built.
  expect(built.map(({ breakers, taken }) => ({ breakers, taken }))).toEqual([
    { breakers: {}, taken: [] },
    {
      breakers: { sundsvall: "as first left it", asked: 2 },
      taken: [{ sundsvall: "as first left it", asked: 3, before: false }],
    },
  ]);
  await engines.stop();
});

it("does not wait long for the breakers of an engine that is busy", async () => {
  const { engines, hand, built, ask } = build();
  await engines.start();
  if (built[0]) built[0].breakerStates = () => new Promise(() => {});
  expect(await hand.change("second")).toBe("accepted");
  expect(await ask()).toBe("second");
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

it("does not wait for the engines before, unless two of them have something under way", async () => {
  const { engines, hand, built, hooks } = build();
  let release = () => {};
  hooks.held = new Promise((resolve) => {
    release = resolve;
  });
  await engines.start();
  const held = [engines.execute(question("held"), life())];
  for (const sdl of ["second", "third"]) {
    expect(await hand.change(sdl)).toBe("accepted");
    held.push(engines.execute(question("held"), life()));
  }
  const fourth = hand.change("fourth");
  await new Promise((resolve) => setImmediate(resolve));
  expect(built.map(({ sdl, isStopped }) => [sdl, isStopped])).toEqual([
    ["first", false],
    ["second", false],
    ["third", false],
  ]);
  release();
  expect(await fourth).toBe("accepted");
  for (const [index, sdl] of ["first", "second", "third"].entries()) {
    expect(String((await held[index])?.body)).toContain(sdl);
  }
  await engines.stop();
  expect(built.every(({ isStopped }) => isStopped)).toBe(true);
});

it("replaces a lost engine although the next has to wait for those before", async () => {
  const { engines, hand, built, hooks, log, ask } = build();
  hooks.held = new Promise(() => {});
  await engines.start();
  for (const sdl of ["second", "third"]) {
    void engines.execute(question("held"), life());
    await hand.change(sdl);
  }
  hand.push("fourth");
  built[2]?.lose(new Error("gone"));
  await logged(log, /in the place of the lost one/);
  expect(await ask()).toBe("third");
  await engines.stop();
});

it("takes its time from a request that an engine never answers", async () => {
  const { engines, hand, built, hooks } = build({ requestMilliseconds: 10, graceMilliseconds: 1 });
  hooks.held = new Promise(() => {});
  await engines.start();
  void engines.execute(question("held"), life());
  for (const sdl of ["second", "third"]) {
    await hand.change(sdl);
    void engines.execute(question("held"), life());
  }
  expect(await hand.change("fourth")).toBe("accepted");
  expect(built[0]?.isStopped).toBe(true);
  await engines.stop();
});

describe("an engine that is lost", () => {
  it("is replaced by one of the same supergraph, and meanwhile nobody is ready", async () => {
    const { engines, built, hooks, log, ask } = build();
    await engines.start();
    let release: (() => void) | undefined;
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
    await until(() => release !== undefined);
    release?.();
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

  it("gives way to another when it does not pass its check", async () => {
    const { engines, hand, built, hooks, ask } = build({ smokeQueries: ["faulty"] }, "poor");
    const loads = ["poor", "last good"];
    hooks.sound = ["last good"];
    hand.source.load = async () => loads.shift() ?? "";
    await engines.start();
    expect(await ask()).toBe("last good");
    expect(hand.outcomes).toEqual([
      { sdl: "poor", outcome: expect.stringMatching(/^refused: X/) },
      { sdl: "last good", outcome: "accepted" },
    ]);
    expect(engines.refused()).toEqual({ supergraph: sha256("poor"), reason: "CHECK_FAILED" });
    expect(built.map(({ isStopped }) => isStopped)).toEqual([true, false]);
    await engines.stop();
  });

  it.each<[string, () => Promise<string>]>([
    ["there is no other", async () => "poor"],
    ["no other can be had", () => Promise.reject(new Error("away"))],
    ["the other cannot be built", async () => "bad"],
  ])("is served though it does not pass its check when %s, and is not accepted", async (_, second) => {
    const { engines, hand, log, ask } = build({ smokeQueries: ["faulty"] }, "poor");
    const loads = [async () => "poor", second];
    hand.source.load = () => loads.shift()?.() ?? Promise.resolve("");
    await engines.start();
    expect(await ask()).toBe("poor");
    expect(log.some((line) => line.includes("did not pass its check") && line.includes('"level":"error"'))).toBe(true);
    expect(hand.outcomes.map(({ outcome }) => outcome)).not.toContain("accepted");
    expect(await hand.change("second")).toMatch(/^refused: X/);
    expect(await ask()).toBe("poor");
    await engines.stop();
  });

  it("is accepted, and built no second time, when it passes its check later", async () => {
    const { engines, hand, built, hooks } = build({ smokeQueries: ["faulty"], refusedPauseMilliseconds: 1 }, "poor");
    await engines.start();
    await until(() => hand.outcomes.length > 2);
    hooks.sound = ["poor"];
    await until(() => hand.outcomes.at(-1)?.outcome === "accepted");
    expect(engines.refused()).toBeUndefined();
    expect(built).toHaveLength(1);
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

describe("a refused supergraph", () => {
  it("is said by its hash, and why", async () => {
    const { engines, hand, hooks } = build({ smokeQueries: ["faulty"] });
    hooks.sound = ["first", "third"];
    await engines.start();
    expect(engines.refused()).toBeUndefined();
    await hand.change("bad");
    expect(engines.refused()).toEqual({ supergraph: sha256("bad"), reason: "CANNOT_BE_BUILT" });
    await hand.change("poor");
    expect(engines.refused()).toEqual({ supergraph: sha256("poor"), reason: "CHECK_FAILED" });
    await hand.change("third");
    expect(engines.refused()).toBeUndefined();
    await engines.stop();
  });

  it("is tried again until it serves, since what it was refused for may pass", async () => {
    const { engines, hand, hooks, ask } = build({ refusedPauseMilliseconds: 1 });
    await engines.start();
    let attempts = 0;
    hooks.before = async () => {
      attempts += 1;
      if (attempts < 4) throw new Error("out of memory");
    };
    await hand.change("second");
    await until(() => hand.outcomes.at(-1)?.outcome === "accepted");
    expect([attempts, await ask(), engines.refused()]).toEqual([4, "second", undefined]);
    await engines.stop();
  });

  it("is not tried again when its source has another", async () => {
    const { engines, hand, hooks } = build({ refusedPauseMilliseconds: 5 });
    await engines.start();
    const tried: string[] = [];
    hooks.before = async (sdl) => void tried.push(sdl);
    await hand.change("bad");
    await hand.change("first");
    expect(engines.refused()).toBeUndefined();
    const before = tried.length;
    await hand.change("bad 2");
    await until(() => tried.filter((sdl) => sdl === "bad 2").length > 2);
    expect(tried.slice(before)).not.toContain("bad");
    await engines.stop();
  });

  it("is asked of a source that can offer its current one again", async () => {
    const { engines, hand, ask } = build({ refusedPauseMilliseconds: 1 });
    hand.source.offerAgain = () => hand.push("newer");
    await engines.start();
    await hand.change("bad");
    await until(() => hand.outcomes.at(-1)?.outcome === "accepted");
    expect(await ask()).toBe("newer");
    await engines.stop();
  });

  it.each(["REQUEST_TIMEOUT", "SUBGRAPH_UNAVAILABLE", "SUBGRAPH_TIMEOUT", "DATABASE_UNAVAILABLE"])(
    "is not one whose check only says %s",
    async (code) => {
      const { engines, hand, hooks } = build({ smokeQueries: ["faulty"] });
      hooks.code = code;
      await engines.start();
      expect(await hand.change("second")).toBe("accepted");
      await engines.stop();
    },
  );
});

describe("a supergraph whose engines end again and again", () => {
  const loseAll = async (built: readonly Fake[], sdl: string, times: number) => {
    let lost = 0;
    for (; lost < times; lost += 1) {
      await until(() => built.filter((one) => one.sdl === sdl).length > lost);
      const next = built.filter((one) => one.sdl === sdl)[lost];
      next?.lose(new Error("out of memory"));
    }
  };

  it("gives way to the one before, which is told to the source", async () => {
    const { engines, hand, built, log, ask } = build();
    await engines.start();
    await hand.change("second");
    await loseAll(built, "second", 3);
    await until(() => built.length === 5 && engines.current() !== undefined);
    expect(await ask()).toBe("first");
    expect(engines.refused()).toEqual({ supergraph: sha256("second"), reason: "KEEPS_ENDING" });
    await until(() => hand.outcomes.at(-1)?.sdl === "first");
    expect(hand.outcomes.slice(-2)).toEqual([
      { sdl: "second", outcome: expect.stringMatching(/^refused: 3 engines were lost/) },
      { sdl: "first", outcome: "accepted" },
    ]);
    expect(log.some((line) => line.includes("the one before it is served") && line.includes('"error"'))).toBe(true);
    await engines.stop();
  });

  it("stays when there is none before", async () => {
    const { engines, built, ask } = build();
    await engines.start();
    await loseAll(built, "first", 3);
    await until(() => built.length === 4 && engines.current() !== undefined);
    expect([await ask(), engines.refused()]).toEqual(["first", undefined]);
    await engines.stop();
  });

  it("is not one whose engines are lost seldom", async () => {
    const { engines, hand, built, ask } = build();
    await engines.start();
    await hand.change("second");
    await loseAll(built, "second", 2);
    const later = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 301_000);
    await until(() => built.length === 4 && engines.current() !== undefined);
    built[3]?.lose(new Error("out of memory"));
    await until(() => built.length === 5 && engines.current() !== undefined);
    expect([await ask(), engines.refused()]).toEqual(["second", undefined]);
    later.mockRestore();
    await engines.stop();
  });
});
