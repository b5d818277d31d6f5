import { describeWrongPackages, mistakesOf, type WrongPackage } from "../test-support/wrong-package";

/** Of the series that is kept for fiction. */
const FICTIONAL_NUMBER = ["070", "174 06 05"].join("-");

const file = (table: string) => `2181-sandviken/${table}.csv`;
/** A payment that a document tells of. */
const payment = (value: string) => ({
  id: "2181-bidrag-utbetalt",
  grant: "2181-bidrag",
  position: "3",
  kind: "DISBURSEMENT",
  date: "2020-02-01",
  value,
  certainty: "STATED",
  precision: "EXACT",
  as_printed: value,
});
const stated = { certainty: "STATED", precision: "EXACT" };

describe("statuses and dates", () => {
  describeWrongPackages([
    {
      title: "the status of an initiative is the last of its history",
      break: (draft) => draft.set("initiatives", 0, { status: "COMPLETED" }),
      mistake: {
        code: "STATUS_NOT_LATEST",
        file: file("initiatives"),
        row: 2,
        column: "status",
        value: "COMPLETED",
        remedy: 'Write "ONGOING"',
      },
    },
    {
      title: "an initiative has a history",
      break: (draft) => {
        draft.drop("status-history", ({ initiative }) => initiative === "2181-ungdomsbilen");
        draft.drop("quality-notes", () => true);
      },
      mistake: {
        code: "STATUS_NOT_LATEST",
        file: file("initiatives"),
        row: 3,
        column: "status",
        value: "DECIDED",
        remedy: "Add an observation with position 1",
      },
    },
    {
      title: "positions have no gaps",
      break: (draft) => draft.set("consultation-stages", 1, { position: "3" }),
      mistake: {
        code: "POSITIONS",
        file: file("consultation-stages"),
        row: 3,
        column: "position",
        value: "3",
        remedy: "Write 2",
      },
    },
    {
      title: "positions begin with 1",
      break: (draft) => {
        draft.set("status-history", 2, { position: "2" });
        draft.drop("quality-notes", () => true);
      },
      mistake: {
        code: "POSITIONS",
        file: file("status-history"),
        row: 4,
        column: "position",
        value: "2",
        remedy: "Write 1",
      },
    },
    {
      title: "a history is told in time order",
      break: (draft) => draft.set("status-history", 1, { date: "2019-12" }),
      mistake: {
        code: "TIME_ORDER",
        file: file("status-history"),
        row: 3,
        column: "date",
        value: "2019-12",
        remedy: "positions in time order",
      },
    },
    {
      title: "the life of a grant is told in time order",
      break: (draft) => draft.set("grant-events", 0, { date: "2020-03" }),
      mistake: {
        code: "TIME_ORDER",
        file: file("grant-events"),
        row: 3,
        column: "date",
        value: "2020-01-15",
        remedy: "Mend the date",
      },
    },
    {
      title: "a period does not end before it starts",
      break: (draft) => draft.set("initiatives", 0, { actual_end: "2019" }),
      mistake: {
        code: "PERIOD_REVERSED",
        file: file("initiatives"),
        row: 2,
        column: "actual_end",
        value: "2019",
        remedy: "actual_start or actual_end",
      },
    },
    {
      title: "a call does not close before it opens",
      break: (draft) => draft.set("calls", 0, { closes: "2020-02-28" }),
      mistake: {
        code: "PERIOD_REVERSED",
        file: file("calls"),
        row: 2,
        column: "closes",
        value: "2020-02-28",
        remedy: "opens or closes",
      },
    },
    {
      title: "a date is not in the far future",
      break: (draft) => draft.set("initiatives", 0, { actual_end: "2202-06" }),
      mistake: {
        code: "DATE_IMPLAUSIBLE",
        file: file("initiatives"),
        row: 2,
        column: "actual_end",
        value: "2202-06",
        remedy: "between 1900 and 2056",
      },
    },
    {
      title: "a document was not published in the future",
      break: (draft) => draft.set("source-documents", 0, { published_on: "2042-03-20" }),
      mistake: {
        code: "DATE_IMPLAUSIBLE",
        file: file("source-documents"),
        row: 2,
        column: "published_on",
        value: "2042-03-20",
        remedy: "between 1900 and 2027",
      },
    },
    {
      title: "a date is not in another age",
      break: (draft) => draft.set("milestones", 0, { date: "0202-03-20" }),
      mistake: {
        code: "DATE_IMPLAUSIBLE",
        file: file("milestones"),
        row: 2,
        column: "date",
        value: "0202-03-20",
        remedy: "Check the year",
      },
    },
  ]);
});

