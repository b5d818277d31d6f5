import fc from "fast-check";
import type { Database } from "../../kit/database";
import type { ComparisonFrame } from "../../subgraphs/comparisons/comparison/comparison";
import { openComparison } from "../../subgraphs/comparisons/comparison/open-comparison";
import type { ComparisonRowValue } from "../../subgraphs/comparisons/comparison/row";
import { loadPage, streamRows } from "../../subgraphs/comparisons/comparison/rows";
import { createComparisonsDatabase } from "../../subgraphs/comparisons/database";
import { normaliseInput } from "../../subgraphs/comparisons/input/normalise-input";
import type { NormalisedInput } from "../../subgraphs/comparisons/input/normalised-input";
import { toOre } from "../../subgraphs/funding/kronor";
import { createTestDatabase, silentLogger, type TestDatabase } from "../testkit/database";
import { naiveComparison, naiveSelection, type Quotient, restsOnYears } from "../testkit/naive-comparison";
import { arbitraryQuestion } from "../testkit/random-comparison";
import { arbitraryHouse, type House, writeHouse } from "../testkit/random-funding";

let testDatabase: TestDatabase;
let database: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase("migrated");
  database = createComparisonsDatabase({ url: testDatabase.url, logger: silentLogger });
  await database.connect();
});
afterAll(async () => {
  await database?.close();
  await testDatabase?.drop();
});

const QUESTIONS = 40;

async function answer(
  input: NormalisedInput,
): Promise<{ frame: ComparisonFrame; rows: ComparisonRowValue[]; total: string | null }> {
  return database.snapshot(undefined, async (reader) => {
    const frame = await openComparison(reader, input);
    const rows: ComparisonRowValue[] = [];
    for await (const row of streamRows(reader, frame)) rows.push(row);
    const { total, totalRows } = await loadPage(reader, frame, { first: 0 });
    expect(totalRows).toBe(rows.length);
    return { frame, rows, total };
  });
}

/** The question without codes and ids that no record of the house has, since the house's lists lack them. */
function knownTo({ municipalities, sources, organisations }: House, question: NormalisedInput): NormalisedInput {
  const initiatives = municipalities.flatMap((municipality) => municipality.initiatives);
  const known: Readonly<Record<string, readonly (string | null)[]>> = {
    themes: initiatives.flatMap(({ themes }) => themes),
    targetGroups: initiatives.flatMap(({ targetGroups }) => targetGroups),
    strategyAreas: initiatives.map(({ strategyArea }) => strategyArea),
    instruments: initiatives.map(({ instrument }) => instrument),
    initiatives: initiatives.map(({ id }) => id),
    areas: initiatives.flatMap(({ areaIds }) => areaIds),
    organisations: [...organisations, ...municipalities.flatMap((town) => town.organisations)].map(({ id }) => id),
    sources: [...sources, ...municipalities.flatMap((town) => town.sources)].map(({ id }) => id),
  };
  const filter = Object.entries(question.filter).flatMap(([field, values]) => {
    const list = known[field];
    if (!list) return [[field, values] as const];
    const kept = (values as string[]).filter((code) => code === "UNKNOWN" || list.includes(code));
    return kept.length > 0 ? [[field, kept] as const] : [];
  });
  return { ...question, filter: Object.fromEntries(filter) };
}

/** Decimal text as an exact quotient. */
function quotientOf(text: string): Quotient {
  const [whole = "0", decimals = ""] = text.split(".");
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
}

/** Equal; a quotient to sixteen digits, or to fifteen decimals when it is small. */
function isSame(shown: string | null, exact: Quotient | null, isQuotient: boolean): boolean {
  if (shown === null || exact === null) return shown === exact;
  const { top, bottom } = quotientOf(shown);
  const difference = size(top * exact.bottom - exact.top * bottom);
  const scale = size(bottom * exact.bottom);
  const value = size(exact.top * bottom);
  return isQuotient ? difference * 10n ** 15n <= (value > scale ? value : scale) : difference === 0n;
}

const size = (whole: bigint) => (whole < 0n ? -whole : whole);

/** Whether the values are quotients, which have no last decimal; sums are exact. */
const isQuotient = ({ measure, normalise, multiValued }: NormalisedInput) =>
  normalise !== "NONE" || measure.endsWith("SHARE") || (measure !== "AMOUNT" && multiValued === "FRACTIONAL");

/** Asks questions of random houses. */
async function ask(houses: number, check: (house: House, input: NormalisedInput) => Promise<void>): Promise<void> {
  const questions = fc.array(arbitraryQuestion(), { minLength: QUESTIONS, maxLength: QUESTIONS });
  await fc.assert(
    fc.asyncProperty(arbitraryHouse(), questions, async (house, asked) => {
      await writeHouse(testDatabase, house);
      for (const question of asked) await check(house, knownTo(house, question));
    }),
    { numRuns: houses, endOnFailure: true },
  );
}

