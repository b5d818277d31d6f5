import { CERTAINTY_BY_RANK, type CertaintyRank } from "../facts/certainty";
import type { Dimension } from "../generated/types";
import { UNKNOWN } from "./dimensions";
import { UNKNOWN_LABEL } from "./labels";
import type { ComparisonKeyValue, ComparisonRowValue } from "./row";

/** A row as PostgreSQL gives it. */
export interface RowRecord {
  readonly codes: readonly string[];
  readonly labels_sv: readonly (string | null)[];
  readonly labels_en: readonly (string | null)[];
  readonly value: string | null;
  readonly records: number;
  readonly missing: number;
  readonly rank: CertaintyRank | null;
  readonly is_approximate: boolean;
  readonly is_modelled: boolean;
  readonly mixes_kinds: boolean;
}

/** As the graph shows it: what is said of a value is null where there is none. */
export function toRow(groupBy: readonly Dimension[], record: RowRecord): ComparisonRowValue {
  const hasValue = record.value !== null;
  return {
    keys: groupBy.map((dimension, index) => keyOf(dimension, index, record)),
    value: record.value,
    recordCount: record.records,
    missingCount: record.missing,
    certainty: hasValue && record.rank !== null ? CERTAINTY_BY_RANK[record.rank] : null,
    precision: hasValue ? (record.is_approximate ? "APPROXIMATE" : "EXACT") : null,
    isModelled: hasValue && record.is_modelled,
    mixesKinds: hasValue && record.mixes_kinds,
  };
}

function keyOf(dimension: Dimension, index: number, { codes, labels_sv, labels_en }: RowRecord): ComparisonKeyValue {
  const code = codes[index] ?? UNKNOWN;
  const label = { sv: labels_sv[index] ?? null, en: labels_en[index] ?? null };
  if (label.sv !== null || label.en !== null) return { dimension, code, label };
  return { dimension, code, label: code === UNKNOWN ? UNKNOWN_LABEL : { sv: code, en: code } };
}
