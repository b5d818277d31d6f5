import type { CertaintyValue } from "../../kit/record";
import { toOre } from "../../subgraphs/funding/kronor";
import type { House, HouseInitiative, HouseMoney, HouseMunicipality } from "./house";

/** From least to most sure. */
export const SURENESS: readonly CertaintyValue[] = ["UNKNOWN", "MODELLED", "INFERRED", "DERIVED", "STATED"];
const rankOf = (certainty: CertaintyValue | null) => (certainty === null ? 0 : SURENESS.indexOf(certainty));

/** What one source has of an amount; `rank` is null where no source is known. */
export interface NaivePart {
  readonly source: string;
  readonly kind: string;
  readonly ore: bigint | null;
  readonly rank: number | null;
}

/** Something to count or add up, as a plain walk over the rooms' rows finds it. */
export interface NaiveRecord {
  readonly municipality: string;
  readonly county: string;
  /** INITIATIVE, TARGET, or the level of money. */
  readonly subject: "INITIATIVE" | "TARGET" | "MONEY_INITIATIVE" | "MONEY_GRANT" | "MONEY_POT";
  /** Of money whole öre; of an initiative 1 when an amount is known, of a target when it has a number. */
  readonly value: bigint | null;
  readonly kind: string | null;
  readonly years: readonly number[];
  readonly rank: number;
  readonly isApproximate: boolean;
  /** Whether an amount is known and no source states its year, or an initiative's years are known and not all stated. */
  readonly isYearInferred: boolean;
  readonly initiative: HouseInitiative | undefined;
  readonly initiativeId: string | null;
  readonly programmeId: string | null;
  readonly organisations: readonly string[];
  readonly organisationKinds: readonly string[];
  /** Sources behind an initiative's money, and their kinds. */
  readonly sources: readonly string[];
  readonly sourceKinds: readonly string[];
  readonly stated: readonly NaivePart[];
  readonly modelled: readonly NaivePart[] | undefined;
}

const KIND_OF_EVENT: Readonly<Record<string, string>> = {
  AWARD: "AWARDED",
  DISBURSEMENT: "DISBURSED",
  FINAL_PAYMENT: "DISBURSED",
  ALLOCATION: "ALLOCATED",
};
const NO_AMOUNT: HouseMoney = {
  value: null,
  kind: null,
  year: null,
  yearCertainty: null,
  certainty: null,
  precision: null,
};
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const distinct = (values: readonly string[]) => [...new Set(values)].sort(byBytes);
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

/** Every record of a house. */
export function naiveRecords(house: House): NaiveRecord[] {
  return house.municipalities.flatMap((municipality) => recordsOf(house, municipality));
}

