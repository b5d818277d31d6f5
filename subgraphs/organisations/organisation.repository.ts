import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { type List, plain, swedish } from "../../kit/pagination";
import { NATIONAL, ownerOf } from "../../kit/record";
import { raw, type Sql, sql } from "../../kit/sql";
import { matchesText } from "../../kit/text-search";
import type { OrganisationFilter } from "./generated/types";
import { type OrganisationRow, organisationEntity } from "./organisation.entity";

const columns = columnsOf(organisationEntity, "o");
const byName = { name: "NAME", terms: [swedish("o.name"), plain("o.id")], direction: "ASC" } as const;
const list = { columns, from: raw("organisation o"), order: byName };
const current = sql`o.withdrawn_at IS NULL`;

export function createOrganisationRepository(reader: Reader) {
  return {
    findOrganisationsById: (ids: readonly string[]) =>
      reader.rows<OrganisationRow>(
        "findOrganisationsById",
        sql`SELECT ${columns} FROM organisation o WHERE o.municipality_code = ANY(${ids.map(ownerOf)}) AND o.id = ANY(${ids})`,
      ),
    findOrganisationsByParent: (parentIds: readonly string[]) =>
      reader.rows<OrganisationRow>(
        "findOrganisationsByParent",
        sql`SELECT ${columns} FROM organisation o WHERE o.parent_id = ANY(${parentIds}) AND ${current} ORDER BY o.name COLLATE "sv-x-icu", o.id COLLATE "C"`,
      ),
  };
}

/** Organisations of each municipality in `p.key`. */
export function organisationsOfMunicipality(filter: OrganisationFilter | null | undefined): List {
  return {
    ...list,
    name: "listOrganisationsByMunicipality",
    link: sql`o.municipality_code = p.key`,
    where: conditions(filter),
  };
}

export function organisationsMatching(filter: OrganisationFilter | null | undefined): List {
  return { ...list, name: "listOrganisations", where: conditions(filter) };
}

function conditions(filter: OrganisationFilter | null | undefined): (Sql | undefined)[] {
  const { municipalities, isNational, text, kinds, parents, changedSince } = filter ?? {};
  return [
    changedSince ? undefined : current,
    municipalities ? sql`o.municipality_code = ANY(${municipalities})` : undefined,
    typeof isNational === "boolean" ? sql`(o.municipality_code = ${NATIONAL}) = ${isNational}` : undefined,
    matchesText("o", text),
    kinds ? sql`o.kind = ANY(${kinds})` : undefined,
    parents ? sql`o.parent_id = ANY(${parents})` : undefined,
    changedSince ? sql`o.changed_at > ${changedSince}` : undefined,
  ];
}
