import { sql } from "../../kit/sql";
import type { AuditEntry } from "../model";
import type { Statements } from "./connection";

/** Refusals of one actor that are written down within an hour; what is tried beyond them says nothing new. */
const MOST_IN_AN_HOUR = 20;
/** Of an owner's newest entries so many are looked at. */
const LOOKED_AT = 200;

/** Writes down that somebody asked for what is another's to do, unless the actor has filled the log with it of late. */
export async function addRefusal(
  statements: Statements,
  { actor, owner, details }: Pick<AuditEntry, "actor" | "owner" | "details">,
): Promise<void> {
  await statements.rows(
    "addRefusal",
    sql`INSERT INTO audit (actor, action, owner, details)
        SELECT ${actor}, 'NOT_ALLOWED', ${owner}, ${JSON.stringify(details)}::jsonb
        WHERE (SELECT count(*)
               FROM (SELECT actor, action, at FROM audit WHERE owner = ${owner}
                     ORDER BY number DESC LIMIT ${LOOKED_AT}) newest
               WHERE actor = ${actor} AND action = 'NOT_ALLOWED' AND at > now() - interval '1 hour') < ${MOST_IN_AN_HOUR}`,
  );
}