function recordsOf(house: House, town: HouseMunicipality): NaiveRecord[] {
  const sourceKind = (id: string) => [...house.sources, ...town.sources].find((source) => source.id === id)?.kind ?? "";
  const organisationKind = (id: string) =>
    [...house.organisations, ...town.organisations].find((organisation) => organisation.id === id)?.kind ?? "";
  const part = (source: string, ore: bigint | null, rank: number | null): NaivePart => ({
    source,
    kind: source === "UNKNOWN" ? "UNKNOWN" : sourceKind(source),
    ore,
    rank,
  });
  const place = (initiativeId: string | null, programmeId: string | null, named?: readonly string[]) => {
    const initiative = town.initiatives.find(({ id }) => id === initiativeId);
    const organisations = distinct(named ?? initiative?.responsibleIds ?? []);
    return {
      municipality: town.code,
      county: town.countyCode,
      initiative,
      initiativeId,
      programmeId: initiative?.programmeId ?? programmeId,
      organisations,
      organisationKinds: distinct(organisations.map(organisationKind)),
    };
  };

  const money = (
    level: "INITIATIVE" | "GRANT" | "POT",
    said: HouseMoney,
    where: ReturnType<typeof place>,
    parts: Pick<NaiveRecord, "stated" | "modelled">,
  ): NaiveRecord => ({
    ...where,
    ...parts,
    subject: `MONEY_${level}`,
    value: said.value === null ? null : toOre(said.value),
    kind: said.kind,
    years: said.year === null ? [] : [said.year],
    rank:
      said.value === null
        ? 0
        : Math.min(rankOf(said.certainty), said.yearCertainty === null ? 4 : rankOf(said.yearCertainty)),
    isApproximate: said.precision === "APPROXIMATE",
    isYearInferred: said.value !== null && said.yearCertainty !== "STATED",
    sources: [],
    sourceKinds: [],
  });
  const whole = (source: string | null, said: HouseMoney, rank: number) => ({
    stated: [part(source ?? "UNKNOWN", oreOf(said), source === null ? null : rank)],
    modelled: undefined,
  });
  /** Parts, and what they leave of the amount on UNKNOWN. */
  const withRest = (parts: readonly NaivePart[], said: HouseMoney): NaivePart[] => {
    const amount = oreOf(said);
    const known = sum(parts.flatMap(({ ore }) => ore ?? []));
    if (amount === null) return parts.map((one) => ({ ...one, ore: null }));
    return amount === known ? [...parts] : [...parts, part("UNKNOWN", amount - known, null)];
  };

  const allocations = town.allocations.map((allocation) => {
    const pot = town.pots.find(({ id }) => id === allocation.potId);
    const grant = town.grants.find(({ id }) => id === allocation.grantId);
    const where = place(
      allocation.initiativeId,
      null,
      allocation.responsibleIds.length > 0 ? allocation.responsibleIds : undefined,
    );
    const single = pot?.contributions.length === 1 ? pot.contributions[0]?.sourceId : undefined;
    const shares = allocation.statedShares.map(({ sourceId, value, share }) =>
      part(sourceId, value !== null ? toOre(value) : shareOf(oreOf(allocation), share), 4),
    );
    const { stated } =
      shares.length > 0
        ? { stated: withRest(shares, allocation) }
        : grant
          ? whole(grant.sourceId, allocation, 3)
          : allocation.sourceId !== null
            ? whole(allocation.sourceId, allocation, 4)
            : whole(single ?? null, allocation, 3);
    return money("INITIATIVE", allocation, where, {
      stated,
      modelled: modelledSplit(stated, pot?.contributions, part),
    });
  });

  const grantRecords = town.grants.flatMap((grant) => {
    const events = grant.events.flatMap((event) => {
      const kind = KIND_OF_EVENT[event.kind];
      return kind ? [{ ...event, kind }] : [];
    });
    const isDirect =
      grant.initiativeId !== null &&
      !town.allocations.some(({ grantId }) => grantId === grant.id) &&
      !town.pots.some(({ contributions }) => contributions.some(({ grantId }) => grantId === grant.id));
    return (events.length > 0 ? events : [NO_AMOUNT]).flatMap((said) => [
      money("GRANT", said, place(grant.initiativeId, null, [grant.recipientId]), whole(grant.sourceId, said, 4)),
      ...(isDirect ? [money("INITIATIVE", said, place(grant.initiativeId, null), whole(grant.sourceId, said, 4))] : []),
    ]);
  });

  const pots = town.pots.map((pot) => {
    const said = { ...pot.total, year: pot.year, yearCertainty: pot.yearCertainty };
    const paid = pot.contributions.map(({ sourceId, value, certainty }) =>
      part(sourceId, value === null ? null : toOre(value), rankOf(certainty)),
    );
    const stated = paid.length > 0 ? withRest(paid, said) : whole(null, said, 0).stated;
    return money("POT", said, place(null, null, []), { stated, modelled: undefined });
  });

  const reaching = [...allocations, ...grantRecords.filter(({ subject }) => subject === "MONEY_INITIATIVE")];
  const saidOfThemselves = town.initiativeAmounts
    .filter(
      (amount) =>
        !reaching.some(
          ({ initiativeId, kind, value, years }) =>
            initiativeId === amount.initiativeId &&
            (kind ?? "") === (amount.kind ?? "") &&
            value !== null &&
            (amount.year === null || years.length === 0 || years.includes(amount.year)),
        ),
    )
    .map((amount) => money("INITIATIVE", amount, place(amount.initiativeId, null), whole(null, amount, 0)));
  const all = [...reaching, ...saidOfThemselves];
  const silent = town.initiatives
    .filter(({ id }) => !all.some(({ initiativeId }) => initiativeId === id))
    .map(({ id }) => money("INITIATIVE", NO_AMOUNT, place(id, null), whole(null, NO_AMOUNT, 0)));

  const counted = (subject: "INITIATIVE" | "TARGET", value: boolean, where: ReturnType<typeof place>): NaiveRecord => {
    const { initiative } = where;
    const behind = initiative ? sourcesBehind(town, initiative.id) : [];
    return {
      ...where,
      subject,
      value: value ? 1n : 0n,
      kind: null,
      years: yearsOf(initiative),
      rank: 4,
      isApproximate: false,
      isYearInferred: initiative !== undefined && yearsOf(initiative).length > 0 && !areYearsStated(initiative),
      sources: behind,
      sourceKinds: distinct(behind.map(sourceKind)).filter((kind) => kind !== "UNKNOWN"),
      stated: [],
      modelled: undefined,
    };
  };
  return [
    ...all,
    ...silent,
    ...grantRecords.filter(({ subject }) => subject === "MONEY_GRANT"),
    ...pots,
    ...town.initiatives
      .filter(({ isReserve }) => !isReserve)
      .map(({ id }) =>
        counted(
          "INITIATIVE",
          all.some((one) => one.initiativeId === id && one.value !== null),
          place(id, null),
        ),
      ),
    ...town.targets
      .map((target) => counted("TARGET", target.value !== null, place(target.initiativeId, target.programmeId)))
      .filter(({ initiative }) => !initiative?.isReserve),
  ];
}

