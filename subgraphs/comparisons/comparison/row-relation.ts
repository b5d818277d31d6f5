import { join, raw, type Sql, sql } from "../../../kit/sql";
import type { Dimension } from "../generated/types";
import { column } from "./dimensions";
import { inhabitantRelations, scopeOf } from "./inhabitants";
import { isQuotient, measured, shown } from "./measures";
import { restsOnYears, type Selection } from "./selection";
import { sumsOf } from "./sums";

/** A quotient or an even part is at best derived: nobody states it. */
const DERIVED = 3;

/** A count of years that somebody concluded is at best inferred. */
const INFERRED = 2;

/** What a sum is divided by: its relations, how they join the rows t, and the divisor. */
interface Divisor {
  readonly relations: readonly Sql[];
  readonly join: Sql;
  readonly value: Sql;
  /** Relations whose certainty, precision, model and mixture of kinds the quotient takes on. */
  readonly restsOn: readonly string[];
}

/**
 * Relations, for a WITH, of which `by_key` is the sums of the rows and `measured` the rows themselves: a column for each
 * dimension of groupBy, then value, records, missing, rank, is_approximate, is_modelled and mixes_kinds.
 */
export function rowRelations(selection: Selection): Sql[] {
  const { groupBy, multiValued } = selection;
  const divisor = divisorOf(selection);
  const value = measured(selection, "t");
  const restsOn = ["t", ...(divisor?.restsOn ?? [])];
  const each = (name: string) => restsOn.map((relation) => raw(`${relation}.${name}`));
  const ranks = [
    ...each("rank"),
    ...(isQuotient(selection) ? [raw(String(DERIVED))] : []),
    ...(multiValued === "FRACTIONAL" ? [raw(`CASE WHEN t.many_valued > 0 THEN ${DERIVED} END`)] : []),
    ...(restsOnYears(selection)
      ? restsOn.map((relation) => raw(`CASE WHEN ${relation}.year_inferred > 0 THEN ${INFERRED} END`))
      : []),
  ];
  const columns = [
    ...groupBy.map((dimension) => sql`t.${column(dimension)}`),
    sql`${shown(selection, divisor ? sql`${value} / ${divisor.value}` : value)} AS value`,
    raw("t.records, t.missing"),
    sql`least(${join(ranks)}) AS rank`,
    sql`greatest(${join(each("approximate"))}) > 0 AS is_approximate`,
    sql`(${join(each("is_modelled"), " OR ")}) AS is_modelled`,
    sql`(${join(each("mixes_kinds"), " OR ")}) AS mixes_kinds`,
  ];
  return [
    sql`by_key AS (${sumsOf(selection, groupBy)})`,
    ...(divisor?.relations ?? []),
    sql`measured AS (SELECT ${join(columns)} FROM by_key t ${divisor?.join ?? raw("")})`,
  ];
}

function divisorOf(selection: Selection): Divisor | undefined {
  if (selection.normalise === "PER_CAPITA") return perInhabitant(selection);
  return selection.normalise === "SHARE_OF_MUNICIPALITY" ? ofMunicipality(selection) : undefined;
}

function perInhabitant(selection: Selection): Divisor {
  const scope = scopeOf(selection);
  const byYear = selection.groupBy.includes("YEAR");
  const year = raw(byYear ? 't."YEAR"' : "y.year");
  return {
    relations: inhabitantRelations(selection),
    join: sql`${byYear ? raw("") : sql`LEFT JOIN row_year y ON ${sameKeys("y", selection.groupBy)}`}
      LEFT JOIN inhabitants i ON i."YEAR" = ${year} ${scope ? sql`AND ${sameKeys("i", [scope])}` : raw("")}`,
    value: raw("nullif(i.population, 0)"),
    restsOn: [],
  };
}

/** The municipality's own whole counts each record once, however many values it has. */
function ofMunicipality(selection: Selection): Divisor {
  const within = (["MUNICIPALITY", "YEAR", "AMOUNT_KIND"] as const).filter((dimension) =>
    selection.groupBy.includes(dimension),
  );
  const whole: Selection = { ...selection, multiValued: "FULL" };
  return {
    relations: [sql`whole AS (${sumsOf(whole, within)})`],
    join: sql`LEFT JOIN whole w ON ${sameKeys("w", within)}`,
    value: sql`nullif(${measured(whole, "w")}, 0)`,
    restsOn: ["w"],
  };
}

function sameKeys(relation: string, dimensions: readonly Dimension[]): Sql {
  const same = dimensions.map((dimension) => sql`${raw(relation)}.${column(dimension)} = t.${column(dimension)}`);
  return same.length > 0 ? join(same, " AND ") : raw("TRUE");
}
