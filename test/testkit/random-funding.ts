import fc from "fast-check";
import type { CertaintyValue, PrecisionValue } from "../../kit/record";
import { toKronor, toOre } from "../../subgraphs/funding/kronor";
import type { House, HouseAllocation, HouseMoney, HouseMunicipality } from "./house";

export * from "./house";
export { writeHouse, writeOwner } from "./write-house";

const CODES = ["0191", "0480", "2181", "2281"];
const COUNTIES: Readonly<Record<string, string>> = { "0191": "01", "0480": "04", "2181": "21", "2281": "22" };
const CERTAINTIES: readonly CertaintyValue[] = ["STATED", "DERIVED", "INFERRED", "MODELLED", "UNKNOWN"];
const KINDS = ["ALLOCATED", "AWARDED", "PROPOSED", "ESTIMATED_TOTAL", "SET_ASIDE"];
const EVENTS = ["AWARD", "AWARD", "DISBURSEMENT", "FINAL_PAYMENT", "ALLOCATION", "APPROVAL"];
const STATUSES = ["ONGOING", "PLANNED", "UNKNOWN"];
const THEMES = Array.from({ length: 23 }, (_, n) => `THEME_${n + 1}`);

const NATIONAL_SOURCES = [
  { id: "staten", kind: "STATE_GRANT" },
  { id: "verket", kind: "STATE_SUPPORT" },
  { id: "blandat", kind: "MIXED_UNSPECIFIED" },
  { id: "okant-slag", kind: "UNKNOWN" },
];
const NATIONAL_ORGANISATIONS = [{ id: "myndigheten", kind: "STATE_AGENCY" }];

/** Few different values, so that rows meet in groups; amounts that three does not divide; now and then a very large one. */
const kronor = fc
  .oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 1_000_000 }).map(BigInt) },
    { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 2n, 100n) },
    { weight: 1, arbitrary: fc.constantFrom(8_999_999_999_999_999n, 9_000_000_000_000_000n) },
  )
  .map(toKronor);
const certainty = fc.constantFrom(...CERTAINTIES);
const precision = fc.constantFrom<PrecisionValue>("EXACT", "EXACT", "APPROXIMATE");
const years = fc.oneof(
  { weight: 3, arbitrary: fc.record({ year: fc.constantFrom(2020, 2021, 2022), yearCertainty: certainty }) },
  { weight: 1, arbitrary: fc.constant({ year: null, yearCertainty: null }) },
);
type Said = Pick<HouseMoney, "value" | "kind" | "certainty" | "precision">;
const known = fc.record({ value: kronor, kind: fc.constantFrom(...KINDS), certainty, precision });
const unknown: fc.Arbitrary<Said> = fc.constant({ value: null, kind: null, certainty: null, precision: null });
const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: other });
const money: fc.Arbitrary<HouseMoney> = fc
  .tuple(years, mostly<Said>(known, unknown))
  .map((parts) => Object.assign({}, ...parts));

