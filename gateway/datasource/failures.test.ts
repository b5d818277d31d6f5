import type { IncomingMessage, ServerResponse } from "node:http";
import { startHub, type TestHub } from "../test-support/hub";
import { startRawSubgraph } from "../test-support/raw-subgraph";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";

type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let behave: Behaviour;
let asked = 0;
let whole: TestSubgraph;
let shaky: TestSubgraph;
let hub: TestHub;

const answering =
  (body: string, status = 200, headers: Record<string, string> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };

beforeAll(async () => {
  whole = await startSubgraph(
    "whole",
    'type Query { rows: [Row!]! } type Row @key(fields: "id") { id: ID! name: String }',
    {
      Query: {
        rows: () => [
          { id: "1", name: "a" },
          { id: "2", name: "b" },
        ],
      },
    },
  );
  shaky = await startRawSubgraph(
    "shaky",
    'type Query { other: String list: [String] } type Mutation { change: String } type Row @key(fields: "id") { id: ID! note: String count: Int }',
    (request, response, body) => {
      asked += 1;
      behave(request, response, body);
    },
  );
  hub = await startHub([whole, shaky], { timeouts: { subgraphMilliseconds: 1000 }, answerBytes: 100_000 });
});
beforeEach(() => {
  asked = 0;
});
afterAll(async () => {
  await hub?.stop();
  await Promise.all([whole?.stop(), shaky?.stop()]);
});

const rows = [
  { id: "1", name: "a", note: null },
  { id: "2", name: "b", note: null },
];

