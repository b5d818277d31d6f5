import type { IncomingMessage, ServerResponse } from "node:http";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { type OwnersHub, startOwnersHub } from "../test-support/owners-hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";
import { startWatchedOwner, type WatchedOwner } from "../test-support/watched-owner";
import type { OwnerCall } from "./ask-owner";

type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let behave: Behaviour;
let questions: { query: string; variables: Record<string, unknown> }[] = [];
const calls: OwnerCall[] = [];
let rooms: TestSubgraph;
let shaky: TestSubgraph & { prefix: string; municipality: string };
let well: WatchedOwner;
let sdl: string;
let hub: OwnersHub;

/** Breakers stay closed where a test is not about them. */
const patient = { breaker: { failures: 1_000_000 }, limits: { milliseconds: 1500, answerBytes: 200_000 } };

const answering =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour =>
  (_, response) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  };

/** The rows it is asked about, each with its key and these fields. */
const answeringRows =
  (fields: (id: string, index: number) => unknown, extra: object = {}): Behaviour =>
  (_, response, body) => {
    const { representations } = JSON.parse(body).variables as { representations: { id: string }[] };
    const rows = representations.map(({ id }, index) => fields(id, index));
    response.end(JSON.stringify({ data: { _entities: rows }, ...extra }));
  };
const area = (id: string, fields: object = {}) => ({ kg_typename: "Area", kg_key_id: id, ...fields });

beforeAll(async () => {
  rooms = await startSubgraph(
    "places",
    'type Query { areas: [Area!]! } type Area @key(fields: "id") { id: ID! name: String }',
    {
      Query: {
        areas: () => [
          { id: "2281-a", name: "a" },
          { id: "2281-b", name: "b" },
          { id: "0127-c", name: "c" },
        ],
      },
    },
  );
  const raw = await startRawSubgraph(
    "sundsvall",
    `type Query { sundsvall: SundsvallAll }
     scalar MunicipalityCode scalar URL scalar SEK scalar DateTime scalar Any
     type SundsvallAll { code: MunicipalityCode url: URL sum: SEK at: DateTime own: Any text: String texts: [String] count: Int share: Float sure: Boolean id: ID size: SundsvallSize area: Area any: SundsvallAny }
     enum SundsvallSize { SMALL LARGE }
     union SundsvallAny = SundsvallAll | Area
     type Area @key(fields: "id") { id: ID! sundsvallNote: String sundsvallList: [Int] }`,
    (request, response, body) => {
      questions.push(JSON.parse(body));
      behave(request, response, body);
    },
  );
  shaky = { ...raw, prefix: "sundsvall", municipality: "2281" };
  well = await startWatchedOwner(
    { name: "botkyrka", municipality: "0127" },
    'type Query { botkyrka: Int } type Area @key(fields: "id") { id: ID! botkyrkaNote: String }',
    { Query: { botkyrka: () => 1 }, Area: { botkyrkaNote: ({ id }: { id: string }) => id } },
  );
  sdl = composeWithOwners([rooms], [shaky, well]);
  hub = await startOwnersHub(sdl, { ...patient, onCall: (call) => calls.push(call) });
});
beforeEach(() => {
  questions = [];
  calls.length = 0;
});
afterAll(async () => {
  await hub?.stop();
  await Promise.all([rooms, shaky, well].map((subgraph) => subgraph?.stop()));
});