/** Which of a list's members: they are known only when the municipality is put together. */
const pick = fc.nat({ max: 1000 });
const picks = (maxLength: number) => fc.array(pick, { maxLength });
const chance = (percent: number) => fc.nat({ max: 99 }).map((n) => n < percent);
const subset = (values: readonly string[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const documents = fc.array(fc.constantFrom("beslut", "nyhet", "bilaga"), { maxLength: 2 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });

const initiative = fc.record({
  programme: fc.option(pick),
  status: fc.constantFrom(...STATUSES),
  statusCertainty: optional(certainty),
  isReserve: chance(20),
  first: optional(fc.constantFrom(2019, 2020, 2021)),
  length: fc.nat({ max: 2 }),
  startCertainty: mostly<CertaintyValue | null>(fc.constant("STATED"), certainty),
  endCertainty: optional(mostly<CertaintyValue | null>(fc.constant("STATED"), certainty)),
  statusDateCertainty: optional(certainty),
  strategyArea: optional(fc.constantFrom("HOUSING", "LABOUR_MARKET")),
  themes: mostly(subset(THEMES.slice(0, 4), 3), fc.shuffledSubarray(THEMES, { minLength: 4 })),
  targetGroups: subset(["CHILDREN", "YOUTH", "PARENTS"], 3),
  instrument: optional(fc.constantFrom("SUPPORT", "PLATFORM")),
  classificationCertainty: optional(certainty),
  areaIds: subset(["centrum", "norr"], 2),
  responsible: picks(3),
  partners: picks(2),
  documents,
});
const target = fc.record({
  of: pick,
  isOfProgramme: chance(30),
  value: optional(fc.integer({ min: 0, max: 9 })),
  documents,
});
const grant = fc.record({
  source: pick,
  recipient: pick,
  initiative: fc.option(pick),
  events: fc.array(fc.record({ kind: fc.constantFrom(...EVENTS), money, documents }), { maxLength: 3 }),
  documents,
});
const contribution = fc.record({
  source: pick,
  grant: fc.option(pick),
  money: fc
    .oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: unknown })
    .chain((said) => years.map((time): HouseMoney => ({ ...time, ...said }))),
});
const pot = fc.record({
  years,
  total: known,
  contributions: mostly(
    fc.array(contribution, { minLength: 2, maxLength: 4 }),
    fc.array(contribution, { maxLength: 1 }),
  ),
  documents,
});
/** Parts that three of do not exceed the whole. */
const PARTS = [
  { ore: 0n, share: 0 },
  { ore: 2500n, share: 0.25 },
  { ore: 3333n, share: 0.3333 },
  { ore: 3333n, share: 1 / 3 },
];
const share = fc.record({
  source: pick,
  part: fc.constantFrom(...PARTS),
  said: fc.constantFrom("VALUE", "SHARE", "BOTH", "NEITHER"),
});
type ShareDraft = typeof share extends fc.Arbitrary<infer Draft> ? Draft : never;
const allocation = fc.record({
  initiative: pick,
  origin: fc.constantFrom("POT", "POT", "GRANT", "SOURCE", "NONE"),
  from: pick,
  responsible: mostly<number[]>(fc.constant([]), picks(2)),
  shares: mostly<ShareDraft[]>(fc.constant([]), fc.array(share, { minLength: 1, maxLength: 3 })),
  money,
  documents,
});
const initiativeAmount = fc.record({ initiative: pick, money, documents });
const population = fc.record({
  year: fc.constantFrom(2019, 2020, 2021, 2022),
  value: fc.integer({ min: 1, max: 99_999 }),
});

const municipalityDraft = fc.record({
  populations: fc.uniqueArray(population, { selector: ({ year }) => year, maxLength: 4 }),
  programmes: fc.array(fc.option(pick), { maxLength: 3 }),
  initiatives: fc.array(initiative, { maxLength: 6 }),
  targets: fc.array(target, { maxLength: 3 }),
  grants: fc.array(grant, { maxLength: 3 }),
  pots: fc.array(pot, { maxLength: 2 }),
  allocations: fc.array(allocation, { maxLength: 8 }),
  initiativeAmounts: fc.array(initiativeAmount, { maxLength: 3 }),
});

type MunicipalityDraft = typeof municipalityDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

