import type { Mistake } from "../mistake";
import type { MistakeCode } from "../mistake-catalogue";
import { describeWrongPackages, mistakesOf, type WrongPackage } from "../test-support/wrong-package";

/** A cell with another text in it: the mistake is in that cell. */
function wrongCell(
  title: string,
  [table, row, column]: readonly [table: string, row: number, column: string],
  value: string,
  code: MistakeCode,
  remedy: string,
  extra: Partial<Pick<Mistake, "value">> & Pick<WrongPackage, "limits"> = {},
): WrongPackage {
  const { limits, ...shown } = extra;
  return {
    title,
    break: (draft, reference) => (table in draft.tables ? draft : reference).set(table, row, { [column]: value }),
    limits,
    mistake: {
      code,
      file: `${fileOf(table)}.csv`,
      row: row + 2,
      column,
      value,
      remedy,
      ...shown,
    },
  };
}

function fileOf(table: string): string {
  const isReference = ["municipalities", "counties", "populations", "code-lists", "funding-programmes"].includes(table);
  return `${isReference ? "reference" : "2181-sandviken"}/${table}`;
}

const amount = ["allocations", 1, "value"] as const;
const total = ["initiative-amounts", 0, "value"] as const;
const start = ["initiatives", 0, "actual_start"] as const;
const flag = ["initiatives", 0, "is_pilot"] as const;
const name = ["initiatives", 0, "name"] as const;
const themes = ["initiatives", 0, "themes"] as const;

describe("a number", () => {
  describeWrongPackages([
    wrongCell("with spaces between thousands is not taken", amount, "1 400 000", "NUMBER", "Write 1400000."),
    wrongCell("with no-break spaces is not taken", amount, "1\u00a0400\u00a0000", "NUMBER", "Write 1400000."),
    wrongCell("with points between thousands is not taken", amount, "1.400.000", "NUMBER", "Write 1400000."),
    wrongCell("with a decimal comma is not taken", amount, "100000,50", "NUMBER", "Write 100000.5."),
    wrongCell("with kr after it is not taken", amount, "100 000 kr", "NUMBER", "Write 100000."),
    wrongCell("in thousands of kronor is not taken", amount, "1 400 tkr", "NUMBER", "Write 1400000."),
    wrongCell("in millions of kronor is not taken", amount, "2,8 mnkr", "NUMBER", "Write 2800000."),
    wrongCell("that a spreadsheet shortened is not taken", amount, "1,4E+06", "NUMBER", "Write 1400000."),
    wrongCell("in words is not taken", amount, "cirka en miljon", "NUMBER", "Digits with a point"),
    wrongCell("with a leading zero is not taken", amount, "0100", "NUMBER", "Digits with a point"),
    wrongCell("below nothing is not taken", total, "-900000", "RANGE", "Check the number"),
    wrongCell("with a digit too many is not taken", total, "90000000000001", "RANGE", "Check the number"),
    wrongCell("with fractions of an öre is not taken", total, "900000.005", "DECIMALS", "exactly"),
    wrongCell(
      "of per cent is not taken for a share",
      ["allocation-shares", 0, "share"],
      "50",
      "RANGE",
      "Write 0.5 for 50",
    ),
    wrongCell(
      "with a per cent sign is not taken for a share",
      ["allocation-shares", 0, "share"],
      "50 %",
      "NUMBER",
      "Write 0.5.",
    ),
    wrongCell(
      "as a latitude outside Sweden is not taken",
      ["areas", 0, "latitude"],
      "16.77",
      "RANGE",
      "Check the number",
    ),
    wrongCell(
      "with decimals is not taken for a year",
      ["programmes", 0, "start_year"],
      "2020.0",
      "INTEGER",
      "Write 2020.",
    ),
    wrongCell("that is a dash is not taken", amount, "-", "PLACEHOLDER", "Leave the cell empty"),
    wrongCell("that is a word for missing is not taken", amount, "saknas", "PLACEHOLDER", "Leave the cell empty"),
  ]);
});

describe("a date", () => {
  describeWrongPackages([
    wrongCell("that a spreadsheet made a number of is not taken", start, "45371", "EDTF_DATE", "Write 2024-03-20."),
    wrongCell("with the day first is not taken", start, "20/3/2020", "EDTF_DATE", "Write 2020-03-20."),
    wrongCell("with points is not taken", start, "20.3.2020", "EDTF_DATE", "Write 2020-03-20."),
    wrongCell("without leading zeros is not taken", start, "2020-3-5", "EDTF_DATE", "Write 2020-03-05."),
    wrongCell("without hyphens is not taken", start, "20200320", "EDTF_DATE", "Write 2020-03-20."),
    wrongCell("with a time is not taken", start, "2020-03-20 00:00:00", "EDTF_DATE", "Write 2020-03-20."),
    wrongCell("in Swedish words is not taken", start, "20 mars 2020", "EDTF_DATE", "Write 2020-03-20."),
    wrongCell("as a season in words is not taken", start, "våren 2020", "EDTF_DATE", "Write 2020-21."),
    wrongCell("as a month in words is not taken", start, "oktober 2020?", "EDTF_DATE", "Write 2020-10?."),
    wrongCell("that does not exist is not taken", start, "2020-02-30", "EDTF_DATE", "Dates are written"),
    wrongCell("with two years is not taken", start, "2020/2021", "EDTF_DATE", "Dates are written"),
    wrongCell(
      "with a day that must be whole is not taken",
      ["initiatives", 0, "classified_on"],
      "2026-11",
      "DATE",
      "2024-03-20",
    ),
  ]);
});

