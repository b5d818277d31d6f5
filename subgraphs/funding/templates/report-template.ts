import type { TextValue } from "../../../kit/record";

/** A form as its source published it; a version never changes. */
export interface ReportTemplateRow {
  readonly municipalityCode: string;
  readonly sourceId: string;
  readonly id: string;
  readonly version: number;
  readonly programmeId: string | null;
  readonly kind: "PROGRESS" | "FINAL";
  readonly form: FormValue;
  readonly publishedAt: Date;
}

export interface FormValue {
  readonly title: TextValue;
  readonly fields: readonly FormField[];
  readonly indicators: readonly FormIndicator[];
  /** Days as text, such as 2026-01-31. */
  readonly deadlines: readonly { readonly periodEnd: string; readonly dueOn: string }[];
}

export interface FormField {
  readonly key: string;
  readonly label: TextValue;
  readonly kind: "TEXT" | "NUMBER" | "SHARE" | "MONEY" | "DATE" | "BOOLEAN" | "CODES";
  readonly isRequired: boolean;
  readonly unit: string | null;
  readonly codes: readonly { readonly code: string; readonly label: TextValue }[];
  readonly isMultiple: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly maximumLength: number | null;
}

export interface FormIndicator {
  readonly key: string;
  readonly label: TextValue;
  readonly unit: string;
  readonly isRequired: boolean;
}
