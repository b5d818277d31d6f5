import type { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { parse } from "papaparse";
import type { ComparisonRowValue } from "../comparison/row";
import { columnsOf } from "./columns";
import { csvOf } from "./csv";
import type { FileOptions } from "./options";
import { listed, someFrame, someRow } from "./test-support/generated-document";

const plain: FileOptions = { bom: false, decimals: "point", language: "sv" };

const write = (rows: Iterable<ComparisonRowValue>, options: Partial<FileOptions> = {}, frame = someFrame()) =>
  csvOf(columnsOf(frame), listed(rows), { ...plain, ...options });

const read = async (stream: Readable, delimiter = ",") =>
  parse<Record<string, string>>(await text(stream), { header: true, delimiter, skipEmptyLines: "greedy" });

describe("a CSV file", () => {
  it("is read back by another reader: Swedish letters, codes with a leading zero, and exact numbers", async () => {
    const { data, errors, meta } = await read(write([someRow("Åre, Ängelholm & Östhammar")]));
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual([
      "municipality",
      "municipality_name",
      "year",
      "measure",
      "level",
      "normalise",
      "unit",
      "value",
      "records",
      "missing",
      "certainty",
      "precision",
      "modelled",
      "mixed_kinds",
    ]);
    expect(data).toEqual([
      {
        municipality: "0191",
        municipality_name: "Åre, Ängelholm & Östhammar",
        year: "2020",
        measure: "AMOUNT",
        level: "INITIATIVE",
        normalise: "NONE",
        unit: "SEK",
        value: "13287000",
        records: "14",
        missing: "2",
        certainty: "INFERRED",
        precision: "EXACT",
        modelled: "false",
        mixed_kinds: "false",
      },
    ]);
  });

  it("has line ends as RFC 4180 wants them, the last one too, and a header even without rows", async () => {
    const lines = (await text(write([someRow(), someRow()]))).split("\r\n");
    expect([lines.length, lines.at(-1)]).toEqual([4, ""]);
    expect(lines.join("")).not.toMatch(/[\r\n]/);
    expect(await text(write([]))).toMatch(/^municipality,[a-z_,]+,modelled,mixed_kinds\r\n$/);
  });

  it("leaves empty what is missing, and never writes 0 for it", async () => {
    const missing = someRow("Sigtuna", {
      keys: [
        { dimension: "MUNICIPALITY", code: "0191", label: { sv: "Sigtuna", en: null } },
        { dimension: "YEAR", code: "UNKNOWN", label: { sv: "Okänt", en: "Unknown" } },
      ],
      value: null,
      certainty: null,
      precision: null,
    });
    const { data } = await read(write([missing, someRow("Noll", { value: "0.00" })]));
    expect(data.map(({ year, value, certainty }) => [year, value, certainty])).toEqual([
      ["", "", ""],
      ["2020", "0", "INFERRED"],
    ]);
  });

  it.each(["70368744177663.99", "-0.5", "0.0000000000000000012345", "12.340", "100"])(
    "gives %s with every digit, whichever way decimals are written",
    async (value) => {
      const point = (await read(write([someRow("x", { value })]))).data[0]?.value;
      const comma = (await read(write([someRow("x", { value })], { decimals: "comma" }), ";")).data[0]?.value;
      const short = value.includes(".") ? value.replace(/0+$/, "") : value;
      expect([point, comma]).toEqual([short, short.replace(".", ",")]);
    },
  );

  it("for Swedish Excel has semicolons between cells and begins with a byte order mark when asked", async () => {
    const bytes = await buffer(write([someRow()], { bom: true, decimals: "comma" }));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString("utf8").slice(1)).toMatch(/^municipality;municipality_name;/);
    expect([...(await buffer(write([someRow()]))).subarray(0, 3)]).toEqual([...Buffer.from("mun")]);
  });

  it("has names in the language asked for, and the other one where there is none", async () => {
    const theme = { dimension: "THEME" as const, code: "HOUSING", label: { sv: "Boende", en: "Housing" } };
    const rows = [
      someRow("x", { keys: [theme] }),
      someRow("x", { keys: [{ ...theme, label: { sv: "Mark", en: null } }] }),
    ];
    const frame = someFrame({ input: { ...someFrame().input, groupBy: ["THEME"] } });
    for (const [language, names] of [
      ["sv", ["Boende", "Mark"]],
      ["en", ["Housing", "Mark"]],
    ] as const) {
      const { data } = await read(write(rows, { language }, frame));
      expect(data.map(({ theme_name }) => theme_name)).toEqual(names);
    }
  });

  it.each(["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"])(
    "does not let the name %j become a formula",
    async (name) => {
      const { data } = await read(write([someRow(name, { value: "-5.5" })]));
      expect(data[0]).toMatchObject({ municipality_name: `'${name}`, value: "-5.5" });
    },
  );

  it.each(['a "quoted" name', "two\r\nlines", "a,b;c", "\u0000\u0001", '"', "'"])(
    "holds the name %j in one cell",
    async (name) => {
      for (const [decimals, delimiter] of [
        ["point", ","],
        ["comma", ";"],
      ] as const) {
        const { data, errors } = await read(write([someRow(name), someRow("next")], { decimals }), delimiter);
        expect(errors).toEqual([]);
        expect(data.map(({ municipality_name }) => municipality_name)).toEqual([name, "next"]);
      }
    },
  );

  it("fails when its rows do, rather than ending as if that were all", async () => {
    async function* rows() {
      yield someRow();
      throw new Error("the database is away");
    }
    await expect(text(csvOf(columnsOf(someFrame()), rows(), plain))).rejects.toThrow("the database is away");
  });
});
