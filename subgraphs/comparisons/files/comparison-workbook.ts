import type { Readable } from "node:stream";
import { inLanguage } from "../../../kit/value-resolvers";
import type { Sheet, SheetCell } from "../../../kit/xlsx/sheet";
import { workbookOf } from "../../../kit/xlsx/workbook";
import type { CoverageValue } from "../coverage/coverage";
import { qualityScoreOf } from "../coverage/quality-score";
import { citationOf, LICENCE } from "./citation";
import { columnsOf } from "./columns";
import { shortDecimal } from "./decimal-text";
import type { ComparisonDocument, ComparisonSummary } from "./document";
import { filterLines, titleOf, UNIT_WORDS, type WordLanguage } from "./words";

/**
 * The comparison as an Excel workbook: rows, sources, coverage, warnings, and what it is. Columns are called the same in both
 * languages, so that what reads them goes on working.
 */
export function comparisonWorkbook(document: ComparisonDocument, language: WordLanguage): Readable {
  const sheets = [dataSheet, sourceSheet, coverageSheet, warningSheet, aboutSheet];
  return workbookOf(sheets.map((sheet) => sheet(document, language)));
}

function dataSheet({ frame, rows }: ComparisonDocument, language: WordLanguage): Sheet {
  const columns = columnsOf(frame);
  return {
    name: "Data",
    columns: columns.map(({ name, kind }) => ({ name, kind, width: name.endsWith("_name") ? 32 : 16 })),
    rows: mapRows(rows, (row) => columns.map((column) => column.cell(row, language))),
  };
}

function sourceSheet({ sources }: ComparisonDocument, language: WordLanguage): Sheet {
  return {
    name: language === "en" ? "Sources" : "Källor",
    columns: [
      { name: "id", width: 28 },
      { name: "title", width: 60 },
      { name: "publisher", width: 28 },
      { name: "kind", width: 20 },
      { name: "published", width: 12 },
      { name: "url", width: 60 },
      { name: "municipalities", width: 24 },
    ],
    rows: mapRows(sources, ({ id, title, publisher, kind, publishedOn, url, municipalityCodes }) => [
      id,
      title,
      publisher,
      kind,
      // Of a fuzzy date perhaps only the year is known, which is no day.
      publishedOn?.precision === "DAY" ? new Date(publishedOn.value) : (publishedOn?.value ?? null),
      url,
      municipalityCodes.join(", "),
    ]),
  };
}

const COUNTERS = [
  ["initiatives", "initiatives"],
  ["initiatives_with_amount", "initiativesWithAmount"],
  ["initiatives_with_source", "initiativesWithSource"],
  ["initiatives_with_year", "initiativesWithYear"],
  ["initiatives_with_status", "initiativesWithStatus"],
  ["initiatives_confirmed", "initiativesConfirmed"],
  ["programmes", "programmes"],
  ["targets", "targets"],
  ["quantified_targets", "quantifiedTargets"],
  ["grants", "grants"],
  ["pots", "pots"],
  ["allocations", "allocations"],
  ["amounts", "amounts"],
  ["amounts_with_stated_year", "amountsWithStatedYear"],
  ["source_documents", "sourceDocuments"],
  ["quality_notes", "qualityNotes"],
  ["deficiencies", "deficiencies"],
] as const satisfies [string, keyof CoverageValue][];

function coverageSheet({ coverage, municipalityNames }: ComparisonSummary, language: WordLanguage): Sheet {
  return {
    name: language === "en" ? "Coverage" : "Täckning",
    columns: [
      { name: "municipality", width: 14 },
      { name: "municipality_name", width: 24 },
      ...COUNTERS.map(([name]) => ({ name, kind: "integer" as const, width: 14 })),
      { name: "years", width: 24 },
      { name: "population_years", width: 24 },
      { name: "doors", width: 18 },
      { name: "freshness", width: 12 },
      { name: "quality_score", kind: "decimal", width: 14 },
    ],
    rows: coverage.map((one) => [
      one.municipalityCode,
      municipalityNames.get(one.municipalityCode) ?? null,
      ...COUNTERS.map(([, field]) => one[field]),
      one.years.join(", "),
      one.populationYears.join(", "),
      one.doors.join(", "),
      one.freshness,
      qualityScoreOf(one),
    ]),
  };
}

function warningSheet({ frame }: ComparisonSummary, language: WordLanguage): Sheet {
  return {
    name: language === "en" ? "Warnings" : "Varningar",
    columns: [
      { name: "code", width: 28 },
      { name: "severity", width: 14 },
      { name: "municipalities", width: 24 },
      { name: "message", width: 100 },
    ],
    rows: frame.warnings.map(({ code, severity, municipalityCodes, message }) => [
      code,
      severity,
      municipalityCodes.join(", "),
      inLanguage(message, language === "en" ? "EN" : "SV"),
    ]),
  };
}

function aboutSheet({ frame, permalink, on, total, totalRows }: ComparisonSummary, language: WordLanguage): Sheet {
  const say = (sv: string, en: string) => (language === "en" ? en : sv);
  const exact = total === null ? null : shortDecimal(total);
  const facts: [string, SheetCell][] = [
    [say("Jämförelse", "Comparison"), titleOf(frame)[language]],
    [say("Enhet", "Unit"), UNIT_WORDS[frame.unit][language]],
    ...filterLines(frame, language).map((line): [string, SheetCell] => [say("Urval", "Selection"), line]),
    [say("Rader", "Rows"), totalRows],
    [
      say("Får raderna läggas ihop?", "May the rows be added up?"),
      frame.isAdditive ? say("ja", "yes") : say("nej", "no"),
    ],
    [say("Summa", "Total"), exact === null ? say("ges inte", "not given") : Number(exact)],
    [say("Uppgifterna ändrades senast", "The data last changed"), frame.asOf],
    [say("Hämtad", "Retrieved"), on],
    [say("Dataversion", "Data version"), frame.dataVersion],
    [say("Id", "Id"), frame.id],
    [say("Permanent adress", "Permalink"), permalink],
    [say("Så citerar du", "How to cite"), citationOf(frame, permalink, on)[language]],
    [say("Licens", "Licence"), `${LICENCE.name}, ${LICENCE.url}`],
    ["", LICENCE.note[language]],
    ...columnsOf(frame).map(({ name, title, description }): [string, SheetCell] => [
      say(`Kolumnen ${name}`, `The column ${name}`),
      `${title[language]}. ${description[language]}`,
    ]),
  ];
  return {
    name: say("Om", "About"),
    columns: [
      { name: say("Vad", "What"), width: 32 },
      { name: say("Svar", "Answer"), width: 100 },
    ],
    rows: facts,
  };
}

async function* mapRows<Row>(rows: AsyncIterable<Row>, cells: (row: Row) => SheetCell[]) {
  for await (const row of rows) yield cells(row);
}
