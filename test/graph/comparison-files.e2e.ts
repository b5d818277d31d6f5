import fc from "fast-check";
import { parse } from "papaparse";
import readWorkbook from "read-excel-file/node";
import { createWriter } from "../../kit/database";
import { refreshComparisons } from "../../subgraphs/comparisons/import";
import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

const byKind = { measure: "AMOUNT", groupBy: ["MUNICIPALITY", "AMOUNT_KIND"] };

async function compare(input: object, at = hub) {
  const { comparison } = await at.data(
    `query($input: ComparisonInput!) {
      comparison(input: $input) {
        id permalink dataVersion total totalRows csvUrl xlsxUrl jsonUrl metadataUrl
        rows { keys { code label } value recordCount missingCount certainty isModelled }
      }
    }`,
    { input },
  );
  return comparison;
}

const problemOf = async (response: Response) => ({
  status: response.status,
  type: response.headers.get("content-type"),
  body: (await response.json()) as Record<string, unknown>,
});

async function csvOf(url: string, delimiter = ",") {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  const { data, errors } = parse<Record<string, string>>(await response.text(), {
    header: true,
    delimiter,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

/** Changes the rooms' rows as a load does: the comparisons follow in the same transaction. */
async function change(at: TestHub, statement: string, owners: string[]): Promise<void> {
  const writer = createWriter(at.database.url);
  await writer.initialize();
  try {
    await writer.transaction(async (manager) => {
      await manager.query(statement);
      await refreshComparisons(manager, owners);
    });
  } finally {
    await writer.destroy();
  }
}

const BROWSER = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

describe("the files of a comparison", () => {
  it("hold the rows of the graph, read back from CSV, Excel and JSON by other readers", async () => {
    const { rows, csvUrl, xlsxUrl, jsonUrl } = await compare(byKind);
    type Row = (typeof rows)[number];
    const shown = rows.map(({ keys, value, recordCount, missingCount }: Row) => [
      ...keys.flatMap(({ code, label }: { code: string; label: string }) => [code, label]),
      value,
      recordCount,
      missingCount,
    ]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ["0191", "Sigtuna", "UNKNOWN", "Okänt", null, 7, 7],
        ["0480", "Nyköping", "PROPOSED", "Föreslaget", 7_500_000, 9, 0],
        ["2181", "Sandviken", "ALLOCATED", "Fördelat", 13_287_000, 15, 0],
      ]),
    );

    const csv = await csvOf(csvUrl);
    expect(
      csv.map((row) => [
        row.municipality,
        row.municipality_name,
        row.amount_kind,
        row.amount_kind_name,
        row.value === "" ? null : Number(row.value),
        Number(row.records),
        Number(row.missing),
      ]),
    ).toEqual(shown);

    const [data] = await readWorkbook(Buffer.from(await (await fetch(xlsxUrl)).arrayBuffer()));
    const names = data?.data[0] ?? [];
    const wanted = [
      "municipality",
      "municipality_name",
      "amount_kind",
      "amount_kind_name",
      "value",
      "records",
      "missing",
    ];
    expect(data?.data.slice(1).map((row) => wanted.map((name) => row[names.indexOf(name)]))).toEqual(shown);

    const json = (await (await fetch(jsonUrl)).json()) as {
      rows: (Omit<Row, "keys"> & { keys: { label: { sv: string } }[] })[];
    };
    expect(json.rows.map(({ value }) => value)).toEqual(rows.map(({ value }: Row) => value));
    expect(json.rows[0]?.keys[0]?.label).toEqual({ sv: "Sigtuna", en: null });
  });

  it("hold figures per inhabitant with their decimals, as numbers in every form", async () => {
    const question = { measure: "INITIATIVE_COUNT", groupBy: ["MUNICIPALITY", "YEAR"], normalise: "PER_CAPITA" };
    const { rows, csvUrl, xlsxUrl } = await compare(question);
    const values: (number | null)[] = rows.map(({ value }: { value: number | null }) => value);
    expect(values.some((value) => value !== null && !Number.isInteger(value))).toBe(true);
    const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 12));
    const plain = await csvOf(csvUrl);
    const swedish = await csvOf(`${csvUrl}?decimals=comma&bom=true`, ";");
    expect(plain.map(({ value }) => (value ? Number(value) : null))).toEqual(values.map(close));
    expect(swedish.map(({ value }) => value)).toEqual(plain.map(({ value }) => value?.replace(".", ",")));
    const [data] = await readWorkbook(Buffer.from(await (await fetch(xlsxUrl)).arrayBuffer()));
    const at = data?.data[0]?.indexOf("value") ?? -1;
    expect(data?.data.slice(1).map((row) => row[at])).toEqual(values.map(close));
  });

  it("say what they are: type, name, tag, and that they must be looked at again", async () => {
    const { id, csvUrl, xlsxUrl, jsonUrl, metadataUrl } = await compare(byKind);
    const name = `kommungraf-amount-municipality-amount-kind-${id.slice(0, 8)}`;
    for (const [url, type, extension] of [
      [csvUrl, "text/csv; charset=utf-8; header=present", "csv"],
      [xlsxUrl, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
      [jsonUrl, "application/json; charset=utf-8", "json"],
      [metadataUrl, "application/csvm+json; charset=utf-8", "metadata.json"],
    ]) {
      const response = await fetch(url);
      await response.arrayBuffer();
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": type,
        "content-disposition": `attachment; filename="${name}.${extension}"`,
        "cache-control": "public, no-cache",
        etag: expect.stringMatching(/^W\/"[\w.-]+"$/),
        vary: "accept",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      });
    }
  });

  it("are not sent again to who has them, and another form or option is another file", async () => {
    const { permalink, csvUrl } = await compare(byKind);
    const tagOf = async (url: string, headers = {}) => {
      const response = await fetch(url, { headers });
      await response.arrayBuffer();
      return response.headers.get("etag") ?? "";
    };
    const tags = await Promise.all([
      tagOf(csvUrl),
      tagOf(`${csvUrl}?language=en`),
      tagOf(`${csvUrl}?bom=true`),
      tagOf(permalink),
      tagOf(permalink, BROWSER),
    ]);
    expect(new Set(tags).size).toBe(5);
    const [csvTag = ""] = tags;
    for (const header of [csvTag, `"other", ${csvTag}`, "*", csvTag.replace("W/", "")]) {
      const again = await fetch(csvUrl, { headers: { "if-none-match": header } });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, csvTag, ""]);
    }
    expect((await fetch(`${csvUrl}?language=en`, { headers: { "if-none-match": csvTag } })).status).toBe(200);
  });

  it("are described by the same headers when they are not sent again, so that a copy stays what it was", async () => {
    const { permalink, csvUrl, xlsxUrl } = await compare(byKind);
    const described = ({ headers }: Response) =>
      ["content-security-policy", "content-disposition", "content-type", "link", "vary", "cache-control"].map((name) =>
        headers.get(name),
      );
    for (const [url, accept] of [
      [permalink, BROWSER.accept],
      [`${permalink}?language=en`, BROWSER.accept],
      [permalink, "application/json"],
      [csvUrl, "*/*"],
      [xlsxUrl, "*/*"],
    ]) {
      const first = await fetch(url, { headers: { accept } });
      await first.arrayBuffer();
      const etag = first.headers.get("etag") ?? "";
      expect(etag).toMatch(/^W\/"[\w.-]+"$/);
      const again = await fetch(url, { headers: { accept, "if-none-match": etag } });
      expect([again.status, described(again)]).toEqual([304, described(first)]);
    }
  });

  it("can be asked about without their rows being read", async () => {
    const { csvUrl } = await compare(byKind);
    const costOf = async (method: string) => {
      const before = hub.statements().comparisons ?? 0;
      const response = await fetch(csvUrl, { method });
      const body = await response.text();
      return {
        body,
        type: response.headers.get("content-type"),
        statements: (hub.statements().comparisons ?? 0) - before,
      };
    };
    const [head, get] = [await costOf("HEAD"), await costOf("GET")];
    expect([head.body, head.type]).toEqual(["", get.type]);
    expect(head.statements).toBe(get.statements - 1);
  });

  it("are refused with every mistake when their options are wrong", async () => {
    const { csvUrl } = await compare(byKind);
    const { status, type, body } = await problemOf(await fetch(`${csvUrl}?bom=1&decimals=comma&decimals=point&rows=3`));
    expect([status, type]).toEqual([400, "application/problem+json; charset=utf-8"]);
    expect(body).toMatchObject({
      type: "urn:problem-type:kommungraf:wrong-option",
      status: 400,
      mistakes: [{ parameter: "bom" }, { parameter: "decimals" }, { parameter: "rows" }],
    });
  });

  it("describe themselves: columns of the CSV file, codes, citation, licence, sources", async () => {
    const { csvUrl, metadataUrl, permalink } = await compare(byKind);
    const metadata = (await (await fetch(metadataUrl)).json()) as {
      url: string;
      tableSchema: { columns: { name: string }[] };
      notes: [
        {
          codeLists: { dimension: string; codes: { code: string }[] }[];
          citation: { sv: string };
          sources: { id: string }[];
        },
      ];
    };
    const header = (await (await fetch(csvUrl)).text()).split("\r\n")[0];
    expect(metadata.url).toBe(csvUrl);
    expect(metadata.tableSchema.columns.map(({ name }) => name).join(",")).toBe(header);
    const [{ codeLists, citation, sources }] = metadata.notes;
    expect(codeLists.map(({ dimension }) => dimension)).toEqual(["MUNICIPALITY", "AMOUNT_KIND"]);
    expect(codeLists[1]?.codes.map(({ code }) => code)).toEqual(expect.arrayContaining(["PROPOSED", "UNKNOWN"]));
    expect(citation.sv).toContain(permalink);
    expect(sources.length).toBeGreaterThan(3);
    expect((await fetch(csvUrl)).headers.get("link")).toBe(
      `<${metadataUrl}>; rel="describedby"; type="application/csvm+json"`,
    );
  });
});

