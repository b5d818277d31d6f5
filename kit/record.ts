import type { EntitySchemaColumnOptions } from "typeorm";

/** The owner of rows that belong to no municipality: statutes, agencies, code lists. */
export const NATIONAL = "0000";

/** The municipality code that an id begins with, or NATIONAL. It is the partition key of every table that grows. */
export function ownerOf(id: string): string {
  return /^\d{4}-/.test(id) ? id.slice(0, 4) : NATIONAL;
}

/** The municipality code that is named, or NATIONAL when none is, several are, or what is named is no code. */
export function ownerNamed(codes: readonly string[] | null | undefined): string {
  const [code = NATIONAL, ...others] = new Set(codes);
  return others.length === 0 && /^\d{4}$/.test(code) ? code : NATIONAL;
}

export interface TextValue {
  readonly sv: string | null;
  readonly en: string | null;
}

export type CertaintyValue = "STATED" | "DERIVED" | "INFERRED" | "MODELLED" | "UNKNOWN";
export type PrecisionValue = "EXACT" | "APPROXIMATE";

/** A date of which perhaps only month, season or year is known; `value` is EDTF without qualifier. */
export interface FuzzyDateValue {
  readonly value: string;
  readonly precision: "DAY" | "MONTH" | "SEASON" | "YEAR";
  readonly certainty: CertaintyValue;
}

export interface PeriodValue {
  readonly start: FuzzyDateValue | null;
  readonly end: FuzzyDateValue | null;
}

export interface QuantityValue {
  readonly value: number | null;
  readonly precision: PrecisionValue;
  readonly certainty: CertaintyValue;
  readonly asPrinted: string;
}

export interface SourceValue {
  readonly documentId: string;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly field: string | null;
}

export interface QualityNoteValue {
  readonly code: string;
  readonly severity: "INFO" | "WARNING" | "DEFICIENCY";
  readonly field: string | null;
  readonly message: TextValue;
}

/** What every record carries beside its own facts: where it comes from, known doubts, and its life in the hub. */
export interface Provenance {
  readonly sources: readonly SourceValue[];
  readonly qualityNotes: readonly QualityNoteValue[];
  readonly withdrawnAt: Date | null;
  readonly changedAt: Date;
}

/** A record of a table that grows: its key begins with the municipality code. */
export interface OwnedRecord extends Provenance {
  readonly municipalityCode: string;
  readonly id: string;
}

/** A row as an import gives it: the hub itself keeps its life. */
export type ImportRow<Row> = Omit<Row, "withdrawnAt" | "changedAt">;

type Columns<Row> = { [P in keyof Row]: EntitySchemaColumnOptions };

export const text = (name: string): EntitySchemaColumnOptions => ({ type: "text", name });
export const nullable = (
  name: string,
  type: EntitySchemaColumnOptions["type"] = "text",
): EntitySchemaColumnOptions => ({
  type,
  name,
  nullable: true,
});
export const column = (name: string, type: EntitySchemaColumnOptions["type"]): EntitySchemaColumnOptions => ({
  type,
  name,
});
export const texts = (name: string): EntitySchemaColumnOptions => ({ type: "text", array: true, name });
export const primary = (name: string, type: EntitySchemaColumnOptions["type"] = "text"): EntitySchemaColumnOptions => ({
  type,
  name,
  primary: true,
});

export const provenanceColumns: Columns<Provenance> = {
  sources: column("sources", "jsonb"),
  qualityNotes: column("quality_notes", "jsonb"),
  withdrawnAt: nullable("withdrawn_at", "timestamptz"),
  changedAt: column("changed_at", "timestamptz"),
};

export const ownedColumns: Columns<OwnedRecord> = {
  municipalityCode: primary("municipality_code"),
  id: primary("id"),
  ...provenanceColumns,
};
