import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackages } from "../check-packages";
import { temporaryFolder } from "../test-support/package-draft";
import { municipalityDraft, referenceDraft } from "../test-support/small-packages";
import { describeWrongPackages, mistakesOf, type WrongPackage } from "../test-support/wrong-package";

const descriptor = "2181-sandviken/datapackage.json";
const areas = "2181-sandviken/areas.csv";

const wrongDescriptors: WrongPackage[] = [
  {
    title: "reports a datapackage.json that is not JSON",
    break: (draft) => draft.files.set("datapackage.json", '{"name": "x",}'),
    mistake: {
      code: "DESCRIPTOR_JSON",
      file: descriptor,
      row: null,
      column: null,
      value: null,
      remedy: "a comma too many",
    },
  },
  {
    title: "reports an owner whose leading zero is lost, with the code mended",
    break: (draft) => Object.assign(draft.descriptor, { kommungraf: { owner: 191 } }),
    mistake: {
      code: "OWNER_INVALID",
      file: descriptor,
      row: null,
      column: "kommungraf.owner",
      value: "191",
      remedy: '{"owner": "0191"}',
    },
  },
  {
    title: "reports an owner that is no municipality",
    break: (_, reference) => {
      reference.drop("municipalities", ({ code }) => code === "2181");
      reference.drop("populations", () => true);
    },
    mistake: {
      code: "OWNER_INVALID",
      file: descriptor,
      row: null,
      column: "kommungraf.owner",
      value: "2181",
      remedy: "four digits",
    },
  },
  {
    title: "reports a package without a name",
    break: (draft) => void delete draft.descriptor.name,
    mistake: {
      code: "DESCRIPTOR_SHAPE",
      file: descriptor,
      row: null,
      column: "name",
      value: null,
      remedy: "kommungraf-2181-sandviken",
    },
  },
  {
    title: "reports a version that is a number",
    break: (draft) => Object.assign(draft.descriptor, { version: 1 }),
    mistake: {
      code: "DESCRIPTOR_SHAPE",
      file: descriptor,
      row: null,
      column: "version",
      value: "1",
      remedy: '"1.0.0"',
    },
  },
  {
    title: "reports a package that lists no resources",
    break: (draft) => Object.assign(draft.descriptor, { resources: [] }),
    mistake: {
      code: "DESCRIPTOR_SHAPE",
      file: descriptor,
      row: null,
      column: "resources",
      value: "[]",
      remedy: "List each CSV file",
    },
  },
  {
    title: "reports a misspelt table once, without calling its records missing",
    break: (draft) => draft.describe("pots", { name: "pot" }),
    mistake: {
      code: "RESOURCE_UNKNOWN",
      file: descriptor,
      row: null,
      column: "resources.pot.name",
      value: "pot",
      remedy: 'Did you mean "pots"?',
    },
  },
  {
    title: "reports a table that is listed twice",
    break: (draft) => (draft.descriptor.resources as object[]).push({ name: "pots", path: "pots.csv" }),
    mistake: {
      code: "RESOURCE_TWICE",
      file: descriptor,
      row: null,
      column: "resources.pots.name",
      value: "pots",
      remedy: "one file",
    },
  },
  {
    title: "reports a reference table in a municipality's package",
    break: (draft) => (draft.descriptor.resources as object[]).push({ name: "counties", path: "counties.csv" }),
    mistake: {
      code: "RESOURCE_MISPLACED",
      file: descriptor,
      row: null,
      column: "resources.counties.name",
      value: "counties",
      remedy: "Take it out",
    },
  },
  {
    title: "reports rows inside datapackage.json",
    break: (draft) => draft.describe("calls", { data: [] }),
    mistake: {
      code: "RESOURCE_UNSUPPORTED",
      file: descriptor,
      row: null,
      column: "resources.calls.data",
      value: "[]",
      remedy: "CSV file",
    },
  },
  {
    title: "reports a table in several files",
    break: (draft) => {
      draft.describe("calls", { path: ["calls-1.csv", "calls-2.csv"] });
      delete draft.tables.calls;
    },
    mistake: {
      code: "RESOURCE_UNSUPPORTED",
      file: descriptor,
      row: null,
      column: "resources.calls.path",
      value: '["calls-1.csv","calls-2.csv"]',
      remedy: '"path": "initiatives.csv"',
    },
  },
  {
    title: "reports a table in Excel's own format",
    break: (draft) => draft.describe("calls", { format: "xlsx" }),
    mistake: {
      code: "RESOURCE_UNSUPPORTED",
      file: descriptor,
      row: null,
      column: "resources.calls.format",
      value: "xlsx",
      remedy: "CSV UTF-8",
    },
  },
  {
    title: "reports a table that declares another encoding",
    break: (draft) => draft.describe("calls", { encoding: "windows-1252" }),
    mistake: {
      code: "RESOURCE_UNSUPPORTED",
      file: descriptor,
      row: null,
      column: "resources.calls.encoding",
      value: "windows-1252",
      remedy: "UTF-8",
    },
  },
  {
    title: "reports a table that declares semicolons",
    break: (draft) => draft.describe("calls", { dialect: { delimiter: ";" } }),
    mistake: {
      code: "RESOURCE_UNSUPPORTED",
      file: descriptor,
      row: null,
      column: "resources.calls.dialect.delimiter",
      value: ";",
      remedy: "commas",
    },
  },
];