describe("amounts", () => {
  describeWrongPackages([
    {
      title: "a year says how it is known",
      break: (draft) => draft.set("allocations", 0, { year_certainty: "" }),
      mistake: {
        code: "YEAR_CERTAINTY",
        file: file("allocations"),
        row: 2,
        column: "year_certainty",
        value: "",
        remedy: "else INFERRED",
      },
    },
    {
      title: "a certainty has its year",
      break: (draft) => draft.set("pots", 0, { year: "" }),
      mistake: {
        code: "YEAR_CERTAINTY",
        file: file("pots"),
        row: 2,
        column: "year",
        value: "",
        remedy: "Give the year",
      },
    },
    {
      title: "an amount has a kind",
      break: (draft) =>
        draft.add("allocations", {
          id: "2181-mer",
          initiative: "2181-ungdomsbilen",
          value: "5",
          ...stated,
          as_printed: "5",
        }),
      mistake: {
        code: "AMOUNT_INCOMPLETE",
        file: file("allocations"),
        row: 4,
        column: "kind",
        value: "",
        remedy: "what kind of amount",
      },
    },
    {
      title: "an amount of an event has a precision",
      break: (draft) => draft.set("grant-events", 1, { precision: "" }),
      mistake: {
        code: "AMOUNT_INCOMPLETE",
        file: file("grant-events"),
        row: 3,
        column: "precision",
        value: "",
        remedy: "whether it is exact",
      },
    },
    {
      title: "an amount that is not known has no certainty either",
      break: (draft) =>
        draft.add("allocations", { id: "2181-mer", initiative: "2181-ungdomsbilen", kind: "ALLOCATED", ...stated }),
      mistake: {
        code: "AMOUNT_INCOMPLETE",
        file: file("allocations"),
        row: 4,
        column: "value",
        value: "",
        remedy: "empty kind and certainty and precision too",
      },
    },
    {
      title: "a stated amount is given as it is printed",
      break: (draft) => draft.set("pots", 0, { total_as_printed: "" }),
      mistake: {
        code: "AMOUNT_NOT_PRINTED",
        file: file("pots"),
        row: 2,
        column: "total_as_printed",
        value: "",
        remedy: "figures of the source",
      },
    },
    {
      title: "a count says how exact it is",
      break: (draft) => draft.set("results", 0, { precision: "" }),
      mistake: {
        code: "QUANTITY_INCOMPLETE",
        file: file("results"),
        row: 2,
        column: "precision",
        value: "",
        remedy: "Fill in precision",
      },
    },
    {
      title: "a population has the words of its source",
      break: (draft) =>
        draft.set("areas", 0, {
          population_value: "5000",
          population_precision: "APPROXIMATE",
          population_certainty: "STATED",
        }),
      mistake: {
        code: "QUANTITY_INCOMPLETE",
        file: file("areas"),
        row: 2,
        column: "population_as_printed",
        value: "",
        remedy: "the words of the source",
      },
    },
  ]);

  test("may be unknown: an allocation without amount is no mistake", async () => {
    const mistakes = await mistakesOf((draft) =>
      draft.add("allocations", { id: "2181-mer", initiative: "2181-ungdomsbilen" }),
    );
    expect(mistakes).toEqual([]);
  });

  test("that are derived need not be printed anywhere", async () => {
    const derived = {
      value: "1",
      kind: "DERIVED",
      certainty: "DERIVED",
      precision: "EXACT",
      initiative: "2181-ungdomsbilen",
    };
    expect(await mistakesOf((draft) => draft.add("initiative-amounts", { id: "2181-mer", ...derived }))).toEqual([]);
  });
});