describe("the permalink", () => {
  it("is a page for a person and JSON for a program", async () => {
    const { permalink } = await compare(byKind);
    const page = await fetch(permalink, { headers: BROWSER });
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.headers.get("content-disposition")).toBeNull();
    expect((await page.text()).replaceAll("\u00a0", " ")).toContain("13 287 000");
    for (const accept of ["*/*", "application/json"]) {
      const json = await fetch(permalink, { headers: { accept } });
      expect([json.headers.get("content-type"), json.headers.get("content-disposition")]).toEqual([
        "application/json; charset=utf-8",
        null,
      ]);
      expect(await json.json()).toMatchObject({ comparison: { permalink } });
    }
  });

  it("is another page when its style is another, so that a kept page never meets the policy of a later style", async () => {
    const { permalink } = await compare(byKind);
    const { headers } = await fetch(permalink, { method: "HEAD", headers: BROWSER });
    const [, hash = ""] = /'sha256-([^']+)'/.exec(headers.get("content-security-policy") ?? "") ?? [];
    expect(headers.get("etag")).toContain(`html${Buffer.from(hash, "base64").toString("hex").slice(0, 8)}`);
  });

  it("gives the same address for the same question, and no other question's", async () => {
    const again = { ...byKind, municipalities: ["2181", "0191"] };
    const { permalink } = await compare(again);
    expect((await compare({ ...again, municipalities: ["0191", "2181"], strict: false, first: 1 })).permalink).toBe(
      permalink,
    );
    expect((await compare({ ...again, municipalities: ["0191"] })).permalink).not.toBe(permalink);
  });

  it("is broken, and says so in the form that was asked for, when it is not the hub's", async () => {
    const address = `${hub.url}/comparisons/abc`;
    const { status, type, body } = await problemOf(await fetch(address));
    expect([status, type, body.type]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
      "urn:problem-type:kommungraf:broken-link",
    ]);
    const page = await fetch(address, { headers: BROWSER });
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
    expect(await page.text()).toContain("Länken går inte att läsa");
    expect((await problemOf(await fetch(`${address}.pdf`))).body.type).toBe(
      "urn:problem-type:kommungraf:wrong-address",
    );
  });

  it("is the whole address: with anything after it the link is broken", async () => {
    const { permalink } = await compare(byKind);
    for (const more of ["AAAA", "A", "_"]) expect((await fetch(permalink + more)).status).toBe(404);
  });

  it("can only be read, and what no router can read is refused in the hub's own words", async () => {
    const { permalink } = await compare(byKind);
    const origins = [hub.url, hub.subgraphUrls.comparisons ?? ""].map((url) => new URL(url).origin);
    for (const origin of origins) {
      for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
        const response = await fetch(origin + new URL(permalink).pathname, { method });
        const { type } = (await response.json()) as { type: string };
        expect([response.status, response.headers.get("allow"), type]).toEqual([
          405,
          "GET, HEAD",
          "urn:problem-type:kommungraf:method-not-allowed",
        ]);
      }
      const unreadable = await fetch(`${origin}/comparisons/%ff%fe`);
      expect([unreadable.status, await unreadable.json()]).toEqual([
        400,
        { errors: [{ message: expect.any(String), extensions: { code: "BAD_REQUEST" } }] },
      ]);
    }
  });

  it("is in English when asked, its problems too", async () => {
    const { permalink } = await compare(byKind);
    const page = await (await fetch(`${permalink}?language=en`, { headers: BROWSER })).text();
    expect(page).toContain("Amount by municipality and kind of amount");
    const broken = await fetch(`${hub.url}/comparisons/abc?language=en`, { headers: BROWSER });
    expect([broken.status, await broken.text()]).toEqual([404, expect.stringContaining("The link cannot be read")]);
  });

  it("never fails, whatever a stranger writes in it", async () => {
    const { permalink } = await compare(byKind);
    const { subgraphUrls } = hub;
    // Straight at the subgraph, which must stand without the gateway before it.
    const origin = new URL(subgraphUrls.comparisons ?? "").origin;
    const token = permalink.split("/").at(-1) ?? "";
    const written = fc.oneof(
      fc
        .tuple(fc.nat(token.length - 1), fc.stringMatching(/^[\w-]{1,3}$/))
        .map(([at, text]) => token.slice(0, at) + text + token.slice(at + text.length)),
      fc.string({ unit: "binary", maxLength: 50 }).map(encodeURIComponent),
      fc.base64String({ maxLength: 300 }),
      fc.constantFrom(
        "..%2fgraphql",
        "%2e%2e",
        "%",
        "%00",
        "a".repeat(7000),
        `${token}.csv.csv`,
        `${token}.exe`,
        `${token}/x`,
      ),
    );
    const extension = fc.constantFrom("", ".csv", ".xlsx", ".json", ".metadata.json", ".csv?bom=true&bom", "?x=%zz");
    await fc.assert(
      fc.asyncProperty(written, extension, async (text, end) => {
        const response = await fetch(`${origin}/comparisons/${text}${end}`);
        await response.arrayBuffer();
        return response.status === 200 || (response.status >= 400 && response.status < 500);
      }),
      { numRuns: 300 },
    );
  });
});

