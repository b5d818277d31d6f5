import http from "node:http";
import { gunzipSync } from "node:zlib";
import { Zstd } from "@hpcc-js/wasm-zstd";
import { Client } from "pg";
import { startTestHub, type TestHub } from "../../test/testkit/hub";
import { datasetNamed, datasets } from "./catalogue";
import type { Column } from "./column";
import { ofCsv, ofNdjson, ofParquet, ofXlsx, type ReadRow } from "./test-support/read-rows";
import { putReports } from "./test-support/reports";

let hub: TestHub;

/** What NDJSON, CSV, XML and Parquet each have a way of their own to write. */
const HOSTILE = 'å"\'\\n\\u0001\\.\r\n\t,;|\u0001\u0002\u001f\u007f\u2028<&>]]>😀=1+1 _x0041_ {\\"}';

beforeAll(async () => {
  hub = await startTestHub("seeded");
  await putReports(hub.database);
  await hub.database.query(
    `UPDATE organisations.organisation SET name = $1, aliases = $2, description = $3, changed_at = now()
     WHERE (municipality_code, id) = (SELECT municipality_code, id FROM organisations.organisation
       WHERE municipality_code = '2281' ORDER BY id LIMIT 1)`,
    [HOSTILE, ["a", 'b"\\'], JSON.stringify({ sv: HOSTILE, en: "" })],
  );
  await hub.database.query(
    "UPDATE organisations.organisation SET withdrawn_at = now() WHERE id = (SELECT max(id) FROM organisations.organisation)",
  );
});
afterAll(() => hub.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${hub.url}/bulk/v1/${path}`, { headers });

async function rowsOf(path: string): Promise<ReadRow[]> {
  const response = await get(path);
  if (response.status !== 200) throw new Error(await response.text());
  return ofNdjson(await response.text());
}

/** A row of NDJSON as the cells of a table would have it. */
function asText(columns: readonly Column[], row: ReadRow): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column.name, cellText(column, row[column.name])]));
}

function cellText({ type }: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return type === "day" ? value.toISOString().slice(0, 10) : value.toISOString();
  if (type === "list") return Array.isArray(value) ? value.join("|") : String(value);
  if (type === "json") return JSON.stringify(typeof value === "string" ? JSON.parse(value) : value);
  if (type === "decimal" || type === "number") return String(Number(value));
  return String(value);
}

describe.each(datasets.map((dataset) => [dataset.name, dataset] as const))("%s", (name, { columns }) => {
  it("is the same rows in every format, through the gateway", async () => {
    const rows = await rowsOf(`${name}.ndjson`);
    const wanted = rows.map((row) => asText(columns, row));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
    const csv = ofCsv(await (await get(`${name}.csv`)).text());
    expect(csv.map((row) => asText(columns, emptyAsNull(row)))).toEqual(wanted);
    const parquet = await ofParquet(await (await get(`${name}.parquet`)).arrayBuffer());
    expect(parquet.map((row) => asText(columns, row))).toEqual(wanted);
    const xlsx = await ofXlsx(await (await get(`${name}.xlsx`)).arrayBuffer());
    // A line end of a cell is one character, and what is empty is nothing.
    expect(xlsx.map((row) => asText(columns, row))).toEqual(wanted);
  });
});

const emptyAsNull = (row: Record<string, string>): ReadRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === "" ? null : value]));

it("keeps every character of a text as it is", async () => {
  const [row] = (await rowsOf("organisations.ndjson?municipality=2281")).filter(({ name }) => name === HOSTILE);
  expect(row).toMatchObject({ name: HOSTILE, aliases: ["a", 'b"\\'], descriptionSv: HOSTILE, descriptionEn: "" });
  const text = await (await get("organisations.ndjson")).text();
  expect(text.endsWith("}\n")).toBe(true);
  for (const line of text.trimEnd().split("\n")) JSON.parse(line);
});

it.each(['=HYPERLINK("https://x.test","y")', "+46", "-1+1", "@SUM(A1)", "\t=1+1"])(
  "gives the text %j as it is: as data in CSV, and as a text cell, which is not run, in xlsx",
  async (text) => {
    const of =
      "WHERE (municipality_code, id) = (SELECT municipality_code, max(id) FROM organisations.organisation WHERE municipality_code = '2181' GROUP BY 1)";
    const [before] = await hub.database.query<{ name: string }>(`SELECT name FROM organisations.organisation ${of}`);
    const setName = (name: unknown) =>
      hub.database.query(`UPDATE organisations.organisation SET name = $1 ${of}`, [name]);
    await setName(text);
    try {
      const path = (ending: string) => `organisations.${ending}?municipality=2181&withdrawn=true`;
      const csv = ofCsv(await (await get(path("csv"))).text());
      expect(csv.map(({ name }) => name)).toContain(text);
      const xlsx = await ofXlsx(await (await get(path("xlsx"))).arrayBuffer());
      expect(xlsx.map(({ name }) => name)).toContain(text.trim());
    } finally {
      await setName(before?.name);
    }
  },
);

it("says in CSV what is empty text and what is nothing", async () => {
  const text = await (await get("organisations.csv?municipality=2281")).text();
  expect(text).toContain('"",');
  expect(text.startsWith("municipalityCode,id,name,")).toBe(true);
});

describe("grants", () => {
  it("have the state and the sums that the graph has", async () => {
    await hub.database.query(
      `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, value, year, year_certainty,
         certainty, precision, date, sources, quality_notes, stated_id, recorded_by, corrects_id)
       SELECT '2281', 'x-' || e.n, g.id, 100 + e.n, 100 + e.n, e.kind, e.value, NULL, NULL, e.certainty, e.precision, NULL, '[]', '[]',
         NULL, '2281', e.corrects
       FROM (SELECT id FROM funding."grant" WHERE municipality_code = '2281' ORDER BY id LIMIT 1) g,
         (VALUES (1, 'DISBURSEMENT', 100.10, 'STATED', 'EXACT', NULL), (2, 'DISBURSEMENT', 50.05, 'STATED', 'APPROXIMATE', NULL),
           (3, 'FINAL_PAYMENT', 1.00, 'INFERRED', 'EXACT', NULL), (4, 'COSTS_INCURRED', 7.00, 'STATED', 'EXACT', NULL),
           (5, 'COSTS_INCURRED', 9.00, 'STATED', 'EXACT', 'x-4'), (6, 'CHANGE', NULL, NULL, NULL, NULL)
         ) AS e(n, kind, value, certainty, precision, corrects)`
        .replaceAll("'x-'", "'2281-x-'")
        .replaceAll("'x-4'", "'2281-x-4'"),
    );
    await hub.database.query(
      `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, value, certainty, precision,
         sources, quality_notes, stated_id, recorded_by)
       SELECT g.municipality_code, g.municipality_code || '-y-' || e.n, g.id, 100 + e.n, 100 + e.n, e.kind, e.value,
         CASE WHEN e.value IS NOT NULL THEN 'STATED' END, CASE WHEN e.value IS NOT NULL THEN 'EXACT' END, '[]'::jsonb, '[]'::jsonb, NULL::text, g.municipality_code
       FROM (SELECT municipality_code, min(id) AS id FROM funding."grant" WHERE municipality_code = '2181' GROUP BY 1
           UNION ALL SELECT municipality_code, max(id) FROM funding."grant" WHERE municipality_code = '2281' GROUP BY 1) g,
         (VALUES (1, 'DISBURSEMENT', 100.10), (2, 'FINAL_REPORT', 60.00), (3, 'REPAYMENT', 40.00)) AS e(n, kind, value)
       UNION ALL
       -- Of one municipality's grant something is not known, so that what is left is not known either.
       SELECT g.municipality_code, g.municipality_code || '-y-4', g.id, 104, 104, 'REPAYMENT', NULL, NULL, NULL, '[]'::jsonb, '[]'::jsonb, NULL, '2281'
       FROM (SELECT municipality_code, max(id) AS id FROM funding."grant" WHERE municipality_code = '2281' GROUP BY 1) g`,
    );
    const sumNames = datasetNamed("grants")?.columns.flatMap(({ name }) =>
      name.endsWith("Certainty") && name !== "programmeCertainty" ? [name.replace("Certainty", "")] : [],
    );
    expect(sumNames).toHaveLength(10);
    const amounts = sumNames?.map((name) => `${name} { value certainty precision }`).join(" ");
    const graph = await hub.data(`{ grants(first: 100) { nodes { id state revision sums { ${amounts} } } } }`);
    const rows = new Map((await rowsOf("grants.ndjson")).map((row) => [row.id, row]));
    expect(rows.size).toBe(graph.grants.nodes.length);
    for (const { id, state, revision, sums } of graph.grants.nodes) {
      const row = rows.get(id);
      expect([id, row?.state, row?.revision]).toEqual([id, state, revision]);
      for (const [name, sum] of Object.entries<{ value: number; certainty: string; precision: string } | null>(sums)) {
        expect([id, name, row?.[name], row?.[`${name}Certainty`], row?.[`${name}Precision`]]).toEqual([
          id,
          name,
          sum?.value ?? null,
          sum?.certainty ?? null,
          sum?.precision ?? null,
        ]);
      }
    }
    const left = [...rows.values()].map(({ unspent }) => unspent).filter((unspent) => unspent !== null);
    expect(new Set(left)).toEqual(new Set([0.1]));
    const changed = [...rows.values()].find(({ incurred }) => incurred !== null);
    expect(changed).toMatchObject({
      state: "UNDER_WAY",
      disbursed: 151.15,
      disbursedCertainty: "INFERRED",
      disbursedPrecision: "APPROXIMATE",
      incurred: 9,
      incurredCertainty: "STATED",
      unspent: null,
      requested: null,
      requestedCertainty: null,
    });
    const events = (path: string) => rowsOf(path).then((all) => all.filter(({ grantId }) => grantId === changed?.id));
    const standing = await events("grant-events.ndjson?municipality=2281");
    expect(standing.map(({ id }) => id)).not.toContain("2281-x-4");
    expect((await events("grant-events.ndjson?withdrawn=true")).find(({ id }) => id === "2281-x-4")).toMatchObject({
      correctedById: "2281-x-5",
      withdrawnAt: expect.any(String),
    });
  });

  it("hold no modelled figure, and null where nothing is known", async () => {
    for (const { name } of datasets) expect(await (await get(`${name}.ndjson`)).text()).not.toContain("MODELLED");
    const [row] = await rowsOf("grants.ndjson?municipality=2181&source=tillvaxtverket");
    expect(row).toMatchObject({
      awarded: 8_000_000,
      awardedCertainty: "STATED",
      applied: null,
      appliedCertainty: null,
    });
  });
});

describe("a filter", () => {
  it("takes the rows that it names, of every dataset that has it", async () => {
    for (const { name, filters } of datasets) {
      for (const filter of Object.keys(filters)) {
        const value = { municipality: "2281", source: "boverket", programme: "sfs-2020-1202", year: "2021" }[filter];
        const some = await rowsOf(`${name}.ndjson?${filter}=${value}`);
        const all = await rowsOf(`${name}.ndjson`);
        expect([name, filter, some.length <= all.length]).toEqual([name, filter, true]);
        if (filter === "municipality") {
          expect(some).toEqual(all.filter(({ municipalityCode }) => municipalityCode === "2281"));
        }
        if (filter === "source" && name !== "funding-sources") {
          expect(some).toEqual(all.filter(({ sourceId }) => sourceId === "boverket"));
        }
      }
    }
  });

  it("takes several values, and several filters together", async () => {
    const all = await rowsOf("initiatives.ndjson");
    const two = await rowsOf("initiatives.ndjson?municipality=2281,0480");
    expect(two).toEqual(all.filter(({ municipalityCode }) => ["2281", "0480"].includes(String(municipalityCode))));
    expect(await rowsOf("initiatives.ndjson?municipality=2281&municipality=0480")).toEqual(two);
    const years = await rowsOf("initiatives.ndjson?municipality=2281,0480&year=2022");
    expect(years).toEqual(
      two.filter(
        ({ firstYear, lastYear }) =>
          Number(firstYear) <= 2022 && firstYear !== null && Number(lastYear) >= 2022 && lastYear !== null,
      ),
    );
  });

  it("gives grants by the years of their awards", async () => {
    const rows = await rowsOf("grants.ndjson?year=2020");
    expect(rows.length).toBeGreaterThan(0);
    for (const { awardYears } of rows) expect(awardYears).toContain(2020);
  });

  it("gives what has changed since, and what was withdrawn when asked", async () => {
    const all = await rowsOf("organisations.ndjson");
    expect(all.every(({ withdrawnAt }) => withdrawnAt === null)).toBe(true);
    const withdrawn = await rowsOf("organisations.ndjson?withdrawn=true");
    expect(withdrawn.length).toBe(all.length + 1);
    expect(await rowsOf("organisations.ndjson?updatedSince=2099-01-01")).toEqual([]);
    expect(await rowsOf("organisations.ndjson?updatedSince=2020-01-01T00:00:00Z")).toEqual(all);
  });
});

describe("a limit", () => {
  it.each(["organisations", "pot-contributions", "follow-up-allocations", "allocations"])(
    "of %s gives parts that are the whole together",
    async (name) => {
      const whole = await rowsOf(`${name}.ndjson`);
      const parts: ReadRow[] = [];
      const size = Math.max(1, Math.ceil(whole.length / 7));
      let url: string | undefined = `${hub.url}/bulk/v1/${name}.ndjson?limit=${size}`;
      let pages = 0;
      while (url) {
        const response: Response = await fetch(url);
        const part = ofNdjson(await response.text());
        expect(part.length).toBeLessThanOrEqual(size);
        parts.push(...part);
        pages += 1;
        const next: string | undefined = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
        url = next?.replace(/^https?:\/\/[^/]+/, hub.url);
      }
      expect(parts).toEqual(whole);
      expect(pages).toBe(Math.ceil(whole.length / size));
    },
  );

  it("keeps the filters in the address of the next part, and gives the same in every format", async () => {
    const response = await get("organisations.csv?municipality=2281&limit=2");
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    expect(next).toMatch(/\/bulk\/v1\/organisations\.csv\?municipality=2281&limit=2&after=[\w-]+$/);
    const head = await fetch(`${hub.url}/bulk/v1/organisations.csv?municipality=2281&limit=2`, { method: "HEAD" });
    expect(head.headers.get("link")).toBe(response.headers.get("link"));
  });

  it("that cuts nothing gives no next part", async () => {
    const { length } = await rowsOf("organisations.ndjson");
    for (const [limit, hasNext] of [
      [length - 1, true],
      [length, false],
      [length + 1, false],
    ]) {
      const response = await get(`organisations.ndjson?limit=${limit}`);
      expect([limit, response.headers.get("link")?.includes('rel="next"')]).toEqual([limit, hasNext]);
      await response.text();
    }
  });
});

describe("an ETag", () => {
  const etagOf = async (path: string, headers = {}) => {
    const response = await get(path, headers);
    await response.text();
    return response.headers.get("etag") ?? "";
  };

  it("spares who has the same rows already from reading them, and the database too", async () => {
    const etag = await etagOf("areas.ndjson");
    const before = hub.statements().opendata ?? 0;
    const response = await get("areas.ndjson", { "if-none-match": `"other", ${etag}` });
    expect([response.status, response.headers.get("etag"), await response.text()]).toEqual([304, etag, ""]);
    expect((hub.statements().opendata ?? 0) - before).toBe(1);
    expect((await get("areas.ndjson", { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("is another for other rows, parameters and formats, and the same in every encoding", async () => {
    const tags = await Promise.all(
      [
        "areas.ndjson",
        "areas.csv",
        "areas.ndjson?municipality=2281",
        "areas.ndjson?limit=1",
        "areas.ndjson?withdrawn=true",
        "organisations.ndjson",
      ].map((path) => etagOf(path)),
    );
    expect(new Set(tags).size).toBe(tags.length);
    expect(await etagOf("areas.ndjson", { "accept-encoding": "gzip" })).toBe(
      await etagOf("areas.ndjson", { "accept-encoding": "zstd" }),
    );
  });

  it("changes with the rows of its dataset and with no others", async () => {
    const before = await Promise.all(["areas.csv", "pots.csv", "initiatives.csv"].map((path) => etagOf(path)));
    await hub.database.query("UPDATE funding.pot_contribution SET changed_at = now() WHERE municipality_code = '2181'");
    const after = await Promise.all(["areas.csv", "pots.csv", "initiatives.csv"].map((path) => etagOf(path)));
    expect(after.map((etag, at) => etag === before[at])).toEqual([true, false, true]);
  });

  it("changes while an older transaction is still under way, and again when that ends", async () => {
    const slow = new Client({ connectionString: hub.database.url });
    await slow.connect();
    await slow.query("BEGIN");
    await slow.query("UPDATE areas.area SET name = name || ' a' WHERE id = (SELECT min(id) FROM areas.area)");
    const first = await etagOf("areas.ndjson");
    await hub.database.query("UPDATE areas.area SET name = name || ' b' WHERE id = (SELECT max(id) FROM areas.area)");
    const second = await etagOf("areas.ndjson");
    await slow.query("COMMIT");
    await slow.end();
    const third = await etagOf("areas.ndjson");
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await etagOf("areas.ndjson")).toBe(third);
  });
});

describe("encodings", () => {
  it.each(["ndjson", "csv"])("of %s are gzip and Zstandard, as the client likes", async (ending) => {
    const path = `/bulk/v1/initiatives.${ending}`;
    const plain = await rawOf(path, "identity");
    const gzip = await rawOf(path, "gzip;q=0.9, br");
    const zstd = await rawOf(path, "gzip;q=0.5, zstd");
    expect([plain, gzip, zstd].map(({ encoding }) => encoding)).toEqual([undefined, "gzip", "zstd"]);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(Buffer.from((await Zstd.load()).decompress(zstd.body)).equals(plain.body)).toBe(true);
    for (const { body } of [gzip, zstd]) expect(body.length).toBeLessThan(plain.body.length / 2);
  });

  it.each(["xlsx", "parquet"])("of %s are none: it is packed already", async (ending) => {
    expect((await rawOf(`/bulk/v1/areas.${ending}`, "gzip, zstd")).encoding).toBeUndefined();
  });
});

/** fetch would unpack it. */
async function rawOf(path: string, acceptEncoding: string) {
  const { promise, resolve, reject } = resolvers<{ encoding: string | undefined; body: Buffer }>();
  http
    .get(`${hub.url}${path}`, { agent: false, headers: { "accept-encoding": acceptEncoding } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ encoding: response.headers["content-encoding"], body: Buffer.concat(chunks) });
    })
    .on("error", reject);
  return promise;
}

function resolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  return { promise, resolve, reject };
}

it("answers HEAD with the headers of GET", async () => {
  const get200 = await get("grants.csv", { "accept-encoding": "gzip" });
  const head = await fetch(`${hub.url}/bulk/v1/grants.csv`, { method: "HEAD", headers: { "accept-encoding": "gzip" } });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  for (const name of [
    "etag",
    "content-type",
    "content-disposition",
    "content-encoding",
    "last-modified",
    "link",
    "vary",
    "cache-control",
  ]) {
    expect([name, head.headers.get(name)]).toEqual([name, get200.headers.get(name)]);
  }
  expect(Object.fromEntries(head.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": 'attachment; filename="kommungraf-grants.csv"',
    "content-encoding": "gzip",
    "cache-control": "public, no-cache",
    vary: "accept-encoding, authorization",
    "access-control-allow-origin": "*",
  });
  await get200.text();
});

describe("a wrong question", () => {
  it("is answered with every mistake at once, as RFC 9457 has problems", async () => {
    const response = await get("grants.ndjson?municipality=22&year=x&limit=0&colour=red");
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      400,
      "application/problem+json; charset=utf-8",
      "no-store",
    ]);
    expect(await response.json()).toEqual({
      type: "urn:problem-type:kommungraf:wrong-parameters",
      title: "Parameters are wrong",
      status: 400,
      detail: expect.any(String),
      errors: [
        { parameter: "municipality", value: "22", detail: expect.stringContaining("four digits") },
        { parameter: "year", value: "x", detail: expect.any(String) },
        { parameter: "limit", value: "0", detail: expect.any(String) },
        { parameter: "colour", value: "red", detail: expect.stringContaining("municipality, source") },
      ],
    });
  });

  it("is told in Swedish to who prefers it", async () => {
    const response = await get("grants.ndjson?limit=x", { "accept-language": "sv-SE, en;q=0.5" });
    expect([response.headers.get("content-language"), ((await response.json()) as { title: string }).title]).toEqual([
      "sv",
      "Parametrar är fel",
    ]);
  });

  it.each([
    "grants",
    "grants.json",
    "grants.toString",
    "Grants.csv",
    "__proto__.csv",
    "funding.csv",
    "grants.csv.csv",
    "grants.ndjson/x",
  ])("at the address %s is 404", async (path) => {
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ]);
  });

  it("by another method than GET and HEAD is 405", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      const response = await fetch(`${hub.url}/bulk/v1/grants.csv`, { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    }
  });

  it("never reaches the database as a statement, whatever it holds", async () => {
    const texts = ["'; DROP TABLE funding.pot; --", "\\'; SELECT 1", "x' OR 'a'='a", "$$", "a\u0000b", "å😀"];
    const pots = (await rowsOf("pots.ndjson")).length;
    for (const text of texts) {
      for (const name of ["municipality", "source", "programme", "year", "after", "updatedSince", "limit"]) {
        expect([name, text, (await get(`grants.csv?${new URLSearchParams({ [name]: text })}`)).status]).toEqual([
          name,
          text,
          400,
        ]);
      }
      // A cursor is opaque, and who makes one may put anything in it.
      const forged = Buffer.from(JSON.stringify(["pots", "2281", text])).toString("base64url");
      for (const ending of ["ndjson", "csv", "xlsx", "parquet"]) {
        expect([text, (await get(`pots.${ending}?limit=5&after=${forged}`)).status]).toEqual([text, 200]);
      }
    }
    expect((await rowsOf("pots.ndjson")).length).toBe(pots);
  });
});

it("knows every dataset by name", () => {
  expect(datasets.map(({ name }) => datasetNamed(name)?.name)).toEqual(datasets.map(({ name }) => name));
});