describe.each<[string, Behaviour, string]>([
  ["closes the connection", (request) => request.socket.destroy(), "SUBGRAPH_UNAVAILABLE"],
  ["answers 503 in HTML", answering("<html>busy</html>", 503, { "content-type": "text/html" }), "SUBGRAPH_UNAVAILABLE"],
  ["never answers", () => {}, "SUBGRAPH_TIMEOUT"],
  ["begins an answer and stops", (_, response) => void response.writeHead(200).write('{"data":'), "SUBGRAPH_TIMEOUT"],
  ["answers HTML", answering("<html></html>"), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers nothing", answering(""), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers a list", answering("[]"), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers without data", answering("{}"), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers data that is a string", answering('{"data":"x"}'), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers errors that are no list", answering('{"errors":{},"data":{}}'), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers for too few entities", answering('{"data":{"_entities":[null]}}'), "SUBGRAPH_INVALID_RESPONSE"],
  ["redirects", answering("", 302, { location: "http://127.0.0.1:1/" }), "SUBGRAPH_INVALID_RESPONSE"],
  ["answers more than fits", answering(`{"data":{"x":"${"x".repeat(200_000)}"}}`), "ANSWER_TOO_LARGE"],
])("a subgraph that %s", (_, behaviour, code) => {
  it("gives null for its part and one error for all of it, and leaves the rest", async () => {
    behave = behaviour;
    const answer = await hub.ask("{ rows { id name note } other }");
    expect(answer.data).toEqual({ rows, other: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toEqual({ code, subgraph: "shaky" });
    expect(answer.errors?.[0]?.message).toContain('"shaky"');
    expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|ECONN|socket|undici/i);
  });
});

describe("where the error stands", () => {
  it("is the field of a root fetch, and the list of an entity fetch", async () => {
    behave = answering("no");
    expect((await hub.ask("{ it: other }")).errors?.[0]?.path).toEqual(["it"]);
    expect((await hub.ask("{ rows { note } }")).errors?.[0]?.path).toEqual(["rows"]);
  });

  it("is the entity's field for an error of one entity", async () => {
    behave = answering(
      '{"data":{"_entities":[{"note":"n"},{"note":null}]},"errors":[{"message":"x","path":["_entities",1,"note"]}]}',
    );
    const { errors, data } = await hub.ask("{ rows { note } }");
    expect(data?.rows).toEqual([{ note: "n" }, { note: null }]);
    expect(errors).toMatchObject([
      { path: ["rows", 1, "note"], extensions: { code: "SUBGRAPH_ERROR", subgraph: "shaky" } },
    ]);
  });
});

describe("what a subgraph's error may say", () => {
  const said = async (error: object) => {
    behave = answering(JSON.stringify({ data: { other: null }, errors: [error] }));
    return (await hub.ask("{ other }")).errors?.[0];
  };

  it("is nothing when it has no code, a code of its own, or one that only the hub gives", async () => {
    for (const code of [
      undefined,
      "DB_DOWN",
      "INTERNAL_SERVER_ERROR",
      "SUBGRAPH_TIMEOUT",
      "GRAPHQL_VALIDATION_FAILED",
    ]) {
      expect(
        await said({ message: "at host db.internal", path: ["other"], extensions: { code, stacktrace: ["x"] } }),
      ).toEqual({
        message: 'The part "shaky" of the graph failed while resolving this field.',
        path: ["other"],
        extensions: { code: "SUBGRAPH_ERROR", subgraph: "shaky" },
      });
    }
  });

  it("is its words for a client's mistake, without what only we should see", async () => {
    expect(
      await said({
        message: "text is too long",
        path: ["other"],
        extensions: {
          code: "BAD_USER_INPUT",
          argument: "text",
          subgraph: "forged",
          exception: { stack: "x" },
          stacktrace: ["y"],
        },
      }),
    ).toEqual({
      message: "text is too long",
      path: ["other"],
      extensions: { code: "BAD_USER_INPUT", argument: "text", subgraph: "shaky" },
    });
  });

  it("tells every mistake of an input, each with its place and remedy, and nothing that is deeper", async () => {
    const mistakes = [
      { path: ["input", "filter", "years", 0], message: "No year.", remedy: "Write 2020." },
      { path: ["input", "measure"], message: { sv: "Inget mått.", en: "No measure." }, remedy: "Choose one." },
    ];
    const answer = await said({
      message: "2 mistakes",
      path: ["other"],
      extensions: {
        code: "BAD_USER_INPUT",
        mistakes: mistakes.map((mistake) => ({
          ...mistake,
          stack: "at x",
          inner: { deeper: { secret: 1 } },
          long: "x".repeat(501),
        })),
        rows: [["a"], ["b"]],
        codes: ["0191"],
      },
    });
    expect(answer?.extensions).toEqual({ code: "BAD_USER_INPUT", subgraph: "shaky", mistakes });
  });

  it.each([
    ['Expected value of type "Code!", found "x"; four digits.', "BAD_USER_INPUT"],
    ["Code is four digits.", "BAD_USER_INPUT"],
    ['Cannot query field "other" on type "Query".', "SUBGRAPH_ERROR"],
    ['Variable "$representations" got invalid value "x".', "SUBGRAPH_ERROR"],
  ])("tells a literal that its scalar refuses from a schema that does not fit: %s", async (message, code) => {
    behave = answering(
      JSON.stringify({ errors: [{ message, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] }),
      400,
    );
    const { errors } = await hub.ask("{ other }");
    expect(errors).toMatchObject([{ extensions: { code, subgraph: "shaky" } }]);
    expect(errors?.[0]?.message === message).toBe(code === "BAD_USER_INPUT");
  });

  it("is no more than an error for errors that are not objects", async () => {
    behave = answering('{"data":{"other":null},"errors":["x",null]}');
    expect((await hub.ask("{ other }")).errors?.map(({ extensions }) => extensions.code)).toEqual([
      "SUBGRAPH_ERROR",
      "SUBGRAPH_ERROR",
    ]);
  });
});

describe.each<[string, string, object]>([
  ["a word for a list", '{"list":"secret words","other":"fine"}', { list: null, other: "fine" }],
  ["an object for a list", '{"list":{"a":"secret words"},"other":"fine"}', { list: null, other: "fine" }],
  ["an object for a word", '{"list":["x"],"other":{"a":"secret words"}}', { list: ["x"], other: null }],
])("%s", (_, data, expected) => {
  it("is null there alone, with an error that does not quote it", async () => {
    behave = answering(`{"data":${data}}`);
    const answer = await hub.ask("{ list other }");
    expect(answer.data).toEqual(expected);
    expect(answer.errors).toMatchObject([{ extensions: { code: "SUBGRAPH_INVALID_RESPONSE" } }]);
    expect(JSON.stringify(answer)).not.toContain("secret words");
  });
});

it("nulls an entity that is not an object, at its place", async () => {
  behave = answering('{"data":{"_entities":[{"note":"n"},"x"]}}');
  const { data, errors } = await hub.ask("{ rows { note } }");
  expect(data?.rows).toEqual([{ note: "n" }, { note: null }]);
  expect(errors).toMatchObject([
    { path: ["rows", 1], extensions: { code: "SUBGRAPH_INVALID_RESPONSE", subgraph: "shaky" } },
  ]);
});

it("asks once more when a kept-alive connection was closed, but never a mutation", async () => {
  behave = (request, response) => {
    if (asked === 1) request.socket.destroy();
    else response.writeHead(200).end('{"data":{"other":"second time","change":"twice"}}');
  };
  expect(await hub.ask("{ other }")).toMatchObject({ data: { other: "second time" } });
  asked = 0;
  expect((await hub.ask("mutation { change }")).errors).toMatchObject([
    { extensions: { code: "SUBGRAPH_UNAVAILABLE" } },
  ]);
  expect(asked).toBe(1);
});

it("answers with null for a subgraph that is not there at all", async () => {
  const gone = await startRawSubgraph("gone", "type Query { gone: String }", answering("{}"));
  const alone = await startHub([whole, gone]);
  await gone.stop();
  expect(await alone.ask("{ rows { id } gone }")).toMatchObject({
    data: { rows: [{ id: "1" }, { id: "2" }], gone: null },
    errors: [{ path: ["gone"], extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph: "gone" } }],
  });
  await alone.stop();
});

describe("answers that are too large together", () => {
  it("are read until the request's budget is used up", async () => {
    const small = await startHub([whole, shaky], { answerBytes: 100_000, requestAnswerBytes: 1000 });
    behave = answering(`{"data":{"other":"${"x".repeat(600)}"}}`);
    expect((await small.ask("{ rows { id } other }")).errors).toBeUndefined();
    behave = answering(`{"data":{"other":"${"x".repeat(1000)}"}}`);
    const answer = await small.ask("{ rows { id } other }");
    expect(answer.data?.other).toBeNull();
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain("ANSWER_TOO_LARGE");
    await small.stop();
  });
});
