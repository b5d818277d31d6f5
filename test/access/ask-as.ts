import type { Identity } from "../../kit/access";
import type { TestDatabase } from "../testkit/database";
import type { TestHub } from "../testkit/hub";
import { type Caller, callerNames, callers } from "./callers";
import { matrix, type Verdict } from "./matrix";
import type { Operation, Request } from "./operations";

/** What came of a request. */
export interface Came {
  readonly verdict: Verdict;
  /** Codes of its errors, of GraphQL or of a file's refusal. */
  readonly codes: readonly string[];
  /** For the message of a test that fails. */
  readonly text: string;
}

/** Tables that an operation could write to; the audit log, which tells of reads too, is none. */
const TABLES = [
  'funding."grant"',
  "funding.grant_event_log",
  "funding.follow_up_report",
  "funding.follow_up_version",
  "funding.follow_up_review",
  "funding.report_template",
  "funding.idempotent_request",
  "opendata.webhook",
];

/** What is in the tables, but for what the hub's own sender notes of its attempts. */
export async function fingerprint({ query }: Pick<TestDatabase, "query">): Promise<string> {
  const parts = TABLES.map(
    (table) =>
      `SELECT '${table}' AS name, count(*) AS rows, md5(string_agg((to_jsonb(t) - ARRAY['failures', 'first_failure_at', 'next_attempt_at',
         'message_id', 'message_body', 'message_cursor', 'claim', 'claimed_until'])::text, ',' ORDER BY t::text)) AS hash FROM ${table} t`,
  );
  return JSON.stringify(await query(parts.join(" UNION ALL ")));
}

/** The token that a caller sends; an expired one is of a caller who would be let in, if any. */
export async function tokenOf({ issuer }: TestHub, operation: string, caller: Caller): Promise<string | undefined> {
  if (caller !== "expired") {
    const identity = callers[caller];
    return identity ? issuer.token(identity) : undefined;
  }
  const allowed = callerNames.find((name) => callers[name] !== null && matrix.get(operation)?.get(name) === "ALLOWED");
  const identity: Identity = (allowed && callers[allowed]) || callers["reporter 2281"];
  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  return issuer.token(identity, { iat: anHourAgo - 300, exp: anHourAgo });
}

/** Sends the request to an address of GraphQL and its files, and looks what came of it. */
export async function send(
  url: string,
  { does, endsInMistake }: Operation,
  { query, variables, path, shows }: Request,
  token: string | undefined,
  database: Pick<TestDatabase, "query">,
): Promise<Came> {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const before = does === "writes" ? await fingerprint(database) : "";
  const response = await (path === undefined
    ? fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...authorization },
        body: JSON.stringify({ query, variables }),
      })
    : fetch(`${url}${path}`, { headers: authorization }));
  const text = await response.text();
  if (does === "reads") {
    const isShown = text.includes(shows ?? "");
    return { verdict: isShown ? "ALLOWED" : "DENIED", codes: codesOf(response.status, path, text), text };
  }
  const codes = codesOf(response.status, path, text);
  const isWritten = (await fingerprint(database)) !== before;
  const isLetIn = endsInMistake ? codes.length === 0 && !isWritten : isWritten;
  // Whatever is written must have been allowed, whatever was answered.
  return { verdict: isLetIn || isWritten ? "ALLOWED" : "DENIED", codes, text };
}

function codesOf(status: number, path: string | undefined, text: string): string[] {
  if (path !== undefined) return status === 401 ? ["UNAUTHENTICATED"] : status === 403 ? ["FORBIDDEN"] : [];
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return errors.map(({ extensions }) => extensions?.code ?? "");
}
