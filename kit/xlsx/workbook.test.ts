import { buffer } from "node:stream/consumers";
import readWorkbook, { readSheet } from "read-excel-file/node";
import { MOST_ROWS, type Sheet, type SheetCell, type SheetColumn, sheetXml } from "./sheet";
import { workbookOf } from "./workbook";

async function* listed<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

const COLUMNS: SheetColumn[] = [
  { name: "namn", width: 20 },
  { name: "belopp", kind: "decimal", width: 20 },
];

const sheet = (rows: SheetCell[][], columns = COLUMNS, name = "Data"): Sheet => ({ name, columns, rows: listed(rows) });

const readBack = async (...sheets: Sheet[]) => readWorkbook(await buffer(workbookOf(sheets)), { trim: false });

const xmlOf = async (rows: SheetCell[][], columns = COLUMNS) => {
  let xml = "";
  for await (const piece of sheetXml(sheet(rows, columns))) xml += piece;
  return xml;
};

describe("a workbook", () => {
  it("is read back by another reader, sheet by sheet and in order", async () => {
    const sheets = await readBack(
      sheet([["Åre", "13287000"]]),
      sheet([["Örebro", "5"]], COLUMNS, "Täckning"),
      sheet([], COLUMNS, "Om & <annat>"),
    );
    expect(sheets).toEqual([
      {
        sheet: "Data",
        data: [
          ["namn", "belopp"],
          ["Åre", 13287000],
        ],
      },
      {
        sheet: "Täckning",
        data: [
          ["namn", "belopp"],
          ["Örebro", 5],
        ],
      },
      { sheet: "Om & <annat>", data: [["namn", "belopp"]] },
    ]);
  });

  it.each(['=HYPERLINK("http://x")', "=1+1", "+1", "-1", "@SUM(A1)"])(
    "has the text %j in a text cell",
    async (text) => {
      const xml = await xmlOf([[text, null]]);
      expect(xml).toMatch(/<c r="A2" s="\d+" t="inlineStr">/);
      expect(xml).not.toMatch(/<f[ >/]/);
    },
  );

  it("holds numbers as numbers, days as days, yes as yes, and nothing as nothing", async () => {
    const columns: SheetColumn[] = [
      { name: "text", width: 9 },
      { name: "decimal", kind: "decimal", width: 9 },
      { name: "integer", kind: "integer", width: 9 },
      { name: "year", kind: "year", width: 9 },
      { name: "day", width: 9 },
      { name: "boolean", kind: "boolean", width: 9 },
      { name: "last", width: 9 },
    ];
    const [{ data } = { data: [] }] = await readBack(
      sheet(
        [
          ["0191", "88.0123456789", "14", "2020", new Date("2026-01-31T23:30:00Z"), true, "x"],
          [null, null, null, null, null, false, "y"],
          ["-5", "-0.5", 0, "1999", new Date("2000-02-29T12:00:00Z"), null, "z"],
        ],
        columns,
      ),
    );
    expect(data.slice(1)).toEqual([
      // A day has no time zone: it is the one in Sweden.
      ["0191", 88.0123456789, 14, 2020, new Date("2026-02-01T00:00:00Z"), true, "x"],
      [null, null, null, null, null, false, "y"],
      ["-5", -0.5, 0, 1999, new Date("2000-02-29T00:00:00Z"), null, "z"],
    ]);
  });

  it.each([
    ["markup", "<b>&amp;\"'</b>]]>"],
    ["white space at both ends", "  a  "],
    ["lines", "a\nb\tc"],
    ["what looks like a formula", '=HYPERLINK("http://x")'],
    ["an emoji", "👩‍👩‍👧"],
  ])("holds %s as the text it is", async (_, text) => {
    const [{ data } = { data: [] }] = await readBack(sheet([[text, "1"]]));
    expect(data[1]?.[0]).toBe(text);
  });

  it("writes what XML cannot hold the way Excel does, and marks text that looks like that", async () => {
    const xml = await xmlOf([
      ["\u0000\u001f\r", null],
      ["_x0041_", null],
      ["\ud800", null],
      ["\uffff", null],
    ]);
    const texts = [...xml.matchAll(/preserve">([^<]*)</g)].map(([, text]) => text);
    expect(texts.slice(2)).toEqual(["_x0000__x001F__x000D_", "_x005F_x0041_", "\ufffd", "\ufffd"]);
  });

  it("cuts text that is longer than a cell holds, and says so", async () => {
    const [{ data } = { data: [] }] = await readBack(sheet([["å".repeat(40_000), "1"]]));
    expect(data[1]?.[0]).toBe(`${"å".repeat(32_766)}…`);
  });

  it("names columns beyond Z, keeps the header in sight and filters every row", async () => {
    const columns = Array.from({ length: 60 }, (_, at) => ({ name: `c${at}`, width: 9 }));
    const xml = await xmlOf([columns.map(({ name }) => name)], columns);
    expect(xml).toContain('<c r="Z2"');
    expect(xml).toContain('<c r="AA2"');
    expect(xml).toContain('<c r="BH2"');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:BH2"/>');
  });

  it("is refused beyond the rows that a sheet holds, before it is broken", async () => {
    function* rows() {
      for (let n = 1; n <= MOST_ROWS; n += 1) yield ["x"];
    }
    const columns = [{ name: "a", width: 9 }];
    const outcome = async () => {
      let last = "";
      for await (const piece of sheetXml({ name: "Data", columns, rows: rows() })) last = piece;
      return last;
    };
    await expect(outcome()).rejects.toThrow("A sheet holds 1048576 rows");
  });

  it("fails when the rows of a sheet do, rather than ending as if that were all", async () => {
    async function* rows() {
      yield ["a", "1"];
      throw new Error("the database is away");
    }
    const late = { name: "Källor", columns: COLUMNS, rows: rows() };
    await expect(buffer(workbookOf([sheet([["b", "2"]]), late]))).rejects.toThrow("the database is away");
  });

  it("asks for the rows of a sheet when those of the sheet before have been written", async () => {
    const order: string[] = [];
    async function* rows(name: string) {
      order.push(`${name} begins`);
      yield ["a", "1"];
      order.push(`${name} ends`);
    }
    await buffer(workbookOf(["one", "two"].map((name) => ({ name, columns: COLUMNS, rows: rows(name) }))));
    expect(order).toEqual(["one begins", "one ends", "two begins", "two ends"]);
    expect(await readSheet(await buffer(workbookOf([sheet([["a", "1"]])])))).toHaveLength(2);
  });
});
