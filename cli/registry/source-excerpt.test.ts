import { sourceExcerpt } from "./source-excerpt";

const caretOf = ([line = "", below = ""]: string[]) => line[below.indexOf("^")];

describe("the line that a finding is about", () => {
  it("has a caret below the place", () => {
    const sdl = "type Query {\n  sandviken: String\n}\n";
    expect(sourceExcerpt(sdl, 2, 3)).toEqual(["2 |   sandviken: String", "  |   ^"]);
  });

  it("counts what people see: Swedish letters in two code points, tabs and signs that steer a terminal", () => {
    const decomposed = "  mötesplats: X".normalize("NFD");
    const [line = "", below = ""] = sourceExcerpt(decomposed, 1, decomposed.indexOf("X") + 1);
    expect(below.length).toBe(line.normalize("NFC").length);
    expect(caretOf(sourceExcerpt("\t\tname: Wrong", 1, 9))).toBe("W");
    const [hostile = ""] = sourceExcerpt("\u001b[31mname: Wrong\u202e", 1, 12);
    expect(hostile).toBe("1 |  [31mname: Wrong");
  });

  it("shows the part around the place of a line that is wide", () => {
    const excerpt = sourceExcerpt(`${"a ".repeat(400)}WRONG ${"b ".repeat(400)}`, 1, 801);
    expect(excerpt[0]?.length).toBeLessThan(120);
    expect(caretOf(excerpt)).toBe("W");
  });

  it.each([
    ["a line that is not there", 9, 1],
    ["an empty line", 2, 1],
  ])("is left out for %s", (_what, line, column) => {
    expect(sourceExcerpt("a\n\nb", line, column)).toEqual([]);
  });

  it("takes every kind of line end, as GraphQL does", () => {
    expect(sourceExcerpt("a\r\nb\rc\nd", 3, 1)).toEqual(["3 | c", "  | ^"]);
  });
});
