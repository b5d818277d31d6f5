import { parse } from "graphql";
import { Agent } from "undici";
import { defaultOwnerCallLimits } from "../../gateway/owners/ask-owner";
import { createLookAt } from "./look-at";
import { createProbe, defaultProbeLimits } from "./probe";
import type { ProbeSubject } from "./subject";
import { type Behaviour, LINK, startEndpoint, sundsvall, type TestEndpoint } from "./test-support/endpoint";

const SDL = `${LINK}
  scalar MunicipalityCode
  type Query { sundsvallNeeds(first: Int): [SundsvallNeed!] }
  type Municipality @key(fields: "code") { code: MunicipalityCode! sundsvall: SundsvallFacts }
  type Area @key(fields: "id") {
    id: ID!
    sundsvallNeeds: [SundsvallNeed!]
    "Nobody can be asked for it without a year."
    sundsvallIn(year: Int!): Int
  }
  type SundsvallFacts { count: Int note(of: String!): String inner: SundsvallNeed }
  type SundsvallNeed @key(fields: "id") { id: ID! name: String kind: SundsvallKind }
  enum SundsvallKind { SCHOOL WORK }
`;

const knowsNothing = {
  Municipality: { __resolveReference: () => null },
  Area: { __resolveReference: () => null },
};

const agent = new Agent();
let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startEndpoint(SDL, knowsNothing);
});
beforeEach(() => {
  endpoint.serve(SDL, knowsNothing);
  endpoint.behave();
  endpoint.asked.length = 0;
});
afterAll(async () => {
  await endpoint?.stop();
  await agent.close();
});

const limits = { milliseconds: 5000, bytes: 20_000 };
const subject = (sdl = SDL, routingUrl = endpoint.url): ProbeSubject => ({
  owner: sundsvall,
  sdl,
  document: parse(sdl),
  routingUrl,
});
const probe = createProbe({ agent, limits });
const codesOf = async (found = probe(subject())) =>
  (await found).map(({ code, severity, coordinate }) => [code, severity, coordinate]);

const asksForEntities = (query: string) => query.includes("_entities");

it("finds nothing at an endpoint that serves what was handed in and knows no row that does not exist", async () => {
  expect(await probe(subject())).toEqual([]);
  const questions = endpoint.asked.filter(({ query }) => asksForEntities(query));
  const asking = (type: string, fields: string) =>
    `query Kommungraf($representations: [_Any!]!) { _entities(representations: $representations) { kg_typename: __typename ... on ${type} { ${fields} } } }`;
  const ofMunicipality = asking("Municipality", "kg_key_code: code sundsvall { count }");
  const ofArea = asking("Area", "kg_key_id: id sundsvallNeeds { kg_typename: __typename kg_key_id: id }");
  expect(questions.map(({ query }) => query)).toEqual([ofMunicipality, ofMunicipality, ofArea]);
  const [municipalities, own, areas] = questions.map(({ variables }) => variables?.representations);
  expect(municipalities).toEqual([
    { __typename: "Municipality", code: "0000" },
    { __typename: "Municipality", code: "9999" },
  ]);
  expect(own).toEqual([{ __typename: "Municipality", code: "2281" }]);
  expect(areas).toEqual([
    { __typename: "Area", id: expect.stringMatching(/^2281-finns-inte-[0-9a-f]+$/) },
    { __typename: "Area", id: expect.stringMatching(/^2281-finns-inte-[0-9a-f]+$/) },
  ]);
});

it("asks an agency for ids of no municipality", async () => {
  await probe({ ...subject(), owner: { ...sundsvall, kind: "AGENCY", municipality: null } });
  const areas = endpoint.asked.find(({ query }) => query.includes("on Area"))?.variables?.representations;
  expect(areas).toEqual([
    { __typename: "Area", id: expect.stringMatching(/^finns-inte-/) },
    { __typename: "Area", id: expect.stringMatching(/^finns-inte-/) },
  ]);
  const municipalities = endpoint.asked.filter(({ query }) => query.includes("on Municipality"));
  expect(municipalities).toHaveLength(1);
});

