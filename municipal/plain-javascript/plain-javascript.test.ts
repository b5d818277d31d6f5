import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildASTSchema, parse, print } from "graphql";
import { createSplitter } from "../../gateway/owners/split-query";
import { projectRoot } from "../../kit/project-root";
import { type StandInHub, startStandInHub } from "../test-support/hub-tokens";
import { probeService } from "../test-support/probe";
import { runService } from "../test-support/run-service";

const folder = join(projectRoot, "municipal", "plain-javascript");

/** Starts the example, and asks it. */
async function start(env: Record<string, string> = {}) {
  const service = await runService(join(folder, "subgraph.mjs"), env);
  return {
    ...service,
    async ask(query: string, variables: object = {}, headers: Record<string, string> = {}) {
      const response = await fetch(service.url, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, body: (await response.json()) as { data?: unknown; errors?: unknown[] } };
    },
  };
}

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Area { id nykoping { activities { id area { id } } } } }
}`;

const guides = ["publish-your-own-subgraph.md", "publicera-egen-subgraf.md"];

function jsonOf(guide: string) {
  const text = readFileSync(join(projectRoot, "docs", guide), "utf8");
  return [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block]) => JSON.parse(block ?? ""));
}

/** The gateway's own splitter, over the example's schema: what it makes of a planned fetch goes over the wire. */
const split = createSplitter({
  schema: buildASTSchema(parse(readFileSync(join(folder, "schema.graphql"), "utf8")), { assumeValidSDL: true }),
  ownerOf: (_type, field) => (field.startsWith("nykoping") ? "nykoping" : undefined),
  keyOf: (type) => (type === "Area" ? "id" : undefined),
});

describe("the plain JavaScript subgraph", () => {
  let example: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    example = await start();
  });
  afterAll(() => example?.stop());

  it("answers _service with the text that is published", async () => {
    const sdl = readFileSync(join(folder, "schema.graphql"), "utf8");
    expect((await example.ask("{ _service { sdl } }")).body).toEqual({ data: { _service: { sdl } } });
  });

  it("answers references in their order, and null for what it does not know or does not own", async () => {
    const representations = [
      { __typename: "Area", id: "0480-finns-inte" },
      { __typename: "Area", id: "0480-arno" },
      { __typename: "Area", id: "2281-bredsand" },
      { __typename: "Initiative", id: "0480-ungdomsledare" },
    ];
    const activities = [{ id: "0480-exempel-sprakkafe", area: { id: "0480-arno" } }];
    expect((await example.ask(ENTITIES, { representations })).body).toEqual({
      data: { _entities: [null, { __typename: "Area", id: "0480-arno", nykoping: { activities } }, null, null] },
    });
  });

  it("lists its rows, all of them marked as examples", async () => {
    const { body } = await example.ask(
      "{ nykopingActivities { isExample area { nykoping { activities { name } } } } }",
    );
    const { nykopingActivities } = body.data as { nykopingActivities: { isExample: boolean }[] };
    expect(nykopingActivities.map(({ isExample }) => isExample)).toEqual([true, true, true]);
  });

  it("names areas that the hub has", () => {
    const areas = readFileSync(join(projectRoot, "seeds", "0480-nykoping", "areas.csv"), "utf8");
    const named = [...readFileSync(join(folder, "subgraph.mjs"), "utf8").matchAll(/area: "(.+?)"/g)].map(
      ([, id]) => id,
    );
    expect(named).toHaveLength(3);
    for (const id of named) expect(areas).toContain(`\n${id},`);
  });

  it("refuses what is not a question, and lives on", async () => {
    const post = (body: string) => fetch(example.url, { method: "POST", body });
    expect((await post("{")).status).toBe(400);
    expect((await post("null")).status).toBe(400);
    expect((await post("x".repeat(5 * 1024 * 1024))).status).toBe(413);
    expect((await fetch(new URL("/", example.url))).status).toBe(404);
    expect((await fetch(new URL("/health", example.url))).status).toBe(200);
    expect((await example.ask("{ nonsense }")).body.errors).toHaveLength(1);
  });

  it.each(guides)("answers as docs/%s says", async (guide) => {
    const blocks = jsonOf(guide);
    expect(blocks).toHaveLength(6);
    for (let at = 0; at < blocks.length; at += 2) {
      const { query, variables } = blocks[at];
      const said = JSON.parse(JSON.stringify(blocks[at + 1]), (_, value) =>
        value === "…" ? expect.any(String) : value,
      );
      expect((await example.ask(query, variables)).body).toEqual(said);
    }
  });

  it.each(guides)("is asked by the gateway as docs/%s says", (guide) => {
    const [, , rows, , root] = jsonOf(guide);
    const asked = (planned: string) => {
      const { ask } = split(planned, {});
      return ask.queryFor("nykoping")?.query ?? "";
    };
    const plain = (query: string) => print(parse(query, { noLocation: true }));
    expect(plain(rows.query)).toBe(
      plain(
        asked(
          "query P($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { __typename id nykoping { activities { name weekday } } } } }",
        ),
      ),
    );
    expect(plain(root.query)).toBe(plain(asked("{ nykopingActivities { name area { __typename id } } }")));
  });

  it("says that it checks no tokens, and ends when told to", async () => {
    const other = await start();
    expect(other.printed()).toContain("tokens are NOT checked");
    expect(await other.stop()).toBe(0);
  });
});

describe("the plain JavaScript subgraph of a hub", () => {
  let hub: StandInHub;
  let example: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    hub = await startStandInHub();
    example = await start({ HUB_URL: hub.url });
  });
  afterAll(async () => {
    await example?.stop();
    await hub?.stop();
  });

  const statusFor = async (authorization?: string) =>
    (await example.ask("{ __typename }", {}, authorization ? { authorization } : {})).status;

  it("lets the hub ask and nobody else", async () => {
    const audience = "nykoping";
    expect(await statusFor(await hub.authorization({ audience }))).toBe(200);
    expect(await statusFor()).toBe(401);
    expect(await statusFor("Bearer nonsense")).toBe(401);
    expect(await statusFor(await hub.authorization({ audience: "sandviken" }))).toBe(401);
    expect(await statusFor(await hub.authorization({ audience, issuer: "https://other.example" }))).toBe(401);
    expect(await statusFor(await hub.authorization({ audience, expires: "-1m" }))).toBe(401);
    expect(await statusFor(await hub.authorization({ audience, forged: true }))).toBe(401);
  });

  it("is what the registry wants of a running subgraph", async () => {
    const sdl = readFileSync(join(folder, "schema.graphql"), "utf8");
    expect(await probeService(hub, "nykoping", sdl, example.url)).toEqual([]);
  });
});
