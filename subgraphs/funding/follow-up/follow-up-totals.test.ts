import type { Database } from "../../../kit/database";
import { createTestDatabase, silentLogger, type TestDatabase } from "../../../test/testkit/database";
import { createFundingDatabase } from "../database";
import { toKronor, toOre } from "../kronor";
import type { FundingFollowUpValue } from "./follow-up";
import { createFollowUpRepository } from "./follow-up.repository";

const KINDS = {
  APPLICATION_SUBMITTED: "APPLIED",
  AWARD: "AWARDED",
  PAYMENT_CLAIM: "REQUESTED",
  DISBURSEMENT: "DISBURSED",
  FINAL_PAYMENT: "DISBURSED",
  ALLOCATION: "ALLOCATED",
  COSTS_INCURRED: "INCURRED",
  FINAL_REPORT: "ACCOUNTED",
  RECOVERY_DECISION: "RECLAIMED",
  REPAYMENT: "REPAID",
  CHANGE: null,
} as const;
const ORDER = [
  "APPLIED",
  "AWARDED",
  "REQUESTED",
  "DISBURSED",
  "ALLOCATED",
  "INCURRED",
  "ACCOUNTED",
  "RECLAIMED",
  "REPAID",
];
const SURENESS = ["UNKNOWN", "MODELLED", "INFERRED", "DERIVED", "STATED"] as const;

interface Event {
  readonly kind: keyof typeof KINDS;
  readonly value: string | null;
  readonly year: number | null;
  readonly yearCertainty: string | null;
  readonly certainty: string | null;
  readonly precision: string | null;
  /** Number in the log of the event that it corrects. */
  readonly corrects: number | null;
  readonly isRetraction: boolean;
}

/** The same numbers each time, 0 up to 1 (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomLog(chance: () => number): Event[] {
  const pick = <T>(values: readonly T[]) => values[Math.floor(chance() * values.length)] as T;
  const log: Event[] = [];
  const free = new Set<number>();
  for (let count = Math.floor(chance() * 9); count > 0; count -= 1) {
    const corrects = free.size > 0 && chance() < 0.3 ? pick([...free]) : null;
    const isRetraction = corrects !== null && chance() < 0.4;
    const isKnown = !isRetraction && chance() < 0.8;
    const year = chance() < 0.8 ? pick([2024, 2025, 2026]) : null;
    log.push({
      kind:
        corrects === null ? pick(Object.keys(KINDS) as (keyof typeof KINDS)[]) : (log[corrects - 1]?.kind ?? "CHANGE"),
      value: isKnown ? toKronor(BigInt(Math.floor(chance() * 1e12))) : null,
      year,
      yearCertainty: year === null ? null : pick(["STATED", "INFERRED"]),
      certainty: isKnown ? pick(["STATED", "STATED", "DERIVED", "INFERRED", "MODELLED"]) : null,
      precision: isKnown ? pick(["EXACT", "APPROXIMATE"]) : null,
      corrects,
      isRetraction,
    });
    if (corrects !== null) free.delete(corrects);
    if (!isRetraction) free.add(log.length);
  }
  return log;
}

/** The totals, added up one by one. */
function naiveTotals(logs: readonly (readonly Event[])[]) {
  const groups = new Map<
    string,
    { kind: string; year: number | null; grants: Set<number>; missing: Set<number>; sure: Event[]; years: string[] }
  >();
  const groupOf = (kind: string, year: number | null) => {
    const key = `${kind} ${year}`;
    const group = groups.get(key) ?? { kind, year, grants: new Set(), missing: new Set(), sure: [], years: [] };
    groups.set(key, group);
    return group;
  };
  for (const [grant, log] of logs.entries()) {
    const seen = new Set<string>();
    for (const [index, event] of log.entries()) {
      const kind = KINDS[event.kind];
      const stands = !event.isRetraction && !log.some(({ corrects }) => corrects === index + 1);
      if (kind === null || !stands) continue;
      seen.add(kind);
      const group = groupOf(kind, event.year);
      group.grants.add(grant);
      if (event.yearCertainty) group.years.push(event.yearCertainty);
      if (event.certainty === "STATED" || event.certainty === "DERIVED") group.sure.push(event);
      else group.missing.add(grant);
    }
    for (const kind of ["AWARDED", "DISBURSED"].filter((one) => !seen.has(one))) {
      const group = groupOf(kind, null);
      group.grants.add(grant);
      group.missing.add(grant);
    }
  }
  return [...groups.values()]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.year ?? 9999) - (b.year ?? 9999))
    .map(({ kind, year, grants, missing, sure, years }) => ({
      kind,
      year,
      yearCertainty: SURENESS.find((certainty) => years.includes(certainty)) ?? null,
      value: sure.length === 0 ? null : toKronor(sure.reduce((sum, { value }) => sum + toOre(value ?? "0"), 0n)),
      recordCount: grants.size,
      missingCount: missing.size,
      certainty: sure.length > 1 ? "DERIVED" : (sure[0]?.certainty ?? null),
      precision:
        sure.length === 0 ? null : sure.some(({ precision }) => precision === "APPROXIMATE") ? "APPROXIMATE" : "EXACT",
    }));
}

