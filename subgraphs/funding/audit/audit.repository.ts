import { type List, plain } from "../../../kit/pagination";
import { raw, sql } from "../../../kit/sql";

const columns = raw(
  `a.municipality_code AS "municipalityCode", a.position::float8 AS position, a.at, a.owner, a.roles, a.client, a.action,
   a.record, a.record_count AS "recordCount", a.request_id AS "requestId", a.previous_hash AS "previousHash", a.hash`,
);
const position = { value: "a.position", type: "int" } as const;

/** The log: one chain in its own order, else all of them in order of time. */
export function auditEntries(municipality: string | null | undefined): List {
  const list = { name: "listAuditEntries", columns, from: raw("audit_entry a") };
  return municipality
    ? {
        ...list,
        where: [sql`a.municipality_code = ${municipality}`],
        order: { name: "POSITION", terms: [position], direction: "ASC" },
      }
    : {
        ...list,
        where: [],
        order: {
          name: "TIME",
          terms: [{ value: "a.at", type: "timestamptz" }, plain("a.municipality_code"), position],
          direction: "ASC",
        },
      };
}