describe("the way of the money", () => {
  const wrong: WrongPackage[] = [
    {
      title: "an allocation comes from a pot or directly from a grant",
      break: (draft) => draft.set("allocations", 0, { grant: "2181-bidrag" }),
      mistake: {
        code: "ALLOCATION_ORIGIN",
        file: file("allocations"),
        row: 2,
        column: "grant",
        value: "2181-bidrag",
        remedy: "Keep the pot",
      },
    },
    {
      title: "a share in kronor is the same part of the amount",
      break: (draft) => draft.set("allocation-shares", 1, { value: "349999.99" }),
      mistake: {
        code: "SHARE_VALUE",
        file: file("allocation-shares"),
        row: 3,
        column: "value",
        value: "349999.99",
        remedy: "Mend value or share",
      },
    },
    {
      title: "a share is given in kronor or as a part",
      break: (draft) => draft.set("allocation-shares", 1, { value: "", share: "" }),
      mistake: {
        code: "SHARE_VALUE",
        file: file("allocation-shares"),
        row: 3,
        column: "value",
        value: "",
        remedy: "Give value or share",
      },
    },
    {
      title: "shares in kronor are together no more than the amount",
      break: (draft) => draft.set("allocation-shares", 1, { value: "350000.01", share: "" }),
      mistake: {
        code: "SHARES_EXCEED",
        file: file("allocation-shares"),
        row: 3,
        column: "value",
        value: "350000.01",
        remedy: "Mend the shares",
      },
    },
    {
      title: "shares are together no more than the whole",
      break: (draft) => draft.set("allocation-shares", 1, { value: "", share: "0.51" }),
      mistake: {
        code: "SHARES_EXCEED",
        file: file("allocation-shares"),
        row: 3,
        column: "share",
        value: "0.51",
        remedy: "Mend the shares",
      },
    },
    {
      title: "a contribution comes from the source of its grant",
      break: (draft) => draft.set("grants", 0, { source: "2181-kommunala-medel" }),
      mistake: {
        code: "CONTRIBUTION_GRANT",
        file: file("pot-contributions"),
        row: 2,
        column: "source",
        value: "tillvaxtverket",
        remedy: "the same source",
      },
    },
    {
      title: "contributions make the total, to the öre when it is exact",
      break: (draft) => draft.set("pot-contributions", 1, { value: "600000.01" }),
      mistake: {
        code: "CONTRIBUTIONS_TOTAL",
        file: file("pots"),
        row: 2,
        column: "total_value",
        value: "1400000",
        remedy: "add a row to quality-notes.csv",
      },
    },
    {
      title: "contributions make the total within five per cent when it is approximate",
      break: (draft) => {
        draft.set("pots", 0, { total_precision: "APPROXIMATE" });
        draft.set("pot-contributions", 1, { value: "529999" });
      },
      mistake: {
        code: "CONTRIBUTIONS_TOTAL",
        file: file("pots"),
        row: 2,
        column: "total_value",
        value: "1400000",
        remedy: "Mend the total",
      },
    },
    {
      title: "a stated sum is that of the rows of its kind",
      break: (draft) => draft.set("allocations", 1, { value: "10000.00" }),
      mistake: {
        code: "ALLOCATED_SUM",
        file: file("pots"),
        row: 2,
        column: "stated_allocated_value",
        value: "800000",
        remedy: "missing, doubled or mistyped",
      },
    },
    {
      title: "no more is allocated than the pot holds",
      break: (draft) => {
        draft.set("allocations", 1, { value: "1000000" });
        draft.set("pots", 0, { stated_allocated_value: "1700000" });
      },
      mistake: {
        code: "POT_OVERDRAWN",
        file: file("pots"),
        row: 2,
        column: "total_value",
        value: "1400000",
        remedy: "a digit too many",
      },
    },
    {
      title: "no more of a grant is paid out than was awarded",
      break: (draft) => draft.add("grant-events", payment("800000.01")),
      mistake: {
        code: "GRANT_LIFE",
        file: file("grant-events"),
        row: 4,
        column: "value",
        value: "800000.01",
        remedy: 'quality-notes.csv for the field "value"',
      },
    },
    {
      title: "nothing happens to a grant after it was refused",
      break: (draft) => draft.set("grant-events", 0, { kind: "REJECTION", date: "" }),
      mistake: {
        code: "GRANT_LIFE",
        file: file("grant-events"),
        row: 3,
        column: "kind",
        value: "AWARD",
        remedy: "what must have happened before",
      },
    },
    {
      title: "a grant's programme says how it is known",
      break: (draft) => draft.set("grants", 0, { programme_certainty: "" }),
      mistake: {
        code: "PROGRAMME_CERTAINTY",
        file: file("grants"),
        row: 2,
        column: "programme_certainty",
        value: "",
        remedy: "else INFERRED",
      },
    },
  ];
  describeWrongPackages(wrong);

  test("may be contradictory in the documents, when a quality note on the field says so", async () => {
    const note = { code: "DQ-SAN-2", severity: "WARNING", message_sv: "Går inte ihop", message_en: "Does not add up" };
    const mistakes = await mistakesOf((draft) => {
      draft.set("allocations", 1, { value: "10000.00" });
      draft.add("quality-notes", { ...note, resource: "pots", record: "2181-potten", field: "stated_allocated_value" });
      draft.add("grant-events", payment("800001"));
      draft.add("quality-notes", { ...note, resource: "grant-events", record: "2181-bidrag-utbetalt", field: "value" });
    });
    expect(mistakes).toEqual([]);
  });
});

