import { kronorOf, oreOf } from "./money";
import { type Measure, type Need, type PropertyOwner, type Status, statuses, statusOf } from "./rows/rows";

export interface StatusCount {
  readonly status: Status;
  readonly count: number;
}

/** How many stand where; each state once. */
export function countByStatus(rows: readonly (Need | Measure)[]): StatusCount[] {
  return statuses.map((status) => ({ status, count: rows.filter((row) => statusOf(row) === status).length }));
}

export interface SetAside {
  readonly ownerKind: PropertyOwner["kind"] | "UNKNOWN";
  readonly year: number | null;
  /** SEK. */
  readonly value: number | null;
  readonly isApproximate: boolean;
  readonly measures: number;
  readonly measuresWithoutAmount: number;
}

/** A measure with its owner; null when it has none that is known. */
export interface OwnedMeasure {
  readonly measure: Measure;
  readonly owner: PropertyOwner | null;
}

/** Nothing is set aside for what will not be done. */
const notDeclined = ({ measure }: OwnedMeasure) => statusOf(measure) !== "DECLINED";

const KINDS: readonly SetAside["ownerKind"][] = ["PRIVATE", "MUNICIPAL", "UNKNOWN"];

/** Money by kind of owner and year, since money of different years is not added. */
export function sumSetAside(rows: readonly OwnedMeasure[]): SetAside[] {
  const groups = new Map<string, SetAside & { ore: bigint | null }>();
  for (const { measure, owner } of rows.filter(notDeclined)) {
    const ownerKind = owner?.kind ?? "UNKNOWN";
    const { value = null, year = null, isApproximate = false } = measure.setAside ?? {};
    const key = `${ownerKind} ${year}`;
    const before = groups.get(key);
    const ore = value === null ? (before?.ore ?? null) : (before?.ore ?? 0n) + oreOf(value);
    groups.set(key, {
      ownerKind,
      year,
      ore,
      value: ore === null ? null : kronorOf(ore),
      isApproximate: (before?.isApproximate ?? false) || (value !== null && isApproximate),
      measures: (before?.measures ?? 0) + 1,
      measuresWithoutAmount: (before?.measuresWithoutAmount ?? 0) + (value === null ? 1 : 0),
    });
  }
  return [...groups.values()].sort(
    (a, b) =>
      KINDS.indexOf(a.ownerKind) - KINDS.indexOf(b.ownerKind) ||
      (a.year ?? Number.MAX_SAFE_INTEGER) - (b.year ?? Number.MAX_SAFE_INTEGER),
  );
}

export interface Coverage {
  readonly measures: number;
  readonly withAmount: number;
  readonly withoutAmount: number;
  readonly withoutOwner: number;
  readonly withPicturesBeforeAndAfter: number;
}

export function coverageOf(rows: readonly OwnedMeasure[]): Coverage {
  const counted = rows.filter(notDeclined);
  const count = (is: (row: OwnedMeasure) => boolean) => counted.filter(is).length;
  const hasAmount = ({ measure }: OwnedMeasure) => (measure.setAside?.value ?? null) !== null;
  const hasPicture = (moment: "BEFORE" | "AFTER", { pictures }: Measure) =>
    pictures.some((picture) => picture.moment === moment);
  return {
    measures: counted.length,
    withAmount: count(hasAmount),
    withoutAmount: count((row) => !hasAmount(row)),
    withoutOwner: count(({ owner }) => owner === null),
    withPicturesBeforeAndAfter: count(({ measure }) => hasPicture("BEFORE", measure) && hasPicture("AFTER", measure)),
  };
}
