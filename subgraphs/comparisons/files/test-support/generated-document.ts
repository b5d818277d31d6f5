import { setImmediate } from "node:timers/promises";
import type { ComparisonFrame } from "../../comparison/comparison";
import type { ComparisonRowValue } from "../../comparison/row";
import type { ComparisonDocument } from "../document";
import type { CitedDocument } from "../sources.repository";

export const PERMALINK = "https://kommungraf.example/comparisons/abc";

/** A comparison of amounts by municipality and year, changed by the test. */
export function someFrame(changes: Partial<ComparisonFrame> = {}): ComparisonFrame {
  return {
    id: "1a2b3c4d5e6f",
    input: {
      municipalities: ["0191", "2281"],
      measure: "AMOUNT",
      groupBy: ["MUNICIPALITY", "YEAR"],
      filter: { years: [2020, 2021] },
      level: "INITIATIVE",
      normalise: "NONE",
      multiValued: "FULL",
      split: "STATED",
    },
    dataVersion: "0123456789abcdef",
    // Past midnight in Sweden, and not yet in Greenwich.
    asOf: new Date("2026-01-31T23:30:00Z"),
    unit: "SEK",
    isAdditive: true,
    municipalityCodes: ["0191", "2281"],
    warnings: [
      {
        code: "AMOUNTS_MISSING",
        severity: "NOTE",
        municipalityCodes: ["0191"],
        message: { sv: "Belopp saknas för Sigtuna.", en: "Amounts of Sigtuna are missing." },
      },
    ],
    ...changes,
  };
}

/** A row of it, changed by the test; `name` is what the municipality is called. */
export function someRow(name = "Sigtuna", changes: Partial<ComparisonRowValue> = {}): ComparisonRowValue {
  return {
    keys: [
      { dimension: "MUNICIPALITY", code: "0191", label: { sv: name, en: null } },
      { dimension: "YEAR", code: "2020", label: { sv: "2020", en: null } },
    ],
    value: "13287000.00",
    recordCount: 14,
    missingCount: 2,
    certainty: "INFERRED",
    precision: "EXACT",
    isModelled: false,
    mixesKinds: false,
    ...changes,
  };
}

export async function* listed<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

export function someDocument(
  rows: readonly ComparisonRowValue[] | AsyncIterable<ComparisonRowValue>,
  changes: Partial<ComparisonDocument> = {},
): ComparisonDocument {
  return {
    frame: someFrame(),
    permalink: PERMALINK,
    on: new Date("2026-02-02T12:00:00Z"),
    totalRows: 2,
    total: "13287000.50",
    municipalityNames: new Map([
      ["0191", "Sigtuna"],
      ["2281", "Sundsvall"],
    ]),
    coverage: [
      {
        municipalityCode: "0191",
        initiatives: 7,
        initiativesWithAmount: 0,
        initiativesWithSource: 7,
        initiativesWithYear: 5,
        initiativesWithStatus: 7,
        initiativesConfirmed: 0,
        programmes: 1,
        targets: 2,
        quantifiedTargets: 0,
        grants: 0,
        pots: 0,
        allocations: 7,
        amounts: 0,
        amountsWithStatedYear: 0,
        years: [2020, 2021],
        populationYears: [2023],
        doors: ["DATA_PACKAGE"],
        freshness: new Date("2026-01-31T23:30:00Z"),
        sourceDocuments: 2,
        qualityNotes: 3,
        deficiencies: 1,
      },
    ],
    ...changes,
    rows: Symbol.asyncIterator in rows ? rows : listed(rows),
    sources: changes.sources ?? listed([someSource()]),
  };
}

export function someSource(changes: Partial<CitedDocument> = {}): CitedDocument {
  return {
    id: "0191-nyhet-2024",
    title: "Samhällsbyggnadslyftet går vidare",
    publisher: "Sigtuna kommun",
    kind: "NEWS",
    publishedOn: { value: "2024-03-20", precision: "DAY", certainty: "STATED" },
    url: "https://sigtuna.example/nyhet",
    municipalityCodes: ["0191"],
    ...changes,
  };
}

/** Many rows made one at a time, which tell how many were asked for and whether they were ended. */
export function countedRows(count: number) {
  const state = { made: 0, ended: false };
  async function* rows() {
    try {
      for (; state.made < count; state.made += 1) {
        // As rows of a database do, these come when other work has had its turn.
        if (state.made % 1000 === 0) await setImmediate();
        yield someRow(`Kommun nummer ${state.made} med ett ganska långt namn`, { value: `${state.made}.25` });
      }
    } finally {
      state.ended = true;
    }
  }
  return { rows: rows(), state };
}