describe("when the data moves on", () => {
  it("an old link is gone, names both versions, and leads to the same question over today's data", async () => {
    const own = await startTestHub("seeded");
    try {
      const old = await compare(byKind, own);
      const others = await compare({ ...byKind, municipalities: ["0191"] }, own);
      await change(own, "UPDATE initiatives.initiative SET name = name || ' (ny)' WHERE municipality_code = '2181'", [
        "2181",
      ]);

      const { status, type, body } = await problemOf(await fetch(`${old.csvUrl}?language=en`));
      expect([status, type]).toEqual([410, "application/problem+json; charset=utf-8"]);
      const now = await compare(byKind, own);
      expect(body).toMatchObject({
        type: "urn:problem-type:kommungraf:data-has-moved-on",
        title: "The data has moved on",
        status: 410,
        dataVersion: old.dataVersion,
        currentDataVersion: now.dataVersion,
        asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        permalink: now.permalink,
      });
      expect(now.dataVersion).not.toBe(old.dataVersion);
      const gone = await fetch(`${old.csvUrl}?language=en`, { headers: { "if-none-match": "*" } });
      expect([gone.status, gone.headers.get("link"), gone.headers.get("etag")]).toEqual([
        410,
        `<${now.csvUrl}?language=en>; rel="latest-version"`,
        null,
      ]);
      const page = await fetch(old.permalink, { headers: BROWSER });
      expect(page.status).toBe(410);
      expect(await page.text()).toContain(`<a href="${now.permalink}">`);

      expect((await fetch(now.permalink)).status).toBe(200);
      // The other municipality's data is as it was, and so is its link.
      expect((await fetch(others.permalink)).status).toBe(200);
      await change(own, "UPDATE initiatives.initiative SET name = replace(name, ' (ny)', '')", ["2181"]);
      expect((await fetch(old.permalink)).status).toBe(200);
    } finally {
      await own.stop();
    }
  });

  it("a link that asks for what has gone says that the data has moved on, not that the question is wrong", async () => {
    const own = await startTestHub("seeded");
    try {
      const [{ id } = { id: "" }] = await own.database.query<{ id: string }>(
        "SELECT id FROM initiatives.initiative WHERE municipality_code = '2181' ORDER BY id LIMIT 1",
      );
      const { permalink } = await compare(
        { measure: "INITIATIVE_COUNT", groupBy: [], filter: { initiatives: [id] } },
        own,
      );
      await change(own, `UPDATE initiatives.initiative SET withdrawn_at = now() WHERE id = '${id}'`, ["2181"]);
      expect((await fetch(permalink)).status).toBe(410);
    } finally {
      await own.stop();
    }
  });

  it("names that are written to harm do none: in CSV, in Excel, on the page", async () => {
    const own = await startTestHub("seeded");
    try {
      const hostile = `=HYPERLINK("http://x")<script>alert(1)</script>`;
      await change(own, `UPDATE areas.municipality SET name = '${hostile}' WHERE code = '2181'`, ["0000"]);
      const { permalink, csvUrl, xlsxUrl } = await compare({ ...byKind, municipalities: ["2181"] }, own);
      expect((await csvOf(csvUrl))[0]?.municipality_name).toBe(`'${hostile}`);
      const sheets = await readWorkbook(Buffer.from(await (await fetch(xlsxUrl)).arrayBuffer()));
      expect(sheets[0]?.data[1]?.[1]).toBe(hostile);
      const page = await (await fetch(permalink, { headers: BROWSER })).text();
      expect(page).toContain("&lt;script&gt;alert(1)");
      expect(page).not.toContain("<script");
    } finally {
      await own.stop();
    }
  });
});

it("are not available while their subgraph is down, and the rest of the hub goes on", async () => {
  const own = await startTestHub("seeded");
  try {
    const { permalink } = await compare(byKind, own);
    await own.stopSubgraph("comparisons");
    const { status, body } = await problemOf(await fetch(permalink));
    expect([status, body.type]).toEqual([503, "urn:problem-type:kommungraf:not-available"]);
    expect((await own.data('{ municipality(code: "2281") { name } }')).municipality.name).toBe("Sundsvall");
  } finally {
    await own.stop();
  }
});
