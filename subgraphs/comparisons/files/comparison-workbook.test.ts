import { buffer } from "node:stream/consumers";
import readWorkbook from "read-excel-file/node";
import { comparisonWorkbook } from "./comparison-workbook";
import { listed, someDocument, someRow, someSource } from "./test-support/generated-document";

describe("the workbook of a comparison", () => {
  it("has a sheet each for rows, sources, coverage, warnings and what it is, with numbers and days as such", async () => {
    const sources = [
      someSource(),
      someSource({ publishedOn: { value: "2020", precision: "YEAR", certainty: "STATED" } }),
    ];
    const document = someDocument(
      [someRow("Ängelholm"), someRow("x", { value: "88.0123" }), someRow("y", { value: null })],
      {
        sources: listed(sources),
      },
    );
    const sheets = await readWorkbook(await buffer(comparisonWorkbook(document, "sv")));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Data", "Källor", "Täckning", "Varningar", "Om"]);
    const [data, cited, coverage, warnings, about] = sheets.map((sheet) => sheet.data);
    expect(data?.slice(1)).toEqual([
      [
        "0191",
        "Ängelholm",
        2020,
        "AMOUNT",
        "INITIATIVE",
        "NONE",
        "SEK",
        13287000,
        14,
        2,
        "INFERRED",
        "EXACT",
        false,
        false,
      ],
      ["0191", "x", 2020, "AMOUNT", "INITIATIVE", "NONE", "SEK", 88.0123, 14, 2, "INFERRED", "EXACT", false, false],
      ["0191", "y", 2020, "AMOUNT", "INITIATIVE", "NONE", "SEK", null, 14, 2, "INFERRED", "EXACT", false, false],
    ]);
    expect(cited?.slice(1).map((row) => row[4])).toEqual([new Date("2024-03-20T00:00:00Z"), "2020"]);
    const names = coverage?.[0] ?? [];
    const of = (name: string) => coverage?.[1]?.[names.indexOf(name)];
    expect([of("municipality"), of("municipality_name"), of("initiatives"), of("years")]).toEqual([
      "0191",
      "Sigtuna",
      7,
      "2020, 2021",
    ]);
    expect([of("freshness"), of("quality_score")]).toEqual([new Date("2026-02-01T00:00:00Z"), expect.any(Number)]);
    expect(warnings?.[1]).toEqual(["AMOUNTS_MISSING", "NOTE", "0191", "Belopp saknas för Sigtuna."]);
    expect(Object.fromEntries(about?.map(([what, answer]) => [String(what), answer]) ?? [])).toMatchObject({
      Jämförelse: "Belopp efter kommun och år, på insatsnivå",
      "Uppgifterna ändrades senast": new Date("2026-02-01T00:00:00Z"),
      Summa: 13287000.5,
      "Permanent adress": "https://kommungraf.example/comparisons/abc",
      "Kolumnen value": expect.stringContaining("aldrig 0"),
    });
  });

  it("is in English when asked, its sheets too, with the same columns", async () => {
    const read = async (language: "sv" | "en") =>
      readWorkbook(await buffer(comparisonWorkbook(someDocument([someRow()]), language)));
    const [swedish, english] = [await read("sv"), await read("en")];
    expect(english.map(({ sheet }) => sheet)).toEqual(["Data", "Sources", "Coverage", "Warnings", "About"]);
    expect(english[0]?.data[0]).toEqual(swedish[0]?.data[0]);
    expect(english[3]?.data[1]?.[3]).toBe("Amounts of Sigtuna are missing.");
    expect(english[4]?.data[1]?.[1]).toBe("Amount by municipality and year, at the level of initiatives");
  });
});
