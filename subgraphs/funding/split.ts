import type { CertaintyValue, SourceValue } from "../../kit/record";
import type { AllocationRow } from "./allocation.entity";
import { toKronor, toOre } from "./kronor";
import type { PotContributionRow } from "./pot-contribution.entity";

/** A source's share of an allocation as the graph shows it; `amount` is exact decimal text. */
export interface ShareValue {
  readonly sourceId: string;
  readonly amount: string | null;
  readonly share: number | null;
  readonly certainty: CertaintyValue;
  readonly sources: readonly SourceValue[];
}

/**
 * How an allocation is split between the sources of its pot: as stated, else unknown for each source.
 * @param singleSourceId the source of an allocation that comes from no pot
 * @param modelled fills unknown splits pro rata of what each source paid into the pot, marked MODELLED; only when every
 * contribution is known
 */
export function splitOf(
  allocation: AllocationRow,
  contributions: readonly PotContributionRow[],
  singleSourceId: string | null,
  modelled: boolean,
): ShareValue[] {
  if (allocation.statedShares.length > 0) {
    return allocation.statedShares.map(({ sourceId, value, share, sources }) => ({
      sourceId,
      amount: value,
      share,
      certainty: "STATED",
      sources,
    }));
  }
  const sourceIds = contributions.map(({ sourceId }) => sourceId);
  if (allocation.potId === null && singleSourceId !== null) sourceIds.push(singleSourceId);
  const unknown = sourceIds.map(
    (sourceId): ShareValue => ({ sourceId, amount: null, share: null, certainty: "UNKNOWN", sources: [] }),
  );
  return modelled ? (proRata(allocation, contributions) ?? unknown) : unknown;
}

/** Öre are whole numbers, so they divide without loss; what rounding leaves over goes to the largest contribution. */
function proRata(allocation: AllocationRow, contributions: readonly PotContributionRow[]): ShareValue[] | undefined {
  const known = contributions.flatMap(({ value }) => (value === null ? [] : [toOre(value)]));
  if (known.length < contributions.length) return undefined;
  const pot = known.reduce((sum, part) => sum + part, 0n);
  if (pot <= 0n) return undefined;
  const whole = allocation.value === null ? undefined : toOre(allocation.value);
  const shares = whole === undefined ? undefined : known.map((part) => (whole * part) / pot);
  if (shares && whole !== undefined) {
    const largest = known.indexOf(largestOf(known));
    shares[largest] = (shares[largest] ?? 0n) + whole - shares.reduce((sum, share) => sum + share, 0n);
  }
  return contributions.map(({ sourceId }, index) => ({
    sourceId,
    amount: shares ? toKronor(shares[index] ?? 0n) : null,
    share: Number(known[index]) / Number(pot),
    certainty: "MODELLED",
    sources: [],
  }));
}

const largestOf = (parts: readonly bigint[]) => [...parts].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))[0] ?? 0n;
