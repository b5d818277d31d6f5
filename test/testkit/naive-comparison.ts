import type { CertaintyValue, PrecisionValue } from "../../kit/record";
import type { Dimension } from "../../subgraphs/comparisons/generated/types";
import type { NormalisedInput } from "../../subgraphs/comparisons/input/normalised-input";
import type { House } from "./house";
import { type NaivePart, type NaiveRecord, naiveRecords, SURENESS } from "./naive-records";

const UNKNOWN = "UNKNOWN";
const SUMMING = ["AMOUNT", "INITIATIVE_COUNT", "TARGET_COUNT"];
const UNITS = 232_792_560n;

/** An exact quotient of whole numbers. */
export interface Quotient {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A row as the plainest way of computing it gives it. */
export interface NaiveRow {
  readonly codes: readonly string[];
  readonly value: Quotient | null;
  readonly recordCount: number;
  readonly missingCount: number;
  readonly certainty: CertaintyValue | null;
  readonly precision: PrecisionValue | null;
  readonly isModelled: boolean;
  readonly mixesKinds: boolean;
}

/** A record, or the part of it that some sources have. */
interface Piece extends NaiveRecord {
  readonly part: NaivePart | undefined;
  readonly isPartModelled: boolean;
}

/** One piece in one combination of codes, and its place among the combinations that it is divided between. */
interface Placed {
  readonly piece: Piece;
  readonly codes: readonly string[];
  readonly ordinal: bigint;
  readonly count: bigint;
}

/** The rows of a comparison, computed from the rows of the rooms one record after the other; in no order. */
export function naiveComparison(house: House, input: NormalisedInput): NaiveRow[] {
  const records = naiveRecords(house).filter((record) => isChosen(record, input));
  const pieces = records.flatMap((record) => piecesOf(record, input));
  const groups = groupsOf(pieces, input, input.groupBy);
  if (input.groupBy.length === 0 && groups.size === 0) groups.set("[]", []);
  return [...groups].map(([key, placed]) => rowOf(house, JSON.parse(key) as string[], placed, records, pieces, input));
}

/** The records of a question, each whole or, with a filter on sources, the part that is theirs. */
export function naiveSelection(house: House, input: NormalisedInput): NaiveRecord[] {
  const asked: NormalisedInput = isMoney(input) ? { ...input, measure: "AMOUNT", groupBy: [] } : input;
  return naiveRecords(house)
    .filter((record) => isChosen(record, asked))
    .flatMap((record) => piecesOf(record, asked));
}

const isMoney = ({ measure }: NormalisedInput) => measure === "AMOUNT" || measure === "STATE_SHARE";

function subjectOf(input: NormalisedInput): NaiveRecord["subject"] {
  if (isMoney(input)) return `MONEY_${input.level ?? "INITIATIVE"}`;
  return input.measure === "TARGET_COUNT" || input.measure === "QUANTIFIED_TARGET_SHARE" ? "TARGET" : "INITIATIVE";
}

/** The codes of a record in a dimension; none when it does not say. */
function codesOf(record: NaiveRecord, dimension: Dimension): readonly string[] {
  const { initiative } = record;
  const one = (code: string | null | undefined) => (code ? [code] : []);
  const codes: Record<Dimension, () => readonly string[]> = {
    MUNICIPALITY: () => [record.municipality],
    COUNTY: () => [record.county],
    YEAR: () => record.years.map(String),
    THEME: () => initiative?.themes ?? [],
    STRATEGY_AREA: () => one(initiative?.strategyArea),
    TARGET_GROUP: () => initiative?.targetGroups ?? [],
    INSTRUMENT: () => one(initiative?.instrument),
    STATUS: () => one(initiative?.status),
    AREA: () => initiative?.areaIds ?? [],
    PROGRAMME: () => one(record.programmeId),
    INITIATIVE: () => one(record.initiativeId),
    FUNDING_SOURCE: () => record.sources,
    FUNDING_SOURCE_KIND: () => record.sourceKinds,
    AMOUNT_KIND: () => one(record.kind),
    ORGANISATION: () => record.organisations,
    ORGANISATION_KIND: () => record.organisationKinds,
  };
  return [...codes[dimension]()].sort((a, b) => (a < b ? -1 : 1));
}

const FILTERED: readonly [keyof NormalisedInput["filter"], Dimension][] = [
  ["amountKinds", "AMOUNT_KIND"],
  ["years", "YEAR"],
  ["themes", "THEME"],
  ["targetGroups", "TARGET_GROUP"],
  ["strategyAreas", "STRATEGY_AREA"],
  ["instruments", "INSTRUMENT"],
  ["statuses", "STATUS"],
  ["initiatives", "INITIATIVE"],
  ["areas", "AREA"],
  ["organisations", "ORGANISATION"],
  ["organisationKinds", "ORGANISATION_KIND"],
  ["sources", "FUNDING_SOURCE"],
  ["sourceKinds", "FUNDING_SOURCE_KIND"],
];
const isSource = (dimension: Dimension) => dimension === "FUNDING_SOURCE" || dimension === "FUNDING_SOURCE_KIND";

function wantedOf(input: NormalisedInput, field: keyof NormalisedInput["filter"]): string[] | undefined {
  const wanted = input.filter[field];
  return Array.isArray(wanted) ? wanted.map(String) : undefined;
}

function isChosen(record: NaiveRecord, input: NormalisedInput): boolean {
  const { municipalities, filter } = input;
  if (record.subject !== subjectOf(input)) return false;
  if (municipalities && !municipalities.includes(record.municipality)) return false;
  if (filter.isReserve !== undefined && (record.initiative?.isReserve ?? false) !== filter.isReserve) return false;
  return FILTERED.every(([field, dimension]) => {
    const wanted = wantedOf(input, field);
    if (!wanted || (isSource(dimension) && isMoney(input))) return true;
    const codes = codesOf(record, dimension);
    return codes.length === 0 ? wanted.includes(UNKNOWN) : codes.some((code) => wanted.includes(code));
  });
}

function partsOf(record: NaiveRecord, { split }: NormalisedInput): readonly NaivePart[] {
  return (split === "MODELLED" ? record.modelled : undefined) ?? record.stated;
}

/** A record of money in the pieces that its sources have, when it is by them or filtered on them; else whole. */
function piecesOf(record: NaiveRecord, input: NormalisedInput): Piece[] {
  const { groupBy, filter, split } = input;
  const isModelled = split === "MODELLED" && record.modelled !== undefined;
  const bySource = groupBy.filter(isSource);
  if (
    !isMoney(input) ||
    input.measure === "STATE_SHARE" ||
    (bySource.length === 0 && !filter.sources && !filter.sourceKinds)
  ) {
    return [{ ...record, part: undefined, isPartModelled: false }];
  }
  const pieces = new Map<string, NaivePart[]>();
  for (const part of partsOf(record, input)) {
    const isWanted =
      (wantedOf(input, "sources")?.includes(part.source) ?? true) &&
      (wantedOf(input, "sourceKinds")?.includes(part.kind) ?? true);
    const key = JSON.stringify(bySource.map((dimension) => (dimension === "FUNDING_SOURCE" ? part.source : part.kind)));
    if (isWanted) pieces.set(key, [...(pieces.get(key) ?? []), part]);
  }
  return [...pieces.values()].map((parts) => {
    const known = parts.flatMap(({ ore }) => ore ?? []);
    const ranks = parts.flatMap(({ source, rank }) => (source === UNKNOWN || rank === null ? [] : [rank]));
    const ore = known.length > 0 ? known.reduce((sum, one) => sum + one, 0n) : null;
    return {
      ...record,
      value: ore,
      rank: Math.min(record.rank, ...ranks),
      part: { source: parts[0]?.source ?? "", kind: parts[0]?.kind ?? "", ore, rank: null },
      isPartModelled: isModelled && ranks.includes(1),
    };
  });
}

const MANY: readonly Dimension[] = ["THEME", "TARGET_GROUP", "AREA", "ORGANISATION", "ORGANISATION_KIND"];
const divides = (dimension: Dimension, input: NormalisedInput) =>
  MANY.includes(dimension) || (isSource(dimension) && !isMoney(input));

function placesOf(piece: Piece, input: NormalisedInput, dimensions: readonly Dimension[]): Placed[] {
  return dimensions.reduce<Placed[]>(
    (before, dimension) => {
      const own =
        piece.part && isSource(dimension)
          ? [dimension === "FUNDING_SOURCE" ? piece.part.source : piece.part.kind]
          : codesOf(piece, dimension);
      const codes = own.length > 0 ? own : [UNKNOWN];
      const size = divides(dimension, input) ? BigInt(codes.length) : 1n;
      const field = FILTERED.find(([, one]) => one === dimension)?.[0];
      const wanted = field && !(piece.part && isSource(dimension)) ? wantedOf(input, field) : undefined;
      return before.flatMap((place) =>
        codes.flatMap((code, index) =>
          wanted && !wanted.includes(code)
            ? []
            : {
                ...place,
                codes: [...place.codes, code],
                count: place.count * size,
                ordinal: place.ordinal * size + (size > 1n ? BigInt(index) : 0n),
              },
        ),
      );
    },
    [{ piece, codes: [], ordinal: 0n, count: 1n }],
  );
}

function groupsOf(pieces: readonly Piece[], input: NormalisedInput, dimensions: readonly Dimension[]) {
  const groups = new Map<string, Placed[]>();
  for (const placed of pieces.flatMap((piece) => placesOf(piece, input, dimensions))) {
    const key = JSON.stringify(placed.codes);
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  return groups;
}

/** An even part of a whole number: what does not divide goes, one each, to the first. */
function partOf(whole: bigint, { count, ordinal }: Placed): bigint {
  const size = whole < 0n ? -whole : whole;
  const part = size / count + (ordinal < size % count ? 1n : 0n);
  return whole < 0n ? -part : part;
}

interface Sum {
  readonly value: Quotient | null;
  readonly missing: number;
  readonly known: readonly Placed[];
}

const over = (top: bigint, bottom: bigint): Quotient | null => (bottom === 0n ? null : { top, bottom });
const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);

function sumOf(placed: readonly Placed[], input: NormalisedInput): Sum {
  const { measure, multiValued } = input;
  if (measure === "STATE_SHARE") {
    const isUndivided = ({ piece }: Placed) =>
      piece.value === null ||
      partsOf(piece, input).some(({ kind }) => kind === UNKNOWN || kind === "MIXED_UNSPECIFIED");
    const known = placed.filter((one) => !isUndivided(one));
    const missing = placed.length - known.length;
    const parts = known.flatMap(({ piece }) => partsOf(piece, input));
    const state = parts.filter(({ kind }) => kind === "STATE_GRANT" || kind === "STATE_SUPPORT");
    const sum = (of: readonly NaivePart[]) => total(of.map(({ ore }) => ore ?? 0n));
    return { value: missing > 0 ? null : over(sum(state), sum(parts)), missing, known };
  }
  const known = placed.filter(({ piece }) => piece.value !== null);
  const missing = placed.length - known.length;
  const divide = (whole: bigint, place: Placed) => (multiValued === "FRACTIONAL" ? partOf(whole, place) : whole);
  if (measure === "AMOUNT") {
    const ore = total(known.map((place) => divide(place.piece.value ?? 0n, place)));
    return { value: known.length === 0 ? null : { top: ore, bottom: 100n }, missing, known };
  }
  if (placed.length === 0) return { value: null, missing, known };
  if (!SUMMING.includes(measure)) {
    return { value: over(total(placed.map(({ piece }) => piece.value ?? 0n)), BigInt(placed.length)), missing, known };
  }
  return { value: { top: total(placed.map((place) => divide(UNITS, place))), bottom: UNITS }, missing, known };
}

const CLASSIFIED: readonly Dimension[] = ["THEME", "TARGET_GROUP", "STRATEGY_AREA", "INSTRUMENT"];

/** The worst of the record, its parts, and what says where it stands in the dimensions that rows are by or filtered on. */
function rankOf({ piece, codes }: Placed, input: NormalisedInput, dimensions: readonly Dimension[]): number {
  const parts = input.measure === "STATE_SHARE" ? partsOf(piece, input).flatMap(({ rank }) => rank ?? []) : [];
  const { initiative } = piece;
  const doubt = (dimension: Dimension) => {
    if (CLASSIFIED.includes(dimension)) return [SURENESS.indexOf(initiative?.classificationCertainty ?? "UNKNOWN")];
    return dimension === "STATUS" ? [SURENESS.indexOf(initiative?.statusCertainty ?? "UNKNOWN")] : [];
  };
  const grouped = dimensions.flatMap((dimension, index) => (codes[index] === UNKNOWN ? [] : doubt(dimension)));
  const filtered = FILTERED.filter(
    ([field, dimension]) =>
      input.filter[field] !== undefined &&
      !dimensions.includes(dimension) &&
      codesOf(piece, dimension).some((code) => code !== UNKNOWN),
  ).flatMap(([, dimension]) => doubt(dimension));
  const year = restsOnYears(input) && piece.isYearInferred ? [SURENESS.indexOf("INFERRED")] : [];
  return Math.min(piece.rank, ...parts, ...grouped, ...filtered, ...year);
}

/** Whether what is counted depends on when initiatives go on; money has its year in its own certainty. */
export const restsOnYears = (input: NormalisedInput) =>
  !isMoney(input) &&
  (input.groupBy.includes("YEAR") || input.filter.years !== undefined || input.normalise === "PER_CAPITA");

const WITHIN: readonly Dimension[] = ["MUNICIPALITY", "YEAR", "AMOUNT_KIND"];

function rowOf(
  house: House,
  codes: readonly string[],
  placed: readonly Placed[],
  records: readonly NaiveRecord[],
  pieces: readonly Piece[],
  input: NormalisedInput,
): NaiveRow {
  const { groupBy, normalise, measure, multiValued } = input;
  const { value, missing, known } = sumOf(placed, input);
  const isModelledPiece = ({ piece }: Placed) =>
    piece.isPartModelled ||
    (measure === "STATE_SHARE" &&
      input.split === "MODELLED" &&
      (piece.modelled?.some(({ rank }) => rank === 1) ?? false));
  const isDivided = multiValued === "FRACTIONAL" && placed.some((one) => isInSeveral(one, input));
  let result = value;
  let restsOn = known.map((one) => ({ one, rank: rankOf(one, input, groupBy) }));
  let restsOnAll = known;
  if (normalise === "PER_CAPITA") {
    const inhabitants = inhabitantsOf(house, codes, placed, pieces, input);
    result = value && inhabitants ? over(value.top, value.bottom * BigInt(inhabitants)) : null;
  }
  if (normalise === "SHARE_OF_MUNICIPALITY") {
    const within = WITHIN.filter((dimension) => groupBy.includes(dimension));
    const key = JSON.stringify(within.map((dimension) => codes[groupBy.indexOf(dimension)]));
    // A record is once in its municipality's whole, as one piece of all the sources that are asked for.
    const asked = { ...input, groupBy: within, multiValued: "FULL" } as const;
    const own = records.flatMap((record) => piecesOf(record, asked));
    const whole = sumOf(groupsOf(own, asked, within).get(key) ?? [], asked);
    result = value && whole.value ? over(value.top * whole.value.bottom, value.bottom * whole.value.top) : null;
    restsOn = [...restsOn, ...whole.known.map((one) => ({ one, rank: rankOf(one, input, within) }))];
    restsOnAll = [...known, ...whole.known];
  }
  const isQuotient = normalise !== "NONE" || !SUMMING.includes(measure);
  const ranks = restsOn.map(({ one, rank }) => (isModelledPiece(one) ? Math.max(Math.min(rank, 1), 0) : rank));
  const worst = Math.min(...ranks, ...(isQuotient || isDivided ? [3] : []));
  return {
    codes,
    value: result,
    recordCount: placed.length,
    missingCount: missing,
    certainty: result === null ? null : (SURENESS[worst] ?? null),
    precision: result === null ? null : restsOnAll.some(({ piece }) => piece.isApproximate) ? "APPROXIMATE" : "EXACT",
    isModelled: result !== null && restsOn.some(({ one, rank }) => rank === 1 || isModelledPiece(one)),
    // A whole that a share is of may mix what the row itself does not.
    mixesKinds: result !== null && isMoney(input) && new Set(restsOnAll.map(({ piece }) => piece.kind)).size > 1,
  };
}

function isInSeveral({ piece }: Placed, input: NormalisedInput): boolean {
  return input.groupBy.some((dimension) => divides(dimension, input) && codesOf(piece, dimension).length > 1);
}

/** Those of the row's one year, in its municipality, its county, or wherever the selection has a record of that year. */
function inhabitantsOf(
  house: House,
  codes: readonly string[],
  placed: readonly Placed[],
  pieces: readonly Piece[],
  input: NormalisedInput,
): number | null {
  const { groupBy, filter } = input;
  const yearsOf = (piece: Piece) => piece.years.filter((year) => filter.years?.includes(year) ?? true);
  const of = (dimension: Dimension) => (groupBy.includes(dimension) ? codes[groupBy.indexOf(dimension)] : undefined);
  const known = placed.map(({ piece }) => yearsOf(piece));
  const years = groupBy.includes("YEAR") ? [of("YEAR") ?? UNKNOWN] : [...new Set(known.flat().map(String))];
  const [year] = years;
  if (years.length !== 1 || year === undefined || year === UNKNOWN) return null;
  if (!groupBy.includes("YEAR") && known.some((list) => list.length === 0)) return null;
  const present = new Set(
    pieces.filter((piece) => yearsOf(piece).map(String).includes(year)).map(({ municipality }) => municipality),
  );
  const scope = house.municipalities.filter(
    ({ code, countyCode }) =>
      present.has(code) &&
      (of("MUNICIPALITY") ?? code) === code &&
      (groupBy.includes("MUNICIPALITY") || (of("COUNTY") ?? countyCode) === countyCode),
  );
  const populations = scope.map(({ populations: all }) => all.find((one) => String(one.year) === year)?.value ?? null);
  if (populations.includes(null) || populations.length === 0) return null;
  return populations.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