const oreOf = ({ value }: HouseMoney) => (value === null ? null : toOre(value));

/** A share of an amount, rounded to öre, half away from zero; the share is the decimal number that it is written as. */
function shareOf(ore: bigint | null, share: number | null): bigint | null {
  if (ore === null || share === null) return null;
  const [whole = "0", decimals = ""] = String(share).split(".");
  const scale = 10n ** BigInt(decimals.length);
  const size = ore * BigInt(whole + decimals);
  return (2n * size + scale) / (2n * scale);
}

/** What nobody states of an amount from a pot of several sources, pro rata of what each paid in. */
function modelledSplit(
  stated: readonly NaivePart[],
  contributions: HouseMunicipality["pots"][number]["contributions"] | undefined,
  part: (source: string, ore: bigint | null, rank: number | null) => NaivePart,
): NaivePart[] | undefined {
  const unknown = stated.find(({ source }) => source === "UNKNOWN")?.ore;
  if (unknown === undefined || unknown === null || !contributions || contributions.length < 2) return undefined;
  const paid = contributions.map(({ sourceId, value }) => ({ sourceId, ore: value === null ? null : toOre(value) }));
  if (paid.some(({ ore }) => ore === null)) return undefined;
  const total = sum(paid.map(({ ore }) => ore ?? 0n));
  if (total <= 0n) return undefined;
  const parts = paid.map(({ sourceId, ore }) => ({ sourceId, ore: ore ?? 0n, part: (unknown * (ore ?? 0n)) / total }));
  const rest = unknown - sum(parts.map((one) => one.part));
  const [largest] = [...parts].sort((a, b) =>
    a.ore > b.ore ? -1 : a.ore < b.ore ? 1 : byBytes(a.sourceId, b.sourceId),
  );
  const shares = new Map<string, NaivePart>();
  const add = (source: string, ore: bigint | null, rank: number) => {
    const before = shares.get(source);
    const known = ore === null && !before?.ore ? (before?.ore ?? ore) : (before?.ore ?? 0n) + (ore ?? 0n);
    shares.set(source, part(source, known, Math.min(before?.rank ?? 4, rank)));
  };
  for (const { source, ore, rank } of stated) if (source !== "UNKNOWN") add(source, ore, rank ?? 0);
  for (const one of parts) add(one.sourceId, one.part + (one === largest ? rest : 0n), 1);
  return [...shares.values()];
}

function yearsOf(initiative: HouseInitiative | undefined): number[] {
  const first = initiative?.firstYear ?? initiative?.lastYear ?? null;
  const last = initiative?.lastYear ?? first;
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/** Only what is said of an ongoing initiative tells a year of it; of a planned one it is the time of the plan. */
function areYearsStated({
  startCertainty,
  endCertainty,
  status,
  statusCertainty,
  statusDateCertainty,
}: HouseInitiative) {
  const ofStatus = status === "ONGOING" && statusCertainty !== null ? statusDateCertainty : null;
  return [startCertainty, endCertainty, ofStatus].every((one) => one === null || one === "STATED");
}

function sourcesBehind(town: HouseMunicipality, initiativeId: string): string[] {
  const sourceOfGrant = (id: string | null) => town.grants.find((grant) => grant.id === id)?.sourceId ?? [];
  return distinct([
    ...town.allocations
      .filter((allocation) => allocation.initiativeId === initiativeId)
      .flatMap(({ statedShares, sourceId, grantId, potId }) => [
        ...statedShares.map((share) => share.sourceId),
        ...(sourceId === null ? [] : [sourceId]),
        ...[sourceOfGrant(grantId)].flat(),
        ...(town.pots.find(({ id }) => id === potId)?.contributions ?? []).map((paid) => paid.sourceId),
      ]),
    ...town.grants.filter((grant) => grant.initiativeId === initiativeId).map(({ sourceId }) => sourceId),
  ]);
}