describe("the owner's own municipality", () => {
  const withOwn = (own: (code: string) => unknown) =>
    endpoint.serve(SDL, {
      ...knowsNothing,
      Municipality: {
        __resolveReference: (row: { code: string }) => (row.code === "2281" ? own(row.code) : null),
        sundsvall: () => ({ count: 3 }),
      },
    });

  it("may have something to say, or nothing", async () => {
    withOwn((code) => ({ code }));
    expect(await probe(subject())).toEqual([]);
    withOwn(() => null);
    expect(await probe(subject())).toEqual([]);
  });

  it("must be answered for without an error", async () => {
    withOwn(() => {
      throw new Error("no such table");
    });
    expect(await probe(subject())).toEqual([
      {
        code: "PROBE_ENTITIES",
        severity: "ERROR",
        message: `Asked for Municipality "2281", your own, the endpoint at ${endpoint.url} answers with an error: no such table.`,
        remedy: "Answer for your municipality without an error, with null in fields of which you have nothing yet.",
        coordinate: "Municipality",
      },
    ]);
  });

  const right = { kg_typename: "Municipality", kg_key_code: "2281", sundsvall: { count: 3 } };
  it.each<[string, unknown, RegExp]>([
    [
      "another's code",
      { ...right, kg_key_code: "2282" },
      /with another key: code "2282" came back instead of "2281"\.$/,
    ],
    ["its code as a number that has lost its beginning", { ...right, kg_key_code: 228 }, /with another key: code 228 /],
    ["no code", { ...right, kg_key_code: undefined }, /with a row without code\.$/],
    ["another type", { ...right, kg_typename: "Area" }, /with __typename "Area"\.$/],
    ["no type", { ...right, kg_typename: undefined }, /with a row without __typename\.$/],
    [
      "fields under their names instead of their aliases",
      { __typename: "Municipality", code: "2281", sundsvall: { count: 3 } },
      /does not honour aliases: asked for kg_typename: __typename, it answers __typename\.$/,
    ],
    [
      "its code under its name instead of its alias",
      { ...right, kg_key_code: undefined, code: "2281" },
      /does not honour aliases: asked for kg_key_code: code, it answers code\.$/,
    ],
    ["a text", "2281", /something that is no row: "2281"\.$/],
  ])("must be the row that was asked for: not %s", async (_, row, message) => {
    endpoint.behave(({ query, variables }, response, _request, answer) =>
      query.includes("_entities") && JSON.stringify(variables).includes('2281"')
        ? response.writeHead(200).end(JSON.stringify({ data: { _entities: [row] } }))
        : answer(),
    );
    const findings = await probe(subject());
    expect(await codesOf(Promise.resolve(findings))).toEqual([["PROBE_ENTITIES", "ERROR", "Municipality"]]);
    expect(findings[0]?.message).toMatch(message);
  });

  it("may have its code as a number where nothing is lost by it", async () => {
    endpoint.behave(({ query, variables }, response, _request, answer) =>
      query.includes("_entities") && JSON.stringify(variables).includes('2281"')
        ? response.writeHead(200).end(JSON.stringify({ data: { _entities: [{ ...right, kg_key_code: 2281 }] } }))
        : answer(),
    );
    expect(await probe(subject())).toEqual([]);
  });
});

it("takes rows without a value for null", async () => {
  endpoint.serve(SDL, {
    Municipality: { __resolveReference: (row: object) => row, sundsvall: () => null },
    Area: { __resolveReference: (row: object) => row, sundsvallNeeds: () => [] },
  });
  expect(await probe(subject())).toEqual([]);
});