const wrongPaths: WrongPackage[] = [
  ["../reference/counties.csv", "up and out of the folder"],
  ["/etc/passwd", "to an absolute place"],
  ["https://example.org/calls.csv", "to a web address"],
  ["..\\calls.csv", "out of the folder in the manner of Windows"],
].map(([path = "", where]) => ({
  title: `reports a path that leads ${where}`,
  break: (draft) => {
    draft.describe("calls", { path: path });
    delete draft.tables.calls;
  },
  mistake: {
    code: "PATH_OUTSIDE",
    file: descriptor,
    row: null,
    column: "resources.calls.path",
    value: path,
    remedy: "Put the file in the package's folder",
  },
}));
const wrongFiles: WrongPackage[] = [
  {
    title: "reports a file that is not there, without calling its records missing",
    break: (draft) => draft.describe("pots", { path: "Pots.csv" }),
    mistake: {
      code: "FILE_MISSING",
      file: descriptor,
      row: null,
      column: "resources.pots.path",
      value: "Pots.csv",
      remedy: 'Did you mean "pots.csv"?',
    },
  },
  {
    title: "reports a file that nobody would read",
    break: (draft) => draft.files.set("projekt.xlsx", "x"),
    mistake: {
      code: "FILE_UNLISTED",
      file: "2181-sandviken/projekt.xlsx",
      row: null,
      column: null,
      value: null,
      remedy: "Add it to the resources",
    },
  },
  {
    title: "reports a file that is too large",
    break: (draft) => draft.edit("calls", (csv) => csv + " ".repeat(1_000_000)),
    limits: { fileBytes: 900_000 },
    mistake: {
      code: "FILE_TOO_LARGE",
      file: "2181-sandviken/calls.csv",
      row: null,
      column: null,
      value: null,
      remedy: "Take away",
    },
  },
  {
    title: "reports a table with too many rows",
    break: (draft) => {
      for (let position = 2; position < 50; position += 1) draft.add("calls", {});
    },
    limits: { rows: 40 },
    mistake: {
      code: "TOO_MANY_ROWS",
      file: "2181-sandviken/calls.csv",
      row: 42,
      column: null,
      value: null,
      remedy: "Take away",
    },
  },
  {
    title: "reports a table that is too large with what is said of single records",
    break: (draft) => {
      const [note] = draft.rows("quality-notes");
      const said = { record: "2181-familjepedagog/1", message_sv: "å".repeat(900), message_en: "a".repeat(900) };
      for (let count = 0; count < 10; count += 1)
        draft.add("quality-notes", { ...note, code: `DQ-SAN-${count}`, ...said });
    },
    limits: { tableBytes: 25_000 },
    mistake: {
      code: "TABLE_TOO_LARGE",
      file: "2181-sandviken/status-history.csv",
      row: null,
      column: null,
      value: null,
      remedy: "Cite long quotations",
    },
  },
  {
    title: "reports a table that is too large with what is said of every record in it",
    break: (draft) => {
      for (const row of draft.rows("sources"))
        if (row.resource === "allocations") row.quote = "ord ".repeat(200).trim();
      const [allocation] = draft.rows("allocations");
      draft.drop("allocation-shares", () => true);
      draft.set("pots", 0, { stated_allocated_value: "", stated_allocated_kind: "", stated_allocated_certainty: "" });
      draft.set("pots", 0, { stated_allocated_precision: "", stated_allocated_as_printed: "" });
      for (let count = 0; count < 20; count += 1) {
        draft.add("allocations", { ...allocation, id: `2181-del-${count}`, value: "1", as_printed: "1" });
      }
    },
    limits: { tableBytes: 25_000 },
    mistake: {
      code: "TABLE_TOO_LARGE",
      file: "2181-sandviken/allocations.csv",
      row: null,
      column: null,
      value: null,
      remedy: "Cite long quotations",
    },
  },
  {
    title: "reports a file that Excel saved in Windows-1252, with the first word and line",
    break: (draft) => draft.edit("areas", (csv) => Buffer.from(csv.replace("Norra torget", "Västra torget"), "latin1")),
    mistake: {
      code: "ENCODING",
      file: areas,
      row: 3,
      column: null,
      value: "2181-norra-torget,Västra",
      remedy: "CSV UTF-8",
    },
  },
  {
    title: "reports a file in UTF-16",
    break: (draft) => draft.edit("areas", (csv) => Buffer.from(`\ufeff${csv}`, "utf16le")),
    mistake: { code: "ENCODING", file: areas, row: 1, column: null, value: null, remedy: "CSV UTF-8" },
  },
  {
    title: "reports an Excel workbook that is called .csv",
    break: (draft) => draft.edit("areas", () => Buffer.from([0x50, 0x4b, 3, 4, 20, 0])),
    mistake: { code: "NOT_CSV", file: areas, row: 1, column: null, value: null, remedy: "CSV UTF-8" },
  },
  {
    title: "reports semicolons between columns",
    break: (draft) => draft.edit("calls", (csv) => csv.replaceAll(",", ";")),
    mistake: {
      code: "DELIMITER",
      file: "2181-sandviken/calls.csv",
      row: 1,
      column: null,
      value: "id;name;description_sv;description_en;opens;closes;issuer;grantees;initiative",
      remedy: "comma as the list separator",
    },
  },
  {
    title: "reports an empty file",
    break: (draft) => draft.edit("calls", () => ""),
    mistake: {
      code: "HEADER_MISSING",
      file: "2181-sandviken/calls.csv",
      row: 1,
      column: null,
      value: null,
      remedy: "column names",
    },
  },
  {
    title: "reports a quotation mark that is not closed",
    break: (draft) => draft.edit("areas", (csv) => csv.replace("Norra torget", '"Norra torget')),
    mistake: { code: "QUOTING", file: areas, row: 3, column: null, value: null, remedy: "double those inside it" },
  },
  {
    title: "reports a quotation mark that is not closed where it opens, not where the file ends",
    break: (draft) => draft.edit("organisations", (csv) => csv.replace("Sandvikens kommun", '"Sandvikens kommun')),
    mistake: {
      code: "QUOTING",
      file: "2181-sandviken/organisations.csv",
      row: 2,
      column: null,
      value: null,
      remedy: "double those inside it",
    },
  },
  {
    title: "reports a quotation mark inside a cell",
    break: (draft) => draft.edit("areas", (csv) => csv.replace("Norra torget", 'Norra "torget"')),
    mistake: { code: "QUOTING", file: areas, row: 3, column: null, value: null, remedy: "double those inside it" },
  },
  {
    title: "reports a comma that splits a cell in two",
    break: (draft) => draft.edit("consultations", (csv) => csv.replace("Dialog", "Dialog, möte")),
    mistake: {
      code: "COLUMN_COUNT",
      file: "2181-sandviken/consultations.csv",
      row: 2,
      column: null,
      value: "2181-dialog,Dialog, möte,,,2019,2020-22,,2181-satsningen",
      remedy: "in quotation marks",
    },
  },
  {
    title: "reports a row that is too short",
    break: (draft) => draft.edit("consultations", (csv) => csv.replace(",,2181-satsningen", "")),
    mistake: {
      code: "COLUMN_COUNT",
      file: "2181-sandviken/consultations.csv",
      row: 2,
      column: null,
      value: "2181-dialog,Dialog,,,2019,2020-22",
      remedy: "Add a comma for each empty cell",
    },
  },
  {
    title: "reports empty rows that a spreadsheet left, once for all of them",
    break: (draft) => draft.edit("consultations", (csv) => `${csv},,,,,,,\n,,,,,,,\n,,,,,,,\n`),
    mistake: {
      code: "ROWS_EMPTY",
      file: "2181-sandviken/consultations.csv",
      row: 3,
      column: null,
      value: "",
      remedy: "Delete the empty rows",
    },
  },
  {
    title: "reports empty columns that a spreadsheet left, once for all of them",
    break: (draft) => draft.edit("consultations", (csv) => csv.replaceAll("\n", ",,\n").replace(/,,\n$/, ",,\n")),
    mistake: {
      code: "COLUMN_UNNAMED",
      file: "2181-sandviken/consultations.csv",
      row: 1,
      column: "",
      value: "",
      remedy: "Delete the empty columns",
    },
  },
  {
    title: "reports a column in capital letters, and reads it all the same",
    break: (draft) => draft.edit("consultations", (csv) => csv.replace("id,name", "ID,name")),
    mistake: {
      code: "COLUMN_UNKNOWN",
      file: "2181-sandviken/consultations.csv",
      row: 1,
      column: "ID",
      value: "ID",
      remedy: 'Did you mean "id"?',
    },
  },
  {
    title: "reports a column of the municipality's own",
    break: (draft) =>
      draft.edit("consultations", (csv) =>
        csv.replace("programme\n", "programme,kontaktperson\n").replace("satsningen\n", "satsningen,x\n"),
      ),
    mistake: {
      code: "COLUMN_UNKNOWN",
      file: "2181-sandviken/consultations.csv",
      row: 1,
      column: "kontaktperson",
      value: "kontaktperson",
      remedy: "take away columns of your own",
    },
  },
  {
    title: "reports a missing column, and none of its cells",
    break: (draft) =>
      draft.edit("consultations", (csv) =>
        csv.replace("id,name,", "id,").replace("2181-dialog,Dialog,", "2181-dialog,"),
      ),
    mistake: {
      code: "COLUMN_MISSING",
      file: "2181-sandviken/consultations.csv",
      row: 1,
      column: "name",
      value: "name",
      remedy: "Add the column",
    },
  },
  {
    title: "reports a column that occurs twice",
    break: (draft) =>
      draft.edit("consultations", (csv) =>
        csv.replace("programme\n", "programme,name\n").replace("satsningen\n", "satsningen,Dialog\n"),
      ),
    mistake: {
      code: "COLUMN_TWICE",
      file: "2181-sandviken/consultations.csv",
      row: 1,
      column: "name",
      value: "name",
      remedy: "Keep one",
    },
  },
];

