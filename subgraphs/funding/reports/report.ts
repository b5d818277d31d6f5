import type { FollowUpContentValue } from "./content";

/** A report's head; its state follows from its versions and reviews. Days are text, such as 2026-01-31. */
export interface FollowUpReportRow {
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
  readonly createdAt: Date;
  readonly changedAt: Date;
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
