import type { FollowUpContentValue } from "./content";

/** A report's head with what follows from its versions and reviews. Days are text, such as 2026-01-31. */
export interface ReportRow {
  readonly municipalityCode: string;
  readonly id: string;
  readonly sourceId: string;
  readonly grantId: string;
  readonly kind: "PROGRESS" | "FINAL";
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly templateId: string | null;
  readonly templateVersion: number | null;
  readonly revision: number;
  /** Null between a submission and the next draft. */
  readonly draft: FollowUpContentValue | null;
  readonly changedAt: Date;
  readonly state: "DRAFT" | "SUBMITTED" | "SUPPLEMENT_REQUESTED" | "APPROVED";
  /** Null before the first was handed in, and for who sees only what is published. */
  readonly lastVersion: number | null;
  /** Null until the report is approved. */
  readonly approvedVersion: number | null;
}

/** A report as a caller is shown it. */
export interface FollowUpReportRow extends ReportRow {
  /** Whether its draft, every version and every review are shown; else what is published of it alone. */
  readonly showsAll: boolean;
}

/** A version as it was handed in; it never changes. */
export interface VersionRow {
  readonly municipalityCode: string;
  readonly reportId: string;
  readonly number: number;
  readonly content: FollowUpContentValue;
  /** SHA-256 of the content as canonical JSON (RFC 8785), in hexadecimal. */
  readonly hash: string;
  readonly submittedBy: string;
  readonly submittedAt: Date;
  /** Year of the report's period; null when it lies in several. */
  readonly year: number | null;
}

export interface ReviewRow {
  readonly municipalityCode: string;
  readonly reportId: string;
  readonly number: number;
  readonly kind: "SUPPLEMENT_REQUESTED" | "APPROVED";
  readonly version: number;
  readonly message: string | null;
  readonly fields: readonly string[];
  readonly dueOn: string | null;
  readonly approvedCost: string | null;
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
}

/** The year that a period lies in; null when it lies in several. */
export function yearOf({ periodStart, periodEnd }: Pick<ReportRow, "periodStart" | "periodEnd">): number | null {
  const year = periodStart.slice(0, 4);
  return year === periodEnd.slice(0, 4) ? Number(year) : null;
}
