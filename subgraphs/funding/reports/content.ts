/** What a report says, as its draft and its versions keep it: plain JSON; kronor and shares are exact decimal text. */
export interface FollowUpContentValue {
  readonly allocations: readonly ReportedAllocationValue[];
  readonly costs: readonly ReportedCostValue[];
  readonly indicators: readonly ReportedIndicatorValue[];
  readonly deviations: readonly ReportedDeviationValue[];
  readonly forecast: ReportedForecastValue | null;
  readonly coFinancing: readonly ReportedCoFinancingValue[];
  readonly answers: readonly ReportedAnswerValue[];
  readonly finalAccount: ReportedFinalAccountValue | null;
}

export interface ReportedAllocationValue {
  readonly initiativeId: string;
  readonly amount: string;
  readonly areas: readonly ReportedAreaShareValue[];
}

export interface ReportedAreaShareValue {
  readonly areaId: string;
  /** 0 to 1, at most six decimals. */
  readonly share: string;
  /** Kronor: share × amount, rounded to öre, kept so that a version says the same for ever. */
  readonly amount: string;
}

export interface ReportedCostValue {
  readonly category: string;
  readonly initiativeId: string | null;
  readonly amount: string;
}

export interface ReportedIndicatorValue {
  readonly indicator: string;
  readonly series: string;
  readonly initiativeId: string | null;
  readonly value: number;
  readonly correction: string | null;
}

export interface ReportedDeviationValue {
  readonly kind: "TIME" | "BUDGET" | "CONTENT" | "TARGET_GROUP" | "OTHER";
  readonly description: string;
  readonly effect: string | null;
}

export interface ReportedForecastValue {
  readonly total: string | null;
  readonly willBeUsed: boolean | null;
  readonly note: string | null;
}

export interface ReportedCoFinancingValue {
  readonly organisationId: string | null;
  readonly amount: string;
}

export interface ReportedAnswerValue {
  readonly field: string;
  readonly text: string | null;
  readonly number: number | null;
  readonly money: string | null;
  readonly date: string | null;
  readonly isTrue: boolean | null;
  readonly codes: readonly string[] | null;
}

export interface ReportedFinalAccountValue {
  readonly spent: string;
  readonly totalCost: string;
}
