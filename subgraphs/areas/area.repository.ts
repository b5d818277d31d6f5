import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { type List, plain, swedish } from "../../kit/pagination";
import { ownerOf } from "../../kit/record";
import { raw, sql } from "../../kit/sql";
import { matchesText } from "../../kit/text-search";
import { type AreaRow, areaEntity } from "./area.entity";
import type { AreaFilter, AreaKind } from "./generated/types";

const columns = columnsOf(areaEntity, "a");
const byName = { name: "NAME", terms: [swedish("a.name"), plain("a.id")], direction: "ASC" } as const;
const list = { columns, from: raw("area a"), order: byName };
const current = sql`a.withdrawn_at IS NULL`;

export function createAreaRepository(reader: Reader) {
  return {
    findAreasById: (ids: readonly string[]) =>
      reader.rows<AreaRow>(
        "findAreasById",
        sql`SELECT ${columns} FROM area a WHERE a.municipality_code = ANY(${ids.map(ownerOf)}) AND a.id = ANY(${ids})`,
      ),
    findAreasByParent: (parentIds: readonly string[]) =>
      reader.rows<AreaRow>(
        "findAreasByParent",
        sql`SELECT ${columns} FROM area a WHERE a.municipality_code = ANY(${parentIds.map(ownerOf)}) AND a.parent_id = ANY(${parentIds}) AND ${current} ORDER BY a.name COLLATE "sv-x-icu", a.id COLLATE "C"`,
      ),
  };
}

/** Areas of each municipality in `p.key`. */
export function areasOfMunicipality(kind: AreaKind | null | undefined): List {
  return {
    ...list,
    name: "listAreasByMunicipality",
    link: sql`a.municipality_code = p.key`,
    where: [current, kind ? sql`a.kind = ${kind}` : undefined],
  };
}

export function areasMatching(filter: AreaFilter | null | undefined): List {
  const { municipalities, text, kinds, isPriority, parents, organisations, changedSince } = filter ?? {};
  return {
    ...list,
    name: "listAreas",
    where: [
      changedSince ? undefined : current,
      municipalities ? sql`a.municipality_code = ANY(${municipalities})` : undefined,
      matchesText("a", text),
      kinds ? sql`a.kind = ANY(${kinds})` : undefined,
      typeof isPriority === "boolean" ? sql`a.is_priority = ${isPriority}` : undefined,
      parents ? sql`a.parent_id = ANY(${parents})` : undefined,
      organisations ? sql`a.lead_organisation_ids && ${organisations}::text[]` : undefined,
      changedSince ? sql`a.changed_at > ${changedSince}` : undefined,
    ],
  };
}
