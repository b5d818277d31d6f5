import { randomUUID } from "node:crypto";
import type { TestHub } from "./hub";

/** Kronor of the grant to an initiative, and the areas' shares of them. */
interface PlottedAllocation {
  readonly initiative: string;
  readonly amount: number;
  readonly areas: readonly { readonly area: string; readonly share: number }[];
}

/** A grant to be played from its call to its end. Kronor. */
export interface GrantPlot {
  readonly municipality: string;
  readonly source: string;
  readonly programme: string;
  readonly name: string;
  readonly recipient: string;
  /** What the grant goes to, as the progress report tells it. */
  readonly allocations: readonly PlottedAllocation[];
  /** What it goes to besides, as the final report tells it. */
  readonly laterAllocations: readonly PlottedAllocation[];
  readonly applied: number;
  readonly estimatedTotal: number;
  readonly awarded: number;
  readonly acceptedTotal: number;
  /** Paid before the final report. */
  readonly advance: number;
  /** Spent of the grant as the final report says. */
  readonly spent: number;
  readonly totalCost: number;
  /** Paid when the final report is approved; 0 when nothing is left to pay. */
  readonly balance: number;
  /** Whether the source asks for a supplement of the progress report. */
  readonly hasSupplement: boolean;
}

/** The grant's sums in kronor, those that are known. */
export type ExpectedSums = Readonly<
  Partial<
    Record<
      | "applied"
      | "awarded"
      | "requested"
      | "disbursed"
      | "allocated"
      | "accounted"
      | "reclaimed"
      | "repaid"
      | "unspent",
      number
    >
  >
>;

/** Where a play stands after a step. */
export interface Scene {
  /** What was done, such as "the source asks for a supplement". */
  readonly step: string;
  readonly grant: string;
  readonly state: string;
  readonly sums: ExpectedSums;
  /** Reports so far, with whether everybody may see them. */
  readonly reports: readonly { readonly id: string; readonly isPublished: boolean; readonly state: string }[];
  /** Codes of the mistakes for which the step was refused; empty when it was done. */
  readonly refusedFor: readonly string[];
}

/** The two parties of a grant, each with a token of its own. */
export interface Parties {
  municipality(query: string, variables: Record<string, unknown>): Promise<Answer>;
  source(query: string, variables: Record<string, unknown>): Promise<Answer>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the play's own queries give them
type Answer = any;

/**
 * The parties' systems. What fails on its way they send again, the same as it was, with the same idempotency key.
 * @param url address of the hub, or of something that stands before it
 */
export async function partiesOf(hub: TestHub, { municipality, source }: GrantPlot, url = hub.url): Promise<Parties> {
  const [reporter, reviewer] = await Promise.all([
    hub.issuer.token({ owner: municipality, roles: ["reporter"], client: `system-of-${municipality}` }),
    hub.issuer.token({ owner: source, roles: ["reviewer"], client: `system-of-${source}` }),
  ]);
  return {
    municipality: (query, variables) => askPatiently(url, reporter, { query, variables }),
    source: (query, variables) => askPatiently(url, reviewer, { query, variables }),
  };
}

const MOST_ATTEMPTS = 20;

async function askPatiently(url: string, token: string, request: object): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(url, token, request);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** @throws Error for an answer that is not whole */
async function send(url: string, token: string, request: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(2000),
  });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: readonly object[] };
  if (errors) throw new Error(`The hub answers with errors: ${JSON.stringify(errors, null, 2)}`);
  return data;
}

const mutation = (field: string, gives: string) => `
  mutation ($input: ${field.replace(/^./, (first) => first.toUpperCase())}Input!) {
    result: ${field}(input: $input) {
      ${gives}
      mistakes { code field record message(language: EN) remedy(language: EN) }
      isReplay
    }
  }`;
const ofReport = "report { id revision state isPublished }";
const queries = {
  revision: "query ($id: ID!) { grant(id: $id) { revision } }",
  registerGrant: mutation("registerGrant", "grant { id revision }"),
  recordGrantEvents: mutation("recordGrantEvents", "grant { id revision } events { id }"),
  publishReportTemplate: mutation("publishReportTemplate", "template { id version }"),
  saveFollowUpReport: mutation("saveFollowUpReport", ofReport),
  submitFollowUpReport: mutation("submitFollowUpReport", ofReport),
  requestSupplement: mutation("requestSupplement", ofReport),
  approveFollowUpReport: mutation("approveFollowUpReport", ofReport),
};

