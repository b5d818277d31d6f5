import type { AllocationRow, StatedShareValue } from "../allocation.entity";
import { type AmountValue, amountOf } from "../amount";
import type { Certainty } from "../generated/types";
import type { GrantRow } from "../grant.entity";
import { toOre } from "../kronor";
import type { PotRow } from "../pot.entity";
import type { PotContributionRow } from "../pot-contribution.entity";
import { yearOf } from "../reports/report";
import { partsOf, toMillionths } from "../reports/share";
import type { FollowUpInitiativeValue, ShownReport } from "./follow-up";
import { isSure, reportedSum, sureAmount } from "./follow-up-amounts";
import { groupBy } from "./follow-up-group";

/** What the ways from a grant to initiatives are read from. */
export interface GrantsWays {
  readonly grant: GrantRow;
  /** What the grant's awards add up to; null when that is not known. */
  readonly awarded: AmountValue | null;
  /** Allocations that say that they come from the grant. */
  readonly allocations: readonly AllocationRow[];
  readonly pots: readonly PotOfGrant[];
  readonly reports: readonly ShownReport[];
}

/** A pot that the grant is part of, with all that it is made of and shared out to. */
export interface PotOfGrant {
  readonly pot: PotRow;
  readonly contributions: readonly PotContributionRow[];
  readonly allocations: readonly AllocationRow[];
}

interface Share {
  readonly share: AmountValue | null;
  readonly shareCertainty: Certainty;
}

const UNKNOWN: Share = { share: null, shareCertainty: "UNKNOWN" };
const known = (share: AmountValue | null): Share =>
  share === null ? UNKNOWN : { share, shareCertainty: share.certainty };

/** Every way in which a grant reaches initiatives, with what of it is the grant's source's; nothing is modelled. */
export function tracesOf({ grant, awarded, allocations, pots, reports }: GrantsWays): FollowUpInitiativeValue[] {
  const { sourceId } = grant;
  const direct = new Set(allocations.map(({ id }) => id));
  return [
    ...(grant.initiativeId === null ? [] : [byGrant(grant.initiativeId, awarded)]),
    ...allocations.map((row) => byAllocation(row, "ALLOCATION", sourceId, row.potId === null)),
    ...pots.flatMap((way) =>
      way.allocations
        .filter(({ id }) => !direct.has(id))
        .map((row) => byAllocation(row, "POT", sourceId, isAllOf(way, sourceId))),
    ),
    ...byReports(reports),
  ];
}

const byGrant = (initiativeId: string, awarded: AmountValue | null): FollowUpInitiativeValue => ({
  initiativeId,
  by: "GRANT",
  potId: null,
  allocationId: null,
  allocated: null,
  ...known(awarded),
});

/** @param isWhole whether all of the allocation is the source's */
function byAllocation(
  row: AllocationRow,
  by: "ALLOCATION" | "POT",
  sourceId: string,
  isWhole: boolean,
): FollowUpInitiativeValue {
  const allocated = sureAmount(amountOf(row, row.kind));
  const stated = row.statedShares.find((share) => share.sourceId === sourceId);
  const whole = isWhole && row.statedShares.length === 0 && allocated ? asDerived(allocated) : null;
  return {
    initiativeId: row.initiativeId,
    by,
    potId: row.potId,
    allocationId: row.id,
    allocated,
    ...known(stated ? statedShare(stated, row, allocated) : whole),
  };
}

/** As the document states it in kronor; DERIVED where it states the share alone. */
function statedShare(
  { value, share, sources }: StatedShareValue,
  row: AllocationRow,
  allocated: AmountValue | null,
): AmountValue | null {
  const said = { note: null, asPrinted: null, ...(sources.length > 0 && { sources }) };
  if (value !== null) {
    return {
      kind: row.kind ?? "ALLOCATED",
      year: row.year,
      yearCertainty: row.yearCertainty,
      precision: row.precision ?? "EXACT",
      sources: row.sources,
      ...said,
      value,
      certainty: "STATED",
    };
  }
  const millionths = share === null ? null : toMillionths(String(share));
  const [part] = millionths === null || !allocated ? [] : partsOf(allocated.value, [millionths]);
  return allocated && part !== undefined ? { ...allocated, ...said, value: part, certainty: "DERIVED" } : null;
}

const asDerived = (amount: AmountValue): AmountValue => ({ ...amount, certainty: "DERIVED", asPrinted: null });

/** Whether a pot is known to be made of one source's money alone: one contribution, as large as the pot. */
function isAllOf({ pot, contributions }: PotOfGrant, sourceId: string): boolean {
  const [only, ...others] = contributions;
  if (!only || others.length > 0 || only.sourceId !== sourceId || only.value === null) return false;
  return isSure(only) && isSure(pot.total) && toOre(only.value) === toOre(pot.total.value);
}

function byReports(reports: readonly ShownReport[]): FollowUpInitiativeValue[] {
  const parts = reports.flatMap(({ report, content }) =>
    (content?.allocations ?? []).map(({ initiativeId, amount }) => ({
      initiativeId,
      value: amount,
      year: yearOf(report),
    })),
  );
  return groupBy(parts, ({ initiativeId }) => initiativeId).map(([initiativeId, own]) => ({
    initiativeId,
    by: "REPORT",
    potId: null,
    allocationId: null,
    allocated: null,
    ...known(reportedSum(own, "STATED")),
  }));
}
