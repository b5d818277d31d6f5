import { randomUUID } from "node:crypto";
import type { TestHub } from "../testkit/hub";

export const GRANT = "2281-boverket-sundsbruk";
export const INITIATIVE = "2281-omradesutveckling-med-stod-fran-boverket";

/** What a mutation of a report answers, as REPORT asks for it. */
export interface ReportAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: a report has the shape that REPORT gives it
  readonly report: any;
  readonly mistakes: readonly {
    code: string;
    field: string | null;
    record: string | null;
    message: string;
    remedy: string;
  }[];
  readonly isReplay: boolean;
}

const AMOUNT = "{ value kind year yearCertainty certainty precision }";
const CONTENT = `{
  allocations { initiative { id } amount ${AMOUNT} areas { area { id } share amount ${AMOUNT} } }
  costs { category initiative { id } amount ${AMOUNT} }
  indicators { indicator series initiative { id } value correction }
  deviations { kind description effect }
  forecast { total ${AMOUNT} willBeUsed note }
  coFinancing { organisation { id } amount ${AMOUNT} }
  answers { field text number money date isTrue codes }
  finalAccount { spent ${AMOUNT} totalCost ${AMOUNT} }
}`;
export const REPORT = `{
  id kind periodStart periodEnd state revision isPublished dueOn
  grant { id state } source { id } municipality { code } template { id version }
  content ${CONTENT}
  versions { number submittedBy hash canonicalContent content ${CONTENT} }
  reviews { kind version message fields dueOn approvedCost by }
}`;
const RESULT = `{ report ${REPORT} mistakes { code field record message(language: EN) remedy(language: EN) } isReplay }`;

const mutation = (name: string, input: string) =>
  `mutation ($input: ${input}!) { answer: ${name}(input: $input) ${RESULT} }`;
const mutations = {
  save: mutation("saveFollowUpReport", "SaveFollowUpReportInput"),
  submit: mutation("submitFollowUpReport", "SubmitFollowUpReportInput"),
  requestSupplement: mutation("requestSupplement", "RequestSupplementInput"),
  approve: mutation("approveFollowUpReport", "ApproveFollowUpReportInput"),
};

export type Change = (input: Record<string, unknown>) => Promise<ReportAnswer>;

/** What a municipality's system and an agency's do with reports, each with its own token. */
export interface ReportDesk {
  readonly reporter: string;
  readonly reviewer: string;
  readonly save: Change;
  readonly submit: Change;
  readonly requestSupplement: Change;
  readonly approve: Change;
  /** Saves and fails on mistakes; gives the report. */
  // biome-ignore lint/suspicious/noExplicitAny: a report has the shape that REPORT gives it
  begin(input?: Record<string, unknown>): Promise<any>;
  /** One report as somebody is shown it. */
  // biome-ignore lint/suspicious/noExplicitAny: a report has the shape that REPORT gives it
  find(id: string, includeUnpublished: boolean, token?: string): Promise<any>;
  /** Ids of the reports that somebody is shown. */
  list(variables: { filter?: object; includeUnpublished?: boolean }, token?: string): Promise<string[]>;
}

/** @param of a municipality and a funding source that it reports to */
export async function createReportDesk(
  hub: TestHub,
  { municipality = "2281", source = "boverket", grant = GRANT } = {},
): Promise<ReportDesk> {
  const reporter = await hub.issuer.token({ owner: municipality, roles: ["reporter"] });
  const reviewer = await hub.issuer.token({ owner: source, roles: ["reviewer"] });
  const change =
    (query: string, token: string): Change =>
    async (input) =>
      (await hub.data(query, { input: { idempotencyKey: randomUUID(), ...input } }, token)).answer;
  const save: Change = (input) =>
    change(
      mutations.save,
      reporter,
    )({
      grant,
      kind: "PROGRESS",
      periodStart: "2026-01-01",
      periodEnd: "2026-06-30",
      expectedRevision: 0,
      content: { costs: [{ category: "Löner", amount: 1000 }] },
      ...input,
    });
  return {
    reporter,
    reviewer,
    save,
    submit: change(mutations.submit, reporter),
    requestSupplement: change(mutations.requestSupplement, reviewer),
    approve: change(mutations.approve, reviewer),
    async begin(input = {}) {
      const { report, mistakes } = await save(input);
      if (!report) throw new Error(JSON.stringify(mistakes));
      return report;
    },
    find: async (id, includeUnpublished, token) =>
      (
        await hub.data(
          `query ($id: ID!, $all: Boolean!) { report: followUpReport(id: $id, includeUnpublished: $all) ${REPORT} }`,
          { id, all: includeUnpublished },
          token,
        )
      ).report,
    list: async ({ filter = {}, includeUnpublished = false }, token) =>
      (
        await hub.data(
          `query ($filter: FollowUpReportFilter, $all: Boolean!) {
            reports: followUpReports(filter: $filter, includeUnpublished: $all, first: 100) { nodes { id } totalCount }
          }`,
          { filter, all: includeUnpublished },
          token,
        )
      ).reports.nodes.map(({ id }: { id: string }) => id),
  };
}

/** Code and place of each mistake. */
export const placesOf = ({ mistakes }: Pick<ReportAnswer, "mistakes">) =>
  mistakes.map(({ code, field }) => [code, field]);