describe.each<[string, Behaviour, string]>([
  ["closes the connection", (request) => request.socket.destroy(), "SUBGRAPH_UNAVAILABLE"],
  ["answers 503", answering("<html>busy</html>", 503), "SUBGRAPH_UNAVAILABLE"],
  ["accepts and never answers", () => {}, "SUBGRAPH_TIMEOUT"],
  ["begins an answer and stops", (_, response) => void response.writeHead(200).write('{"data":'), "SUBGRAPH_TIMEOUT"],
  ["answers HTML", answering("<html></html>"), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers a list", answering("[]"), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers without data", answering("{}"), "SUBGRAPH_INVALID_RESPONSE"],
  ["redirects", answering("", 307, { location: "http://127.0.0.1:1/" }), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers more than fits", answering({ data: { x: "x".repeat(300_000) } }), "ANSWER_TOO_LARGE"],
])("an owner that %s", (_, behaviour, code) => {
  it("loses its own fields, with one error that names it; another's in the same fetch stand", async () => {
    behave = behaviour;
    const { data, errors } = await hub.ask("{ sundsvall { text } botkyrka areas { name sundsvallNote botkyrkaNote } }");
    expect(data).toEqual({
      sundsvall: null,
      botkyrka: 1,
      areas: [
        { name: "a", sundsvallNote: null, botkyrkaNote: null },
        { name: "b", sundsvallNote: null, botkyrkaNote: null },
        { name: "c", sundsvallNote: null, botkyrkaNote: "0127-c" },
      ],
    });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code, subgraph: "sundsvall", owner: "sundsvall" });
    expect(errors?.[0]?.message).toContain('"sundsvall"');
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|socket|undici|"owners"/i);
    expect(new Set(calls.filter(({ owner }) => owner === "sundsvall").map(({ failure }) => failure))).toEqual(
      new Set([code]),
    );
    expect(calls.find(({ owner }) => owner === "botkyrka")).toEqual({
      owner: "botkyrka",
      milliseconds: expect.any(Number),
    });
  });
});

describe("an owner that is killed", () => {
  it("is not available", async () => {
    const gone = await startRawSubgraph("markaryd", "type Query { markaryd: Int }", answering("{}"));
    const one = await startOwnersHub(
      composeWithOwners([rooms], [{ ...gone, prefix: "markaryd", municipality: "0767" }]),
    );
    await gone.stop();
    expect(await one.ask("{ markaryd areas { name } }")).toMatchObject({
      data: { markaryd: null, areas: [{ name: "a" }, {}, {}] },
      errors: [{ path: ["markaryd"], extensions: { code: "SUBGRAPH_UNAVAILABLE", owner: "markaryd" } }],
    });
    await one.stop();
  });
});

it("does not follow a redirect", async () => {
  let visits = 0;
  const inside = await startRawSubgraph("inside", "", (_, response) => {
    visits += 1;
    response.end('{"data":{"sundsvall":{"text":"secret"}}}');
  });
  behave = answering("", 302, { location: inside.url });
  const answer = await hub.ask("{ sundsvall { text } }");
  expect(answer.data).toEqual({ sundsvall: null });
  expect(visits).toBe(0);
  await inside.stop();
});

it("stops reading a body of 100 MB soon after it is larger than an answer may be", async () => {
  const chunk = Buffer.alloc(1024 * 1024, "x");
  const closed = new Promise<number>((resolve) => {
    behave = (_, response) => {
      let sent = 0;
      const write = () => {
        while (sent < 100) {
          sent += 1;
          if (!response.write(chunk)) return;
        }
        response.end();
      };
      response.on("drain", write).on("close", () => resolve(sent));
      response.writeHead(200, { "content-type": "application/json" });
      write();
    };
  });
  const { errors } = await hub.ask("{ sundsvall { text } }");
  expect(errors?.[0]?.extensions.code).toBe("ANSWER_TOO_LARGE");
  // What the system's own buffers hold of it is a few megabytes.
  expect(await closed).toBeLessThan(50);
});

