import { createHash, randomUUID } from "node:crypto";
import type { TestDatabase } from "../testkit/database";
import { MUNICIPALITY, SOURCE } from "./callers";

/** Words of what is not published; an answer that holds one has shown it. */
export const SECRET = "hemligt";
export const PUBLISHED = "offentligt";

/** Kronor that an event of a report not approved says; the report's id has the digits too. */
export const SECRET_AMOUNT = 70_707_077;

const RECIPIENT = "2281-sundsvalls-kommun";
const word = () => randomUUID().replaceAll("-", "").slice(0, 12);

/** A report's content that holds the word. */
export const contentWith = (text: string) => ({
  allocations: [],
  costs: [{ category: text, initiativeId: null, amount: "1000.00" }],
  indicators: [],
  deviations: [{ kind: "OTHER", description: text, effect: null }],
  forecast: null,
  coFinancing: [],
  answers: [],
  finalAccount: null,
});

export interface GrantOnFile {
  readonly id: string;
  readonly events: number;
  readonly claim: string;
  readonly payment: string;
}

export interface ReportOnFile {
  readonly id: string;
  readonly grant: GrantOnFile;
  readonly revision: number;
}

/** Puts what the operations are about straight into the tables, as their owner: each cell has records of its own. */
export function createRecords({ query }: Pick<TestDatabase, "query">) {
  async function grant(awardedIn = 2024): Promise<GrantOnFile> {
    const id = `${MUNICIPALITY}-${SOURCE}~${word()}`;
    await query(
      `INSERT INTO funding."grant" (municipality_code, id, name, source_id, recipient_id, origin, sources, quality_notes, changed_at)
       VALUES ($1, $2, 'Bidrag att pröva', $3, $4, 'RECORDED', '[]', '[]', now())`,
      [MUNICIPALITY, id, SOURCE, RECIPIENT],
    );
    const events: [kind: string, value: number, by: string][] = [
      ["AWARD", 1_000_000, SOURCE],
      ["PAYMENT_CLAIM", 100_000, MUNICIPALITY],
      ["DISBURSEMENT", 100_000, SOURCE],
    ];
    for (const [n, [kind, value, by]] of events.entries()) {
      await query(
        `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, date, value, year,
           year_certainty, certainty, precision, origin, recorded_by, sources, quality_notes)
         VALUES ($1, $2 || '~e' || $3::int, $2, $3, $3, $4, $5, $6, $8, 'STATED', 'STATED', 'EXACT', 'RECORDED', $7, '[]', '[]')`,
        [
          MUNICIPALITY,
          id,
          n + 1,
          kind,
          JSON.stringify({ value: `${awardedIn}-0${n + 1}-01`, precision: "DAY", certainty: "STATED" }),
          value,
          by,
          awardedIn,
        ],
      );
    }
    return { id, events: events.length, claim: `${id}~e2`, payment: `${id}~e3` };
  }

  const version = async (report: string, number: number, text: string) => {
    const content = JSON.stringify(contentWith(text));
    await query(
      `INSERT INTO funding.follow_up_version (municipality_code, report_id, number, content, hash, submitted_by)
       VALUES ($1, $2, $3, $4, $5, $1)`,
      [MUNICIPALITY, report, number, content, createHash("sha256").update(content).digest("hex")],
    );
  };
  const review = (report: string, number: number, kind: string, of: number, message: string) =>
    query(
      `INSERT INTO funding.follow_up_review (municipality_code, report_id, number, kind, version, message, reviewed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [MUNICIPALITY, report, number, kind, of, message, SOURCE],
    );

  /** A report in the state that is named; one that is approved had a supplement. */
  async function report(
    state: "DRAFT" | "SUBMITTED" | "SUPPLEMENT_REQUESTED" | "APPROVED",
    { awardedIn, prefix = "" }: { awardedIn?: number; prefix?: string } = {},
  ): Promise<ReportOnFile> {
    const of = await grant(awardedIn);
    const id = `${MUNICIPALITY}-${SOURCE}~${`${prefix}${word()}`.slice(0, 12)}`;
    const head = (revision: number, draft: string | null) =>
      query("UPDATE funding.follow_up_report SET revision = $2, draft = $3, changed_at = now() WHERE id = $1", [
        id,
        revision,
        draft,
      ]);
    await query(
      `INSERT INTO funding.follow_up_report (municipality_code, id, source_id, grant_id, kind, period_start, period_end, revision, draft)
       VALUES ($1, $2, $3, $4, 'PROGRESS', '2024-01-01', '2024-06-30', 1, $5)`,
      [MUNICIPALITY, id, SOURCE, of.id, JSON.stringify(contentWith(`${SECRET} utkast`))],
    );
    if (state === "DRAFT") return { id, grant: of, revision: 1 };
    await version(id, 1, `${SECRET} första`);
    await head(2, null);
    if (state === "SUBMITTED") return { id, grant: of, revision: 2 };
    await review(id, 1, "SUPPLEMENT_REQUESTED", 1, `${SECRET} begäran`);
    await head(3, null);
    if (state === "SUPPLEMENT_REQUESTED") return { id, grant: of, revision: 3 };
    await version(id, 2, `${PUBLISHED} andra`);
    await head(4, null);
    await review(id, 2, "APPROVED", 2, `${PUBLISHED} godkänd`);
    await head(5, null);
    return { id, grant: of, revision: 5 };
  }

  /** A grant with the event of a final report that is handed in and not approved. */
  async function reportEvent(): Promise<GrantOnFile & { readonly report: string }> {
    const { id, grant: of } = await report("SUBMITTED", { prefix: `${SECRET_AMOUNT}` });
    await query(
      `INSERT INTO funding.grant_event_log (municipality_code, id, grant_id, position, number, kind, date, value, total_cost, year,
         year_certainty, certainty, precision, origin, recorded_by, report_id, report_version, sources, quality_notes)
       VALUES ($1, $2 || '~e4', $2, 4, 4, 'FINAL_REPORT', $3, $4, $4, 2024, 'STATED', 'STATED', 'EXACT', 'REPORT', $1, $5, 1, '[]', '[]')`,
      [
        MUNICIPALITY,
        of.id,
        JSON.stringify({ value: "2024-07-01", precision: "DAY", certainty: "STATED" }),
        SECRET_AMOUNT,
        id,
      ],
    );
    return { ...of, events: 4, report: id };
  }

  return {
    grant,
    report,
    reportEvent,
    async template(): Promise<string> {
      const id = `form-${word()}`;
      const form = { title: { sv: PUBLISHED, en: null }, fields: [], indicators: [], deadlines: [] };
      await query(
        "INSERT INTO funding.report_template (source_id, id, version, kind, form) VALUES ($1, $2, 1, 'FINAL', $3)",
        [SOURCE, id, JSON.stringify(form)],
      );
      return id;
    },
    async webhook(): Promise<string> {
      const id = `webhook-${word()}`;
      await query(
        `INSERT INTO opendata.webhook (id, source_id, url, kinds, cursor, state) VALUES ($1, $2, $3, '{}', '', 'STOPPED')`,
        [id, SOURCE, `https://${SECRET}.example/`],
      );
      return id;
    },
    async auditEntry(): Promise<void> {
      await query("SET search_path = funding; SELECT funding.record_audit('2281', 'matrix', 'hemligt', 1)");
    },
  };
}

export type Records = ReturnType<typeof createRecords>;
