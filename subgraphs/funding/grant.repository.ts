import type { Reader } from "../../kit/database";
import { columnsOf } from "../../kit/entity-columns";
import { type List, plain, swedish } from "../../kit/pagination";
import { NATIONAL, ownerOf } from "../../kit/record";
import { raw, type Sql, sql } from "../../kit/sql";
import { matchesText } from "../../kit/text-search";
import type { FundingFollowUpValue } from "./follow-up/follow-up";
import type { GrantFilter } from "./generated/types";
import { type GrantRow, grantEntity } from "./grant.entity";
import { type GrantEventRow, grantEventEntity } from "./grant-event.entity";
import { lastEventKindsOf, STATE_CHANGING_KINDS } from "./grant-state";

const columns = columnsOf(grantEntity, "g");
const current = sql`g.withdrawn_at IS NULL`;
const list = {
  columns,
  from: raw('"grant" g'),
  order: { name: "NAME", terms: [swedish("g.name"), plain("g.id")], direction: "ASC" },
} as const;

export function createGrantRepository(reader: Reader) {
  return {
    findGrantsById: (ids: readonly string[]) =>
      reader.rows<GrantRow>(
        "findGrantsById",
        sql`SELECT ${columns} FROM "grant" g WHERE g.municipality_code = ANY(${ids.map(ownerOf)}) AND g.id = ANY(${ids})`,
      ),
    findGrantsByInitiative: (initiativeIds: readonly string[]) =>
      reader.rows<GrantRow>(
        "findGrantsByInitiative",
        sql`SELECT ${columns} FROM "grant" g WHERE g.municipality_code = ANY(${initiativeIds.map(ownerOf)}) AND g.initiative_id = ANY(${initiativeIds}) AND ${current} ORDER BY g.name COLLATE "sv-x-icu", g.id COLLATE "C"`,
      ),
    /** Every entry of the grants' logs, corrected ones too. */
    findGrantEventsByGrant: (grantIds: readonly string[]) =>
      reader.rows<GrantEventRow>(
        "findGrantEventsByGrant",
        sql`SELECT ${columnsOf(grantEventEntity, "e")}, e.corrected_by_id AS "correctedById" FROM grant_event e WHERE e.municipality_code = ANY(${grantIds.map(ownerOf)}) AND e.grant_id = ANY(${grantIds}) ORDER BY e.position, e.number`,
      ),
  };
}

export function grantsMatching(filter: GrantFilter | null | undefined): List {
  return { ...list, name: "listGrants", where: conditions(filter) };
}

/** A source's grants by municipality and id, as FundingFollowUp lists them and adds them up. */
export function grantsUnderFollowUp({ sourceId, programmeId, years, municipalities }: FundingFollowUpValue): List {
  return {
    ...list,
    name: "listGrantsUnderFollowUp",
    where: conditions({
      sources: [sourceId],
      programmes: programmeId === null ? null : [programmeId],
      years,
      municipalities,
    }),
    order: { name: "ID", terms: [plain("g.municipality_code"), plain("g.id")], direction: "ASC" },
  };
}

/** Grants of each municipality in `p.key`. */
export function grantsOfMunicipality(filter: GrantFilter | null | undefined): List {
  return {
    ...list,
    name: "listGrantsByMunicipality",
    link: sql`g.municipality_code = p.key`,
    where: conditions(filter),
  };
}

/** Grants from each source in `p.key`. */
export function grantsOfSource(filter: GrantFilter | null | undefined): List {
  return { ...list, name: "listGrantsBySource", link: sql`g.source_id = p.key`, where: conditions(filter) };
}

/** Grants that each organisation in `p.key` receives. */
export const grantsOfRecipient: List = {
  ...list,
  name: "listGrantsByRecipient",
  link: sql`g.recipient_id = p.key`,
  where: [current],
};

function conditions(filter: GrantFilter | null | undefined): (Sql | undefined)[] {
  const { municipalities, text, sources, kinds, organisations, programmes, states, years, initiatives, changedSince } =
    filter ?? {};
  const events = sql`grant_event e WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id AND e.withdrawn_at IS NULL`;
  return [
    changedSince ? undefined : current,
    municipalities ? sql`g.municipality_code = ANY(${municipalities})` : undefined,
    matchesText("g", text),
    sources ? sql`g.source_id = ANY(${sources})` : undefined,
    kinds
      ? sql`EXISTS (SELECT FROM funding_source s WHERE s.id = g.source_id AND s.municipality_code IN (g.municipality_code, ${NATIONAL}) AND s.kind = ANY(${kinds}))`
      : undefined,
    organisations ? sql`g.recipient_id = ANY(${organisations})` : undefined,
    programmes ? sql`g.programme_id = ANY(${programmes})` : undefined,
    states
      ? sql`coalesce((SELECT e.kind FROM ${events} AND e.kind = ANY(${STATE_CHANGING_KINDS}) ORDER BY e.position DESC, e.number DESC LIMIT 1), '') = ANY(${lastEventKindsOf(states)})`
      : undefined,
    years
      ? sql`EXISTS (SELECT FROM ${events} AND e.kind = 'AWARD' AND coalesce(e.year, left(e.date ->> 'value', 4)::int) = ANY(${years}))`
      : undefined,
    initiatives ? sql`g.initiative_id = ANY(${initiatives})` : undefined,
    // A new event changes the grant's state and sums, so the grant has changed with it.
    changedSince
      ? sql`(g.changed_at > ${changedSince} OR EXISTS (SELECT FROM grant_event e WHERE e.municipality_code = g.municipality_code AND e.grant_id = g.id AND e.changed_at > ${changedSince}))`
      : undefined,
  ];
}
