import { json, text } from "node:stream/consumers";
import { jsonOf } from "./json";
import { metadataOf } from "./metadata";
import { someDocument, someFrame, someRow, someSource } from "./test-support/generated-document";

describe("a JSON file", () => {
  it("has the comparison, its warnings, its coverage and then its rows", async () => {
    const file = (await json(
      jsonOf(someDocument([someRow("Åre"), someRow("x", { value: null, certainty: null })])),
    )) as {
      comparison: object;
      warnings: object[];
      coverage: object[];
      rows: object[];
    };
    expect(Object.keys(file)).toEqual(["comparison", "warnings", "coverage", "rows"]);
    expect(file.comparison).toMatchObject({
      id: "1a2b3c4d5e6f",
      title: {
        sv: "Belopp efter kommun och år, på insatsnivå",
        en: "Amount by municipality and year, at the level of initiatives",
      },
      asOf: "2026-01-31T23:30:00.000Z",
      unit: "SEK",
      filter: { years: [2020, 2021] },
      isAdditive: true,
      total: 13287000.5,
    });
    expect(file.warnings).toEqual([...someFrame().warnings]);
    expect(file.coverage[0]).toMatchObject({
      municipalityCode: "0191",
      municipalityName: "Sigtuna",
      qualityScore: expect.any(Number),
    });
    expect(file.rows).toEqual([
      { ...someRow("Åre"), value: 13287000 },
      { ...someRow("x"), value: null, certainty: null },
    ]);
  });

  it("prints numbers with every digit that they have", async () => {
    const document = someDocument(
      [someRow("x", { value: "70368744177663.990" }), someRow("y", { value: "0.12345678901234567890" })],
      {
        total: "90000000000000.01",
      },
    );
    const printed = await text(jsonOf(document));
    expect([...printed.matchAll(/"(?:value|total)":([^,}]+)/g)].map(([, number]) => number)).toEqual([
      "90000000000000.01",
      "70368744177663.99",
      "0.1234567890123456789",
    ]);
  });

  it("is whole without rows, and holds names that would end it elsewhere", async () => {
    expect(await json(jsonOf(someDocument([], { total: null })))).toMatchObject({
      rows: [],
      comparison: { total: null },
    });
    const hostile = '"]}</script>\u2028\u0000\\';
    const file = (await json(jsonOf(someDocument([someRow(hostile)])))) as {
      rows: { keys: { label: { sv: string } }[] }[];
    };
    expect(file.rows[0]?.keys[0]?.label.sv).toBe(hostile);
  });

  it("fails when its rows do, rather than ending as if that were all", async () => {
    async function* rows() {
      yield someRow();
      throw new Error("the database is away");
    }
    await expect(text(jsonOf(someDocument(rows())))).rejects.toThrow("the database is away");
  });
});

describe("the metadata", () => {
  it("say of each column of the CSV file what CSV on the Web says of one", async () => {
    const metadata = (await json(await metadataOf(someDocument([someRow()])))) as {
      "@context": unknown;
      url: string;
      tableSchema: { columns: { name: string; datatype: string; titles: Record<string, string> }[] };
    };
    expect(metadata["@context"]).toEqual(["http://www.w3.org/ns/csvw", { "@language": "sv" }]);
    expect(metadata.url).toBe("https://kommungraf.example/comparisons/abc.csv");
    expect(metadata.tableSchema.columns.map(({ name, datatype }) => `${name}: ${datatype}`)).toEqual([
      "municipality: string",
      "municipality_name: string",
      "year: gYear",
      "measure: string",
      "level: string",
      "normalise: string",
      "unit: string",
      "value: decimal",
      "records: integer",
      "missing: integer",
      "certainty: string",
      "precision: string",
      "modelled: boolean",
      "mixed_kinds: boolean",
    ]);
    expect(metadata.tableSchema.columns[0]?.titles).toEqual({
      und: "municipality",
      sv: "Kommun, kod",
      en: "Municipality, code",
    });
  });

  it("note units, codes that occur, citation, licence, warnings, coverage and sources", async () => {
    const many = Array.from({ length: 3 }, (_, at) => someSource({ id: `0191-${at}` }));
    const document = someDocument([someRow("Sigtuna"), someRow("Sigtuna")], {
      sources: (async function* () {
        yield* many;
      })(),
    });
    const { notes } = (await json(await metadataOf(document))) as { notes: [Record<string, unknown>] };
    expect(notes[0]).toMatchObject({
      comparison: { dataVersion: "0123456789abcdef" },
      unit: { code: "SEK", label: { sv: "kronor", en: "kronor (SEK)" } },
      codeLists: [{ dimension: "MUNICIPALITY", codes: [{ code: "0191", label: { sv: "Sigtuna", en: null } }] }],
      citation: {
        sv: "Kommungraf (2026). Belopp efter kommun och år, på insatsnivå, hämtad 2026-02-02, dataversion 0123456789abcdef, https://kommungraf.example/comparisons/abc",
        en: "Kommungraf (2026). Amount by municipality and year, at the level of initiatives, retrieved 2026-02-02, data version 0123456789abcdef, https://kommungraf.example/comparisons/abc",
      },
      licence: { name: "CC0 1.0" },
      warnings: [{ code: "AMOUNTS_MISSING" }],
      coverage: [{ municipalityCode: "0191" }],
      sources: many.map(({ id }) => ({ id })),
    });
  });

  it("leave out the codes of a dimension that has more than a reader would look through", async () => {
    function* rows() {
      for (let at = 0; at < 6000; at += 1) {
        yield someRow("x", { keys: [{ dimension: "INITIATIVE", code: `0191-${at}`, label: { sv: "x", en: null } }] });
      }
    }
    const frame = someFrame({ input: { ...someFrame().input, groupBy: ["INITIATIVE"] } });
    const { notes } = (await json(await metadataOf(someDocument([...rows()], { frame })))) as {
      notes: [{ codeLists: unknown }];
    };
    expect(notes[0].codeLists).toEqual([{ dimension: "INITIATIVE", codes: null }]);
  });
});
