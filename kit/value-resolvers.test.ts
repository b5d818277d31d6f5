import type { FuzzyDateValue } from "./record";
import { dateInWords, inLanguage, valueResolvers } from "./value-resolvers";

const date = (value: string, precision: FuzzyDateValue["precision"]): FuzzyDateValue => ({
  value,
  precision,
  certainty: "STATED",
});

describe("a date in words", () => {
  it.each<[string, FuzzyDateValue["precision"], string, string]>([
    ["2024-03-20", "DAY", "20 mars 2024", "20 March 2024"],
    ["2021-12-08", "DAY", "8 december 2021", "8 December 2021"],
    ["2024-01-01", "DAY", "1 januari 2024", "1 January 2024"],
    ["2024-12-31", "DAY", "31 december 2024", "31 December 2024"],
    ["2018-04", "MONTH", "april 2018", "April 2018"],
    ["2018-08", "MONTH", "augusti 2018", "August 2018"],
    ["2024-21", "SEASON", "våren 2024", "spring 2024"],
    ["2024-22", "SEASON", "sommaren 2024", "summer 2024"],
    ["2024-23", "SEASON", "hösten 2024", "autumn 2024"],
    ["2024-24", "SEASON", "vintern 2024", "winter 2024"],
    ["2020", "YEAR", "2020", "2020"],
  ])("%s as a %s is %s, in English %s", (value, precision, sv, en) => {
    expect(dateInWords(date(value, precision), "SV")).toBe(sv);
    expect(dateInWords(date(value, precision), "EN")).toBe(en);
  });

  it("is the label of a FuzzyDate", () => {
    expect(valueResolvers.FuzzyDate.label(date("2024-21", "SEASON"), { language: "EN" })).toBe("spring 2024");
  });
});

describe("text in a language", () => {
  it("is the text in that language", () => {
    expect(inLanguage({ sv: "hej", en: "hello" }, "SV")).toBe("hej");
    expect(inLanguage({ sv: "hej", en: "hello" }, "EN")).toBe("hello");
  });

  it("is that in the other language when there is none", () => {
    expect(inLanguage({ sv: "hej", en: null }, "EN")).toBe("hej");
    expect(inLanguage({ sv: null, en: "hello" }, "SV")).toBe("hello");
  });

  it("is nothing when there is no text", () => {
    expect(inLanguage({ sv: null, en: null }, "SV")).toBeNull();
    expect(inLanguage(null, "EN")).toBeNull();
  });

  it("is the message of a quality note", () => {
    const note = { code: "DQ-1", severity: "INFO", field: null, message: { sv: "Oklart.", en: "Unclear." } } as const;
    expect(valueResolvers.QualityNote.message(note, { language: "EN" })).toBe("Unclear.");
  });
});

it("a source refers to its document by id, which the part of the graph with documents fills in", () => {
  const source = { documentId: "sfs-2018-151", locator: "1 §", quote: null, field: null };
  expect(valueResolvers.SourceReference.document(source)).toEqual({ id: "sfs-2018-151" });
});
