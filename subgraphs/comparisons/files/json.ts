import { Readable } from "node:stream";
import { inChunks } from "../../../kit/xlsx/in-chunks";
import type { ComparisonRowValue } from "../comparison/row";
import { shortDecimal } from "./decimal-text";
import { describe, describeCoverage } from "./describe";
import type { ComparisonDocument } from "./document";
import { jsonText, RawJson } from "./json-text";

/** The comparison as JSON, its rows last and as they come; values are numbers with all their digits. */
export function jsonOf(document: ComparisonDocument): Readable {
  const text = jsonText({
    comparison: describe(document),
    warnings: document.frame.warnings,
    coverage: describeCoverage(document),
    rows: rowTexts(document.rows),
  });
  return Readable.from(inChunks(text), { objectMode: true, highWaterMark: 1 });
}

async function* rowTexts(rows: AsyncIterable<ComparisonRowValue>): AsyncGenerator<RawJson> {
  for await (const { keys, value, ...rest } of rows) {
    const number = value === null ? "null" : shortDecimal(value);
    yield new RawJson(`{"keys":${JSON.stringify(keys)},"value":${number},${JSON.stringify(rest).slice(1)}`);
  }
}