it("gives the rows that a naive computation over the rooms' own records gives, to the öre", async () => {
  await ask(12, async (house, input) => {
    const { rows } = await answer(input);
    const shown = new Map(rows.map((row) => [JSON.stringify(row.keys.map(({ code }) => code)), row]));
    const naive = naiveComparison(house, input);
    expect({ input, rows: Object.fromEntries([...shown].map(([key, row]) => [key, withoutValue(row)])) }).toEqual({
      input,
      rows: Object.fromEntries(naive.map((row) => [JSON.stringify(row.codes), withoutValue(row)])),
    });
    for (const { codes, value } of naive) {
      const text = shown.get(JSON.stringify(codes))?.value ?? null;
      const same = isSame(text, value, isQuotient(input));
      expect({ input, codes, text, value: same || `${value?.top} / ${value?.bottom}` }).toEqual({
        input,
        codes,
        text,
        value: true,
      });
    }
  });
}, 300_000);

it("gives a total only where it is the sum of the rows, and of the records themselves", async () => {
  await ask(6, async (house, input) => {
    const { frame, rows, total } = await answer(input);
    if (!frame.isAdditive) return expect(total).toBeNull();
    const known = rows.flatMap(({ value }) => (value === null ? [] : [quotientOf(value)]));
    const isWhole = rows.every(({ missingCount }) => missingCount === 0);
    expect({ input, hasTotal: total !== null }).toEqual({ input, hasTotal: isWhole && known.length > 0 });
    if (total === null) return;
    const sum = known.reduce(
      (all, { top, bottom }) => ({ top: all.top * bottom + top * all.bottom, bottom: all.bottom * bottom }),
      { top: 0n, bottom: 1n },
    );
    // Rows of divided counts are rounded each for itself.
    const rest = size(quotientOf(total).top * sum.bottom - sum.top * quotientOf(total).bottom);
    expect({
      input,
      total,
      isSum: rest * 10n ** 12n <= quotientOf(total).bottom * sum.bottom * (isQuotient(input) ? 1n : 0n),
    }).toEqual({ input, total, isSum: true });
    // What is left out of the rows by a filter on what they are by is in no row.
    if (Object.keys(input.filter).length > 0) return;
    const [whole] = naiveComparison(house, { ...input, groupBy: [], multiValued: "FULL" });
    expect({ input, isWhole: isSame(total, whole?.value ?? null, false) }).toEqual({ input, isWhole: true });
  });
}, 300_000);

it("comes to the same by source as without, since what no source states stands on UNKNOWN", async () => {
  await ask(2, async (_, question) => {
    const { sources, sourceKinds, ...filter } = question.filter;
    for (const level of ["INITIATIVE", "GRANT", "POT"] as const) {
      for (const split of ["STATED", "MODELLED"] as const) {
        const whole = normaliseInput({ measure: "AMOUNT", groupBy: ["MUNICIPALITY"], level, filter });
        const divided: NormalisedInput = { ...whole, groupBy: ["MUNICIPALITY", "FUNDING_SOURCE"], split };
        const sums = new Map<string, bigint>();
        for (const { keys, value } of (await answer(divided)).rows) {
          const code = keys[0]?.code ?? "";
          if (value !== null) sums.set(code, (sums.get(code) ?? 0n) + toOre(value));
        }
        // Nothing, of which no source says its part, is null by source and 0 as a whole.
        const known = (await answer(whole)).rows.filter(
          ({ keys, value }) => value !== null && (value !== "0" || sums.has(keys[0]?.code ?? "")),
        );
        expect({ divided, sums: Object.fromEntries(sums) }).toEqual({
          divided,
          sums: Object.fromEntries(known.map(({ keys, value }) => [keys[0]?.code, toOre(value ?? "")])),
        });
      }
    }
  });
}, 300_000);

