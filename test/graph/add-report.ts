import type { ReportedAllocationValue } from "../../subgraphs/funding/reports/content";
import type { TestDatabase } from "../testkit/database";

export interface NewReport {
  /** Begins with the municipality code and the source, such as 2281-boverket~aaaaaaaaaaaa. */
  readonly id: string;
  readonly grant: string;
  readonly kind: "PROGRESS" | "FINAL";
  readonly period: readonly [start: string, end: string];
  /** Allocations of each version that was handed in. */
  readonly versions: readonly (readonly ReportedAllocationValue[])[];
  readonly isApproved?: boolean;
  readonly draft?: readonly ReportedAllocationValue[];
}

/** Puts a report into a test database past all checks. */
export async function addReport(
  database: TestDatabase,
  { id, grant, kind, period, versions, isApproved = false, draft }: NewReport,
): Promise<void> {
  const [owners = ""] = id.split("~");
  const municipality = owners.slice(0, 4);
  const source = owners.slice(5);
  await database.query(
    `INSERT INTO funding.follow_up_report (municipality_code, id, source_id, grant_id, kind, period_start, period_end, revision, draft)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8)`,
    [municipality, id, source, grant, kind, ...period, draft ? JSON.stringify(contentWith(draft)) : null],
  );
  for (const [index, allocations] of versions.entries()) {
    await database.query(
      `INSERT INTO funding.follow_up_version (municipality_code, report_id, number, content, hash, submitted_by)
       VALUES ($1, $2, $3, $4, repeat('a', 64), $1)`,
      [municipality, id, index + 1, JSON.stringify(contentWith(allocations))],
    );
  }
  if (isApproved) {
    await database.query(
      `INSERT INTO funding.follow_up_review (municipality_code, report_id, number, kind, version, reviewed_by)
       VALUES ($1, $2, 1, 'APPROVED', $3, $4)`,
      [municipality, id, versions.length, source],
    );
  }
}

const contentWith = (allocations: readonly ReportedAllocationValue[]) => ({
  allocations,
  ...{ costs: [], indicators: [], deviations: [], forecast: null, coFinancing: [], answers: [], finalAccount: null },
});
