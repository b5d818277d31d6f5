import fc from "fast-check";
import type { Database } from "../../kit/database";
import { createComparisonsDatabase } from "../../subgraphs/comparisons/database";
import { followMoney } from "../../subgraphs/comparisons/flows/follow-money";
import type { FundingFlowsInput } from "../../subgraphs/comparisons/generated/types";
import { toOre } from "../../subgraphs/funding/kronor";
import { createTestDatabase, silentLogger, type TestDatabase } from "../testkit/database";
import { arbitraryHouse, type House, type HouseMunicipality, writeHouse } from "../testkit/random-funding";

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

const RUNS = 30;
const KIND_OF_EVENT: Readonly<Record<string, string>> = {
  AWARD: "AWARDED",
  DISBURSEMENT: "DISBURSED",
  FINAL_PAYMENT: "DISBURSED",
  ALLOCATION: "ALLOCATED",
};

/** Money on its way to a municipality, as a naive walk over the rows finds it. */
interface Passage {
  readonly from: string;
  readonly municipality: string;
  readonly kind: string | null;
  readonly year: number | null;
  readonly ore: bigint | null;
  readonly themes: readonly string[];
  readonly organisations: readonly string[];
}

function passagesOf(house: House): Passage[] {
  return house.municipalities.flatMap((municipality) => {
    const initiativeOf = (id: string | null) => municipality.initiatives.find((initiative) => initiative.id === id);
    const passage = (
      from: string,
      said: { value: string | null; kind: string | null; year: number | null },
      initiativeId: string | null,
      named: readonly string[] = [],
    ): Passage => {
      const initiative = initiativeOf(initiativeId);
      return {
        from,
        municipality: municipality.code,
        kind: said.kind,
        year: said.year,
        ore: said.value === null ? null : toOre(said.value),
        themes: initiative?.themes ?? [],
        organisations: named.length > 0 ? named : (initiative?.responsibleIds ?? []),
      };
    };
    return [
      ...municipality.allocations.map((allocation) =>
        passage(
          allocation.potId === null ? "UNKNOWN:1" : `POT:${allocation.potId}`,
          allocation,
          allocation.initiativeId,
          allocation.responsibleIds,
        ),
      ),
      ...grantsThatFlow(municipality).flatMap((grant) => {
        const amounts = grant.events.flatMap((event) => {
          const kind = KIND_OF_EVENT[event.kind];
          return kind ? [{ value: event.value, year: event.year, kind }] : [];
        });
        const said = amounts.length > 0 ? amounts : [{ value: null, year: null, kind: null }];
        return said.map((amount) => passage("UNKNOWN:1", amount, grant.initiativeId));
      }),
    ];
  });
}

/** Grants whose money is not met again behind an allocation or in a pot. */
function grantsThatFlow({ grants, allocations, pots }: HouseMunicipality) {
  return grants.filter(
    ({ id }) =>
      !allocations.some(({ grantId }) => grantId === id) &&
      !pots.some(({ contributions }) => contributions.some(({ grantId }) => grantId === id)),
  );
}

/** Öre, records and records without amount, by link. */
type Sums = Map<string, { ore: bigint | null; records: number; missing: number }>;

function add(sums: Sums, source: string, target: string, kind: string | null, ore: bigint | null) {
  const key = [source, target, kind].join(" → ");
  const sum = sums.get(key) ?? { ore: null, records: 0, missing: 0 };
  sums.set(key, {
    ore: ore === null ? sum.ore : (sum.ore ?? 0n) + ore,
    records: sum.records + 1,
    missing: sum.missing + (ore === null ? 1 : 0),
  });
}

function expectedLinks(house: House, { years, end = "THEME", split = "STATED" }: FundingFlowsInput): Sums {
  const sums: Sums = new Map();
  const isAsked = (year: number | null) => !years || (year !== null && years.includes(year));
  for (const { pots } of house.municipalities) {
    for (const pot of pots.filter(({ year }) => isAsked(year))) {
      const parts = pot.contributions.map(({ sourceId, value }) => ({
        source: `FUNDING_SOURCE:${sourceId}`,
        ore: value === null ? null : toOre(value),
      }));
      const rest = toOre(pot.total.value) - parts.reduce((sum, { ore }) => sum + (ore ?? 0n), 0n);
      const all = rest === 0n && parts.length > 0 ? parts : [...parts, { source: "UNKNOWN:0", ore: rest }];
      for (const { source, ore } of all) add(sums, source, `POT:${pot.id}`, pot.total.kind, ore);
    }
  }
  for (const { from, municipality, kind, year, ore, themes, organisations } of passagesOf(house)) {
    if (!isAsked(year)) continue;
    add(sums, from, `MUNICIPALITY:${municipality}`, kind, ore);
    const ends = [...new Set(end === "THEME" ? themes : organisations)].sort().map((code) => `${end}:${code}`);
    const reached = ends.length === 0 || (ends.length > 1 && split === "STATED") ? ["UNKNOWN:3"] : ends;
    for (const [place, target] of reached.entries()) {
      const count = BigInt(reached.length);
      const part = ore === null ? null : ore / count + (BigInt(place) < ore % count ? 1n : 0n);
      add(sums, `MUNICIPALITY:${municipality}`, target, kind, part);
    }
  }
  return sums;
}

const input: fc.Arbitrary<FundingFlowsInput> = fc.record({
  years: fc.option(fc.constantFrom([2020], [2021, 2022])),
  end: fc.constantFrom("THEME", "ORGANISATION"),
  split: fc.constantFrom("STATED", "MODELLED"),
});

it("counts every krona once on its way from pot or programme to its end, exactly", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryHouse(), input, async (house, asked) => {
      await writeHouse(testDatabase, house);
      const { links } = await database.snapshot(undefined, (reader) => followMoney(reader, asked));
      const found: Sums = new Map();
      const intoProgrammes = new Map<string | null, bigint>();
      const outOfProgrammes = new Map<string | null, bigint>();
      const count = (sums: Map<string | null, bigint>, kind: string | null, value: string | null) =>
        sums.set(kind, (sums.get(kind) ?? 0n) + toOre(value ?? "0"));
      for (const { source, target, kind, value, recordCount, missingCount } of links) {
        if (target === "UNKNOWN:1") count(intoProgrammes, kind, value);
        if (source === "UNKNOWN:1") count(outOfProgrammes, kind, value);
        if (target === "UNKNOWN:1") continue;
        const key = [source, target, kind].join(" → ");
        expect(found.has(key)).toBe(false);
        found.set(key, {
          ore: value === null ? null : toOre(value),
          records: recordCount,
          missing: missingCount,
        });
      }
      const byKey = (sums: Sums) => [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(byKey(found)).toEqual(byKey(expectedLinks(house, asked)));
      // Whoever paid it, and however that is divided: what comes into a stage is what leaves it.
      expect(intoProgrammes).toEqual(outOfProgrammes);
    }),
    { numRuns: RUNS },
  );
}, 300_000);