it("warns of what the records hold, whichever rows are asked for", async () => {
  await ask(12, async (house, input) => {
    const { frame } = await answer(input);
    const isMoney = input.level !== null;
    const records = naiveSelection(house, input);
    const those = (isOne: (record: (typeof records)[0]) => boolean) =>
      [...new Set(records.filter(isOne).map(({ municipality }) => municipality))].sort();
    const known = records.filter(({ value }) => value !== null);
    const kinds = new Set(known.map(({ kind }) => kind));
    const years = new Set(
      known.flatMap((record) => (record.years.length > 0 ? record.years.map(String) : ["UNKNOWN"])),
    );
    const asksYears = isMoney || input.groupBy.includes("YEAR") || input.normalise === "PER_CAPITA";
    const warned = (code: string) => frame.warnings.find((warning) => warning.code === code)?.municipalityCodes;
    const expected = {
      AMOUNT_KINDS_DIFFER: isMoney && !input.groupBy.includes("AMOUNT_KIND") && kinds.size > 1,
      YEARS_DIFFER: isMoney && !input.groupBy.includes("YEAR") && years.size > 1,
    };
    expect({
      input,
      AMOUNT_KINDS_DIFFER: warned("AMOUNT_KINDS_DIFFER") !== undefined,
      YEARS_DIFFER: warned("YEARS_DIFFER") !== undefined,
    }).toEqual({ input, ...expected });
    const { years: chosenYears, amountKinds, ...rest } = input.filter;
    const unfiltered = isMoney ? naiveSelection(house, { ...input, filter: rest }) : [];
    const leftOut = (isOne: (record: (typeof records)[0]) => boolean) => [
      ...new Set(
        unfiltered.filter((record) => record.value === null && isOne(record)).map(({ municipality }) => municipality),
      ),
    ];
    const mayBeOfKind = (kind: string) => !kind || (amountKinds?.some((one) => one === kind) ?? true);
    const mayBeOfYear = (of: readonly number[]) =>
      of.length === 0 || of.some((year) => chosenYears?.includes(year) ?? true);
    const withoutYear = chosenYears
      ? leftOut(({ years: own, kind }) => own.length === 0 && mayBeOfKind(kind ?? ""))
      : [];
    const withoutKind = amountKinds ? leftOut(({ years: own, kind }) => !kind && mayBeOfYear(own)) : [];
    const present = those(() => true);
    const lists = {
      AMOUNTS_MISSING: isMoney
        ? [...new Set([...those(({ value }) => value === null), ...withoutYear, ...withoutKind])].sort()
        : [],
      RECORDS_LEFT_OUT: withoutYear.filter((code) => present.includes(code)).sort(),
      YEARS_INFERRED:
        isMoney || restsOnYears(input) ? those(({ isYearInferred, value }) => isYearInferred && value !== null) : [],
      YEARS_UNKNOWN: asksYears && !input.filter.years ? those((record) => record.years.length === 0) : [],
      AMOUNTS_APPROXIMATE: isMoney ? those(({ isApproximate, value }) => isApproximate && value !== null) : [],
      AMOUNTS_PROPOSED: isMoney ? those(({ kind, value }) => kind === "PROPOSED" && value !== null) : [],
    };
    expect({ input, ...Object.fromEntries(Object.keys(lists).map((code) => [code, warned(code) ?? []])) }).toEqual({
      input,
      ...lists,
    });
    const isOfSome = input.normalise === "PER_CAPITA" && !input.groupBy.includes("MUNICIPALITY");
    expect({ input, divisors: warned("PER_CAPITA_OF_SOME") ?? [] }).toEqual({
      input,
      divisors: isOfSome
        ? those((record) => record.years.some((year) => input.filter.years?.includes(year) ?? true))
        : [],
    });
    expect(warned("MUNICIPALITY_WITHOUT_DATA") ?? []).toEqual(
      frame.municipalityCodes.filter((code) => !present.includes(code)),
    );
    const partial = naiveComparison(house, { ...input, normalise: "NONE" }).some(
      ({ missingCount, recordCount, value }) =>
        input.measure === "AMOUNT" && missingCount > 0 && missingCount < recordCount && value !== null,
    );
    expect({ input, partial: warned("SUM_IS_PARTIAL") !== undefined }).toEqual({ input, partial });
  });
}, 300_000);

it("says why a row has no value per inhabitant although the amount is known", async () => {
  await ask(8, async (house, question) => {
    if (question.normalise !== "PER_CAPITA") return;
    const { frame, rows } = await answer(question);
    const plain = naiveComparison(house, { ...question, normalise: "NONE" });
    const unexplained = rows.filter(
      ({ keys, value }) =>
        value === null &&
        plain.find(({ codes }) => JSON.stringify(codes) === JSON.stringify(keys.map(({ code }) => code)))?.value,
    );
    if (unexplained.length === 0) return;
    const reasons = ["POPULATION_MISSING", "YEAR_NEEDED_PER_CAPITA", "YEARS_UNKNOWN"];
    expect({ question, isExplained: frame.warnings.some(({ code }) => reasons.includes(code)) }).toEqual({
      question,
      isExplained: true,
    });
  });
}, 300_000);

const withoutValue = ({ recordCount, missingCount, certainty, precision, isModelled, mixesKinds, value }: Shown) => ({
  recordCount,
  missingCount,
  certainty,
  precision,
  isModelled,
  mixesKinds,
  isKnown: value !== null,
});

type Shown = Omit<ComparisonRowValue, "keys" | "value"> & { readonly value: unknown };