describe("records and what they belong to", () => {
  describeWrongPackages([
    {
      title: "a target belongs to an initiative or a programme",
      break: (draft) => draft.set("targets", 0, { initiative: "" }),
      mistake: {
        code: "ONE_SUBJECT",
        file: file("targets"),
        row: 2,
        column: "initiative",
        value: "",
        remedy: "Give initiative or programme.",
      },
    },
    {
      title: "a participation does not belong to both",
      break: (draft) => draft.set("participations", 0, { programme: "2181-satsningen" }),
      mistake: {
        code: "ONE_SUBJECT",
        file: file("participations"),
        row: 2,
        column: "initiative",
        value: "2181-familjepedagog",
        remedy: "Keep one of the two",
      },
    },
    {
      title: "areas are not each other's parents, and a circle is told once",
      break: (draft) => draft.set("areas", 0, { parent: "2181-norra-torget" }),
      mistake: {
        code: "PARENT_CYCLE",
        file: file("areas"),
        row: 2,
        column: "parent",
        value: "2181-norra-torget",
        remedy: "Empty the parent",
      },
    },
    {
      title: "an organisation is not its own parent",
      break: (draft) => draft.set("organisations", 0, { parent: "2181-sandvikens-kommun" }),
      mistake: {
        code: "PARENT_CYCLE",
        file: file("organisations"),
        row: 2,
        column: "parent",
        value: "2181-sandvikens-kommun",
        remedy: "Empty the parent",
      },
    },
    {
      title: "a point has both coordinates",
      break: (draft) => draft.set("areas", 0, { longitude: "" }),
      mistake: {
        code: "POINT_INCOMPLETE",
        file: file("areas"),
        row: 2,
        column: "longitude",
        value: "",
        remedy: "Give both",
      },
    },
    {
      title: "a RegSO code names its version",
      break: (draft) => draft.set("areas", 1, { regso_codes: "2181R001" }),
      mistake: {
        code: "REGSO_CODE",
        file: file("areas"),
        row: 3,
        column: "regso_codes",
        value: "2181R001",
        remedy: "2181R012@RegSO2025",
      },
    },
    {
      title: "a RegSO area lies in the municipality",
      break: (draft) => draft.set("area-types", 0, { regso_code: "0180R001" }),
      mistake: {
        code: "REGSO_CODE",
        file: file("area-types"),
        row: 2,
        column: "regso_code",
        value: "0180R001",
        remedy: "begins with 2181",
      },
    },
    {
      title: "codes say who judged them",
      break: (draft) => draft.set("initiatives", 0, { classified_by: "" }),
      mistake: {
        code: "CLASSIFICATION_INCOMPLETE",
        file: file("initiatives"),
        row: 2,
        column: "classified_by",
        value: "",
        remedy: "the role (never a name)",
      },
    },
    {
      title: "a COFOG group keeps its leading zero",
      break: (draft) => draft.set("initiatives", 0, { cofog: "9.6" }),
      mistake: {
        code: "CLASSIFICATION_CODE",
        file: file("initiatives"),
        row: 2,
        column: "cofog",
        value: "9.6",
        remedy: 'Write "09.6"',
      },
    },
    {
      title: "an SDG target is not a date",
      break: (draft) => draft.set("initiatives", 0, { sdg_targets: "8.5;04-jan" }),
      mistake: {
        code: "CLASSIFICATION_CODE",
        file: file("initiatives"),
        row: 2,
        column: "sdg_targets",
        value: "04-jan",
        remedy: "Format the column as text",
      },
    },
    {
      title: "an organisation number has a right check digit",
      break: (_, reference) => reference.set("organisations", 0, { organisation_number: "202100-6148" }),
      mistake: {
        code: "ORGANISATION_NUMBER",
        file: "reference/organisations.csv",
        row: 2,
        column: "organisation_number",
        value: "202100-6148",
        remedy: "Look it up again",
      },
    },
    {
      title: "a municipality lies in the county of its code",
      break: (_, reference) => reference.set("municipalities", 0, { county: "06" }),
      mistake: {
        code: "COUNTY",
        file: "reference/municipalities.csv",
        row: 2,
        column: "county",
        value: "06",
        remedy: 'Write "03".',
      },
    },
    {
      title: "a contact is reached by mailbox or form",
      break: (draft) => draft.set("contacts", 0, { address: "Stadshuset, plan 2" }),
      mistake: {
        code: "CONTACT_ADDRESS",
        file: file("contacts"),
        row: 2,
        column: "address",
        value: "Stadshuset, plan 2",
        remedy: "function mailbox",
      },
    },
    {
      title: "a document's address can be followed by the public",
      break: (draft) => draft.set("source-documents", 0, { url: "http://intranet/nyheter" }),
      mistake: {
        code: "WEB_ADDRESS",
        file: file("source-documents"),
        row: 2,
        column: "url",
        value: "http://intranet/nyheter",
        remedy: "public address",
      },
    },
  ]);
});

