import { type Cells, PackageDraft } from "./package-draft";

/** One source for a whole table, with a quotation. */
function sourcesOf(document: string, tables: readonly string[]): Cells[] {
  return tables.map((resource) => ({ resource, document, locator: "L1", quote: "så står det" }));
}

/** Reference data with little in it. */
export function referenceDraft(): PackageDraft {
  const tables: Record<string, Cells[]> = {
    counties: [
      { code: "03", name: "Uppsala län" },
      { code: "06", name: "Jönköpings län" },
      { code: "21", name: "Gävleborgs län" },
    ],
    municipalities: [
      { code: "0305", name: "Håbo", county: "03" },
      { code: "0643", name: "Habo", county: "06" },
      { code: "2181", name: "Sandviken", county: "21", latitude: "60.62", longitude: "16.78" },
    ],
    populations: [{ municipality: "2181", year: "2023", value: "38628" }],
    "code-lists": [
      { list: "THEME", code: "EMPLOYMENT", position: "1", label_sv: "Arbete", label_en: "Work", cofog: "04.1;10.5" },
      { list: "THEME", code: "PARENTING", position: "2", label_sv: "Föräldrar", label_en: "Parents" },
      { list: "TARGET_GROUP", code: "FAMILIES", position: "1", label_sv: "Familjer", label_en: "Families" },
      { list: "STRATEGY_AREA", code: "EDUCATION", position: "1", label_sv: "Utbildning", label_en: "Education" },
      { list: "INSTRUMENT", code: "STAFFING", position: "1", label_sv: "Personal", label_en: "Staff" },
    ],
    organisations: [
      { id: "tillvaxtverket", name: "Tillväxtverket", kind: "STATE_AGENCY", organisation_number: "202100-6149" },
    ],
    "funding-sources": [
      { id: "tillvaxtverket", name: "Tillväxtverket", kind: "STATE_GRANT", organisation: "tillvaxtverket" },
    ],
    "funding-programmes": [
      {
        id: "sfs-2018-151",
        name: "Statsbidrag",
        source: "tillvaxtverket",
        start: "2018",
        end: "2021",
        certainty: "STATED",
      },
    ],
    "source-documents": [{ id: "register", title: "Register", kind: "REGISTER", url: "https://www.scb.se/register" }],
  };
  tables.sources = sourcesOf(
    "register",
    Object.keys(tables).filter((name) => name !== "source-documents"),
  );
  return new PackageDraft("reference", "0000", tables);
}

const classified = {
  strategy_area: "EDUCATION",
  themes: "PARENTING;EMPLOYMENT",
  target_groups: "FAMILIES",
  instrument: "STAFFING",
  classified_by: "Kommungrafs redaktion",
  classified_on: "2026-11-22",
  classification_certainty: "INFERRED",
  cofog: "10.4",
  sdg_targets: "4.1;8.5",
};

const stated = { certainty: "STATED", precision: "EXACT" };

