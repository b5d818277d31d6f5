import { sql } from "../../kit/sql";
import type { StandingState, SubgraphSummary } from "../model";
import type { Statements } from "./connection";

type Row = Omit<SubgraphSummary, "standing"> & {
  readonly state: StandingState | null;
  readonly since: Date;
  readonly reason: string | null;
  readonly version: number;
};

/** Owners that have published, by name; only the one when it is named. */
export async function readSummaries(statements: Statements, owner?: string): Promise<SubgraphSummary[]> {
  const rows = await statements.rows<Row>(
    "readSummaries",
    sql`WITH live AS (SELECT supergraph FROM activation ORDER BY number DESC LIMIT 1)
        SELECT o.name, o.title, o.kind, o.municipality, m.version AS live, st.state, st.since, st.reason, st.version,
               v.routing_url AS "routingUrl", v.published_at AS "publishedAt"
        FROM owner o
        LEFT JOIN supergraph_member m ON m.owner = o.name AND m.supergraph = (SELECT supergraph FROM live)
        LEFT JOIN standing st ON st.owner = o.name
        JOIN LATERAL (
          SELECT routing_url, published_at FROM subgraph_version v WHERE v.owner = o.name
          ORDER BY v.number = m.version DESC NULLS LAST, v.number DESC LIMIT 1
        ) v ON true
        WHERE ${owner ?? null}::text IS NULL OR o.name = ${owner ?? null}
        ORDER BY o.name`,
  );
  return rows.map(({ state, since, reason, version, ...rest }) => ({
    ...rest,
    standing: state && { state, since, reason, version },
  }));
}