describe("values", () => {
  const sound = { text: "t", texts: ["x", null], count: -1, share: 0.5, sure: false, id: "i", size: "LARGE" };
  const query = "{ sundsvall { text texts count share sure id size } }";

  it("are taken up when they are of their type, an ID also from a number", async () => {
    behave = answering({ data: { sundsvall: { ...sound, id: 7, other: "not asked for" } } });
    expect(await hub.ask(query)).toEqual({ data: { sundsvall: { ...sound, id: "7" } } });
  });

  it.each<[string, unknown]>([
    ["text", 1],
    ["text", { secret: 1 }],
    ["text", ["secret"]],
    ["texts", "secret"],
    ["texts", { length: 1 }],
    ["count", 2 ** 31],
    ["count", 1.5],
    ["count", "1"],
    ["share", "0.5"],
    ["sure", "secret"],
    ["sure", 1],
    ["id", 1.5],
    ["id", {}],
    ["size", "HUGE"],
    ["size", "toString"],
  ])("are null in their place, with an error, when they are not: %s %j", async (field, value) => {
    behave = answering({ data: { sundsvall: { ...sound, [field]: value } } });
    const answer = await hub.ask(query);
    expect(answer.data).toEqual({ sundsvall: { ...sound, [field]: null } });
    expect(answer.errors).toMatchObject([
      { path: ["sundsvall", field], extensions: { code: "SUBGRAPH_INVALID_RESPONSE", owner: "sundsvall" } },
    ]);
    expect(JSON.stringify(answer)).not.toContain("secret");
  });

  it.each<[string, unknown, unknown[]]>([
    ["code", "2281", [2281, "281", "<b>"]],
    ["url", "https://sundsvall.se/", ["javascript:alert(1)", "sundsvall.se", 1]],
    ["sum", 1400000.5, ["1400000", 0.001, 1e20]],
    ["at", "2026-01-31T12:00:00Z", ["yesterday", 1]],
  ])("of the hub's own scalars are what they are everywhere: %s", async (field, right, wrong) => {
    for (const value of [right, ...wrong]) {
      behave = answering({ data: { sundsvall: { [field]: value } } });
      const { data } = await hub.ask(`{ sundsvall { ${field} } }`);
      expect({ value, data }).toEqual({ value, data: { sundsvall: { [field]: value === right ? value : null } } });
    }
  });

  it("of a scalar of the owner's own are anything", async () => {
    const value = { a: [1, { b: null }] };
    behave = answering({ data: { sundsvall: { own: value } } });
    expect(await hub.ask("{ sundsvall { own } }")).toEqual({ data: { sundsvall: { own: value } } });
  });

  const nested = (levels: number, [open, close] = ["[", "]"]) => `${open?.repeat(levels)}1${close?.repeat(levels)}`;

  it("of such a scalar are null when they are too deep to be handed on; the rest stands", async () => {
    for (const deep of [nested(65), nested(90_000), nested(20_000, ['{"a":', "}"])]) {
      behave = answering(`{"data":{"sundsvall":{"text":"t","own":${deep}}}}`);
      const answer = await hub.ask("{ sundsvall { text own } botkyrka }");
      expect(answer.data).toEqual({ sundsvall: { text: "t", own: null }, botkyrka: 1 });
      expect(answer.errors).toMatchObject([
        { path: ["sundsvall", "own"], extensions: { code: "SUBGRAPH_INVALID_RESPONSE", owner: "sundsvall" } },
      ]);
    }
    behave = answering(`{"data":{"sundsvall":{"own":${nested(64)}}}}`);
    expect((await hub.ask("{ sundsvall { own } }")).data).toEqual({ sundsvall: { own: JSON.parse(nested(64)) } });
  });

  it.each(["text", "texts", "count", "id", "size", "url", "area", "any", "other"])(
    "are null when they are too deep for anything: %s",
    async (field) => {
      behave = answering(`{"data":{"sundsvall":{"${field}":${nested(50_000)}}}}`);
      const answer = await hub.ask(
        "{ sundsvall { text texts count id size url area { id } any { __typename } } botkyrka }",
      );
      expect(answer.data).toEqual({
        sundsvall: {
          ...sound,
          text: null,
          texts: field === "texts" ? [null] : null,
          count: null,
          share: undefined,
          sure: undefined,
          id: null,
          size: null,
          url: null,
          area: null,
          any: null,
        },
        botkyrka: 1,
      });
    },
  );

  it.each([["a".repeat(201)], [""], [{}], [1.5], ["2281-a\n"], ["2281-\u0000a"], ["2281-a\ud800"], ["2281-\u202ea"]])(
    "are null for a row that nobody can have: %j",
    async (id) => {
      behave = answering({ data: { sundsvall: { area: { kg_typename: "Area", kg_key_id: id } } } });
      const { data, errors } = await hub.ask("{ sundsvall { area { id } } }");
      expect(data).toEqual({ sundsvall: { area: null } });
      expect(errors).toMatchObject([{ path: ["sundsvall", "area"] }]);
    },
  );

  it("are null for numbers beyond what JSON can say", async () => {
    behave = answering('{"data":{"sundsvall":{"share":1e999}}}');
    expect((await hub.ask("{ sundsvall { share } }")).data).toEqual({ sundsvall: { share: null } });
  });

  it("are null one by one in a list, and told once", async () => {
    behave = answering({ data: { sundsvall: { texts: ["a", 1, "b", {}] } } });
    const answer = await hub.ask("{ sundsvall { texts } }");
    expect(answer.data).toEqual({ sundsvall: { texts: ["a", null, "b", null] } });
    expect(answer.errors).toMatchObject([{ path: ["sundsvall", "texts", 1] }]);
    expect(answer.errors).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ["text", { text: "word" }],
    ["a list", []],
    ["a word", "word"],
  ])("are null for an object that is %s or of a type that cannot stand there", async (_, value) => {
    behave = answering({ data: { sundsvall: { any: { kg_typename: "Query", ...(value as object) }, area: value } } });
    const answer = await hub.ask(
      "{ sundsvall { any { ... on Area { id } ... on SundsvallAll { text } } area { id } } }",
    );
    expect(answer.data).toEqual({ sundsvall: { any: null, area: null } });
    expect(answer.errors).toHaveLength(1);
  });

  it("are refused as a list of more than 10,000 items", async () => {
    behave = answering({ data: { sundsvall: { texts: Array(10_001).fill("x"), count: 1 } } });
    const answer = await hub.ask("{ sundsvall { texts count } }");
    expect(answer.data).toEqual({ sundsvall: { texts: null, count: 1 } });
    expect(answer.errors).toMatchObject([{ path: ["sundsvall", "texts"], extensions: { code: "ANSWER_TOO_LARGE" } }]);
  });

  it("do harm by no name", async () => {
    behave = answering(
      '{"data":{"__proto__":{"polluted":1},"sundsvall":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"text":"t"}}}',
    );
    const answer = await hub.ask("{ sundsvall { text constructor: count } }");
    expect(answer.data).toEqual({ sundsvall: { text: "t", constructor: null } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("rows", () => {
  const query = "{ areas { id sundsvallNote } }";
  const notes = (...values: unknown[]) => ({
    areas: ["2281-a", "2281-b", "0127-c"].map((id, index) => ({ id, sundsvallNote: values[index] ?? null })),
  });

  it("are taken up when they are the ones asked for", async () => {
    behave = answeringRows((id) => area(id, { sundsvallNote: id }));
    expect(await hub.ask(query)).toEqual({ data: notes("2281-a", "2281-b") });
    expect(questions[0]?.variables).toEqual({
      representations: [
        { __typename: "Area", id: "2281-a" },
        { __typename: "Area", id: "2281-b" },
      ],
    });
  });

  it.each<[string, (id: string, index: number) => unknown]>([
    ["another's row", () => area("0127-c", { sundsvallNote: "forged" })],
    ["a neighbour of the row", (_, index) => area(index === 0 ? "2281-b" : "2281-a", { sundsvallNote: "swapped" })],
    ["no key", () => ({ kg_typename: "Area", sundsvallNote: "forged" })],
    ["another type", (id) => ({ ...area(id), kg_typename: "Organisation", sundsvallNote: "forged" })],
    ["a word", () => "forged"],
  ])("are null, with one error, when %s comes in their place", async (_, row) => {
    behave = answeringRows(row);
    const { data, errors } = await hub.ask(query);
    expect(data).toEqual(notes());
    expect(errors).toMatchObject([
      { path: ["areas", 0], extensions: { code: "SUBGRAPH_INVALID_RESPONSE", subgraph: "sundsvall" } },
    ]);
    expect(errors).toHaveLength(1);
  });

  it("that the owner does not know are null without an error", async () => {
    behave = answeringRows((id) => (id === "2281-a" ? null : area(id, { sundsvallNote: "n" })));
    expect(await hub.ask(query)).toEqual({ data: notes(null, "n") });
  });

  it.each<[string, unknown]>([
    ["too few", [area("2281-a")]],
    ["too many", [area("2281-a"), area("2281-b"), area("0127-c", { sundsvallNote: "extra" })]],
    ["a word", "rows"],
    ["nothing", null],
  ])("are all null when %s comes for them", async (_, rows) => {
    behave = answering({ data: { _entities: rows } });
    const { data, errors } = await hub.ask(query);
    expect(data).toEqual(notes());
    expect(errors).toMatchObject([{ path: ["areas"], extensions: { code: "SUBGRAPH_INVALID_RESPONSE" } }]);
  });

  it("that stand in many places are counted against the request's budget as often", async () => {
    const many = await startSubgraph(
      "places",
      'type Query { areas: [Area!]! } type Area @key(fields: "id") { id: ID! name: String }',
      { Query: { areas: () => Array.from({ length: 300 }, () => ({ id: "2281-a" })) } },
    );
    const one = await startOwnersHub(composeWithOwners([many], [shaky]), { ...patient, requestAnswerBytes: 1_000_000 });
    behave = answeringRows((id) => area(id, { sundsvallNote: "x".repeat(10_000) }));
    const { data, errors } = await one.ask(query);
    expect(questions[0]?.variables.representations).toHaveLength(1);
    expect(data?.areas[299]).toEqual({ id: "2281-a", sundsvallNote: null });
    expect(errors).toMatchObject([{ extensions: { code: "ANSWER_TOO_LARGE", owner: "sundsvall" } }]);
    await one.stop();
    await many.stop();
  });
});

it("is one row that is too deep to be counted; another owner's stand", async () => {
  const many = await startSubgraph(
    "places",
    'type Query { areas: [Area!]! } type Area @key(fields: "id") { id: ID! name: String }',
    { Query: { areas: () => [{ id: "2281-a" }, { id: "2281-a" }, { id: "0127-c" }] } },
  );
  const one = await startOwnersHub(composeWithOwners([many], [shaky, well]), patient);
  behave = (_, response) =>
    response.end(
      `{"data":{"_entities":[{"kg_typename":"Area","kg_key_id":"2281-a","sundsvallNote":"n","x":${"[".repeat(50_000)}${"]".repeat(50_000)}}]}}`,
    );
  expect(await one.ask("{ areas { sundsvallNote botkyrkaNote } }")).toEqual({
    data: {
      areas: [
        { sundsvallNote: "n", botkyrkaNote: null },
        { sundsvallNote: "n", botkyrkaNote: null },
        { sundsvallNote: null, botkyrkaNote: "0127-c" },
      ],
    },
  });
  await one.stop();
  await many.stop();
});

describe("an owner's own errors", () => {
  it("stand at their place in the client's answer, with the words of a deliberate one", async () => {
    behave = answeringRows((id) => area(id), {
      errors: [
        { message: "at host db.internal", path: ["_entities", 1, "sundsvallNote"] },
        {
          message: "No year.",
          path: ["_entities", 0, "kg_key_id"],
          extensions: { code: "BAD_USER_INPUT", owner: "forged" },
        },
      ],
    });
    const { errors } = await hub.ask("{ areas { sundsvallNote } }");
    const told = { subgraph: "sundsvall", owner: "sundsvall" };
    expect(errors).toMatchObject([
      { path: ["areas", 1, "sundsvallNote"], extensions: { code: "SUBGRAPH_ERROR", ...told } },
      { message: "No year.", path: ["areas", 0], extensions: { code: "BAD_USER_INPUT", ...told } },
    ]);
    expect(JSON.stringify(errors)).not.toContain("db.internal");
  });

  const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
  it.each([
    `{"message":${deep}}`,
    '{"message":{"toString":1,"valueOf":1}}',
    `{"message":"m","path":${deep}}`,
    `{"message":"m","path":["sundsvall",${deep}]}`,
    `{"message":"m","extensions":{"code":${deep}}}`,
    `{"message":"m","extensions":${deep}}`,
    `{"message":"m","extensions":{"code":"BAD_USER_INPUT","reasons":${deep},"more":[{"a":${deep}}],"deep":{"a":${deep}}}}`,
    deep,
  ])("do harm by no shape: %#", async (error) => {
    behave = answering(`{"data":{"sundsvall":{"text":"t"}},"errors":[${error}]}`);
    const { data, errors } = await hub.ask("{ sundsvall { text } botkyrka }");
    expect(data).toEqual({ sundsvall: { text: "t" }, botkyrka: 1 });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ subgraph: "sundsvall", owner: "sundsvall" });
    expect(errors?.[0]?.path).toEqual(["sundsvall"]);
  });

  it("stand at the row's place also where an owner names the row", async () => {
    behave = (request, response, body) => {
      if (!body.includes("_entities"))
        return answering({ data: { my: { area: area("2281-a") } } })(request, response, body);
      answeringRows((id) => area(id), { errors: [{ message: "x", path: ["_entities", 0, "it"] }] })(
        request,
        response,
        body,
      );
    };
    const { data, errors } = await hub.ask("{ my: sundsvall { area { it: sundsvallNote } } }");
    expect(data).toEqual({ my: { area: { it: null } } });
    expect(errors).toMatchObject([{ path: ["my", "area", "it"], extensions: { code: "SUBGRAPH_ERROR" } }]);
  });

  it("stand at the field that was asked for when they name no place of the answer", async () => {
    behave = answering({ data: null, errors: [{ message: "x", path: ["botkyrka", 0] }, { message: "y" }] });
    const { data, errors } = await hub.ask("{ my: sundsvall { text } }");
    expect(data).toEqual({ my: null });
    expect(errors?.map(({ path }) => path)).toEqual([["my"], ["my"]]);
  });
});

describe("a breaker", () => {
  const down = answering("busy", 503);
  const fine = answering({ data: { sundsvall: { text: "t" } } });
  const codeOf = async (one: OwnersHub) =>
    (await one.ask("{ sundsvall { text } }")).errors?.[0]?.extensions.code ?? "none";
  const wait = {
    breaker: { failures: 3, firstMilliseconds: 60_000, mostMilliseconds: 60_000 },
    limits: patient.limits,
  };
  const coolDown = (states: Record<string, unknown>) => {
    const copy = JSON.parse(JSON.stringify(states)) as Record<string, { ownState: { openedAt?: number } }>;
    for (const { ownState } of Object.values(copy)) if (ownState.openedAt) ownState.openedAt -= 120_000;
    return copy;
  };
  const hubs: OwnersHub[] = [];
  const start = async (breakers?: Record<string, unknown>) => {
    const one = await startOwnersHub(sdl, { ...wait, breakers, onCall: (call) => calls.push(call) });
    hubs.push(one);
    return one;
  };
  afterAll(() => Promise.all(hubs.map((one) => one.stop())));

  async function opened(): Promise<OwnersHub> {
    const one = await start();
    behave = down;
    for (let failure = 0; failure < 3; failure += 1) expect(await codeOf(one)).toBe("SUBGRAPH_UNAVAILABLE");
    return one;
  }

  it("opens after some failures in a row, and the owner is left alone", async () => {
    const one = await opened();
    expect(await codeOf(one)).toBe("SUBGRAPH_QUARANTINED");
    expect(questions).toHaveLength(3);
    expect(calls.map(({ failure }) => failure)).toEqual([
      ...Array(3).fill("SUBGRAPH_UNAVAILABLE"),
      "SUBGRAPH_QUARANTINED",
    ]);
    expect((await one.ask("{ botkyrka }")).data).toEqual({ botkyrka: 1 });
  });

  it("stays closed when the owner answers now and then, with errors of its own too", async () => {
    const one = await start();
    for (let round = 0; round < 3; round += 1) {
      behave = down;
      expect([await codeOf(one), await codeOf(one)]).toEqual(["SUBGRAPH_UNAVAILABLE", "SUBGRAPH_UNAVAILABLE"]);
      behave = answering({ data: { sundsvall: null }, errors: [{ message: "x" }] });
      expect(await codeOf(one)).toBe("SUBGRAPH_ERROR");
    }
  });

  it("stays open in the data source that takes the place of this one", async () => {
    const states = JSON.parse(JSON.stringify((await opened()).owners.breakerStates()));
    questions = [];
    expect(await codeOf(await start(states))).toBe("SUBGRAPH_QUARANTINED");
    expect(questions).toHaveLength(0);
  });

  it("lets one call through when its time is over, and closes when that is answered", async () => {
    const one = await start(coolDown((await opened()).owners.breakerStates()));
    questions = [];
    let release = () => {};
    const asked = new Promise<void>((resolve) => {
      behave = (request, response, body) => {
        release = () => fine(request, response, body);
        resolve();
      };
    });
    const probe = codeOf(one);
    await asked;
    expect(await Promise.all([codeOf(one), codeOf(one)])).toEqual(["SUBGRAPH_QUARANTINED", "SUBGRAPH_QUARANTINED"]);
    release();
    expect(await probe).toBe("none");
    expect(questions).toHaveLength(1);
    behave = fine;
    expect(await codeOf(one)).toBe("none");
  });

  it("opens again, for longer, when the one call fails", async () => {
    const one = await start(coolDown((await opened()).owners.breakerStates()));
    expect(await codeOf(one)).toBe("SUBGRAPH_UNAVAILABLE");
    expect(await codeOf(one)).toBe("SUBGRAPH_QUARANTINED");
    expect(one.owners.breakerStates().sundsvall).toMatchObject({ ownState: { attemptNo: 2 } });
  });

  it("is not moved by answers that are too large, since any client can ask for much", async () => {
    const one = await start();
    behave = answering({ data: { x: "x".repeat(300_000) } });
    for (let round = 0; round < 4; round += 1) expect(await codeOf(one)).toBe("ANSWER_TOO_LARGE");
    behave = fine;
    expect(await codeOf(one)).toBe("none");
  });

  it("is not moved by calls that wait for others and are never sent", async () => {
    const one = await startOwnersHub(sdl, {
      ...wait,
      limits: { milliseconds: 60_000, waitMilliseconds: 50, atOnce: 1 },
      onCall: (call) => calls.push(call),
    });
    hubs.push(one);
    let release = () => {};
    const asked = new Promise<void>((resolve) => {
      behave = (request, response, body) => {
        release = () => fine(request, response, body);
        resolve();
      };
    });
    const first = codeOf(one);
    await asked;
    const others = await Promise.all(Array.from({ length: 5 }, () => codeOf(one)));
    expect(others).toEqual(Array(5).fill("SUBGRAPH_UNAVAILABLE"));
    release();
    expect(await first).toBe("none");
    expect(questions).toHaveLength(1);
    expect(calls.map(({ failure }) => failure)).toEqual([...Array(5).fill("NOT_SENT"), undefined]);
    behave = fine;
    expect(await codeOf(one)).toBe("none");
  });

  it("stays closed for an owner that is slow and well: a call that waited has all its time", async () => {
    const one = await startOwnersHub(sdl, {
      ...wait,
      limits: { milliseconds: 1500, waitMilliseconds: 60_000, atOnce: 1 },
    });
    hubs.push(one);
    behave = (request, response, body) => void setTimeout(() => fine(request, response, body), 300);
    expect(await Promise.all(Array.from({ length: 7 }, () => codeOf(one)))).toEqual(Array(7).fill("none"));
  });

  it("is not moved by a client that goes away while its call waits", async () => {
    const one = await startOwnersHub(sdl, {
      ...wait,
      limits: { milliseconds: 60_000, waitMilliseconds: 60_000, atOnce: 1, waiting: 1 },
      onCall: (call) => calls.push(call),
    });
    hubs.push(one);
    const held: (() => void)[] = [];
    const asked = new Promise<void>((resolve) => {
      behave = (request, response, body) => {
        held.push(() => fine(request, response, body));
        resolve();
      };
    });
    const first = codeOf(one);
    await asked;
    for (let round = 0; round < 4; round += 1) {
      const life = new AbortController();
      const waiting = one.ask("{ sundsvall { text } }", {}, { signal: life.signal });
      // Another is refused for lack of room, so this one waits.
      expect(await codeOf(one)).toBe("SUBGRAPH_UNAVAILABLE");
      life.abort();
      await waiting;
    }
    for (const release of held) release();
    expect(await first).toBe("none");
    expect(calls.filter(({ failure }) => failure === "ABORTED")).toHaveLength(4);
    behave = fine;
    expect(await codeOf(one)).toBe("none");
  });

  it("is not moved by a client that goes away", async () => {
    const one = await start();
    for (let round = 0; round < 4; round += 1) {
      const life = new AbortController();
      behave = () => life.abort();
      await one.ask("{ sundsvall { text } }", {}, { signal: life.signal });
    }
    behave = fine;
    expect(await codeOf(one)).toBe("none");
    expect(calls.map(({ failure }) => failure)).toEqual([...Array(4).fill("ABORTED"), undefined]);
  });

  it.each([null, 7, {}, { ownState: {}, breakerState: 1 }, { ownState: { value: 1 }, breakerState: 0 }])(
    "begins closed from a state that it does not know: %j",
    async (state) => {
      behave = fine;
      expect(await codeOf(await start({ sundsvall: state }))).toBe("none");
    },
  );
});

it("asks nobody without a token when there is no way to sign one", async () => {
  behave = answering({ data: { sundsvall: { text: "t" } } });
  const one = await startOwnersHub(sdl, { sign: () => Promise.reject(new Error("secret key")) });
  const answer = await one.ask("{ sundsvall { text } }");
  expect(answer).toMatchObject({
    data: { sundsvall: null },
    errors: [{ extensions: { code: "SUBGRAPH_UNAVAILABLE" } }],
  });
  expect(JSON.stringify(answer)).not.toContain("secret");
  expect(questions).toEqual([]);
  await one.stop();
});

it("lets so many calls wait for an owner and refuses the next at once", async () => {
  const held: (() => void)[] = [];
  let sawTwo = () => {};
  const two = new Promise<void>((resolve) => {
    sawTwo = resolve;
  });
  behave = (request, response, body) => {
    held.push(() => answering({ data: { sundsvall: { text: "t" } } })(request, response, body));
    if (held.length >= 2) sawTwo();
    if (held.length > 2) held[held.length - 1]?.();
  };
  const refused: OwnerCall[] = [];
  const one = await startOwnersHub(sdl, {
    limits: { atOnce: 2, waiting: 1, milliseconds: 20_000, waitMilliseconds: 20_000 },
    onCall: (call) => refused.push(call),
  });
  const asks = Array.from({ length: 4 }, () => one.ask("{ sundsvall { text } }"));
  await two;
  const early = await Promise.race(asks);
  expect(early.errors?.[0]?.extensions.code).toBe("SUBGRAPH_UNAVAILABLE");
  expect(questions).toHaveLength(2);
  for (const release of held.slice()) release();
  const answers = await Promise.all(asks);
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(3);
  expect(refused.filter(({ failure }) => failure)).toHaveLength(1);
  await one.stop();
});