/** Forms that both reports follow; a source publishes them once. */
export async function publishForms(parties: Parties, source: string): Promise<void> {
  for (const [id, kind, sv] of [
    ["lagesrapport", "PROGRESS", "Lägesrapport"],
    ["slutredovisning", "FINAL", "Slutredovisning"],
  ] as const) {
    await done(parties.source, queries.publishReportTemplate, {
      source,
      id,
      expectedVersion: 0,
      kind,
      title: { sv },
      fields: [
        {
          key: "samverkan",
          label: { sv: "Hur har ni samverkat?", en: "How have you worked together?" },
          kind: "TEXT",
          isRequired: true,
        },
        { key: "andel-boende", label: { sv: "Andel boende bland deltagarna" }, kind: "SHARE" },
      ],
      indicators: [
        { key: "deltagare", label: { sv: "Deltagare", en: "Participants" }, unit: "antal", isRequired: true },
      ],
      deadlines: [{ periodEnd: kind === "PROGRESS" ? PERIOD.progressEnd : PERIOD.finalEnd, dueOn: "2025-10-05" }],
    });
  }
}

/** @returns the grant's id */
export async function registerGrant(
  by: Parties["source"],
  { municipality, source, programme, name, recipient }: GrantPlot,
): Promise<string> {
  const input = { municipality, source, programme, name, recipient };
  return (await done(by, queries.registerGrant, input)).grant.id;
}

const PERIOD = { start: "2024-01-01", progressEnd: "2024-12-31", finalEnd: "2025-06-30" } as const;

/**
 * Plays a grant from CALL_PUBLISHED to CLOSURE, by what the two parties' systems send to the public graph and nothing else.
 * Stops after each step, so that others can look; what a step must have led to comes with it.
 * @throws Error when the hub refuses what it must do
 */
