import type { CertaintyValue } from "../../../../kit/record";
import type {
  House,
  HouseAllocation,
  HouseInitiative,
  HouseMoney,
  HouseMunicipality,
} from "../../../../test/testkit/random-funding";

/** A row of comparisons.fact as PostgreSQL gives it, with the rows of its fact_source. */
export interface NaiveFact {
  readonly [column: string]: unknown;
  readonly parts: readonly NaivePart[];
}

interface NaivePart {
  readonly split: "STATED" | "MODELLED";
  readonly source_id: string;
  readonly source_kind: string;
  readonly value: string | null;
  readonly certainty: number;
}

interface Part {
  readonly sourceId: string;
  readonly ore: bigint | null;
  readonly certainty: number;
}

const RANKS: readonly CertaintyValue[] = ["UNKNOWN", "MODELLED", "INFERRED", "DERIVED", "STATED"];
const rank = (certainty: CertaintyValue | null) => (certainty === null ? 0 : RANKS.indexOf(certainty));

const AMOUNT_KINDS: Readonly<Record<string, string>> = {
  AWARD: "AWARDED",
  DISBURSEMENT: "DISBURSED",
  FINAL_PAYMENT: "DISBURSED",
  ALLOCATION: "ALLOCATED",
};

const ore = (kronor: string) => BigInt(kronor.replace(".", ""));
const kronor = (whole: bigint) => {
  const digits = String(whole < 0n ? -whole : whole).padStart(3, "0");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
const unique = (values: readonly string[]) => [...new Set(values)].sort();

/** Every fact of the house, found by walking it record by record as the documentation of the read model says. */
export function naiveFacts(house: House): NaiveFact[] {
  return house.municipalities.flatMap((municipality) => factsOf(house, municipality));
}

function factsOf(house: House, here: HouseMunicipality): NaiveFact[] {
  const kindsOf = (list: readonly { id: string; kind: string }[]) => (ids: readonly string[]) =>
    unique(ids.flatMap((id) => list.find((one) => one.id === id)?.kind ?? []));
  const organisationKinds = kindsOf([...house.organisations, ...here.organisations]);
  // A source of unknown kind is a source, but of no kind.
  const sourceKinds = kindsOf([...house.sources, ...here.sources].filter(({ kind }) => kind !== "UNKNOWN"));
  const grant = (id: string | null) => here.grants.find((one) => one.id === id);
  const pot = (id: string | null) => here.pots.find((one) => one.id === id);

  function programmesFrom(id: string | null): string[] {
    const own = here.programmes.find((one) => one.id === id);
    return own ? [own.id, ...programmesFrom(own.parentId)] : [];
  }

  function dimensionsOf(initiative: HouseInitiative | undefined, organisationIds = initiative?.responsibleIds ?? []) {
    return {
      programme_id: initiative?.programmeId ?? null,
      programme_ids: unique(programmesFrom(initiative?.programmeId ?? null)),
      strategy_area: initiative?.strategyArea ?? null,
      instrument: initiative?.instrument ?? null,
      status: initiative?.status ?? null,
      themes: unique(initiative?.themes ?? []),
      target_groups: unique(initiative?.targetGroups ?? []),
      area_ids: unique(initiative?.areaIds ?? []),
      organisation_ids: unique(organisationIds),
      organisation_kinds: organisationKinds(organisationIds),
      classification_certainty: rank(initiative?.classificationCertainty ?? null),
      status_certainty: rank(initiative?.statusCertainty ?? null),
    };
  }

  const yearsOf = ({ firstYear, lastYear }: HouseInitiative) =>
    firstYear === null || lastYear === null
      ? []
      : Array.from({ length: lastYear - firstYear + 1 }, (_, n) => firstYear + n);

  /** Of the dates that a random house has; the history tells a year of what goes on only. */
  const isYearInferred = (initiative: HouseInitiative) => {
    const { startCertainty, endCertainty, status, statusCertainty, statusDateCertainty } = initiative;
    const dates = [startCertainty, endCertainty, status === "ONGOING" && statusCertainty ? statusDateCertainty : null];
    return yearsOf(initiative).length > 0 && dates.some((date) => date !== null && date !== "STATED");
  };

  const nothing = {
    is_approximate: false,
    is_year_inferred: false,
    is_reserve: false,
    pot_id: null,
    grant_id: null,
    funding_programme_id: null,
    has_modelled_split: false,
  };

  function money(
    subject: string,
    id: string,
    amount: HouseMoney,
    about: {
      initiativeId?: string | null;
      organisationIds?: readonly string[];
      pot_id?: string | null;
      grant_id?: string | null;
    },
    stated: readonly Part[],
    modelled: readonly Part[] = [],
  ): NaiveFact {
    const { initiativeId = null, organisationIds, ...rest } = about;
    const initiative = here.initiatives.find((one) => one.id === initiativeId);
    const isKnown = amount.value !== null;
    const sureness = [rank(amount.certainty), ...(amount.year === null ? [] : [rank(amount.yearCertainty)])];
    const row = (split: NaivePart["split"]) => (part: Part) => ({
      split,
      source_id: part.sourceId,
      source_kind: sourceKinds([part.sourceId])[0] ?? "UNKNOWN",
      value: part.ore === null || !isKnown ? null : kronor(part.ore),
      certainty: part.certainty,
    });
    const known = stated.map(({ sourceId }) => sourceId).filter((sourceId) => sourceId !== "UNKNOWN");
    return {
      ...nothing,
      municipality_code: here.code,
      subject,
      id,
      value: amount.value,
      kind: amount.kind ?? "",
      years: amount.year === null ? [] : [amount.year],
      certainty: isKnown ? Math.min(...sureness) : 0,
      is_approximate: amount.precision === "APPROXIMATE",
      is_year_inferred: isKnown && amount.yearCertainty !== "STATED",
      is_reserve: initiative?.isReserve ?? false,
      initiative_id: initiativeId,
      ...dimensionsOf(initiative, organisationIds ?? initiative?.responsibleIds),
      source_ids: unique(known),
      source_kinds: sourceKinds(known),
      has_modelled_split: modelled.length > 0,
      ...rest,
      parts: [...stated.map(row("STATED")), ...modelled.map(row("MODELLED"))],
    };
  }

  /** What the parts leave of an amount is on UNKNOWN; without parts all of it is. */
  function withRest(value: string | null, parts: readonly Part[]): Part[] {
    const rest = value === null ? null : ore(value) - sum(parts.map((part) => part.ore ?? 0n));
    const isNeeded = parts.length === 0 || (rest !== null && rest !== 0n);
    return isNeeded ? [...parts, { sourceId: "UNKNOWN", ore: rest, certainty: 0 }] : [...parts];
  }

  function statedParts(allocation: HouseAllocation): Part[] {
    const { value, statedShares } = allocation;
    if (statedShares.length > 0) {
      return withRest(
        value,
        statedShares.map((share) => ({
          sourceId: share.sourceId,
          ore: share.value !== null ? ore(share.value) : shareOf(value, share.share),
          certainty: 4,
        })),
      );
    }
    const [single, ...more] = pot(allocation.potId)?.contributions ?? [];
    const whole = value === null ? null : ore(value);
    const from = grant(allocation.grantId)?.sourceId;
    if (from) return [{ sourceId: from, ore: whole, certainty: 3 }];
    if (allocation.sourceId) return [{ sourceId: allocation.sourceId, ore: whole, certainty: 4 }];
    if (single && more.length === 0) return [{ sourceId: single.sourceId, ore: whole, certainty: 3 }];
    return withRest(value, []);
  }

  /** A share as PostgreSQL reads it, digit by digit, of an amount; half an öre goes up. */
  function shareOf(value: string | null, share: number | null): bigint | null {
    if (value === null || share === null) return null;
    const [, decimals = ""] = String(share).split(".");
    const scale = 10n ** BigInt(decimals.length);
    return (
      (ore(value) * BigInt(Math.trunc(share)) * scale * 2n + ore(value) * BigInt(decimals || "0") * 2n + scale) /
      (scale * 2n)
    );
  }

  function modelledParts(allocation: HouseAllocation, stated: readonly Part[]): Part[] {
    const unknown = stated.find(({ sourceId }) => sourceId === "UNKNOWN")?.ore ?? null;
    const contributions = (pot(allocation.potId)?.contributions ?? []).map(({ sourceId, value }) => ({
      sourceId,
      paid: value === null ? null : ore(value),
    }));
    const whole = sum(contributions.map(({ paid }) => paid ?? 0n));
    const isDivisible = contributions.length > 1 && contributions.every(({ paid }) => paid !== null) && whole > 0n;
    if (unknown === null || allocation.value === null || !isDivisible) return [];
    const shares = contributions.map(({ sourceId, paid }) => ({
      sourceId,
      paid: paid ?? 0n,
      ore: (unknown * (paid ?? 0n)) / whole,
    }));
    const largest = [...shares].sort((a, b) => Number(b.paid - a.paid) || (a.sourceId < b.sourceId ? -1 : 1))[0];
    if (largest) largest.ore += unknown - sum(shares.map((share) => share.ore));
    const parts: Part[] = shares.map((share) => ({ sourceId: share.sourceId, ore: share.ore, certainty: 1 }));
    const all = [...parts, ...stated.filter(({ sourceId }) => sourceId !== "UNKNOWN")];
    return unique(all.map(({ sourceId }) => sourceId)).map((sourceId) => {
      const own = all.filter((part) => part.sourceId === sourceId);
      const values = own.flatMap((part) => part.ore ?? []);
      return {
        sourceId,
        ore: values.length > 0 ? sum(values) : null,
        certainty: Math.min(...own.map(({ certainty }) => certainty)),
      };
    });
  }

  const unsaid: HouseMoney = {
    value: null,
    kind: null,
    year: null,
    yearCertainty: null,
    certainty: null,
    precision: null,
  };
  const allocations = here.allocations.map((allocation) => {
    const stated = statedParts(allocation);
    const { responsibleIds, initiativeId, potId, grantId } = allocation;
    return money(
      "MONEY_INITIATIVE",
      allocation.id,
      allocation,
      {
        initiativeId,
        ...(responsibleIds.length > 0 && { organisationIds: responsibleIds }),
        pot_id: potId,
        grant_id: grantId,
      },
      stated,
      modelledParts(allocation, stated),
    );
  });
  const grants = here.grants.flatMap((one) => {
    const amounts = one.events.flatMap(({ kind, ...event }) => {
      const amountKind = AMOUNT_KINDS[kind];
      return amountKind ? [{ id: event.id, amount: { ...event, kind: amountKind } }] : [];
    });
    return (amounts.length > 0 ? amounts : [{ id: `grant/${one.id}`, amount: unsaid }]).map(({ id, amount }) => {
      const stated = [{ sourceId: one.sourceId, ore: amount.value === null ? null : ore(amount.value), certainty: 4 }];
      const about = { initiativeId: one.initiativeId, grant_id: one.id };
      const isDirect =
        one.initiativeId !== null &&
        !here.allocations.some(({ grantId }) => grantId === one.id) &&
        !here.pots.some(({ contributions }) => contributions.some(({ grantId }) => grantId === one.id));
      return {
        grant: money("MONEY_GRANT", id, amount, { ...about, organisationIds: [one.recipientId] }, stated),
        initiative: isDirect
          ? [money("MONEY_INITIATIVE", id.startsWith("grant/") ? id : `grant_event/${id}`, amount, about, stated)]
          : [],
      };
    });
  });
  const direct = grants.flatMap(({ initiative }) => initiative);
  const said = [...allocations, ...direct];
  const own = here.initiativeAmounts
    .filter(
      ({ initiativeId, kind, year }) =>
        !said.some(
          (fact) =>
            fact.initiative_id === initiativeId &&
            fact.kind === (kind ?? "") &&
            fact.value !== null &&
            isSameYear(fact.years as readonly number[], year),
        ),
    )
    .map((amount) =>
      money(
        "MONEY_INITIATIVE",
        `initiative_amount/${amount.id}`,
        amount,
        { initiativeId: amount.initiativeId },
        withRest(amount.value, []),
      ),
    );
  const lacking = here.initiatives
    .filter(({ id }) => ![...said, ...own].some((fact) => fact.initiative_id === id))
    .map(({ id }) => money("MONEY_INITIATIVE", `initiative/${id}`, unsaid, { initiativeId: id }, withRest(null, [])));
  const pots = here.pots.map((one) =>
    money(
      "MONEY_POT",
      one.id,
      { ...one.total, year: one.year, yearCertainty: one.yearCertainty },
      { organisationIds: [], pot_id: one.id },
      withRest(
        one.total.value,
        one.contributions.map(({ sourceId, value, certainty }) => ({
          sourceId,
          ore: value === null ? null : ore(value),
          certainty: rank(certainty),
        })),
      ),
    ),
  );

  const sourcesBehind = (initiativeId: string) => {
    const ids = unique([
      ...here.allocations
        .filter((allocation) => allocation.initiativeId === initiativeId)
        .flatMap(({ statedShares, sourceId, grantId, potId }) => [
          ...statedShares.map((share) => share.sourceId),
          ...(sourceId ? [sourceId] : []),
          ...(grant(grantId)?.sourceId ? [grant(grantId)?.sourceId ?? ""] : []),
          ...(pot(potId)?.contributions ?? []).map((contribution) => contribution.sourceId),
        ]),
      ...here.grants.filter((one) => one.initiativeId === initiativeId).map(({ sourceId }) => sourceId),
    ]);
    return { source_ids: ids, source_kinds: sourceKinds(ids) };
  };
  const counted = (subject: string, id: string, value: boolean, initiative: HouseInitiative) => ({
    ...nothing,
    municipality_code: here.code,
    subject,
    id,
    value: value ? "1" : "0",
    kind: "",
    years: yearsOf(initiative),
    certainty: 4,
    is_year_inferred: isYearInferred(initiative),
    initiative_id: initiative.id,
    ...dimensionsOf(initiative),
    ...sourcesBehind(initiative.id),
    parts: [],
  });
  const initiatives = here.initiatives
    .filter(({ isReserve }) => !isReserve)
    .map((initiative) => {
      const isKnown = [...said, ...own].some((fact) => fact.initiative_id === initiative.id && fact.value !== null);
      return counted("INITIATIVE", initiative.id, isKnown, initiative);
    });
  const targets = here.targets.flatMap((target): NaiveFact[] => {
    const initiative = here.initiatives.find(({ id }) => id === target.initiativeId);
    if (initiative?.isReserve) return [];
    if (initiative) return [counted("TARGET", target.id, target.value !== null, initiative)];
    return [
      {
        ...nothing,
        municipality_code: here.code,
        subject: "TARGET",
        id: target.id,
        value: target.value === null ? "0" : "1",
        kind: "",
        years: [],
        certainty: 4,
        initiative_id: null,
        ...dimensionsOf(undefined),
        programme_id: target.programmeId,
        programme_ids: unique(programmesFrom(target.programmeId)),
        source_ids: [],
        source_kinds: [],
        parts: [],
      },
    ];
  });
  return [
    ...allocations,
    ...grants.map((one) => one.grant),
    ...direct,
    ...own,
    ...lacking,
    ...pots,
    ...initiatives,
    ...targets,
  ];
}

/** Also where one of them is not known. */
const isSameYear = (years: readonly number[], year: number | null) =>
  year === null || years.length === 0 || years.includes(year);
