import type { ReportTemplateRow } from "../../templates/report-template";
import type { FollowUpContentValue } from "../content";
import type { GrantFacts } from "../grant-facts";

/** What a report's content is checked against. */
export interface ContentRules {
  readonly municipality: string;
  readonly kind: "PROGRESS" | "FINAL";
  readonly periodEnd: string;
  readonly grant: Pick<GrantFacts, "awarded" | "disbursed" | "eventKinds">;
  readonly template: ReportTemplateRow | null;
  /** Reports of the same grant that are handed in, but not this one; the others whose drafts nobody has seen yet do not count. */
  readonly others: readonly HandedIn[];
}

/** The last version of another report. */
export interface HandedIn {
  readonly id: string;
  readonly kind: "PROGRESS" | "FINAL";
  readonly periodEnd: string;
  readonly content: FollowUpContentValue;
}
