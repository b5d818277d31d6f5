import { describeWrongPackages, mistakesOf } from "../test-support/wrong-package";

const file = (table: string) => `2181-sandviken/${table}.csv`;

describe("a key", () => {
  describeWrongPackages([
    {
      title: "that occurs twice is reported where it comes again, with the row where it was first",
      break: (draft) => draft.set("areas", 1, { id: "2181-norr", parent: "" }),
      mistake: {
        code: "KEY_TWICE",
        file: file("areas"),
        row: 3,
        column: "id",
        value: "2181-norr",
        remedy: "a key of its own",
      },
    },
    {
      title: "of several parts may not occur twice either",
      break: (draft) => draft.add("participations", { ...draft.rows("participations")[0], certainty: "INFERRED" }),
      mistake: {
        code: "KEY_TWICE",
        file: file("participations"),
        row: 4,
        column: "initiative",
        value: "2181-familjepedagog//2181-kunskapsnamnden/RESPONSIBLE",
        remedy: "Take one of the rows away",
      },
    },
    {
      title: "without the code of the municipality is reported",
      break: (draft) => draft.set("calls", 0, { id: "utlysning" }),
      mistake: {
        code: "ID_OWNER",
        file: file("calls"),
        row: 2,
        column: "id",
        value: "utlysning",
        remedy: 'Write "2181-utlysning".',
      },
    },
    {
      title: "with the code of another municipality is reported once, though others refer to it",
      break: (draft) => draft.set("programmes", 0, { id: "2118-satsningen" }),
      mistake: {
        code: "ID_OWNER",
        file: file("programmes"),
        row: 2,
        column: "id",
        value: "2118-satsningen",
        remedy: 'Write "2181-satsningen".',
      },
    },
    {
      title: "with a lost leading zero is reported as another owner's",
      break: (draft) => draft.set("milestones", 0, { id: "181-start" }),
      mistake: {
        code: "ID_OWNER",
        file: file("milestones"),
        row: 2,
        column: "id",
        value: "181-start",
        remedy: 'Write "2181-start".',
      },
    },
    {
      title: "of a municipality has no place in the reference data",
      break: (_, reference) => reference.set("source-documents", 0, { id: "0305-register" }),
      mistake: {
        code: "ID_OWNER",
        file: "reference/source-documents.csv",
        row: 2,
        column: "id",
        value: "0305-register",
        remedy: 'Write "register"',
      },
    },
  ]);
});

describe("a reference", () => {
  describeWrongPackages([
    {
      title: "to nothing is reported with the record that was probably meant",
      break: (draft) => draft.set("milestones", 0, { initiative: "2181-familjepedagoger" }),
      mistake: {
        code: "REFERENCE",
        file: file("milestones"),
        row: 2,
        column: "initiative",
        value: "2181-familjepedagoger",
        remedy: 'Did you mean "2181-familjepedagog"?',
      },
    },
    {
      title: "in a list is reported with the item alone",
      break: (draft) => draft.set("decisions", 0, { initiatives: "2181-familjepedagog;2181-nagot-helt-annat" }),
      mistake: {
        code: "REFERENCE",
        file: file("decisions"),
        row: 2,
        column: "initiatives",
        value: "2181-nagot-helt-annat",
        remedy: "Add the record to initiatives.csv",
      },
    },
    {
      title: "to another municipality is reported",
      break: (draft) => draft.set("calls", 0, { issuer: "2281-sundsvalls-kommun" }),
      mistake: {
        code: "REFERENCE_FOREIGN",
        file: file("calls"),
        row: 2,
        column: "issuer",
        value: "2281-sundsvalls-kommun",
        remedy: "begins with 2181-",
      },
    },
    {
      title: "to a national record that does not exist is reported",
      break: (draft) => draft.set("grants", 0, { programme: "sfs-2018-152" }),
      mistake: {
        code: "REFERENCE",
        file: file("grants"),
        row: 2,
        column: "programme",
        value: "sfs-2018-152",
        remedy: 'Did you mean "sfs-2018-151"?',
      },
    },
    {
      title: "to a document that does not exist is reported",
      break: (draft) => draft.add("sources", { resource: "calls", record: "2181-utlysning", document: "2181-nyhet" }),
      mistake: {
        code: "REFERENCE",
        file: file("sources"),
        row: 25,
        column: "document",
        value: "2181-nyhet",
        remedy: 'Did you mean "2181-nyheten"?',
      },
    },
    {
      title: "to a code that is not in its list is reported with the one that was meant",
      break: (draft) => draft.set("initiatives", 0, { themes: "EMPLOYMENTS" }),
      mistake: {
        code: "CODE_UNKNOWN",
        file: file("initiatives"),
        row: 2,
        column: "themes",
        value: "EMPLOYMENTS",
        remedy: 'Did you mean "EMPLOYMENT"?',
      },
    },
    {
      title: "to a code of another list is reported with the codes there are",
      break: (draft) => draft.set("initiatives", 0, { instrument: "FAMILIES" }),
      mistake: {
        code: "CODE_UNKNOWN",
        file: file("initiatives"),
        row: 2,
        column: "instrument",
        value: "FAMILIES",
        remedy: "The codes are STAFFING.",
      },
    },
  ]);
});

