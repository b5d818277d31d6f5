import { request } from "node:http";
import { Writable } from "node:stream";
import { IdentityUnavailable } from "../../kit/access";
import { createLogger } from "../../kit/logger";
import { createTestIssuer, type TestIssuer } from "../../test/testkit/issuer";
import { createGateway } from "../gateway";
import { fixedSource } from "../supergraph/source";
import { composeWithOwners } from "../test-support/compose-with-owners";
import { type Answer, startHub, type TestHub } from "../test-support/hub";
import { startSubgraph, type TestSubgraph } from "../test-support/subgraph";

const ACCESS = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@composeDirective"])
    @link(url: "https://kommungraf.example/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(when: String, reporter: String, reader: String, reviewer: String, operator: Boolean! = false) on FIELD_DEFINITION
`;

const ROOM = `
  type Query {
    open: String
    drafts(owners: [String!], includeUnpublished: Boolean! = false): [String!]
      @access(when: "includeUnpublished", reporter: "owners")
    audit: String @access(operator: true)
    grant(id: ID! = "2181-1"): String @access(reporter: "id")
  }
  type Mutation {
    report(input: ReportInput!): String @access(reporter: "input.grant", reviewer: "input.source")
    review(input: ReportInput!): String @access(reviewer: "input.source")
  }
  input ReportInput { grant: ID source: ID = "tillvaxtverket" }
  type Place @key(fields: "id") { id: ID! name: String }
`;

let issuer: TestIssuer;
let room: TestSubgraph;
let owner: TestSubgraph;
let hub: TestHub;
/** Root fields that the room ran, and the headers that subgraphs got. */
let ran: string[] = [];
let ownerHeaders: Record<string, unknown> = {};
let roomHeaders: Record<string, unknown> = {};
let supergraph: string;

const field =
  (name: string) =>
  (_: unknown, args: object, { request: { headers } }: { request: { headers: object } }) => {
    ran.push(name);
    roomHeaders = { ...headers };
    return name === "drafts" ? [name] : `${name} ${JSON.stringify(args)}`;
  };

beforeAll(async () => {
  issuer = await createTestIssuer();
  const query = { open: field("open"), drafts: field("drafts"), audit: field("audit"), grant: field("grant") };
  const resolvers = { Query: query, Mutation: { report: field("report"), review: field("review") } };
  // The test's subgraph links federation itself; the directive is told to the composition alone.
  const plain = ROOM.replaceAll(/\n? *@access\((?:[^()])*\)/g, "");
  room = await startSubgraph("funding", plain, resolvers);
  owner = await startSubgraph("sundsvall", "type Query { sundsvallNews: String }", {
    Query: {
      sundsvallNews: (_: unknown, __: unknown, { request: { headers } }: { request: { headers: object } }) => {
        ownerHeaders = { ...headers };
        return "news";
      },
    },
  });
  supergraph = composeWithOwners(
    [{ ...room, typeDefs: ACCESS + ROOM }],
    [{ ...owner, prefix: "sundsvall", municipality: "2281" }],
  );
  hub = await startHub(supergraph, { tokens: issuer.tokens, loopbackOwners: true });
});
afterAll(async () => {
  await hub?.stop();
  await Promise.all([room?.stop(), owner?.stop()]);
});
beforeEach(() => {
  ran = [];
  ownerHeaders = {};
  roomHeaders = {};
});

const sundsvall = () => issuer.token({ owner: "2281", roles: ["reporter"] });

async function ask(query: string, token?: string, variables?: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, answer: (await response.json()) as Answer };
}

const codes = ({ errors = [] }: Answer) =>
  errors.map(({ path, extensions }) => `${path?.join(".")} ${extensions.code}`);

describe("a caller without a token", () => {
  it("is answered what is open", async () => {
    const { answer, headers } = await ask('{ open drafts(owners: ["2281"]) }');
    expect(answer).toMatchObject({ data: { open: "open {}", drafts: ["drafts"] } });
    expect(headers.get("cache-control")).toBeNull();
  });

  it("is refused what needs one, with nothing of the rest run", async () => {
    const { status, headers, answer } = await ask("{ open audit }");
    expect(answer).toEqual({
      errors: [
        { message: expect.stringContaining("access token"), path: ["audit"], extensions: { code: "UNAUTHENTICATED" } },
      ],
    });
    expect(status).toBe(200);
    expect(headers.get("www-authenticate")).toBe("Bearer");
    expect(ran).toEqual([]);
  });

  it("gets the status 401 where answers are told apart by it", async () => {
    const accept = { accept: "application/graphql-response+json" };
    expect((await ask("{ audit }", undefined, {}, accept)).status).toBe(401);
    expect((await ask("{ audit }", await sundsvall(), {}, accept)).status).toBe(403);
  });
});

describe("what a token of one municipality's reporter lets through", () => {
  const letThrough: readonly [title: string, query: string, variables?: object][] = [
    ["its own rows", '{ drafts(owners: ["2281"], includeUnpublished: true) }'],
    ["by a variable", "query ($o: [String!]) { drafts(owners: $o, includeUnpublished: true) }", { o: ["2281"] }],
    ["by a variable's default", 'query ($o: [String!] = ["2281"]) { drafts(owners: $o, includeUnpublished: true) }'],
    [
      "by a single value in the place of a list",
      "query ($o: [String!]) { drafts(owners: $o, includeUnpublished: true) }",
      { o: "2281" },
    ],
    ["a mutation of its grant", 'mutation { report(input: { grant: "2281-boverket~abc" }) }'],
    ["a mutation by a variable within an input", "mutation ($g: ID) { report(input: { grant: $g }) }", { g: "2281-1" }],
    ["others' rows that are open", '{ drafts(owners: ["2181"]) }'],
    ["a field that is left out", "query ($no: Boolean!) { open audit @include(if: $no) }", { no: false }],
    ["a fragment that is skipped", "{ open ... on Query @skip(if: true) { audit } }"],
    ["introspection", "{ __schema { queryType { name } } }"],
  ];

  it.each(letThrough.map(([title, query, variables]) => ({ title, query, variables })))(
    "is $title",
    async ({ query, variables }) => {
      const { answer } = await ask(query, await sundsvall(), variables);
      expect(answer.errors).toBeUndefined();
    },
  );

  it.each<[string, string, object | undefined, string[]]>([
    ["others' rows", '{ drafts(owners: ["2181"], includeUnpublished: true) }', undefined, ["drafts FORBIDDEN"]],
    [
      "others' rows among its own",
      '{ drafts(owners: ["2281", "2181"], includeUnpublished: true) }',
      undefined,
      ["drafts FORBIDDEN"],
    ],
    ["everybody's rows", "{ drafts(includeUnpublished: true) }", undefined, ["drafts FORBIDDEN"]],
    ["nobody's rows", "{ drafts(owners: [], includeUnpublished: true) }", undefined, ["drafts FORBIDDEN"]],
    [
      "others' rows by a variable",
      "query ($o: [String!], $u: Boolean!) { drafts(owners: $o, includeUnpublished: $u) }",
      { o: ["2181"], u: true },
      ["drafts FORBIDDEN"],
    ],
    [
      "others' rows by a variable's default",
      'query ($u: Boolean! = true) { drafts(owners: "2181", includeUnpublished: $u) }',
      undefined,
      ["drafts FORBIDDEN"],
    ],
    ["others' rows by an argument's default", "{ grant }", undefined, ["grant FORBIDDEN"]],
    [
      "others' rows under another name",
      '{ a: drafts(owners: ["2281"], includeUnpublished: true) b: drafts(owners: ["2181"], includeUnpublished: true) }',
      undefined,
      ["b FORBIDDEN"],
    ],
    [
      "others' rows in a fragment",
      '{ ...F } fragment F on Query { ... on Query { mine: grant(id: "2281-1") theirs: grant(id: "2181-1") } }',
      undefined,
      ["theirs FORBIDDEN"],
    ],
    [
      "others' rows where a condition holds",
      'query ($yes: Boolean!) { open grant(id: "2181-1") @include(if: $yes) }',
      { yes: true },
      ["grant FORBIDDEN"],
    ],
    ["what is an operator's", "{ open audit }", undefined, ["audit FORBIDDEN"]],
    [
      "a mutation of others' grant, nor its own beside it",
      'mutation { a: report(input: { grant: "2281-1" }) b: report(input: { grant: "2181-1" }) }',
      undefined,
      ["b FORBIDDEN"],
    ],
    [
      "a mutation of a grant whose code only begins like its own",
      'mutation { report(input: { grant: "22811" }) }',
      undefined,
      ["report FORBIDDEN"],
    ],
    [
      "what a reviewer does",
      'mutation { review(input: { grant: "2281-1", source: "boverket" }) }',
      undefined,
      ["review FORBIDDEN"],
    ],
    [
      "several things, each of which is told",
      '{ audit grant(id: "2181-1") }',
      undefined,
      ["audit FORBIDDEN", "grant FORBIDDEN"],
    ],
  ])("is not %s", async (_title, query, variables, expected) => {
    const { answer } = await ask(query, await sundsvall(), variables);
    expect(codes(answer)).toEqual(expected);
    expect(answer).not.toHaveProperty("data");
    expect(ran).toEqual([]);
  });

  it("is nothing where variables do not fit: which rows are meant cannot be told", async () => {
    const query = "query ($o: [String!], $u: Boolean!) { drafts(owners: $o, includeUnpublished: $u) }";
    for (const variables of [{}, { u: "true", o: ["2281"] }, { u: true, o: [null] }]) {
      const { answer } = await ask(query, await sundsvall(), variables);
      expect(answer.errors?.length).toBeGreaterThan(0);
      expect(answer.data ?? null).toBeNull();
    }
    expect(ran).toEqual([]);
  });

  it("is asked for by POST for a mutation, and may be by GET for a query", async () => {
    const authorization = `Bearer ${await sundsvall()}`;
    const query = new URLSearchParams({ query: '{ drafts(owners: ["2281"], includeUnpublished: true) }' });
    const response = await fetch(`${hub.url}/graphql?${query}`, { headers: { authorization } });
    expect(await response.json()).toMatchObject({ data: { drafts: ["drafts"] } });
    expect(response.headers.get("cache-control")).toBe("no-store");
    const without = await fetch(`${hub.url}/graphql?${query}`);
    expect(codes((await without.json()) as Answer)).toEqual(["drafts UNAUTHENTICATED"]);
  });
});

describe("a default of an input's field", () => {
  it("counts as what was asked for", async () => {
    const tillvaxtverket = await issuer.token({ owner: "tillvaxtverket", roles: ["reviewer"] });
    const boverket = await issuer.token({ owner: "boverket", roles: ["reviewer"] });
    const mutation = 'mutation { review(input: { grant: "2281-1" }) }';
    expect((await ask(mutation, tillvaxtverket)).answer.errors).toBeUndefined();
    expect(codes((await ask(mutation, boverket)).answer)).toEqual(["review FORBIDDEN"]);
  });
});

describe("a token that is no good", () => {
  it.each<[string, () => Promise<string> | string]>([
    ["of a word", () => "Bearer x"],
    ["of another scheme", () => "Basic YTpi"],
    ["of nothing", () => "Bearer "],
    ["of nothing at all", () => ""],
    ["of two", async () => `Bearer ${await sundsvall()} ${await sundsvall()}`],
    ["of the registry's", () => `Bearer kgt_abc_${"x".repeat(43)}`],
    [
      "that has expired",
      async () => `Bearer ${await issuer.token({ owner: "2281", roles: ["reporter"] }, { exp: 1 })}`,
    ],
    [
      "whose owner does not fit its role",
      async () => `Bearer ${await issuer.token({ owner: "boverket", roles: ["reporter"] })}`,
    ],
  ])("%s is refused with 401, even where none is needed", async (_title, make) => {
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const response = await fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept, authorization: await make() },
        body: JSON.stringify({ query: "{ open }" }),
      });
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(codes((await response.json()) as Answer)).toEqual(["undefined UNAUTHENTICATED"]);
    }
    expect(ran).toEqual([]);
  });

  it("is refused beside a good one", async () => {
    const good = await sundsvall();
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${hub.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: [`Bearer ${good}`, "Bearer x"] as never },
      });
      sent.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
      sent.end(JSON.stringify({ query: "{ open }" }));
    });
    expect(status).toBe(401);
  });

  it("may be good, and nobody can tell: the hub says to try again", async () => {
    const away = await startHub(supergraph, {
      tokens: { issuers: [], identify: async () => Promise.reject(new IdentityUnavailable("https://a.test", "away")) },
    });
    const response = await fetch(`${away.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await sundsvall()}` },
      body: JSON.stringify({ query: "{ open }" }),
    });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(codes((await response.json()) as Answer)).toEqual(["undefined IDENTITY_UNAVAILABLE"]);
    await away.stop();
  });
});

describe("a token", () => {
  it("reaches the hub's rooms and never an owner's subgraph", async () => {
    const token = await sundsvall();
    const { answer } = await ask("{ open sundsvallNews }", token, {}, { cookie: "a=b" });
    expect(answer).toMatchObject({ data: { sundsvallNews: "news" } });
    expect(roomHeaders.authorization).toBe(`Bearer ${token}`);
    expect(JSON.stringify(ownerHeaders)).not.toContain(token);
    expect(ownerHeaders).not.toHaveProperty("authorization");
    expect(ownerHeaders).not.toHaveProperty("cookie");
  });

  it("is in no answer and in no line of the log, whatever becomes of it", async () => {
    const lines: string[] = [];
    const logger = createLogger(
      { name: "gateway", level: "trace" },
      new Writable({
        write(chunk, _encoding, done) {
          lines.push(String(chunk));
          done();
        },
      }),
    );
    const wordy = createGateway({
      supergraph: fixedSource(supergraph),
      logger,
      tokens: issuer.tokens,
      landing: false,
      engine: "thread",
      loopbackOwners: true,
    });
    const { url } = await wordy.start({ host: "127.0.0.1", port: 0 });
    const [good, bad] = [await sundsvall(), `${await sundsvall()}x`];
    for (const token of [good, bad]) {
      for (const query of ["{ open sundsvallNews }", "{ audit }", "{ nothing }", "{"]) {
        const response = await fetch(`${url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify({ query }),
        });
        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(await response.text()).not.toContain(token.split(".")[2]);
      }
      const elsewhere = await fetch(`${url}/registry/tokens`, { headers: { authorization: `Bearer ${token}` } });
      expect(elsewhere.status).toBe(404);
    }
    await wordy.stop();
    expect(lines.length).toBeGreaterThan(8);
    for (const token of [good, bad]) expect(lines.join("")).not.toContain(token.split(".")[2]);
  });

  it("may be sent by scripts of other origins", async () => {
    const preflight = await fetch(`${hub.url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://elsewhere.test",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
    expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  });
});

describe("the check of a caller", () => {
  it("is the same in an engine's thread", async () => {
    const threaded = await startHub(supergraph, { tokens: issuer.tokens, engine: "thread" });
    const asked = async (query: string) => {
      const response = await fetch(`${threaded.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await sundsvall()}` },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as Answer;
    };
    expect(await asked('{ grant(id: "2281-1") }')).toMatchObject({ data: { grant: expect.any(String) } });
    expect(codes(await asked('{ grant(id: "2181-1") }'))).toEqual(["grant FORBIDDEN"]);
    await threaded.stop();
  });

  it("can be switched off in tests of what stands behind it", async () => {
    const open = await startHub(supergraph, { checkAccess: false });
    expect(await open.ask("{ audit }")).toMatchObject({ data: { audit: "audit {}" } });
    await open.stop();
  });
});

describe("/.well-known/oauth-protected-resource", () => {
  it("says whose tokens are taken", async () => {
    const known = await startHub(supergraph, { tokens: issuer.tokens, issuer: () => "https://hub.test" });
    const response = await fetch(`${known.url}/.well-known/oauth-protected-resource`);
    expect(await response.json()).toMatchObject({
      resource: "https://hub.test",
      authorization_servers: ["https://issuer.test"],
    });
    await known.stop();
  });

  it("is not there where none are", async () => {
    const closed = await startHub(supergraph, { issuer: () => "https://hub.test" });
    expect((await fetch(`${closed.url}/.well-known/oauth-protected-resource`)).status).toBe(404);
    await closed.stop();
  });
});
