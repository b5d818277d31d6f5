import { raw, type Sql, sql } from "../../../kit/sql";
import { UNKNOWN } from "../comparison/dimensions";
import { labelOwner } from "../comparison/labels";
import type { Mistake } from "./mistakes";
import { nearest } from "./nearest";

/** Filters on records, the view that holds them, and where a client finds their ids. */
const RECORDS = {
  programmes: { view: "initiatives.published_programme", listed: "{ programmes { id name } }" },
  initiatives: { view: "initiatives.published_initiative", listed: "{ initiatives { nodes { id name } } }" },
  areas: { view: "areas.published_area", listed: "{ areas { nodes { id name } } }" },
  organisations: { view: "organisations.published_organisation", listed: "{ organisations { nodes { id name } } }" },
  sources: { view: "funding.published_funding_source", listed: "{ fundingSources { id name } }" },
} as const;

export type RecordField = keyof typeof RECORDS;
export const RECORD_FIELDS = Object.keys(RECORDS) as RecordField[];

/** Ids for which what may have been meant is looked up, and among how many; who misspells hundreds has not slipped. */
const MOST_LOOKED_UP = 5;
const MOST_CANDIDATES = 200;

/**
 * Those of some ids that no record has: a SELECT of the filter's name, the id, and ids of the same owner that are about as
 * long, the ones that begin alike first.
 */
export function unknownIds(field: RecordField, ids: readonly string[]): Sql {
  const view = raw(RECORDS[field].view);
  const owner = labelOwner(raw("u.id"));
  return sql`SELECT ${field}::text AS list, u.id AS asked,
      CASE WHEN row_number() OVER (ORDER BY u.n) <= ${raw(String(MOST_LOOKED_UP))} THEN ARRAY(
        SELECT v.id::text FROM ${view} v WHERE v.municipality_code = ${owner} AND abs(length(v.id) - length(u.id)) <= 3
        ORDER BY left(v.id, 8) <> left(u.id, 8), v.id LIMIT ${raw(String(MOST_CANDIDATES))}) ELSE '{}' END AS codes
    FROM unnest(${ids}::text[]) WITH ORDINALITY AS u(id, n)
    WHERE u.id <> ${UNKNOWN} AND NOT EXISTS (SELECT FROM ${view} v WHERE v.municipality_code = ${owner} AND v.id = u.id)`;
}

/** @param known ids that may have been meant */
export function idMistake(field: RecordField, id: string, known: readonly string[]): Mistake {
  // The owner's code is the same in all, and would make every id look near.
  const owner = /^\d{4}-/.exec(id)?.[0] ?? "";
  const meant = nearest(
    id.slice(owner.length),
    known.map((other) => other.slice(owner.length)),
  );
  return {
    path: ["input", "filter", field],
    message: `There is no record with the id ${JSON.stringify(id)}.`,
    remedy: [...meant.map((near) => `Did you mean ${owner}${near}?`), `Take an id from ${RECORDS[field].listed}.`].join(
      " ",
    ),
  };
}
