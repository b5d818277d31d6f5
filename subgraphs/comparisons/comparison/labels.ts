import { NATIONAL } from "../../../kit/record";
import { raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import {
  AMOUNT_KIND_LABELS,
  FUNDING_SOURCE_KIND_LABELS,
  ORGANISATION_KIND_LABELS,
  STATUS_LABELS,
} from "./closed-lists";

/** What records are called that do not say where they stand in a dimension. */
export const UNKNOWN_LABEL = { sv: "Okänt", en: "Unknown" } as const;

/** Names are in Swedish only: they are names. */
const named = (view: string, id: string, owner: string) =>
  sql`(SELECT ${raw(owner)} AS owner, ${raw(id)} AS code, name AS label_sv, NULL::text AS label_en FROM ${raw(view)})`;
const owned = (view: string) => named(view, "id", "municipality_code");

const listed = (list: string) =>
  sql`(SELECT ${NATIONAL}::text AS owner, code, label ->> 'sv' AS label_sv, label ->> 'en' AS label_en FROM initiatives.published_code WHERE list = ${list})`;

const closed = (labels: Readonly<Record<string, { readonly sv: string; readonly en: string }>>) => {
  const all = Object.values(labels);
  return sql`(SELECT ${NATIONAL}::text AS owner, l.* FROM unnest(${Object.keys(labels)}::text[], ${all.map(({ sv }) => sv)}::text[], ${all.map(({ en }) => en)}::text[]) AS l(code, label_sv, label_en))`;
};

const RELATIONS: Readonly<Record<Dimension, () => Sql>> = {
  MUNICIPALITY: () => named("areas.published_municipality", "code", `'${NATIONAL}'::text`),
  COUNTY: () => named("areas.published_county", "code", `'${NATIONAL}'::text`),
  // A year is its own label.
  YEAR: () =>
    raw("(SELECT NULL::text AS owner, NULL::text AS code, NULL::text AS label_sv, NULL::text AS label_en WHERE FALSE)"),
  THEME: () => listed("THEME"),
  STRATEGY_AREA: () => listed("STRATEGY_AREA"),
  TARGET_GROUP: () => listed("TARGET_GROUP"),
  INSTRUMENT: () => listed("INSTRUMENT"),
  STATUS: () => closed(STATUS_LABELS),
  AREA: () => owned("areas.published_area"),
  PROGRAMME: () => owned("initiatives.published_programme"),
  INITIATIVE: () => owned("initiatives.published_initiative"),
  FUNDING_SOURCE: () => owned("funding.published_funding_source"),
  FUNDING_SOURCE_KIND: () => closed(FUNDING_SOURCE_KIND_LABELS),
  AMOUNT_KIND: () => closed(AMOUNT_KIND_LABELS),
  ORGANISATION: () => owned("organisations.published_organisation"),
  ORGANISATION_KIND: () => closed(ORGANISATION_KIND_LABELS),
};

/**
 * What the codes of a dimension are called, as a relation to LEFT JOIN.
 * @returns rows of (owner, code, label_sv, label_en); `owner` is the municipality whose record the code is the id of, else
 * 0000. A label is null when there is none in that language; a code without a row is its own label, UNKNOWN is called
 * `UNKNOWN_LABEL`
 */
export function labelRelation(dimension: Dimension): Sql {
  return RELATIONS[dimension]();
}

/** The owner of the record that a code names, as `labelRelation` gives it: the tables are keyed by it. */
export function labelOwner(code: Sql): Sql {
  return sql`CASE WHEN ${code} ~ '^[0-9]{4}-' THEN left(${code}, 4) ELSE ${NATIONAL} END`;
}
