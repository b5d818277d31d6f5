import { canonicalJson } from "../../../kit/canonical-json";
import { required } from "../../../kit/loader";
import type { Connection } from "../../../kit/pagination";
import { ownerOf } from "../../../kit/record";
import { recordNoneShown, recordReads } from "../audit/record-reads";
import type {
  FollowUpReportResolvers,
  FollowUpReportVersionResolvers,
  FollowUpReviewResolvers,
  GrantEventResolvers,
  GrantResolvers,
  QueryResolvers,
} from "../generated/types";
import type { FundingContext } from "../loaders";
import { recordShown } from "../reports/record-shown";
import { type FollowUpReportRow, yearOf } from "../reports/report";
import { reportsMatching } from "../reports/report.repository";
import { shownContent } from "../reports/shown-content";
import { lastVersionOf, versionsOf } from "../reports/shown-versions";
import { asOwn, asPublished, ownReports, showsUnpublished } from "../reports/visibility";
import { templateKey } from "../templates/template.repository";

export const followUpReport: FollowUpReportResolvers = {
  /** A reference says whether more was asked for than what is published; the caller's token says whether it may be shown. */
  async __resolveReference({ id, isWhole }, context) {
    if (!isWhole) return asPublished(await context.loaders.report.load(id));
    return recordShown(context, "followUpReport", asOwn(await context.loaders.report.load(id), context.identity));
  },
  grant: ({ grantId }, _, { loaders }) => required(loaders.grant.load(grantId)),
  source: ({ sourceId }, _, { loaders }) => required(loaders.fundingSource.load(sourceId)),
  municipality: ({ municipalityCode }) => ({ code: municipalityCode }),
  template: (report, _, { loaders }) => templateOf(report, loaders),
  async content(report, _, { loaders }) {
    if (report.showsAll && report.draft) return shownContent(report.draft, yearOf(report));
    const last = await lastVersionOf(report, loaders);
    return last ? shownContent(last.content, last.year) : null;
  },
  versions: (report, _, { loaders }) => versionsOf(report, loaders),
  async reviews({ id, showsAll }, _, { loaders }) {
    const reviews = await loaders.reviewsByReport.load(id);
    return showsAll ? reviews : reviews.filter(({ kind }) => kind === "APPROVED");
  },
  isWhole: ({ showsAll }) => showsAll,
  isPublished: ({ state }) => state === "APPROVED",
  async dueOn(report, _, { loaders }) {
    const template = await templateOf(report, loaders);
    return template?.form.deadlines.find(({ periodEnd }) => periodEnd === report.periodEnd)?.dueOn ?? null;
  },
};

type Loaders = FundingContext["loaders"];

function templateOf({ sourceId, templateId, templateVersion }: FollowUpReportRow, loaders: Loaders) {
  if (templateId === null || templateVersion === null) return null;
  return loaders.reportTemplate.load(templateKey({ sourceId, id: templateId, version: templateVersion }));
}

export const followUpReportVersion: FollowUpReportVersionResolvers = {
  content: ({ content, year }) => shownContent(content, year),
  canonicalContent: ({ content }) => canonicalJson(content),
};

export const followUpReview: FollowUpReviewResolvers = {
  at: ({ reviewedAt }) => reviewedAt,
  by: ({ reviewedBy }) => reviewedBy,
};

/** What this adds to a grant: its published reports, by period. */
export const reportsOfGrant: Pick<GrantResolvers, "reports"> = {
  async reports({ id }, _, { loaders }) {
    const reports = await loaders.reportsByGrant.load(id);
    return reports.map(asPublished).filter((report) => report !== null);
  },
};

/** What this adds to an event: the report that it came with, once that is published. */
export const reportOfEvent: Pick<GrantEventResolvers, "report"> = {
  report: async ({ reportId }, _, { loaders }) =>
    reportId === null ? null : asPublished(await loaders.report.load(reportId)),
};

export const reportQueries: Pick<QueryResolvers, "followUpReports" | "followUpReport"> = {
  async followUpReports(_, { filter, includeUnpublished, ...page }, context) {
    const own = ownReports(includeUnpublished ? context.identity : null);
    const reports: Connection<FollowUpReportRow> = await context.connections.load(reportsMatching(filter, own), page);
    const shown = reports.nodes.filter(showsUnpublished);
    if (shown.length > 0) await recordReads(context, "followUpReports", shown);
    else if (includeUnpublished) await recordNoneShown(context, "followUpReports", filter?.municipalities);
    return reports;
  },
  async followUpReport(_, { id, includeUnpublished }, context) {
    const report = await context.loaders.report.load(id);
    if (!includeUnpublished) return asPublished(report);
    const shown = asOwn(report, context.identity);
    if (!shown || !showsUnpublished(shown)) await recordNoneShown(context, "followUpReport", [ownerOf(id)]);
    return recordShown(context, "followUpReport", shown);
  },
};