describe("a data package's descriptor", () => describeWrongPackages(wrongDescriptors));
describe("a data package's paths", () => describeWrongPackages(wrongPaths));
describe("a data package's files", () => describeWrongPackages(wrongFiles));

describe("a data package", () => {
  test("without mistakes has none reported", async () => {
    expect(await mistakesOf(() => {})).toEqual([]);
  });

  test("may have a byte order mark, CRLF, columns in any order and blank lines", async () => {
    const mistakes = await mistakesOf((draft) => {
      draft.edit("areas", (csv) => `\ufeff${csv.replaceAll("\n", "\r\n")}`);
      draft.edit(
        "area-types",
        () => "year,type,regso_version,regso_code,area\n\n2023,2,RegSO2025,2181R001,2181-norr\n\n",
      );
    });
    expect(mistakes).toEqual([]);
  });

  test("is not read through a symbolic link that leads out of its folder", async () => {
    const root = temporaryFolder();
    const folder = municipalityDraft().write(root);
    const outside = join(root, "secret.csv");
    writeFileSync(outside, "x");
    symlinkSync(outside, join(folder, "secret.csv"));
    const draft = municipalityDraft();
    draft.describe("calls", { path: "secret.csv" });
    writeFileSync(join(folder, "datapackage.json"), JSON.stringify(draft.descriptor));
    const { mistakes } = await checkPackages([folder, referenceDraft().write(root)]);
    expect(mistakes.map(({ code, value }) => [code, value])).toEqual([
      ["FILE_UNLISTED", null],
      ["PATH_OUTSIDE", "secret.csv"],
    ]);
  });

  test("may be absent, and that is a mistake like others", async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, "empty"));
    const { mistakes } = await checkPackages([join(root, "empty"), join(root, "nowhere")]);
    expect(mistakes.map(({ code, file }) => [code, file])).toEqual([
      ["PACKAGE_UNREADABLE", "empty/datapackage.json"],
      ["PACKAGE_UNREADABLE", "nowhere/datapackage.json"],
    ]);
  });

  test("has an owner of its own", async () => {
    const root = temporaryFolder();
    const again = municipalityDraft();
    const folders = [municipalityDraft().write(root), referenceDraft().write(root), again.write(join(root, "again"))];
    const { mistakes } = await checkPackages(folders);
    expect(mistakes.map(({ code, column, value }) => [code, column, value])).toEqual([
      ["OWNER_TWICE", "kommungraf.owner", "2181"],
    ]);
  });

  test("needs the reference data, or to be told what is known", async () => {
    const folder = municipalityDraft().write(temporaryFolder());
    const alone = await checkPackages([folder]);
    expect(alone.mistakes.map(({ code }) => code)).toEqual(["REFERENCE_DATA_MISSING"]);
    const known = new Map([
      ["municipalities", new Set(["2181"])],
      ["organisations", new Set(["tillvaxtverket"])],
      ["funding-sources", new Set(["tillvaxtverket"])],
      ["funding-programmes", new Set(["sfs-2018-151"])],
      [
        "code-lists",
        new Set([
          "THEME/EMPLOYMENT",
          "THEME/PARENTING",
          "TARGET_GROUP/FAMILIES",
          "STRATEGY_AREA/EDUCATION",
          "INSTRUMENT/STAFFING",
        ]),
      ],
    ]);
    expect((await checkPackages([folder], { known })).mistakes).toEqual([]);
  });
});
