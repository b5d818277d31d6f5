import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { type List, type Order, plain, swedish } from "../../kit/pagination";
import { ownerOf } from "../../kit/record";
import { join, raw, type Sql, sql } from "../../kit/sql";
import { matchesText } from "../../kit/text-search";
import type { InitiativeFilter, InitiativeOrder, InitiativeOrderField, OrderDirection } from "./generated/types";
import { type InitiativeRow, initiativeEntity } from "./initiative.entity";

const columns = columnsOf(initiativeEntity, "i");
const from = raw("initiative i");
const current = sql`i.withdrawn_at IS NULL`;
const byName = [swedish("i.name"), plain("i.id")];

const STATUS_ORDER = [
  "IDEA",
  "INVESTIGATED",
  "PROPOSED",
  "DECIDED",
  "PLANNED",
  "ONGOING",
  "EXTENDED",
  "COMPLETED",
  "MADE_PERMANENT",
  "CANCELLED",
  "UNKNOWN",
];

/** Stands for an unknown year, so that it comes last whichever way the years go. */
const BEYOND_EVERY_YEAR = { ASC: 9999, DESC: 0 } as const;

const terms: Record<InitiativeOrderField, (direction: OrderDirection) => Order["terms"]> = {
  NAME: () => byName,
  MUNICIPALITY: () => [plain("i.municipality_code"), ...byName],
  STATUS: () => [{ value: `array_position(ARRAY['${STATUS_ORDER.join("','")}'], i.status)`, type: "int" }, ...byName],
  START: (direction) => [{ value: `coalesce(i.first_year, ${BEYOND_EVERY_YEAR[direction]})`, type: "int" }, ...byName],
  CHANGED: () => [{ value: "i.changed_at", type: "timestamptz" }, plain("i.id")],
};

function orderOf(orderBy: InitiativeOrder | null | undefined): Order {
  const field = orderBy?.field ?? "NAME";
  const direction = orderBy?.direction ?? "ASC";
  return { name: `${field} ${direction}`, terms: terms[field](direction), direction };
}

export function createInitiativeRepository(reader: Reader) {
  return {
    findInitiativesById: (ids: readonly string[]) =>
      reader.rows<InitiativeRow>(
        "findInitiativesById",
        sql`SELECT ${columns} FROM initiative i WHERE i.municipality_code = ANY(${ids.map(ownerOf)}) AND i.id = ANY(${ids})`,
      ),
  };
}

export function initiativesMatching(
  filter: InitiativeFilter | null | undefined,
  orderBy?: InitiativeOrder | null,
): List {
  return { name: "listInitiatives", columns, from, where: conditions(filter), order: orderOf(orderBy) };
}

/** Initiatives of each municipality in `p.key`. */
export function initiativesOfMunicipality(
  filter: InitiativeFilter | null | undefined,
  orderBy?: InitiativeOrder | null,
): List {
  return {
    ...initiativesMatching(filter, orderBy),
    name: "listInitiativesByMunicipality",
    link: sql`i.municipality_code = p.key`,
  };
}

/** Initiatives in each area in `p.key`; an initiative works in areas of its own municipality only. */
export const initiativesOfArea: List = {
  ...initiativesMatching(null),
  name: "listInitiativesByArea",
  link: sql`i.municipality_code = left(p.key, 4) AND i.area_ids @> ARRAY[p.key]`,
};

/** Initiatives in each programme in `p.key` and in its parts. */
export const initiativesOfProgramme: List = {
  ...initiativesMatching(null),
  name: "listInitiativesByProgramme",
  link: sql`i.municipality_code = left(p.key, 4) AND i.programme_id IN (${withParts(sql`g.id = p.key`)})`,
};

/** Ids of the programmes that a condition on `g` chooses, and of every part below them. */
function withParts(chosen: Sql): Sql {
  return sql`WITH RECURSIVE family AS (
    SELECT g.municipality_code, g.id FROM programme g WHERE ${chosen}
    UNION SELECT c.municipality_code, c.id FROM programme c JOIN family f ON c.municipality_code = f.municipality_code AND c.parent_id = f.id
  ) SELECT id FROM family`;
}

function conditions(filter: InitiativeFilter | null | undefined): (Sql | undefined)[] {
  const wanted = filter ?? {};
  const oneOf = (column: string, values: readonly string[] | null | undefined) =>
    values ? sql`${raw(column)} = ANY(${values})` : undefined;
  const someOf = (column: string, values: readonly string[] | null | undefined) =>
    values ? sql`${raw(column)} && ${values}::text[]` : undefined;
  const is = (column: string, value: boolean | null | undefined) =>
    typeof value === "boolean" ? sql`${raw(column)} = ${value}` : undefined;
  return [
    wanted.changedSince ? undefined : current,
    oneOf("i.municipality_code", wanted.municipalities),
    matchesText("i", wanted.text),
    oneOf("i.status", wanted.statuses),
    someOf("i.themes", wanted.themes),
    someOf("i.target_groups", wanted.targetGroups),
    oneOf("i.strategy_area", wanted.strategyAreas),
    oneOf("i.instrument", wanted.instruments),
    wanted.programmes ? sql`i.programme_id IN (${withParts(sql`g.id = ANY(${wanted.programmes})`)})` : undefined,
    someOf("i.area_ids", wanted.areas),
    wanted.organisations
      ? sql`EXISTS (SELECT FROM participation r WHERE r.municipality_code = i.municipality_code AND r.initiative_id = i.id AND r.organisation_id = ANY(${wanted.organisations}) AND r.withdrawn_at IS NULL)`
      : undefined,
    wanted.years
      ? sql`EXISTS (SELECT FROM unnest(${wanted.years}::int[]) y(year) WHERE y.year BETWEEN i.first_year AND i.last_year)`
      : undefined,
    is("i.has_amount", wanted.hasAmount),
    is("i.is_reserve", wanted.isReserve),
    wanted.changedSince ? changedSince(wanted.changedSince) : undefined,
  ];
}

/** What belongs to an initiative is part of it: when that changes, the initiative has changed. */
function changedSince(moment: Date): Sql {
  const belongings = ["participation", "target", "result", "milestone", "consultation", "call"].map(
    (table) =>
      sql`EXISTS (SELECT FROM ${raw(table)} b WHERE b.municipality_code = i.municipality_code AND b.initiative_id = i.id AND b.changed_at > ${moment})`,
  );
  const decisions = sql`EXISTS (SELECT FROM decision b WHERE b.municipality_code = i.municipality_code AND b.initiative_ids @> ARRAY[i.id] AND b.changed_at > ${moment})`;
  return sql`(${join([sql`i.changed_at > ${moment}`, ...belongings, decisions], " OR ")})`;
}