describe("a word of a closed list", () => {
  describeWrongPackages([
    wrongCell(
      "in small letters is not taken",
      ["decisions", 0, "status"],
      "decided",
      "ENUM",
      'Did you mean "DECIDED"?',
    ),
    wrongCell("misspelt is not taken", ["areas", 0, "kind"], "DISTRIKT", "ENUM", 'Did you mean "DISTRICT"?'),
    wrongCell(
      "unknown is not taken, and those allowed are told",
      ["areas", 0, "kind"],
      "kvarter",
      "ENUM",
      "Allowed are MUNICIPALITY, DISTRICT",
    ),
    wrongCell(
      "that is a dash is not taken where UNKNOWN is a value",
      ["decisions", 0, "status"],
      "-",
      "PLACEHOLDER",
      'Write "UNKNOWN".',
    ),
    wrongCell("for true is not taken in Swedish", flag, "SANT", "BOOLEAN", 'Write "true".'),
    wrongCell("for false is not taken as a digit", flag, "0", "BOOLEAN", 'Write "false".'),
  ]);
});

describe("a code", () => {
  describeWrongPackages([
    wrongCell(
      "without its leading zero is not taken",
      ["municipalities", 0, "code"],
      "305",
      "PATTERN",
      'Write "0305": the spreadsheet lost',
    ),
    wrongCell(
      "of a county without its leading zero is not taken",
      ["counties", 0, "code"],
      "3",
      "PATTERN",
      'Write "03"',
    ),
    wrongCell(
      "with capital letters in an id is not taken",
      ["calls", 0, "id"],
      "2181-Utlysning 1",
      "PATTERN",
      'Write "2181-utlysning-1"',
    ),
    wrongCell(
      "with å in an id is not taken",
      ["calls", 0, "id"],
      "2181-årets-utlysning",
      "PATTERN",
      'Write "2181-arets-utlysning"',
    ),
    wrongCell(
      "of an organisation without hyphen is not taken",
      ["organisations", 0, "organisation_number"],
      "2120002395",
      "PATTERN",
      'Write "212000-2395".',
    ),
    wrongCell("of a note in another form is not taken", ["quality-notes", 0, "code"], "SAN-1", "PATTERN", "^DQ-"),
    wrongCell(
      "of a document's address without https is not taken",
      ["source-documents", 0, "url"],
      "www.sandviken.se",
      "PATTERN",
      "https",
    ),
  ]);
});

describe("a list", () => {
  describeWrongPackages([
    wrongCell("with commas is not taken", themes, "PARENTING, EMPLOYMENT", "LIST", 'Write "PARENTING;EMPLOYMENT".'),
    wrongCell("with an empty item is not taken", themes, "PARENTING;;EMPLOYMENT", "LIST", "none at the ends"),
    wrongCell("with spaces is not taken", themes, "PARENTING; EMPLOYMENT", "LIST", 'Write "PARENTING;EMPLOYMENT".'),
    wrongCell("with an item twice is not taken", themes, "PARENTING;PARENTING", "LIST", "Keep one"),
  ]);
});

describe("any cell", () => {
  describeWrongPackages([
    wrongCell("that is required may not be empty", name, "", "REQUIRED", "Fill in the cell."),
    wrongCell(
      "that is required tells what may stand there",
      ["areas", 0, "kind"],
      "",
      "REQUIRED",
      "It is one of MUNICIPALITY",
    ),
    wrongCell("may not begin or end with a space", name, "Familjepedagog ", "SURROUNDING_SPACE", "Take the space away"),
    wrongCell("may not hold invisible characters", name, "Familje\u200bpedagog", "CONTROL_CHARACTER", "Delete it"),
    wrongCell("may not hold a NUL character", name, "Familje\u0000pedagog", "CONTROL_CHARACTER", "Delete it"),
    wrongCell("may not hold letters read in the wrong encoding", name, "StÃ¶d", "MOJIBAKE", "save it as UTF-8"),
    wrongCell("may not hold letters that are lost", name, "St\ufffdd", "MOJIBAKE", "save it as UTF-8"),
    wrongCell("may not hold letters in two parts", name, "Sto\u0308d", "TEXT_NOT_COMPOSED", "NFC"),
    wrongCell("may not hold a spreadsheet's error", name, "#SAKNAS!", "SPREADSHEET_ERROR", "Put the value there"),
    wrongCell("may not hold a formula", name, "=A2&B2", "SPREADSHEET_ERROR", "Put the value there"),
    wrongCell("may not be endless", name, "x".repeat(1001), "CELL_TOO_LONG", "Shorten it", {
      value: `${"x".repeat(79)}…`,
      limits: { cellCharacters: 1000 },
    }),
  ]);

  test("may hold quotation marks, commas, line breaks and no-break spaces where text is free", async () => {
    const text = 'Kallad ”Brobygget”, "bron"\nrad\u00a0två – ca 5 000';
    expect(await mistakesOf((draft) => draft.set("initiatives", 0, { description_sv: text }))).toEqual([]);
  });

  test("is told with the line where its row begins, after rows of several lines", async () => {
    const mistakes = await mistakesOf((draft) => {
      draft.set("initiatives", 0, { description_sv: "en\ntvå\r\ntre" });
      draft.set("initiatives", 1, { is_pilot: "kanske" });
    });
    expect(mistakes.map(({ row, column }) => [row, column])).toEqual([[5, "is_pilot"]]);
  });
});