function municipalityOf(code: string, draft: MunicipalityDraft): HouseMunicipality {
  const idOf = (_: unknown, index: number) => `${code}-r${index}`;
  const one = <T>(list: readonly T[], index: number | null): T | null =>
    index === null ? null : (list[index % list.length] ?? null);
  const some = <T>(list: readonly T[], indexes: readonly number[]): T[] => [
    ...new Set(indexes.flatMap((index) => one(list, index) ?? [])),
  ];
  const cited = (names: readonly string[]) => names.map((name) => `${code}-${name}`);
  const organisations = ["MUNICIPAL_BOARD", "MUNICIPAL_UNIT", "ASSOCIATION", "ASSOCIATION"].map((kind, index) => ({
    id: idOf(kind, index),
    kind,
  }));
  const sources = ["MUNICIPAL_POT", "MUNICIPAL_COMPANY"].map((kind, index) => ({ id: idOf(kind, index), kind }));
  const organisationIds = [...NATIONAL_ORGANISATIONS, ...organisations].map(({ id }) => id);
  const sourceIds = [...NATIONAL_SOURCES, ...sources].map(({ id }) => id);
  const programmeIds = draft.programmes.map(idOf);
  const initiativeIds = draft.initiatives.map(idOf);
  const grantIds = draft.grants.map(idOf);
  const potIds = draft.pots.map(idOf);
  let events = 0;

  function allocationOf({ money: amount, ...given }: MunicipalityDraft["allocations"][number], index: number) {
    const { origin, from, shares } = given;
    const initiativeId = one(initiativeIds, given.initiative);
    if (initiativeId === null) return [];
    const stated = shares.map(({ source, part, said }) => ({
      sourceId: one(sourceIds, source) ?? "",
      value:
        said === "VALUE" || said === "BOTH" ? toKronor((toOre(amount.value ?? "300.00") * part.ore) / 10_000n) : null,
      share: said === "SHARE" || said === "BOTH" ? part.share : null,
    }));
    return {
      id: idOf(null, index),
      initiativeId,
      potId: origin === "POT" ? one(potIds, from) : null,
      grantId: origin === "GRANT" ? one(grantIds, from) : null,
      sourceId: origin === "SOURCE" ? one(sourceIds, from) : null,
      responsibleIds: some(organisationIds, given.responsible),
      statedShares: stated.filter(({ sourceId }, n) => stated.findIndex((other) => other.sourceId === sourceId) === n),
      ...amount,
      documentIds: cited(given.documents),
    } satisfies HouseAllocation;
  }

  return {
    code,
    name: `Kommun ${code}`,
    countyCode: COUNTIES[code] ?? "",
    populations: draft.populations,
    // A part of the programmes before it, so that none is a part of itself.
    programmes: draft.programmes.map((parent, index) => ({
      id: idOf(parent, index),
      parentId: index === 0 ? null : one(programmeIds.slice(0, index), parent),
    })),
    organisations,
    sources,
    initiatives: draft.initiatives.map(
      ({ programme, first, length, responsible, partners, documents: names, ...rest }, index) => ({
        ...rest,
        id: idOf(rest, index),
        programmeId: one(programmeIds, programme),
        firstYear: first,
        lastYear: first === null ? null : first + length,
        areaIds: rest.areaIds.map((name) => `${code}-${name}`),
        responsibleIds: some(organisationIds, responsible),
        partnerIds: some(organisationIds, partners),
        documentIds: cited(names),
      }),
    ),
    targets: draft.targets.flatMap(({ of, isOfProgramme, value, documents: names }, index) => {
      const initiativeId = isOfProgramme ? null : one(initiativeIds, of);
      const programmeId = isOfProgramme ? one(programmeIds, of) : null;
      if (initiativeId === null && programmeId === null) return [];
      return { id: idOf(of, index), initiativeId, programmeId, value, documentIds: cited(names) };
    }),
    grants: draft.grants.map((given, index) => ({
      id: idOf(given, index),
      sourceId: one(sourceIds, given.source) ?? "",
      recipientId: one(organisationIds, given.recipient) ?? "",
      initiativeId: one(initiativeIds, given.initiative),
      events: given.events.map(({ kind, money: amount, documents: names }) => ({
        ...amount,
        kind,
        id: idOf(kind, events++),
        documentIds: cited(names),
      })),
      documentIds: cited(given.documents),
    })),
    pots: draft.pots.map(({ years: time, total, contributions, documents: names }, index) => {
      const all = contributions.map(({ source, grant: from, money: amount }) => {
        // What a grant pays in comes from the grant's source.
        const grantId = one(grantIds, from);
        const given = grantId === null ? undefined : draft.grants[grantIds.indexOf(grantId)];
        return { ...amount, sourceId: one(sourceIds, given?.source ?? source) ?? "", grantId };
      });
      return {
        id: idOf(time, index),
        ...time,
        total,
        contributions: all.filter(({ sourceId }, n) => all.findIndex((other) => other.sourceId === sourceId) === n),
        documentIds: cited(names),
      };
    }),
    allocations: draft.allocations.flatMap(allocationOf),
    initiativeAmounts: draft.initiativeAmounts.flatMap(({ initiative: of, money: amount, documents: names }, index) => {
      const initiativeId = one(initiativeIds, of);
      return initiativeId === null ? [] : { ...amount, id: idOf(of, index), initiativeId, documentIds: cited(names) };
    }),
  };
}

/** The rows of one municipality, of which some lists may be empty. */
export function arbitraryMunicipality(code: string): fc.Arbitrary<HouseMunicipality> {
  return municipalityDraft.map((draft) => municipalityOf(code, draft));
}

/** Four municipalities with initiatives and money of every shape that the intake lets through, and some that it does not. */
export function arbitraryHouse(): fc.Arbitrary<House> {
  return fc.tuple(...CODES.map(arbitraryMunicipality)).map((municipalities) => ({
    sources: NATIONAL_SOURCES,
    organisations: NATIONAL_ORGANISATIONS,
    municipalities,
  }));
}