describe("a source or quality note", () => {
  const note = { code: "DQ-SAN-2", severity: "INFO", message_sv: "Oklart", message_en: "Unclear" };

  describeWrongPackages([
    {
      title: "about a table that does not exist is reported, and the table is not said to lack sources",
      break: (draft) => {
        draft.drop("sources", ({ resource }) => resource === "calls");
        draft.add("sources", { resource: "call", document: "2181-nyheten" });
      },
      mistake: {
        code: "CITED_TABLE",
        file: file("sources"),
        row: 24,
        column: "resource",
        value: "call",
        remedy: 'Did you mean "calls"?',
      },
    },
    {
      title: "about a table that is not in the package is reported",
      break: (draft) => draft.add("quality-notes", { ...note, resource: "code-lists" }),
      mistake: {
        code: "CITED_TABLE",
        file: file("quality-notes"),
        row: 3,
        column: "resource",
        value: "code-lists",
        remedy: "Take the row away",
      },
    },
    {
      title: "about a record that does not exist is reported, and the record meant is not said to lack sources",
      break: (draft) => {
        draft.drop("sources", ({ resource }) => resource === "calls");
        draft.add("sources", { resource: "calls", record: "2181-utlysningen", document: "2181-nyheten" });
      },
      mistake: {
        code: "CITED_RECORD",
        file: file("sources"),
        row: 24,
        column: "record",
        value: "2181-utlysningen",
        remedy: 'Did you mean "2181-utlysning"?',
      },
    },
    {
      title: "about a record with a key of several parts is told how it is written",
      break: (draft) => draft.add("quality-notes", { ...note, resource: "participations", record: "2181-norr" }),
      mistake: {
        code: "CITED_RECORD",
        file: file("quality-notes"),
        row: 3,
        column: "record",
        value: "2181-norr",
        remedy: "The key is initiative/programme/organisation/role, an absent part being empty.",
      },
    },
    {
      title: "about a column that does not exist is reported",
      break: (draft) => draft.add("quality-notes", { ...note, resource: "calls", field: "closed" }),
      mistake: {
        code: "CITED_FIELD",
        file: file("quality-notes"),
        row: 3,
        column: "field",
        value: "closed",
        remedy: 'Did you mean "closes"?',
      },
    },
  ]);
});

test("one mistake is one message: what follows from it is not reported", async () => {
  const mistakes = await mistakesOf((draft) => {
    draft.set("initiatives", 0, { id: "2181-Familjepedagog" });
    draft.edit("pots", (csv) => csv.replace("2181-potten,Potten", '"2181-potten,Potten'));
  });
  expect(mistakes.map(({ code, file: where }) => [code, where])).toEqual([
    ["PATTERN", file("initiatives")],
    ["QUOTING", file("pots")],
  ]);
});
