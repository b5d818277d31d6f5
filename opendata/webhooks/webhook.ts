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
