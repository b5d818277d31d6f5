import type { AnsweredComparison, AnsweredRow } from "./comparison-query";
import { renderComparison } from "./render-comparison";
import { coloured, plain } from "./style";
import { words } from "./words";

const NBSP = "\u00A0";

const row = (labels: readonly string[], value: number | null, rest: Partial<AnsweredRow> = {}): AnsweredRow => ({
  keys: labels.map((label, index) => ({ dimension: index === 0 ? "MUNICIPALITY" : "AMOUNT_KIND", code: label, label })),
  value,
  recordCount: 1,
  missingCount: value === null ? 1 : 0,
  certainty: value === null ? null : "STATED",
  precision: value === null ? null : "EXACT",
  isModelled: false,
  mixesKinds: false,
  ...rest,
});

const comparison: AnsweredComparison = {
  id: "c1",
  permalink: "http://localhost:4000/comparisons/abc",
  csvUrl: "http://localhost:4000/comparisons/abc.csv",
  jsonUrl: "http://localhost:4000/comparisons/abc.json",
  measure: "AMOUNT",
  unit: "SEK",
  totalRows: 3,
  endCursor: null,
  isAdditive: false,
  total: null,
  rows: [
    row(["Sigtuna", "Okänt"], null, { recordCount: 7, missingCount: 7 }),
    row(["Sandviken", "Fördelat"], 13_287_000, { recordCount: 15, certainty: "INFERRED" }),
    row(["Nyköping", "Avsatt"], 9_000_000, { precision: "APPROXIMATE" }),
  ],
  warnings: [
    { code: "A_NOTE", severity: "NOTE", message: "Årtalet är en slutsats." },
    { code: "MIXED_KINDS", severity: "MISLEADING", message: "Olika slag av belopp." },
  ],
};

/** No-break spaces as ~, so that the expectation shows which spaces they are. */
const shown = (part: Partial<AnsweredComparison>, language: "SV" | "EN" = "SV") =>
  renderComparison({ ...comparison, ...part }, words[language], plain)
    .replaceAll(NBSP, "~")
    .split("\n");

