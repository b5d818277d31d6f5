import { all, join, raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { isManyValued, isMoney } from "../input/fields";
import { column, DIMENSIONS } from "./dimensions";
import { factConditions } from "./fact-conditions";
import { joinParts } from "./fact-parts";
import { placeIn } from "./fact-places";
import { dividedRecord, dividedValue } from "./fact-shares";
import { isDividedBySource, type Selection } from "./selection";

/** Cells from the facts themselves, one for each fact and combination of its codes; see `cellsOf`. */
export function factCells(selection: Selection, dimensions: readonly Dimension[]): Sql {
  const { measure } = selection;
  const places = dimensions.map((dimension, index) => placeIn(selection, dimension, index));
  const county = raw(dimensions.includes("COUNTY") ? "JOIN municipality m USING (municipality_code)" : "");
  const codes = places.flatMap(({ join: codesOf }) => codesOf ?? []);
  const known = knownValue(selection, dimensions);
  const columns = [
    ...dimensions.map((dimension, index) => sql`${places[index]?.code} AS ${column(dimension)}`),
    raw("1 AS records, (v.value IS NULL)::int AS missing"),
    sql`${added(selection, places)} AS value, ${base(selection)} AS base`,
    ...certaintyColumns,
    raw("(f.is_approximate AND v.value IS NOT NULL)::int AS approximate"),
    raw("(f.is_year_inferred AND v.value IS NOT NULL)::int AS year_inferred"),
    sql`${hasSeveral(selection, dimensions)} AS many_valued`,
    raw("CASE WHEN v.value IS NOT NULL THEN f.kind END AS kind"),
  ];
  return sql`SELECT ${join(columns)} FROM fact f ${county} ${joinParts(selection, dimensions)} ${join([raw(""), ...codes], " ")}
    CROSS JOIN LATERAL (SELECT ${known} AS value, ${certainty(selection, dimensions, places)} AS rank, ${raw(isMoney(measure) && usesParts(selection, dimensions) ? "p.is_modelled" : "FALSE")} AS is_modelled) v
    WHERE ${all(factConditions(selection, dimensions, places))}`;
}

type Places = readonly ReturnType<typeof placeIn>[];

const usesParts = (selection: Selection, dimensions: readonly Dimension[]) =>
  selection.measure === "STATE_SHARE" || isDividedBySource(selection, dimensions);

/** What is measured of one fact; null when it is not known. */
function knownValue(selection: Selection, dimensions: readonly Dimension[]): Sql {
  if (selection.measure === "STATE_SHARE")
    return raw("CASE WHEN f.value IS NOT NULL AND p.is_divided THEN p.state END");
  return raw(isDividedBySource(selection, dimensions) ? "p.value" : "f.value");
}

/** What a fact adds to the value of its cell. */
function added({ measure, multiValued }: Selection, places: Places): Sql {
  const divided = multiValued === "FRACTIONAL" ? places.filter(({ isDivided }) => isDivided) : [];
  if (measure === "INITIATIVE_COUNT" || measure === "TARGET_COUNT") {
    return divided.length > 0 ? dividedRecord(divided) : raw("1::numeric");
  }
  return divided.length > 0 ? dividedValue(raw("coalesce(v.value, 0)"), divided) : raw("coalesce(v.value, 0)");
}

function base({ measure }: Selection): Sql {
  if (measure === "STATE_SHARE") return raw("CASE WHEN v.value IS NULL THEN 0 ELSE p.whole END");
  return raw(isMoney(measure) || measure.endsWith("COUNT") ? "0::numeric" : "1::numeric");
}

/** The worst of what the record, its place in the dimensions, and its division between sources rest on. */
function certainty(selection: Selection, dimensions: readonly Dimension[], places: Places): Sql {
  const { filter } = selection;
  const grouped = dimensions.flatMap((dimension, index) => {
    const sure = DIMENSIONS[dimension].certainty;
    return sure ? [sql`CASE WHEN ${places[index]?.code} <> 'UNKNOWN' THEN ${sure} END`] : [];
  });
  const filtered = Object.entries(DIMENSIONS).flatMap(
    ([dimension, { code, codes, certainty: sure, filter: field }]) => {
      if (!sure || !field || !filter[field] || dimensions.includes(dimension as Dimension)) return [];
      return [sql`CASE WHEN ${codes ? sql`cardinality(${codes}) > 0` : sql`${code} <> 'UNKNOWN'`} THEN ${sure} END`];
    },
  );
  const parts = usesParts(selection, dimensions) ? [raw("p.certainty")] : [];
  return sql`least(${join([raw("f.certainty"), ...grouped, ...filtered, ...parts])})`;
}

/** A modelled part is counted as one even where something else is less sure still. */
const certaintyColumns = [
  raw("(v.value IS NOT NULL AND v.rank = 0)::int AS unknown"),
  raw("(v.value IS NOT NULL AND (v.rank = 1 OR v.is_modelled))::int AS modelled"),
  raw("(v.value IS NOT NULL AND v.rank = 2)::int AS inferred"),
  raw("(v.value IS NOT NULL AND v.rank = 3)::int AS derived"),
  raw("(v.value IS NOT NULL AND v.rank = 4)::int AS stated"),
];

function hasSeveral({ measure }: Selection, dimensions: readonly Dimension[]): Sql {
  const several = dimensions
    .filter((dimension) => isManyValued(dimension, measure))
    .map((dimension) => sql`cardinality(${DIMENSIONS[dimension].codes}) > 1`);
  return several.length > 0 ? sql`(${join(several, " OR ")})::int` : raw("0");
}
