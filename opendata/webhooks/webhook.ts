export interface WebhookRow {
  readonly id: string;
  readonly sourceId: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly state: "ACTIVE" | "STOPPED";
  readonly cursor: string;
  readonly failures: number;
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
}

export interface AttemptRow {
  readonly messageId: string;
  readonly at: Date;
  readonly status: number | null;
  readonly failure: string | null;
  readonly milliseconds: number;
}

/** Kinds of change that concern one source, and that its webhooks can be told of. */
export const sourceKinds: readonly string[] = [
  "FUNDING_SOURCE",
  "FUNDING_PROGRAMME",
  "GRANT",
  "GRANT_EVENT",
  "POT",
  "ALLOCATION",
  "FOLLOW_UP_REPORT",
  "REPORT_TEMPLATE",
];

/** Webhooks that a source may have. */
export const MOST_WEBHOOKS = 10;
