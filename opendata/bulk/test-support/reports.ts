import type { TestDatabase } from "../../../test/testkit/database";

const nothing = {
  allocations: [],
  costs: [],
  indicators: [],
  deviations: [],
  forecast: null,
  coFinancing: [],
  answers: [],
  finalAccount: null,
};

/** What the approved report says; its kronor are easy to tell from others. */
export const approvedContent = {
  ...nothing,
  allocations: [
    {
      initiativeId: "2281-nacksta",
      amount: "1000.50",
      areas: [
        { areaId: "2281-nacksta", share: "0.333333", amount: "333.50" },
        { areaId: "2281-bredsand", share: "0.5", amount: "500.25" },
      ],
    },
    { initiativeId: "2281-bredsand", amount: "99.00", areas: [] },
  ],
  costs: [
    { category: 'Löner, "hyror"\noch\\annat', initiativeId: null, amount: "600.25" },
    { category: "Material", initiativeId: null, amount: "0.75" },
  ],
  coFinancing: [{ organisationId: null, amount: "12.00" }],
  forecast: { total: "2800000.00", willBeUsed: true, note: null },
};

export const REPORTS = {
  approved: "2281-boverket~approved0000",
  supplement: "2281-boverket~supplement00",
  draft: "2281-boverket~draft0000000",
  other: "2181-tillvaxtverket~draft0",
} as const;

/**
 * Reports of two municipalities to two sources, put into the tables as they are: one approved in its second version, one with
 * a supplement requested and a new draft, and two drafts.
 */
export async function putReports(database: TestDatabase): Promise<void> {
  const grant = async (owner: string, source: string) => {
    const [row] = await database.query<{ id: string }>(
      'SELECT id FROM funding."grant" WHERE municipality_code = $1 AND source_id = $2 ORDER BY id LIMIT 1',
      [owner, source],
    );
    if (!row) throw new Error(`The seeds have no grant of ${source} to ${owner}`);
    return row.id;
  };
  const head = async (id: string, owner: string, source: string, draft: object | null) =>
    database.query(
      `INSERT INTO funding.follow_up_report (municipality_code, id, source_id, grant_id, kind, period_start, period_end, revision, draft)
       VALUES ($1, $2, $3, $4, 'PROGRESS', '2021-01-01', '2021-12-31', 1, $5)`,
      [owner, id, source, await grant(owner, source), draft && JSON.stringify(draft)],
    );
  const version = (report: string, number: number, content: object) =>
    database.query(
      `INSERT INTO funding.follow_up_version (municipality_code, report_id, number, content, hash, submitted_by)
       VALUES ('2281', $1, $2, $3, repeat('a', 64), '2281')`,
      [report, number, JSON.stringify(content)],
    );
  const review = (report: string, number: number, kind: string, of: number) =>
    database.query(
      `INSERT INTO funding.follow_up_review (municipality_code, report_id, number, kind, version, message, reviewed_by)
       VALUES ('2281', $1, $2, $3, $4, 'Skriv mer.', 'boverket')`,
      [report, number, kind, of],
    );
  await head(REPORTS.approved, "2281", "boverket", null);
  await version(REPORTS.approved, 1, nothing);
  await review(REPORTS.approved, 1, "SUPPLEMENT_REQUESTED", 1);
  await version(REPORTS.approved, 2, approvedContent);
  await review(REPORTS.approved, 2, "APPROVED", 2);
  await head(REPORTS.supplement, "2281", "boverket", nothing);
  await version(REPORTS.supplement, 1, nothing);
  await review(REPORTS.supplement, 1, "SUPPLEMENT_REQUESTED", 1);
  await head(REPORTS.draft, "2281", "boverket", nothing);
  await head(REPORTS.other, "2181", "tillvaxtverket", nothing);
  // As a review does, so that the feed tells that they are published.
  await database.query("UPDATE funding.follow_up_report SET revision = revision + 1");
}