describe("a row that does not exist", () => {
  it.each<[string, object, (string | undefined)[], RegExp]>([
    [
      "is an answer all the same",
      { Area: { __resolveReference: (row: object) => row, sundsvallNeeds: () => [{ id: "1", name: "Bredsand" }] } },
      ["PROBE_UNKNOWN_ID", "ERROR", "Area.sundsvallNeeds"],
      /sundsvallNeeds is \[.*"kg_key_id":"1"/,
    ],
    [
      "is an error",
      {
        Area: {
          __resolveReference: async () => {
            throw new Error("no such area");
          },
        },
      },
      ["PROBE_UNKNOWN_ID", "ERROR", "Area"],
      /"2281-finns-inte-\w+" and "2281-finns-inte-\w+", which do not exist, the endpoint at http:\S+\/graphql answers with an error: no such area\.$/,
    ],
  ])("must be null: not when it %s", async (_, resolvers, finding, message) => {
    endpoint.serve(SDL, { ...knowsNothing, ...resolvers });
    const findings = await probe(subject());
    expect(findings.map(({ code, severity, coordinate }) => [code, severity, coordinate])).toEqual([finding]);
    expect(findings[0]?.message).toMatch(message);
  });

  it.each<[string, unknown, RegExp]>([
    ["one row for two", { data: { _entities: [null] } }, /answers with 1 rows instead of 2/],
    ["no list", { data: { _entities: {} } }, /answers without _entities/],
    [
      "only an error about the question",
      { errors: [{ message: 'Cannot query field "_entities" on type "Query".' }] },
      /answers with an error: Cannot query field "_entities" on type "Query"\.$/,
    ],
    ["a row of another type", { data: { _entities: [null, { kg_typename: "Place" }] } }, /with __typename "Place"\.$/],
  ])("must have a place in the answer: not %s", async (_, body, message) => {
    endpoint.behave(({ query }, response, _request, answer) =>
      query.includes("on Area") ? response.writeHead(200).end(JSON.stringify(body)) : answer(),
    );
    const findings = await probe(subject());
    expect(await codesOf(Promise.resolve(findings))).toEqual([["PROBE_ENTITIES", "ERROR", "Area"]]);
    expect(findings[0]?.message).toMatch(message);
  });
});

it.each(["KeyError: 0000", "Cannot return null for non-nullable field Query._entities."])(
  "tells an error about a row that does not exist from one about the question: %s",
  async (message) => {
    endpoint.behave(({ query }, response, _request, answer) =>
      query.includes("on Area")
        ? response.writeHead(200).end(JSON.stringify({ data: null, errors: [{ message }] }))
        : answer(),
    );
    expect(await probe(subject())).toMatchObject([
      { code: "PROBE_UNKNOWN_ID", remedy: "Answer null without an error for a row that you do not have." },
    ]);
  },
);

describe("an endpoint with another schema", () => {
  it.each<[string, (sdl: string) => string, [string, string][]]>([
    [
      "lacks a field",
      (sdl) => sdl.replace("sundsvallNeeds(first: Int): [SundsvallNeed!]", "sundsvall: Int"),
      [
        ["ERROR", "Query.sundsvallNeeds"],
        ["WARNING", "Query.sundsvall"],
      ],
    ],
    [
      "lacks a type",
      (sdl) => sdl.replace("kind: SundsvallKind", "kind: String").replace(/enum.*/, ""),
      [
        ["ERROR", "SundsvallKind"],
        ["ERROR", "SundsvallNeed.kind"],
      ],
    ],
    [
      "has another type for a field",
      (sdl) => sdl.replace("count: Int", "count: String"),
      [["ERROR", "SundsvallFacts.count"]],
    ],
    [
      "has another argument",
      (sdl) => sdl.replace("first: Int", "first: Int = 10"),
      [["ERROR", "Query.sundsvallNeeds"]],
    ],
    [
      "lacks a key",
      (sdl) => sdl.replace('SundsvallNeed @key(fields: "id")', "SundsvallNeed"),
      [["ERROR", "SundsvallNeed"]],
    ],
    ["lacks a value", (sdl) => sdl.replace("SCHOOL WORK", "SCHOOL"), [["ERROR", "SundsvallKind.WORK"]]],
    ["has a scalar more, that nothing is made of", (sdl) => `${sdl} scalar SundsvallUnused`, []],
    ["has more", (sdl) => sdl.replace("count: Int", "count: Int more: Int"), [["WARNING", "SundsvallFacts.more"]]],
  ])("is told where it %s", async (_, change, places) => {
    endpoint.serve(change(SDL), knowsNothing);
    expect(await codesOf()).toEqual(
      places.map(([severity, coordinate]) => ["PROBE_SDL_DIFFERS", severity, coordinate]),
    );
  });

  it("is told what to do, which is another thing for what it lacks and for what it has more", async () => {
    endpoint.serve(SDL.replace("count: Int", "more: Int"), knowsNothing);
    expect(await probe(subject())).toMatchObject([
      {
        message: `SundsvallFacts.count is in the schema that was handed in, but not in that of the endpoint at ${endpoint.url}.`,
        remedy: "Deploy the service first, then publish the schema that it has.",
      },
      {
        message: `SundsvallFacts.more is in the schema of the endpoint at ${endpoint.url}, but not in the one that was handed in.`,
        remedy:
          "If it is on its way out, take it out of the service after publishing; otherwise hand in the schema that the service answers.",
      },
    ]);
  });

  it("is told of ten places at most", async () => {
    const many = Array.from({ length: 30 }, (_, index) => `f${index}: Int`).join(" ");
    const findings = await probe(subject(SDL.replace("count: Int", `count: Int ${many}`)));
    expect(findings).toHaveLength(11);
    expect(findings[10]).toMatchObject({
      severity: "ERROR",
      message: `The schema of the endpoint at ${endpoint.url} differs in 20 more places.`,
    });
  });
});

it("takes for the same what a server prints in its own way", async () => {
  const printed = `
    schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/federation/v2.7", import: [{ name: "@key", as: "@nyckel" }, "FieldSet"]) { query: Query }
    directive @nyckel(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
    directive @federation__shareable repeatable on OBJECT | FIELD_DEFINITION
    directive @link(url: String!, as: String, import: [String]) repeatable on SCHEMA
    scalar _Any
    scalar FieldSet
    scalar federation__Policy
    union _Entity = Municipality | Area | SundsvallNeed
    type _Service { sdl: String }
    enum SundsvallKind { WORK SCHOOL }
    type SundsvallNeed @nyckel(fields: " id ", resolvable: true) { kind: SundsvallKind "A name." name: String id: ID! }
    extend type Area @nyckel(fields: "id") { sundsvallIn(year: Int!): Int sundsvallNeeds: [SundsvallNeed!] id: ID! }
    type SundsvallFacts { inner: SundsvallNeed note("Of what." of: String!): String count: Int }
    """
    Where people live together.
    """
    type Municipality @nyckel(fields: "code") @federation__extends { sundsvall: SundsvallFacts code: MunicipalityCode! }
    scalar MunicipalityCode
    type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! sundsvallNeeds(first: Int): [SundsvallNeed!] }`;
  endpoint.behave(({ query }, response, _request, answer) =>
    query.includes("_service")
      ? response.writeHead(200).end(JSON.stringify({ data: { _service: { sdl: printed } } }))
      : answer(),
  );
  expect(await probe(subject())).toEqual([]);
});

const answering =
  (body: string, status = 200, headers: Record<string, string> = {}): Behaviour =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

const withSdl = (sdl: unknown) => answering(JSON.stringify({ data: { _service: { sdl } } }));

const misbehaviours: [string, Behaviour, string, RegExp][] = [
  [
    "closes the connection",
    (_q, _r, request) => request.socket.destroy(),
    "PROBE_UNREACHABLE",
    /connection was closed/,
  ],
  ["redirects", answering("", 302, { location: "http://127.0.0.1:1/" }), "PROBE_REFUSED", /302, a redirect/],
  ["never answers", () => {}, "PROBE_TIMEOUT", /does not answer within 0\.2 s, which is as long as the hub waits\.$/],
  ["begins and stops", (_, response) => response.writeHead(200).write('{"data":'), "PROBE_TIMEOUT", /within 0\.2 s/],
  ["never ends", answering("x".repeat(30_000)), "PROBE_TOO_LARGE", /more than 20000 bytes/],
  [
    "answers in HTML",
    answering("<h1>\u0007Hej</h1>", 500),
    "PROBE_NOT_FEDERATION",
    /status 500 and no GraphQL: <h1> Hej<\/h1>\./,
  ],
  ["answers a list", answering("[]"), "PROBE_NOT_FEDERATION", /status 200 and no GraphQL: \[\]/],
  ["does not trust the hub", answering("who are you?", 401), "PROBE_REFUSED", /status 401: who are you\?$/],
  [
    "is no subgraph",
    answering('{"errors":[{"message":"Cannot query field _service"}]}', 400),
    "PROBE_NOT_FEDERATION",
    /answers with an error: Cannot query field _service/,
  ],
  ["has no schema", withSdl(null), "PROBE_NOT_FEDERATION", /answers without one/],
  ["has a broken schema", withSdl("type {"), "PROBE_NOT_FEDERATION", /not GraphQL: Syntax Error/],
  ["hides a bomb in its schema", withSdl("{".repeat(15_000)), "PROBE_NOT_FEDERATION", /not GraphQL/],
];

describe("an endpoint that misbehaves", () => {
  const hasty = createProbe({ agent, limits: { ...limits, milliseconds: 200 } });

  it.each(misbehaviours)("is told that it %s, and asked no more", async (_, behaviour, code, message) => {
    endpoint.behave(behaviour);
    const findings = await hasty(subject());
    expect(findings).toMatchObject([{ code, severity: "ERROR" }]);
    expect(findings[0]?.message).toMatch(
      /^Asked for its schema \(\{ _service \{ sdl \} \}\), the endpoint at http:\/\/127\.0\.0\.1:\d+\/graphql /,
    );
    expect(findings[0]?.message).not.toMatch(/[.!?]\.$/);
    expect(findings[0]?.message).toMatch(message);
    expect(endpoint.asked).toHaveLength(1);
  });

  it("shows no more than the beginning of what came", async () => {
    endpoint.behave(answering("å".repeat(5000)));
    expect((await hasty(subject()))[0]?.message.length).toBeLessThan(400);
  });

  it("is told when nothing listens there", async () => {
    const gone = await startEndpoint(SDL);
    await gone.stop();
    expect(await probe(subject(SDL, gone.url))).toMatchObject([
      { code: "PROBE_UNREACHABLE", message: expect.stringMatching(/nothing listens at that address/) },
    ]);
  });
});

it("names the address that was asked, without what may be secret in it", async () => {
  endpoint.behave(answering("", 403));
  const asked = endpoint.url.replace("http://", "http://sundsvall:secret@");
  const [finding] = await probe(subject(SDL, `${asked}?key=secret`));
  expect(finding?.message).toContain(endpoint.url);
  expect(JSON.stringify(finding)).not.toContain("secret");
});

it("waits as long as a gateway does", () => {
  expect(defaultProbeLimits).toEqual({
    milliseconds: defaultOwnerCallLimits.milliseconds,
    bytes: defaultOwnerCallLimits.answerBytes,
  });
});

describe("the hub's token", () => {
  const signed = createProbe({ agent, limits, sign: (subgraph) => `for-${subgraph}` });

  it("goes along with every question, and an endpoint that answers without it is warned", async () => {
    expect(await codesOf(signed(subject()))).toEqual([["PROBE_UNSIGNED", "WARNING", undefined]]);
    expect(endpoint.asked.map(({ authorization }) => authorization)).toEqual([
      ...Array(4).fill("Bearer for-sundsvall"),
      undefined,
    ]);
  });

  it.each<[string, Behaviour]>([
    ["by its status", (_, response) => response.writeHead(401).end("no")],
    ["by an error", (_, response) => response.writeHead(200).end('{"errors":[{"message":"no"}],"data":null}')],
  ])("is what an endpoint may ask for %s", async (_, refuse) => {
    endpoint.behave((question, response, request, answer) =>
      question.authorization === undefined ? refuse(question, response, request, answer) : answer(),
    );
    expect(await signed(subject())).toEqual([]);
  });

  it("is asked about where there is no type of the hub's", async () => {
    const small = `${LINK} type Query { sundsvall: Int }`;
    endpoint.serve(small);
    expect(await codesOf(signed(subject(small)))).toEqual([["PROBE_UNSIGNED", "WARNING", undefined]]);
  });
});

describe("a light look", () => {
  const lookAt = createLookAt({ agent, limits: { ...limits, milliseconds: 200 }, sign: () => "t" });

  it("takes an endpoint for healthy that has what is published, or more", async () => {
    expect(await lookAt(subject())).toEqual({ isHealthy: true });
    endpoint.serve(SDL.replace("count: Int", "count: Int more: Int"));
    expect(await lookAt(subject())).toEqual({ isHealthy: true });
    expect(endpoint.asked.map(({ authorization }) => authorization)).toEqual(["Bearer t", "Bearer t"]);
  });

  it("says what is gone", async () => {
    endpoint.serve(SDL.replace("name: String", ""));
    expect(await lookAt(subject())).toEqual({
      isHealthy: false,
      reason: "The endpoint's schema no longer has SundsvallNeed.name.",
    });
  });

  it.each(misbehaviours)(
    "says that an endpoint %s, and nothing that it wrote",
    async (_, behaviour, _code, message) => {
      endpoint.behave(behaviour);
      const look = await lookAt(subject());
      const [ours = ""] = message.source.split(": ");
      expect(look).toEqual({ isHealthy: false, reason: expect.stringMatching(ours) });
      expect(JSON.stringify(look)).not.toMatch(/Hej|who are you|Cannot query|\[\]/);
    },
  );
});