describe("sources", () => {
  describeWrongPackages([
    {
      title: "every record has one",
      break: (draft) => draft.drop("sources", ({ resource }) => resource === "calls"),
      mistake: {
        code: "SOURCE_MISSING",
        file: file("calls"),
        row: 2,
        column: "id",
        value: "2181-utlysning",
        remedy: 'resource "calls", record "2181-utlysning"',
      },
    },
    {
      title: "a stated amount is quoted",
      break: (draft) => {
        draft.set("sources", sourceRow(draft, "initiative-amounts"), { quote: "" });
        draft.set("initiative-amounts", 0, { certainty: "STATED", as_printed: "900 tkr" });
      },
      mistake: {
        code: "QUOTE_MISSING",
        file: file("initiative-amounts"),
        row: 2,
        column: "id",
        value: "2181-kostnad",
        remedy: "column quote",
      },
    },
    {
      title: "a stated date is quoted",
      break: (draft) => draft.set("sources", sourceRow(draft, "milestones"), { quote: "" }),
      mistake: {
        code: "QUOTE_MISSING",
        file: file("milestones"),
        row: 2,
        column: "id",
        value: "2181-start",
        remedy: "column quote",
      },
    },
  ]);

  test("are asked for of records inside others too", async () => {
    const mistakes = await mistakesOf((draft) =>
      draft.drop("sources", ({ resource }) => resource === "allocation-shares"),
    );
    expect(mistakes.map(({ code, row, value }) => [code, row, value])).toEqual([
      ["SOURCE_MISSING", 2, "2181-till-familjepedagog/tillvaxtverket"],
      ["SOURCE_MISSING", 3, "2181-till-familjepedagog/2181-kommunala-medel"],
    ]);
  });
});

function sourceRow(draft: { rows(table: string): readonly { resource?: string }[] }, table: string): number {
  return draft.rows("sources").findIndex(({ resource }) => resource === table);
}

describe("personal data", () => {
  const description = (text: string) => (draft: Parameters<WrongPackage["break"]>[0]) =>
    draft.set("initiatives", 0, { description_sv: text });
  const place = { file: file("initiatives"), row: 2, column: "description_sv", remedy: "Take it away" } as const;

  describeWrongPackages([
    {
      title: "an e-mail address in a text is refused, and masked in the report",
      break: description("Kontakta anna.andersson@kommunen.example om du undrar."),
      mistake: { ...place, code: "PERSONAL_EMAIL", value: "…@kommunen.example" },
    },
    {
      title: "a person's address among the contacts is refused",
      break: (draft) => draft.set("contacts", 0, { address: "anna.andersson@kommunen.example" }),
      mistake: {
        code: "PERSONAL_EMAIL",
        file: file("contacts"),
        row: 2,
        column: "address",
        value: "…@kommunen.example",
        remedy: "kontakt@",
      },
    },
    {
      title: "a mobile number is refused, and masked in the report",
      break: description(`Ring ${FICTIONAL_NUMBER} så berättar vi.`),
      mistake: { ...place, code: "PERSONAL_PHONE", value: "…" },
    },
    {
      title: "a number with country code is refused",
      break: description("Ring +46 (0)8 465 004 04."),
      mistake: { ...place, code: "PERSONAL_PHONE", value: "…" },
    },
    {
      title: "a personal identity number is refused",
      break: description("Den första var 811218-9876."),
      mistake: { ...place, code: "PERSONAL_NUMBER", value: "…" },
    },
    {
      title: "a sole trader's organisation number is refused, being a personal one",
      break: (draft) => draft.set("organisations", 0, { organisation_number: "811218-9876" }),
      mistake: {
        code: "PERSONAL_NUMBER",
        file: file("organisations"),
        row: 2,
        column: "organisation_number",
        value: "…",
        remedy: "Take it away",
      },
    },
  ]);

  test("is not seen where there is none", async () => {
    const texts = [
      "Öppet 08-17, telefontid 09.00-11.30, läsåret 2019-2020.",
      "1 400 000 kr år 2020, dnr KS 2021/0123 och KAN21/12:1.",
      "Organisationsnummer 212000-2395, SFS 2018:151, DQ-SAN-4, 0480-2022-12.",
      "Datum 2020-03-20 och 20200320, BoTryggt 2030, RegSO 2181R001.",
    ];
    for (const text of texts) expect(await mistakesOf(description(text))).toEqual([]);
  });
});