export async function* playGrant(parties: Parties, plot: GrantPlot): AsyncGenerator<Scene, void> {
  const { source } = plot;
  const reports = new Map<string, { isPublished: boolean; state: string }>();
  let grant = "";
  let state = "UNKNOWN";
  let sums: ExpectedSums = {};
  const scene = (step: string, refusedFor: readonly string[] = []): Scene => ({
    step,
    grant,
    state,
    sums,
    reports: [...reports].map(([id, report]) => ({ id, ...report })),
    refusedFor,
  });

  const tellRevision = async () => (await parties.source(queries.revision, { id: grant })).grant.revision as number;
  const eventsInput = async (events: readonly object[]) => ({
    grant,
    source,
    expectedRevision: await tellRevision(),
    events,
  });
  /** @returns ids of the events */
  const record = async (by: keyof Parties, ...events: readonly object[]): Promise<string[]> => {
    const recorded = await done(parties[by], queries.recordGrantEvents, await eventsInput(events));
    return recorded.events.map(({ id }: { id: string }) => id);
  };
  const onReport = async (by: keyof Parties, query: string, input: Record<string, unknown>) => {
    const { report } = await done(parties[by], query, input);
    reports.set(report.id, { isPublished: report.isPublished, state: report.state });
    return report as { id: string; revision: number };
  };

  grant = await registerGrant(parties.source, plot);
  yield scene("the source registers the grant");

  await record("source", { kind: "CALL_PUBLISHED", date: "2023-05-02" });
  state = "CALL_OPEN";
  yield scene("the source publishes the call");

  await record("municipality", {
    kind: "APPLICATION_SUBMITTED",
    date: "2023-09-15",
    amount: plot.applied,
    totalCost: plot.estimatedTotal,
    registrationNumber: "KS-2023-00417",
  });
  state = "APPLIED";
  sums = { applied: plot.applied };
  yield scene("the municipality applies");

  await record(
    "source",
    { kind: "ASSESSMENT", date: "2023-10-20", registrationNumber: "3.4.1-2023-118" },
    {
      kind: "AWARD",
      date: "2023-12-01",
      amount: plot.awarded,
      totalCost: plot.acceptedTotal,
      year: 2024,
      registrationNumber: "3.4.1-2023-118",
    },
  );
  state = "AWARDED";
  sums = { ...sums, awarded: plot.awarded };
  yield scene("the source assesses and awards");

  const claim = { kind: "PAYMENT_CLAIM", date: "2024-01-15" };
  const [claimed] = await record("municipality", { ...claim, amount: plot.advance / 10 });
  state = "REQUESTED";
  sums = { ...sums, requested: plot.advance / 10 };
  yield scene("the municipality claims payment of a tenth of what it meant");

  await record("municipality", { ...claim, amount: plot.advance, corrects: claimed });
  sums = { ...sums, requested: plot.advance };
  yield scene("the municipality corrects its claim");

  yield scene(
    "the source pays more than it awarded, which is refused",
    await refused(
      parties.source,
      queries.recordGrantEvents,
      await eventsInput([{ kind: "DISBURSEMENT", date: "2024-02-01", amount: plot.awarded + 1 }]),
    ),
  );
  await record("source", { kind: "DISBURSEMENT", date: "2024-02-01", amount: plot.advance });
  state = "DISBURSED";
  sums = { ...sums, disbursed: plot.advance };
  yield scene("the source pays");

  const allocated = plot.allocations.reduce((sum, { amount }) => sum + amount, 0);
  await record("municipality", { kind: "ALLOCATION", date: "2024-02-15", amount: allocated });
  state = "UNDER_WAY";
  sums = { ...sums, allocated };
  yield scene("the municipality shares it out");

  const change = { kind: "CHANGE", date: "2024-05-20" };
  const told = await record(
    "municipality",
    { ...change, note: "Starten sköts upp en månad; slutdatum är detsamma." },
    { ...change, note: "Starten sköts upp en månad." },
  );
  yield scene("the municipality tells of a change, twice");

  await record("municipality", { ...change, corrects: told[1], isRetraction: true });
  yield scene("the municipality takes the second telling back");

  const contentOf = (participants: number) => ({
    allocations: plot.allocations,
    costs: [
      { category: "Personal", initiative: plot.allocations[0]?.initiative, amount: 412_300.5 },
      { category: "Lokaler", amount: 88_000 },
    ],
    indicators: [{ indicator: "deltagare", initiative: plot.allocations[0]?.initiative, value: participants }],
    deviations: [{ kind: "TIME", description: "Starten sköts upp en månad.", effect: "Inget på slutdatum." }],
    forecast: { total: plot.awarded, willBeUsed: true },
    coFinancing: [{ amount: 500_000 }],
    answers: [
      { field: "samverkan", text: "Med skolan och föreningarna i området." },
      { field: "andel-boende", number: 0.75 },
    ],
  });

  const draft = {
    grant,
    kind: "PROGRESS",
    periodStart: PERIOD.start,
    periodEnd: PERIOD.progressEnd,
  };
  let progress = await onReport("municipality", queries.saveFollowUpReport, {
    ...draft,
    expectedRevision: 0,
    content: { costs: contentOf(0).costs },
  });
  yield scene("the municipality begins a progress report");

  yield scene(
    "the municipality hands in half of it, which is refused",
    await refused(parties.municipality, queries.submitFollowUpReport, {
      report: progress.id,
      expectedRevision: progress.revision,
    }),
  );
  progress = await onReport("municipality", queries.saveFollowUpReport, {
    ...draft,
    report: progress.id,
    expectedRevision: progress.revision,
    content: contentOf(40),
  });
  yield scene("the municipality fills in the rest");

  const submit = (report: { id: string; revision: number }) =>
    onReport("municipality", queries.submitFollowUpReport, { report: report.id, expectedRevision: report.revision });
  progress = await submit(progress);
  state = "INTERIM_REPORTED";
  yield scene("the municipality hands the progress report in");

  if (plot.hasSupplement) {
    progress = await onReport("source", queries.requestSupplement, {
      report: progress.id,
      expectedRevision: progress.revision,
      message: "Antalet deltagare stämmer inte med ansökan; räkna om.",
      fields: ["indicators[0].value"],
      dueOn: "2030-01-31",
    });
    state = "SUPPLEMENT_REQUESTED";
    yield scene("the source asks for a supplement");

    progress = await onReport("municipality", queries.saveFollowUpReport, {
      ...draft,
      report: progress.id,
      expectedRevision: progress.revision,
      content: contentOf(42),
    });
    yield scene("the municipality answers in a draft");

    progress = await submit(progress);
    state = "INTERIM_REPORTED";
    yield scene("the municipality hands in the second version");
  }

  const approve = (report: { id: string; revision: number }, more: object = {}) =>
    onReport("source", queries.approveFollowUpReport, {
      report: report.id,
      expectedRevision: report.revision,
      ...more,
    });
  await approve(progress);
  state = "APPROVED";
  yield scene("the source approves the progress report");

  let final = await onReport("municipality", queries.saveFollowUpReport, {
    grant,
    kind: "FINAL",
    periodStart: PERIOD.start,
    periodEnd: PERIOD.finalEnd,
    expectedRevision: 0,
    content: {
      ...contentOf(95),
      allocations: plot.laterAllocations,
      finalAccount: { spent: plot.spent, totalCost: plot.totalCost },
    },
  });
  yield scene("the municipality begins the final report");

  final = await submit(final);
  state = "FINAL_REPORTED";
  yield scene("the municipality hands the final report in");

  await approve(final, { approvedCost: plot.totalCost, message: "Godkänd." });
  state = "APPROVED";
  // What a report says is told once it is approved.
  sums = { ...sums, accounted: plot.spent, unspent: plot.advance - plot.spent };
  yield scene("the source approves the final report");

  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format();
  const closure = () => ({ kind: "CLOSURE", date: today() });
  yield scene(
    "the source closes what does not add up, which is refused",
    await refused(parties.source, queries.recordGrantEvents, await eventsInput([closure()])),
  );

  if (plot.balance > 0) {
    await record("source", { kind: "FINAL_PAYMENT", date: today(), amount: plot.balance });
    state = "BALANCE_PAID";
    sums = { ...sums, disbursed: plot.advance + plot.balance, unspent: plot.advance + plot.balance - plot.spent };
    yield scene("the source pays the balance");
  }

  const unspent = plot.advance + plot.balance - plot.spent;
  if (unspent > 0) {
    await record("source", {
      kind: "RECOVERY_DECISION",
      date: today(),
      amount: unspent,
      note: "Medel som inte har förbrukats ska betalas tillbaka.",
    });
    state = "RECLAIMED";
    sums = { ...sums, reclaimed: unspent };
    yield scene("the source reclaims what was not spent");

    yield scene(
      "the municipality pays back more than it got, which is refused",
      await refused(
        parties.municipality,
        queries.recordGrantEvents,
        await eventsInput([{ kind: "REPAYMENT", date: today(), amount: plot.advance + plot.balance + 1 }]),
      ),
    );
    await record("municipality", { kind: "REPAYMENT", date: today(), amount: unspent });
    state = "REPAID";
    sums = { ...sums, repaid: unspent, unspent: 0 };
    yield scene("the municipality pays it back");
  }

  await record("source", closure());
  state = "CLOSED";
  yield scene("the source closes the grant");
}