/** One municipality with a record or two in every table, and no mistake. */
export function municipalityDraft(): PackageDraft {
  const tables: Record<string, Cells[]> = {
    organisations: [
      { id: "2181-sandvikens-kommun", name: "Sandvikens kommun", kind: "MUNICIPALITY" },
      {
        id: "2181-kunskapsnamnden",
        name: "Kunskapsnämnden",
        kind: "MUNICIPAL_BOARD",
        parent: "2181-sandvikens-kommun",
      },
    ],
    contacts: [
      {
        organisation: "2181-sandvikens-kommun",
        role_sv: "Medborgarservice",
        role_en: "Citizen service",
        address: "service@kommunen.example",
      },
    ],
    areas: [
      { id: "2181-norr", name: "Norr", kind: "DISTRICT", is_priority: "true", latitude: "60.62", longitude: "16.77" },
      {
        id: "2181-norra-torget",
        name: "Norra torget",
        kind: "PLACE",
        parent: "2181-norr",
        is_priority: "false",
        regso_codes: "2181R001@RegSO2025",
      },
    ],
    "area-types": [{ area: "2181-norr", regso_code: "2181R001", regso_version: "RegSO2025", type: "2", year: "2023" }],
    programmes: [{ id: "2181-satsningen", name: "Satsningen", start_year: "2020", purpose_sv: "Minska segregation" }],
    initiatives: [
      {
        id: "2181-familjepedagog",
        name: "Familjepedagog",
        programme: "2181-satsningen",
        status: "ONGOING",
        is_pilot: "false",
        is_reserve: "false",
        actual_start: "2020",
        actual_end: "2022-06",
        areas: "2181-norr",
        ...classified,
      },
      {
        id: "2181-ungdomsbilen",
        name: "Ungdomsbilen",
        status: "DECIDED",
        is_pilot: "true",
        is_reserve: "false",
        area_statement_sv: "hela kommunen",
      },
    ],
    "status-history": [
      { initiative: "2181-familjepedagog", position: "1", status: "DECIDED", date: "2020", certainty: "STATED" },
      { initiative: "2181-familjepedagog", position: "2", status: "ONGOING", date: "2021-21", certainty: "STATED" },
      { initiative: "2181-ungdomsbilen", position: "1", status: "DECIDED", date: "2020?", certainty: "INFERRED" },
    ],
    participations: [
      {
        initiative: "2181-familjepedagog",
        organisation: "2181-kunskapsnamnden",
        role: "RESPONSIBLE",
        certainty: "STATED",
      },
      {
        programme: "2181-satsningen",
        organisation: "2181-sandvikens-kommun",
        role: "RESPONSIBLE",
        certainty: "INFERRED",
      },
    ],
    targets: [
      {
        id: "2181-alla-klarar-skolan",
        initiative: "2181-familjepedagog",
        indicator: "Andel",
        statement_sv: "Alla",
        statement_en: "All",
        value: "0.95",
        unit: "SHARE",
      },
    ],
    results: [
      {
        id: "2181-tre-familjer",
        initiative: "2181-familjepedagog",
        indicator: "Familjer",
        statement_sv: "Tre",
        statement_en: "Three",
        value: "3",
        ...stated,
        as_printed: "tre familjer",
        unit: "COUNT",
      },
    ],
    milestones: [
      { id: "2181-start", initiative: "2181-familjepedagog", date: "2020-03-20", title_sv: "Start", title_en: "Start" },
    ],
    decisions: [
      {
        id: "2181-beslut",
        title_sv: "Beslut",
        title_en: "Decision",
        date: "2020-02",
        body: "2181-kunskapsnamnden",
        status: "DECIDED",
        initiatives: "2181-familjepedagog;2181-ungdomsbilen",
      },
    ],
    consultations: [{ id: "2181-dialog", name: "Dialog", start: "2019", end: "2020-22", programme: "2181-satsningen" }],
    "consultation-stages": [
      {
        consultation: "2181-dialog",
        position: "1",
        label_sv: "Idéer",
        label_en: "Ideas",
        value: "100",
        precision: "APPROXIMATE",
        certainty: "STATED",
        as_printed: "över 100",
      },
      {
        consultation: "2181-dialog",
        position: "2",
        label_sv: "Förslag",
        label_en: "Proposals",
        value: "13",
        ...stated,
        as_printed: "13 förslag",
      },
    ],
    calls: [
      {
        id: "2181-utlysning",
        name: "Utlysning",
        opens: "2020-03-01",
        closes: "2020-04-30",
        issuer: "2181-sandvikens-kommun",
        initiative: "2181-ungdomsbilen",
      },
    ],
    "funding-sources": [
      {
        id: "2181-kommunala-medel",
        name: "Kommunala medel",
        kind: "MUNICIPAL_POT",
        organisation: "2181-sandvikens-kommun",
      },
    ],
    grants: [
      {
        id: "2181-bidrag",
        name: "Bidraget",
        source: "tillvaxtverket",
        programme: "sfs-2018-151",
        programme_certainty: "INFERRED",
        recipient: "2181-sandvikens-kommun",
      },
    ],
    "grant-events": [
      { id: "2181-bidrag-sokt", grant: "2181-bidrag", position: "1", kind: "APPLICATION_SUBMITTED", date: "2019-11" },
      {
        id: "2181-bidrag-beviljat",
        grant: "2181-bidrag",
        position: "2",
        kind: "AWARD",
        date: "2020-01-15",
        value: "800000",
        year: "2020",
        year_certainty: "STATED",
        ...stated,
        as_printed: "800 000 kr",
        actor: "tillvaxtverket",
      },
    ],
    pots: [
      {
        id: "2181-potten",
        name: "Potten",
        year: "2020",
        year_certainty: "INFERRED",
        total_value: "1400000",
        total_kind: "SET_ASIDE",
        total_certainty: "STATED",
        total_precision: "EXACT",
        total_as_printed: "1,4 mkr",
        stated_allocated_value: "800000",
        stated_allocated_kind: "ALLOCATED",
        stated_allocated_certainty: "STATED",
        stated_allocated_precision: "EXACT",
        stated_allocated_as_printed: "800 tkr",
      },
    ],
    "pot-contributions": [
      {
        pot: "2181-potten",
        source: "tillvaxtverket",
        grant: "2181-bidrag",
        value: "800000",
        kind: "AWARDED",
        ...stated,
        as_printed: "800 tkr",
      },
      {
        pot: "2181-potten",
        source: "2181-kommunala-medel",
        value: "600000",
        kind: "SET_ASIDE",
        ...stated,
        as_printed: "600 tkr",
      },
    ],
    allocations: [
      {
        id: "2181-till-familjepedagog",
        initiative: "2181-familjepedagog",
        pot: "2181-potten",
        value: "700000",
        kind: "ALLOCATED",
        year: "2020",
        year_certainty: "INFERRED",
        ...stated,
        as_printed: "700",
        responsible: "2181-kunskapsnamnden",
      },
      {
        id: "2181-till-ungdomsbilen",
        initiative: "2181-ungdomsbilen",
        pot: "2181-potten",
        value: "100000.00",
        kind: "ALLOCATED",
        year: "2020",
        year_certainty: "INFERRED",
        ...stated,
        as_printed: "100",
      },
    ],
    "allocation-shares": [
      {
        allocation: "2181-till-familjepedagog",
        source: "tillvaxtverket",
        value: "350000",
        share: "0.5",
        certainty: "STATED",
      },
      {
        allocation: "2181-till-familjepedagog",
        source: "2181-kommunala-medel",
        value: "350000",
        share: "0.5",
        certainty: "STATED",
      },
    ],
    "initiative-amounts": [
      {
        id: "2181-kostnad",
        initiative: "2181-familjepedagog",
        value: "900000",
        kind: "ESTIMATED_TOTAL",
        certainty: "DERIVED",
        precision: "APPROXIMATE",
        note_sv: "Hela kostnaden",
      },
    ],
    "source-documents": [
      {
        id: "2181-nyheten",
        title: "14 miljoner",
        publisher: "2181-sandvikens-kommun",
        kind: "NEWS_ARTICLE",
        published_on: "2020?",
        url: "https://sandviken.se/nyheter",
      },
    ],
    "quality-notes": [
      {
        code: "DQ-SAN-1",
        resource: "status-history",
        record: "2181-ungdomsbilen/1",
        field: "date",
        severity: "INFO",
        message_sv: "Oklart",
        message_en: "Unclear",
      },
    ],
  };
  const cited = Object.keys(tables).filter((name) => name !== "source-documents" && name !== "quality-notes");
  tables.sources = sourcesOf("2181-nyheten", cited);
  return new PackageDraft("2181-sandviken", "2181", tables);
}
