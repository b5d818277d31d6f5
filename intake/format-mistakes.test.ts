import { formatMistakes } from "./format-mistakes";
import { mistakesOf } from "./test-support/wrong-package";

describe("a report for the terminal", () => {
  test("tells all mistakes at once, by file, row and column, each with its remedy", async () => {
    const mistakes = await mistakesOf((draft) => {
      draft.set("pots", 0, { total_value: "1 400 000 kr" });
      draft.set("initiatives", 1, { is_pilot: "ja", status: "beslutad" });
      draft.set("initiatives", 0, { actual_start: "45371" });
      draft.describe("calls", { path: "utlysningar.csv" });
    });
    expect(formatMistakes(mistakes)).toMatchInlineSnapshot(`
"2181-sandviken/datapackage.json
  column resources.calls.path: "utlysningar.csv" FILE_MISSING
    The file "utlysningar.csv" is not there.
    → Did you mean "calls.csv"? Add the file, or take it out of datapackage.json; mind capital letters in the name.

2181-sandviken/initiatives.csv
  row 2, column actual_start: "45371" EDTF_DATE
    "45371" is not a date, month, season or year.
    → Write 2024-03-20. Dates are written 2024-03-20, 2024-03, 2024, or 2024-21 to 2024-24 for spring to winter.
  row 3, column is_pilot: "ja" BOOLEAN
    "ja" is neither true nor false.
    → Write "true".
  row 3, column status: "beslutad" ENUM
    "beslutad" is not one of the allowed words.
    → Allowed are IDEA, INVESTIGATED, PROPOSED, DECIDED, PLANNED, ONGOING, EXTENDED, COMPLETED, MADE_PERMANENT, CANCELLED, UNKNOWN.

2181-sandviken/pots.csv
  row 2, column total_value: "1 400 000 kr" NUMBER
    "1 400 000 kr" is not a plain number: it has spaces.
    → Write 1400000. Digits with a point before decimals, and nothing else: no spaces, no unit.

5 mistakes in 3 files. Nothing has been written."
`);
  });

  test("shows 200 mistakes of a file and counts the rest", async () => {
    const mistakes = await mistakesOf((draft) => {
      for (let index = 0; index < 250; index += 1)
        draft.add("calls", { ...draft.rows("calls")[0], id: `2181-u${index}`, opens: "x" });
    });
    const report = formatMistakes(mistakes);
    expect(report.match(/EDTF_DATE|PLACEHOLDER/g)).toHaveLength(200);
    expect(report).toContain("… and 50 more in this file");
    expect(report).toContain("250 mistakes in 1 file. Nothing has been written.");
  });
});