/** Sends a request with a key of its own. @throws Error with every mistake when it is refused */
async function done(by: Parties["source"], query: string, input: Record<string, unknown>): Promise<Answer> {
  const { result } = await by(query, { input: { ...input, idempotencyKey: randomUUID() } });
  if (result.mistakes.length > 0) throw new Error(`The hub refuses: ${JSON.stringify(result.mistakes, null, 2)}`);
  return result;
}

/** @returns codes of the mistakes. @throws Error when the request is not refused */
async function refused(by: Parties["source"], query: string, input: Record<string, unknown>): Promise<string[]> {
  const { result } = await by(query, { input: { ...input, idempotencyKey: randomUUID() } });
  if (result.mistakes.length === 0) throw new Error(`The hub does what it must refuse: ${JSON.stringify(input)}`);
  return result.mistakes.map(({ code }: { code: string }) => code);
}

/** Boverket's grant to Sundsvall: half is paid in advance and the rest in the end, after a supplement. */
export const sundsvallPlot: GrantPlot = {
  municipality: "2281",
  source: "boverket",
  programme: "sfs-2020-1202",
  name: "Gröna och trygga stråk i Bredsand och Nacksta",
  recipient: "2281-sundsvalls-kommun",
  allocations: [
    {
      initiative: "2281-lokala-rad",
      amount: 1_400_000,
      areas: [
        { area: "2281-bredsand", share: 0.6 },
        { area: "2281-nacksta", share: 0.4 },
      ],
    },
    { initiative: "2281-together-i-bredsand", amount: 600_000, areas: [{ area: "2281-bredsand", share: 1 }] },
  ],
  laterAllocations: [
    { initiative: "2281-lokala-rad", amount: 800_000, areas: [{ area: "2281-nacksta", share: 0.333333 }] },
  ],
  applied: 3_000_000,
  estimatedTotal: 6_000_000,
  awarded: 2_800_000,
  acceptedTotal: 5_600_000,
  advance: 1_400_000,
  spent: 2_800_000,
  totalCost: 5_600_000,
  balance: 1_400_000,
  hasSupplement: true,
};

/** Tillväxtverket's grant to Sandviken: all is paid in advance, and what is not spent is reclaimed. */
export const sandvikenPlot: GrantPlot = {
  municipality: "2181",
  source: "tillvaxtverket",
  programme: "sfs-2018-151",
  name: "Insatser mot utanförskap i hela kommunen",
  recipient: "2181-sandvikens-kommun",
  allocations: [
    { initiative: "2181-ungdomsbilen", amount: 3_000_000, areas: [] },
    { initiative: "2181-familjepedagog", amount: 4_200_000.25, areas: [] },
  ],
  laterAllocations: [],
  applied: 8_500_000,
  estimatedTotal: 9_500_000,
  awarded: 8_000_000,
  acceptedTotal: 9_000_000,
  advance: 8_000_000,
  spent: 7_200_000.25,
  totalCost: 8_900_000,
  balance: 0,
  hasSupplement: false,
};
