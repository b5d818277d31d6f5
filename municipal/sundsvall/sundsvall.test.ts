import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { projectRoot } from "../../kit/project-root";
import { type StandInHub, startStandInHub } from "../test-support/hub-tokens";
import { probeService } from "../test-support/probe";
import { readConfig } from "./config";
import { home } from "./home";
import type { HttpService } from "./http/http-service";
import { openRowStore, type RowStore } from "./rows/row-store";
import { startService } from "./service";
import { sumSetAside } from "./sums";

const METHOD = "2281-digitaliserad-metod-for-stadsutveckling";
const WRITE_TOKEN = "a-token-for-writing";

let folder: string;
let hub: StandInHub;
let service: HttpService;
const logged: string[] = [];
const calls: string[] = [];
const log = (line: string) => void logged.push(line);

/** Counts how often the rows are asked for. */
function counted(store: RowStore): RowStore {
  return new Proxy(store, {
    get(target, method: string) {
      if (method in target) calls.push(method);
      return target[method as keyof RowStore];
    },
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kommungraf-sundsvall-"));
  cpSync(join(home, "data"), folder, { recursive: true });
  hub = await startStandInHub();
  const config = readConfig({ PORT: "0", HUB_URL: `${hub.url}/`, DATA_FOLDER: folder, WRITE_TOKEN });
  service = await startService(config, log, counted(openRowStore(folder)));
});
beforeEach(() => {
  logged.length = 0;
  calls.length = 0;
});
afterAll(async () => {
  await service?.stop();
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function post(query: string, variables: object, authorization: string | undefined) {
  const response = await fetch(service.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question
  return { status: response.status, body: (await response.json()) as any };
}

const ask = async (query: string, variables: object = {}) =>
  (await post(query, variables, await hub.authorization({ audience: "sundsvall" }))).body;

/** What each representation is answered with. */
async function entities(selection: string, representations: readonly object[]) {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;
  const { data, errors } = await ask(query, { representations });
  expect(errors).toBeUndefined();
  return data._entities;
}

const area = (id: string) => ({ __typename: "Area", id });
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id.replace(/^.*-exempel-/, ""));

describe("Sundsvall's subgraph", () => {
  it("answers _service with the text that is published", async () => {
    const { data } = await ask("{ _service { sdl } }");
    expect(data._service.sdl).toBe(readFileSync(join(home, "schema.graphql"), "utf8"));
  });

  it("answers references in their order, with null for areas without rows and for others' areas", async () => {
    const asked = ["2281-nacksta", "2281-finns-inte", "0480-brandkarr", "2281-holm", "2281-bredsand"].map(area);
    const rows = await entities("... on Area { id sundsvall { needs { nodes { id } } } }", asked);
    expect(rows.map((row: { id: string } | null) => row?.id ?? null)).toEqual([
      "2281-nacksta",
      null,
      null,
      null,
      "2281-bredsand",
    ]);
    expect(idsOf(rows[0].sundsvall.needs.nodes)).toEqual(["4", "3"]);
    expect(idsOf(rows[4].sundsvall.needs.nodes)).toEqual(["2", "1"]);
  });

  it("asks for the rows of all areas of a request at once", async () => {
    const asked = Array.from({ length: 40 }, (_, row) => area(`2281-${row}`));
    await entities("... on Area { sundsvall { coverage { measures } setAside { value } } }", [
      ...asked,
      area("2281-nacksta"),
      area("2281-bredsand"),
    ]);
    expect(calls.filter((call) => call === "needsInAreas")).toHaveLength(1);
    expect(calls.filter((call) => call === "measuresOfNeeds")).toHaveLength(1);
    expect(calls.filter((call) => call === "propertyOwners")).toHaveLength(1);
  });

  it("filters needs by state and counts every state", async () => {
    const [row] = await entities(
      `... on Area { sundsvall {
        open: needs(status: [IDENTIFIED, UNDER_WAY]) { totalCount nodes { id status } }
        none: needs(status: []) { totalCount }
        needCounts { status count } } }`,
      [area("2281-nacksta")],
    );
    expect(row.sundsvall.open).toEqual({
      totalCount: 1,
      nodes: [{ id: "2281-behov-exempel-3", status: "UNDER_WAY" }],
    });
    expect(row.sundsvall.none.totalCount).toBe(0);
    expect(row.sundsvall.needCounts).toEqual([
      { status: "IDENTIFIED", count: 0 },
      { status: "PLANNED", count: 1 },
      { status: "UNDER_WAY", count: 1 },
      { status: "DONE", count: 0 },
      { status: "DECLINED", count: 0 },
      { status: "UNKNOWN", count: 0 },
    ]);
  });

  it("adds money to the öre by kind of owner and year, and says what lacks an amount", async () => {
    const selection = `... on Area { id sundsvall {
      setAside { ownerKind year value isApproximate measures measuresWithoutAmount }
      coverage { measures withAmount withoutAmount withoutOwner withPicturesBeforeAndAfter } } }`;
    const [bredsand, nacksta, skonsberg] = await entities(
      selection,
      ["2281-bredsand", "2281-nacksta", "2281-skonsberg"].map(area),
    );
    const row = (
      ownerKind: string,
      year: number | null,
      value: number | null,
      measures = 1,
      missing = 0,
      about = false,
    ) => ({
      ownerKind,
      year,
      value,
      isApproximate: about,
      measures,
      measuresWithoutAmount: missing,
    });
    expect(bredsand.sundsvall).toEqual({
      // 185 000.50 + 12 400.10
      setAside: [row("MUNICIPAL", 2024, 197_400.6, 2), row("UNKNOWN", null, null, 1, 1)],
      coverage: { measures: 3, withAmount: 2, withoutAmount: 1, withoutOwner: 1, withPicturesBeforeAndAfter: 1 },
    });
    expect(nacksta.sundsvall).toEqual({
      setAside: [
        row("PRIVATE", 2024, 400_000, 1, 0, true),
        row("PRIVATE", null, null, 1, 1),
        row("MUNICIPAL", 2025, 750_000, 2, 1),
      ],
      coverage: { measures: 4, withAmount: 2, withoutAmount: 2, withoutOwner: 0, withPicturesBeforeAndAfter: 0 },
    });
    // Its one measure was declined.
    expect(skonsberg.sundsvall).toEqual({
      setAside: [],
      coverage: { measures: 0, withAmount: 0, withoutAmount: 0, withoutOwner: 0, withPicturesBeforeAndAfter: 0 },
    });
  });

  it("adds öre as whole numbers", () => {
    const [measure] = openRowStore(folder).measuresOfNeeds(["2281-behov-exempel-1"])[0] ?? [];
    if (!measure) throw new Error("The example has no measure");
    const tenOre = { ...measure, setAside: { value: "0.10", year: 2024, isApproximate: false } };
    const rows = Array.from({ length: 10 }, () => ({ measure: tenOre, owner: null }));
    expect(sumSetAside(rows)).toEqual([expect.objectContaining({ value: 1, measures: 10 })]);
    const large = { ...tenOre, setAside: { value: "999999999999.99", year: 2024, isApproximate: false } };
    expect(sumSetAside([...rows.slice(1), { measure: large, owner: null }])[0]?.value).toBe(1_000_000_000_000.89);
  });

  it("tells of the initiative that the method is, and of no other", async () => {
    const [own, other] = await entities(
      `... on Initiative { id sundsvall {
        method { name parts { swedish english source { document locator quote page } } }
        areas { id } needCounts { status count } coverage { measures withoutAmount } isExample } }`,
      [
        { __typename: "Initiative", id: METHOD },
        { __typename: "Initiative", id: "2281-lokala-rad" },
      ],
    );
    expect(other).toBeNull();
    const { method, areas, needCounts, coverage, isExample } = own.sundsvall;
    expect(method.parts.map(({ source }: { source: { locator: string } }) => source.locator)).toEqual([
      "L22",
      "L24",
      "L25",
      "L26",
      "L27",
    ]);
    expect(areas.map(({ id }: { id: string }) => id)).toEqual([
      "2281-bredsand",
      "2281-kvissleby",
      "2281-nacksta",
      "2281-skonsberg",
      "2281-sundsbruk",
    ]);
    expect(needCounts.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(8);
    expect(coverage).toEqual({ measures: 8, withoutAmount: 3 });
    expect(isExample).toBe(true);
  });

  it("shows a measure with its owner, its pictures and how it came to stand where it stands", async () => {
    const { data } = await ask(`{ sundsvallNeed(id: "2281-behov-exempel-1") {
      area { id sundsvall { needs { totalCount } } } initiative { id } observedOn status statusHistory { status date note }
      measures { status owner { kind organisation { id } } responsible { id } setAside { value year }
        pictures { moment takenOn address alternativeText } exampleNote } } }`);
    const { measures, ...need } = data.sundsvallNeed;
    expect(need).toMatchObject({
      area: { id: "2281-bredsand", sundsvall: { needs: { totalCount: 2 } } },
      initiative: { id: METHOD },
      status: "DONE",
      statusHistory: [{ status: "IDENTIFIED" }, { status: "PLANNED" }, { status: "DONE", date: "2024-09-20" }],
    });
    expect(measures[0]).toMatchObject({
      status: "DONE",
      owner: { kind: "MUNICIPAL", organisation: { id: "2281-sundsvalls-kommun" } },
      responsible: { id: "2281-stadsbyggnadskontoret" },
      setAside: { value: 185_000.5, year: 2024 },
      pictures: [{ moment: "BEFORE" }, { moment: "AFTER" }],
      exampleNote: expect.stringContaining("Påhittad"),
    });
    expect((await ask('{ sundsvallNeed(id: "2281-finns-inte") { id } }')).data).toEqual({ sundsvallNeed: null });
  });

  it("gives every need once, page by page, and knows both ends", async () => {
    const all: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page += 1) {
      const { data } = await ask(
        `query ($after: String) { sundsvallNeeds(first: 3, after: $after) {
          totalCount edges { cursor } nodes { id observedOn } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { after },
      );
      const { nodes, edges, pageInfo, totalCount } = data.sundsvallNeeds;
      expect(totalCount).toBe(8);
      expect(pageInfo.hasPreviousPage).toBe(page > 0);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor]);
      all.push(...idsOf(nodes));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(all).toEqual(["8", "4", "5", "6", "7", "2", "3", "1"]);
  });

  it("lists the needs of an area, none for others' areas, and takes null as not given", async () => {
    const { data } = await ask(`{
      some: sundsvallNeeds(area: "2281-sundsbruk", status: [IDENTIFIED]) { nodes { id } }
      none: sundsvallNeeds(area: "0480-brandkarr") { nodes { id } pageInfo { hasNextPage startCursor } }
      all: sundsvallNeeds(area: null, status: null, first: null, after: null) { totalCount nodes { id } }
      empty: sundsvallNeeds(first: 0) { nodes { id } pageInfo { hasNextPage } }
    }`);
    expect(idsOf(data.some.nodes)).toEqual(["7"]);
    expect(data.none).toEqual({ nodes: [], pageInfo: { hasNextPage: false, startCursor: null } });
    expect([data.all.totalCount, data.all.nodes.length]).toEqual([8, 8]);
    expect(data.empty).toEqual({ nodes: [], pageInfo: { hasNextPage: true } });
  });

  it("refuses pages that are too large or begin nowhere, in words", async () => {
    for (const page of ["first: 101", "first: -1", 'after: "x"']) {
      const { data, errors } = await ask(`{ sundsvallNeeds(${page}) { totalCount } }`);
      expect(data).toEqual({ sundsvallNeeds: null });
      expect(errors).toEqual([expect.objectContaining({ extensions: { code: "BAD_USER_INPUT" } })]);
    }
    expect(logged).toEqual([]);
  });

  it("answers the hub and nobody else", async () => {
    const audience = "sundsvall";
    const statusFor = async (authorization?: string) => (await post("{ __typename }", {}, authorization)).status;
    expect(await statusFor(await hub.authorization({ audience }))).toBe(200);
    expect(await statusFor()).toBe(401);
    expect(await statusFor("Bearer nonsense")).toBe(401);
    expect(await statusFor(`Bearer ${WRITE_TOKEN}`)).toBe(401);
    expect(await statusFor(await hub.authorization({ audience: "sandviken" }))).toBe(401);
    expect(await statusFor(await hub.authorization({ audience, issuer: "https://other.example" }))).toBe(401);
    expect(await statusFor(await hub.authorization({ audience, expires: "-1m" }))).toBe(401);
    expect(await statusFor(await hub.authorization({ audience, forged: true }))).toBe(401);
    expect((await post("{ _service { sdl } }", {}, undefined)).body.data).toBeUndefined();
  });

  it("is what the registry wants of a running subgraph", async () => {
    const sdl = readFileSync(join(home, "schema.graphql"), "utf8");
    expect(await probeService(hub, "sundsvall", sdl, service.url)).toEqual([]);
  });

  it("is asked by nobody while the hub's keys cannot be fetched", async () => {
    const lonely = await startService(
      readConfig({ PORT: "0", HUB_URL: "http://127.0.0.1:1", DATA_FOLDER: folder }),
      log,
    );
    try {
      const authorization = await hub.authorization({ audience: "sundsvall" });
      const response = await fetch(lonely.url, { method: "POST", headers: { authorization }, body: "{}" });
      expect(response.status).toBe(503);
      expect(logged.join()).toContain("keys could not be fetched");
    } finally {
      await lonely.stop();
    }
  });
});

describe("Sundsvall's rows", () => {
  const put = (path: string, row: object, token = WRITE_TOKEN) =>
    fetch(new URL(`/rows/${path}`, service.url), {
      method: "PUT",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(row),
    });
  const need = {
    id: "2281-behov-nytt",
    title: "Trasig bänk",
    description: null,
    area: "2281-holm",
    observedOn: "2024-12-01",
    statusHistory: [{ status: "IDENTIFIED", date: "2024-12-01", note: null }],
    isExample: false,
    exampleNote: null,
  };
  const read = async () =>
    (await entities("... on Area { sundsvall { isExample needs { nodes { id status } } } }", [area("2281-holm")]))[0];

  it("are written over HTTP, seen at once and still there after a start", async () => {
    expect(await read()).toBeNull();
    expect((await put("needs/2281-behov-nytt", need)).status).toBe(201);
    expect(await read()).toEqual({
      sundsvall: { isExample: false, needs: { nodes: [{ id: "2281-behov-nytt", status: "IDENTIFIED" }] } },
    });
    const done = {
      ...need,
      statusHistory: [...need.statusHistory, { status: "DONE", date: "2024-12-09", note: null }],
    };
    expect((await put("needs/2281-behov-nytt", done)).status).toBe(200);
    expect((await read()).sundsvall.needs.nodes).toEqual([{ id: "2281-behov-nytt", status: "DONE" }]);
    expect(openRowStore(folder).need("2281-behov-nytt")?.statusHistory).toHaveLength(2);
    expect(readdirSync(folder).filter((file) => file.endsWith(".new"))).toEqual([]);
  });

  it.each([
    ["needs/2281-behov-annat", need, "id must be 2281-behov-annat"],
    ["needs/2281-x", { ...need, id: "2281-x", area: "0480-brandkarr" }, "needs 2281-x area: must be 2281- and a slug"],
    ["needs/2281-x", { ...need, id: "2281-x", extra: 1 }, "needs 2281-x"],
    ["needs/2281-x", { ...need, id: "2281-x", statusHistory: [] }, "needs 2281-x statusHistory"],
    ["needs/2281-x", { ...need, id: "2281-x", isExample: true }, "needs 2281-x exampleNote"],
    ["measures/2281-x", { id: "2281-x" }, "measures 2281-x need"],
    ["nothing/2281-x", need, "There is no table nothing"],
  ])("are refused at %s when they are not valid", async (path, row, mistake) => {
    const before = readFileSync(join(folder, "needs.json"), "utf8");
    const response = await put(path, row);
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(errors.map(({ message }) => message).join("\n")).toContain(mistake);
    expect(readFileSync(join(folder, "needs.json"), "utf8")).toBe(before);
  });

  it("are refused when they name a need that is not there, or an amount with parts of an öre", async () => {
    const [measure] = JSON.parse(readFileSync(join(home, "data", "measures.json"), "utf8"));
    const lost = await put(`measures/${measure.id}`, { ...measure, need: "2281-behov-borta" });
    expect(await lost.text()).toContain("names the need 2281-behov-borta, which is not there");
    const split = await put(`measures/${measure.id}`, {
      ...measure,
      setAside: { ...measure.setAside, value: "1.005" },
    });
    expect(await split.text()).toContain("setAside.value: must be kronor");
  });

  it("are written only with the token for it, which the hub's is not", async () => {
    expect((await put("needs/2281-behov-nytt", need, "another-token-here")).status).toBe(401);
    const shown = (await hub.authorization({ audience: "sundsvall" })).replace("Bearer ", "");
    expect((await put("needs/2281-behov-nytt", need, shown)).status).toBe(401);
    const closed = await startService(readConfig({ PORT: "0", DATA_FOLDER: folder }), log);
    try {
      const path = new URL("/rows/needs/2281-behov-nytt", closed.url);
      expect((await fetch(path, { method: "PUT", body: "{}" })).status).toBe(404);
    } finally {
      await closed.stop();
    }
  });

  it("are all marked as examples in what is delivered, and name only what the hub has", () => {
    const delivered = (name: string) => JSON.parse(readFileSync(join(home, "data", `${name}.json`), "utf8"));
    const idsIn = (file: string) => {
      const text = readFileSync(join(projectRoot, "seeds", "2281-sundsvall", `${file}.csv`), "utf8");
      return parseCsv(text, { columns: true, bom: true }).map((row: unknown) => (row as { id: string }).id);
    };
    const [needs, measures, owners] = [delivered("needs"), delivered("measures"), delivered("property-owners")];
    for (const row of [...needs, ...measures, ...owners]) expect([row.id, row.isExample]).toEqual([row.id, true]);
    for (const row of needs) expect(idsIn("areas")).toContain(row.area);
    const organisations = [
      ...measures.map(({ responsible }: { responsible: string | null }) => responsible),
      ...owners.map(({ organisation }: { organisation: string | null }) => organisation),
    ];
    for (const id of organisations) if (id !== null) expect(idsIn("organisations")).toContain(id);
    const { initiative, document } = delivered("method");
    expect(idsIn("initiatives")).toContain(initiative);
    expect(idsIn("source-documents")).toContain(document);
  });
});

describe("Sundsvall's configuration", () => {
  it("tells every mistake at once", () => {
    expect(() => readConfig({ PORT: "x", HUB_URL: "hub.example/path", WRITE_TOKEN: "short" })).toThrow(
      /PORT: .*\nHUB_URL: .*\nWRITE_TOKEN: /,
    );
  });

  it("takes an empty variable as none", () => {
    expect(readConfig({ PORT: "", HUB_URL: "" })).toMatchObject({ port: 4103, hubUrl: undefined });
  });
});
