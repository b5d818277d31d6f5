import { readOptions } from "./options";
import type { Problem } from "./problem";

const mistakesOf = (format: "csv" | "xlsx" | "json", search: string) => {
  try {
    return readOptions(format, search);
  } catch (error) {
    return (error as Problem).members.mistakes;
  }
};

describe("the options of a file", () => {
  it("have defaults, and are what the address says", () => {
    expect(readOptions("csv", "")).toEqual({ bom: false, decimals: "point", language: "sv" });
    expect(readOptions("csv", "bom=true&decimals=comma&language=en")).toEqual({
      bom: true,
      decimals: "comma",
      language: "en",
    });
    expect(readOptions("csv", "bom=false&decimals=point&language=sv")).toEqual(readOptions("csv", ""));
    for (const format of ["xlsx", "page"] as const) {
      expect(readOptions(format, "language=en").language).toBe("en");
    }
  });

  it("are refused with every mistake at once, each with what to do", () => {
    expect(mistakesOf("csv", "bom=yes&decimals=comma&decimals=comma&limit=5&language=")).toEqual([
      { parameter: "bom", message: '"bom" cannot be "yes".', remedy: "Give it once, as false or true." },
      { parameter: "decimals", message: '"decimals" is given 2 times.', remedy: "Give it once, as point or comma." },
      {
        parameter: "limit",
        message: 'There is no option "limit" here.',
        remedy: "Use bom, decimals, language, or leave it out.",
      },
      { parameter: "language", message: '"language" cannot be "".', remedy: "Give it once, as sv or en." },
    ]);
    expect(mistakesOf("xlsx", "bom=true")).toHaveLength(1);
    expect(mistakesOf("json", "__proto__=1&toString=2")).toHaveLength(2);
  });
});
