import { Readable } from "node:stream";
import type { TextValue } from "../../../kit/record";
import { inChunks } from "../../../kit/xlsx/in-chunks";
import type { ComparisonRowValue } from "../comparison/row";
import type { Dimension } from "../generated/types";
import { citationOf, LICENCE } from "./citation";
import { type Column, columnsOf } from "./columns";
import { describe, describeCoverage } from "./describe";
import type { ComparisonDocument } from "./document";
import { jsonText } from "./json-text";
import { titleOf, UNIT_WORDS, type Words } from "./words";

/** Codes of one dimension that the metadata lists; a dimension with more is one of ids, which rows name themselves. */
const MOST_CODES = 5000;

const DATATYPES: Readonly<Record<Column["kind"], string>> = {
  text: "string",
  year: "gYear",
  integer: "integer",
  decimal: "decimal",
  boolean: "boolean",
};

/**
 * What the CSV file holds, as CSV on the Web (https://www.w3.org/TR/tabular-metadata/): columns in the standard's words, and
 * in `notes` what the standard has no word for.
 */
export async function metadataOf(document: ComparisonDocument): Promise<Readable> {
  const { frame, permalink, on } = document;
  const citation = citationOf(frame, permalink, on);
  const text = jsonText({
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "sv" }],
    "@type": "Table",
    url: `${permalink}.csv`,
    "dc:title": inLanguages(titleOf(frame)),
    "dc:identifier": permalink,
    "dc:publisher": "Kommungraf",
    "dc:license": { "@id": LICENCE.url },
    "dc:bibliographicCitation": inLanguages(citation),
    ...(frame.asOf && { "dc:modified": { "@value": frame.asOf.toISOString(), "@type": "xsd:dateTime" } }),
    dialect: {
      encoding: "utf-8",
      delimiter: ",",
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ["\r\n"],
      header: true,
    },
    tableSchema: { columns: columnsOf(frame).map(describeColumn) },
    notes: [
      {
        comparison: describe(document),
        unit: { code: frame.unit, label: UNIT_WORDS[frame.unit] },
        codeLists: await codesThatOccur(frame.input.groupBy, document.rows),
        citation,
        licence: LICENCE,
        warnings: frame.warnings,
        coverage: describeCoverage(document),
        sources: document.sources,
      },
    ],
  });
  return Readable.from(inChunks(text), { objectMode: true, highWaterMark: 1 });
}

function describeColumn({ name, kind, title, description }: Column) {
  return {
    name,
    // A validator holds the header against the titles; "und" is the name as it stands in every language.
    titles: { und: name, ...title },
    "dc:description": inLanguages(description),
    datatype: DATATYPES[kind],
    null: "",
    required: kind === "integer" || kind === "boolean",
  };
}

const inLanguages = ({ sv, en }: Words) => [
  { "@value": sv, "@language": "sv" },
  { "@value": en, "@language": "en" },
];

interface CodeList {
  readonly dimension: Dimension;
  /** Null for a dimension that has more than fit here; the rows name them. */
  readonly codes: readonly { readonly code: string; readonly label: TextValue }[] | null;
}

/** The codes in the rows with their labels; years have none. */
async function codesThatOccur(
  groupBy: readonly Dimension[],
  rows: AsyncIterable<ComparisonRowValue>,
): Promise<CodeList[]> {
  const seen = groupBy.map(() => new Map<string, TextValue>());
  for await (const { keys } of rows) {
    keys.forEach(({ code, label }, at) => {
      const codes = seen[at];
      if (codes && codes.size <= MOST_CODES) codes.set(code, label);
    });
  }
  return groupBy.flatMap((dimension, at) => {
    const codes = [...(seen[at] ?? [])].map(([code, label]) => ({ code, label }));
    if (dimension === "YEAR") return [];
    return [{ dimension, codes: codes.length > MOST_CODES ? null : codes }];
  });
}