let database: TestDatabase;
let funding: Database;
beforeAll(async () => {
  database = await createTestDatabase("migrated");
  funding = createFundingDatabase({ url: database.url, logger: silentLogger });
  await funding.connect();
});
afterAll(async () => {
  await funding?.close();
  await database?.drop();
});

it.each([1, 2, 3, 4, 5])("adds up random lives as one adds them up by hand, to the öre (%i)", async (seed) => {
  const chance = chanceFrom(seed);
  const source = `kalla-${seed}`;
  const logs = Array.from({ length: 40 }, () => randomLog(chance));
  const grants = logs.map((_, index) => ({
    municipality: index % 2 ? "2281" : "0191",
    id: `${index % 2 ? "2281" : "0191"}-${seed}-${index}`,
  }));
  await database.query(
    `INSERT INTO funding."grant" (municipality_code, id, name, source_id, recipient_id, sources, quality_notes, changed_at)
     SELECT g.municipality, g.id, g.id, $2, 'r', '[]', '[]', now() FROM jsonb_to_recordset($1) AS g(municipality text, id text)`,
    [JSON.stringify(grants), source],
  );
  const rows = logs.flatMap((log, index) =>
    log.map((event, at) => ({
      ...event,
      ...grants[index],
      number: at + 1,
      corrected: event.corrects === null ? null : `${grants[index]?.id}-${event.corrects}`,
    })),
  );
  await database.query(
    `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, value, year, year_certainty,
       certainty, precision, sources, quality_notes, recorded_by, corrects_id, is_retraction)
     SELECT e.municipality, e.id || '-' || e.number, e.id, e.number, e.number, e.kind, e.value, e.year, e."yearCertainty", e.certainty,
       e.precision, '[]', '[]', e.municipality, e.corrected, e."isRetraction"
     FROM jsonb_to_recordset($1) AS e(municipality text, id text, number int, kind text, value numeric, year int, "yearCertainty" text,
       certainty text, precision text, corrected text, "isRetraction" boolean)`,
    [JSON.stringify(rows)],
  );
  const followUp: FundingFollowUpValue = {
    ...{ sourceId: source, programmeId: null, years: null, municipalities: null },
    reportsOf: async () => [],
  };
  const { sumGrants } = createFollowUpRepository(funding.reader());
  const totals = naiveTotals(logs);
  expect(totals.length).toBeGreaterThan(20);
  expect(await sumGrants(followUp)).toEqual(totals);
  expect(await sumGrants({ ...followUp, municipalities: ["2281"] })).toEqual(
    naiveTotals(logs.filter((_, index) => index % 2)),
  );
});