describe("a comparison on a terminal", () => {
  it("is a table with its numbers below each other, then what misleads, what else to know, and the address to cite", () => {
    expect(shown({})).toEqual([
      "Kommun     Slag av belopp  Belopp (kr)  Poster  Saknar värde  Säkerhet",
      "Sigtuna    Okänt                saknas       7             7",
      "Sandviken  Fördelat         13~287~000      15             0  slutsats",
      "Nyköping   Avsatt          ≈~9~000~000       1             0  angiven",
      "",
      "Varningar",
      "! VILSELEDANDE MIXED_KINDS: Olika slag av belopp.",
      "- upplysning A_NOTE: Årtalet är en slutsats.",
      "",
      "Permalänk: http://localhost:4000/comparisons/abc",
      "",
    ]);
  });

  it("is in English when asked for", () => {
    const lines = shown({ warnings: [], total: 22_287_000 }, "EN");
    expect(lines[0]).toBe("Municipality  Kind of amount  Amount (SEK)  Records  Lack a value  Certainty");
    expect(lines[1]).toMatch(/ missing /);
    expect(lines[2]).toMatch(/ 13,287,000 .* inferred$/);
    expect(lines.slice(4)).toEqual([
      "",
      "Total: ≈~22,287,000 SEK",
      "",
      "Permalink: http://localhost:4000/comparisons/abc",
      "",
    ]);
  });

  it("has a total only where there is one", () => {
    expect(shown({}).join("\n")).not.toContain("Totalt");
    const rows = [row(["Sigtuna"], 1_234.5)];
    expect(shown({ rows, total: 1_234.5 })).toContain("Totalt: 1~234,50 kr");
  });

  it("marks a total that something approximate is in", () => {
    expect(shown({ total: 22_287_000 })).toContain("Totalt: ≈~22~287~000 kr");
  });

  it("shows öre in all amounts when one of them has öre", () => {
    const lines = shown({ rows: [row(["Sigtuna"], 1000), row(["Sandviken"], 0.1)] });
    expect([lines[1], lines[2]]).toEqual([expect.stringMatching(/ 1~000,00 /), expect.stringMatching(/ {5}0,10 /)]);
  });

  it("has a total of what is counted without a unit behind it", () => {
    const rows = [row(["Sigtuna"], 7), row(["Sandviken"], 17)];
    const counted = { rows, total: 24, measure: "INITIATIVE_COUNT" as const, unit: "COUNT" as const };
    expect(shown(counted)).toContain("Totalt: 24");
    expect(shown(counted, "EN")).toContain("Total: 24");
  });

  it("shows counts per inhabitant so that tiny ones can be read", () => {
    const rows = [row(["Sigtuna"], 7 / 50_000), row(["Stockholm"], 1 / 984_748)];
    const lines = shown({ measure: "INITIATIVE_COUNT", unit: "COUNT_PER_INHABITANT", rows });
    expect([lines[1], lines[2]]).toEqual([expect.stringMatching(/ 0,00014 /), expect.stringMatching(/ 0,000001015 /)]);
  });

  it("shows shares in per cent", () => {
    const lines = shown({ measure: "STATE_SHARE", unit: "SHARE", rows: [row(["Sandviken"], 8 / 14)] });
    expect([lines[0], lines[1]]).toEqual([
      expect.stringContaining("Statlig andel (%)"),
      expect.stringMatching(/ 57,1 /),
    ]);
  });

  it("says of every row what comes from a model", () => {
    const rows = [
      row(["Sandviken"], 1, { isModelled: true, certainty: "MODELLED" }),
      row(["Sundsvall"], 1, { isModelled: true, certainty: "UNKNOWN" }),
    ];
    expect(shown({ rows }).slice(1, 3)).toEqual([
      expect.stringMatching(/ modellerad$/),
      expect.stringMatching(/ okänd, delvis modellerad$/),
    ]);
  });

  it("marks every value that adds amounts of different kinds, and says what the mark means", () => {
    const lines = shown({ rows: [row(["Sundsvall"], 11_200_000, { mixesKinds: true }), row(["Nyköping"], 7_500_000)] });
    expect(lines[1]).toMatch(/ †~11~200~000 /);
    expect(lines[2]).not.toContain("†");
    expect(lines[4]).toMatch(/^†~Belopp av olika slag är hoplagda/);
    expect(shown({}).join("\n")).not.toContain("†");
  });

  it("says how many rows there are when not all are shown, and that there is none", () => {
    expect(shown({ totalRows: 1200 })).toContain("3 av 1~200 rader visas.");
    expect(shown({ rows: [], totalRows: 0 })[0]).toBe("Inga rader.");
  });

  it("breaks long names over lines without losing a word", () => {
    const name =
      "Tidiga samordnade insatser i skolan för att förbättra förutsättningarna för att alla barn ska klara kraven";
    const lines = shown({ rows: [row([name], 5)], warnings: [] });
    const words = lines.slice(1, lines.indexOf("")).map((line) => line.slice(0, 48).trim());
    expect(words.join(" ")).toBe(name);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(110);
  });

  it("takes no orders for the terminal from names and messages", () => {
    const [rows, warnings] = [
      [row(["Sig\u001b[31mtuna\nX"], 5)],
      [{ code: "A", severity: "NOTE" as const, message: "x\u001b]0;title\u0007\u202Ey" }],
    ];
    const text = renderComparison({ ...comparison, rows, warnings }, words.SV, plain);
    for (const order of ["\u001b", "\u0007", "\u202E"]) expect(text).not.toContain(order);
    expect(text).toContain("Sig [31mtuna X");
  });

  it("keeps its columns when it is coloured", () => {
    const text = renderComparison(comparison, words.SV, coloured);
    expect(text).toContain("\u001b[");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(text.replaceAll(/\u001b\[\d+m/g, "")).toBe(renderComparison(comparison, words.SV, plain));
  });
});
