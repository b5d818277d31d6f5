import { sql } from "../../kit/sql";
import type { Owner, StandingState } from "../model";
import type { Statements } from "./connection";

/** A subgraph that is part of the live supergraph, or that is out of it until it answers again. */
export interface Watched {
  readonly owner: Owner;
  readonly version: number;
  readonly sdl: string;
  readonly routingUrl: string;
  readonly isLive: boolean;
  /** Null when nothing has been written down yet. */
  readonly state: StandingState | null;
  /** When the state began. */
  readonly since: Date | null;
  readonly healthyLooks: number;
  /** Why it is out or failing. */
  readonly reason: string | null;
  /** Whether it is out since it does not fit the hub's schemas. */
  readonly isUnfit: boolean;
}

export async function readWatched(statements: Statements): Promise<Watched[]> {
  return statements.rows<Watched>(
    "readWatched",
    sql`WITH live AS (SELECT supergraph FROM activation ORDER BY number DESC LIMIT 1)
        SELECT json_build_object('name', o.name, 'title', o.title, 'kind', o.kind, 'municipality', o.municipality,
                 'prefix', o.prefix, 'hosts', o.hosts) AS owner,
               v.number AS version, v.sdl, v.routing_url AS "routingUrl", m.version IS NOT NULL AS "isLive",
               st.state, st.since, coalesce(st.healthy_looks, 0) AS "healthyLooks", st.reason,
               st.unfit_for IS NOT NULL AS "isUnfit"
        FROM owner o
        LEFT JOIN supergraph_member m ON m.owner = o.name AND m.supergraph = (SELECT supergraph FROM live)
        LEFT JOIN standing st ON st.owner = o.name
        JOIN subgraph_version v ON v.owner = o.name
          AND v.number = coalesce(m.version, CASE st.state WHEN 'OUT' THEN st.version END)
        ORDER BY o.name`,
  );
}

/** What a look has found. */
export interface LookNote {
  readonly state: StandingState;
  readonly since: Date;
  readonly reason: string | null;
  readonly healthyLooks: number;
  readonly lookedAt: Date;
}

/**
 * Writes down what a look has found, unless something else has become of the subgraph since it was read: what was taken away
 * meanwhile stays away.
 */
export async function noteLook(statements: Statements, watched: Watched, note: LookNote): Promise<void> {
  const { owner, version } = watched;
  const { state, since, reason, healthyLooks, lookedAt } = note;
  await statements.rows(
    "noteLook",
    watched.state === null
      ? sql`INSERT INTO standing (owner, version, state, since, reason, healthy_looks, looked_at)
            SELECT owner, version, ${state}, ${since}, ${reason}, ${healthyLooks}, ${lookedAt} FROM supergraph_member
            WHERE owner = ${owner.name} AND version = ${version}
              AND supergraph = (SELECT supergraph FROM activation ORDER BY number DESC LIMIT 1)
            ON CONFLICT (owner) DO NOTHING`
      : sql`UPDATE standing SET state = ${state}, since = ${since}, reason = ${reason}, healthy_looks = ${healthyLooks},
              looked_at = ${lookedAt}
            WHERE owner = ${owner.name} AND version = ${version} AND state = ${watched.state}`,
  );
}
