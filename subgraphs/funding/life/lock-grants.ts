import { ownerOf } from "../../../kit/record";
import { type Sql, sql } from "../../../kit/sql";

const grantsOf = (municipality: string) => sql`hashtextextended('kommungraf grants ' || ${municipality}, 0)`;

/** Holds back others who write to any grant of the municipality, until the transaction ends: for deliveries. */
export const lockGrants = (municipality: string): Sql => sql`SELECT pg_advisory_xact_lock(${grantsOf(municipality)})`;

/** Holds back others who write to the grant, and deliveries of its municipality, until the transaction ends. */
export const lockGrant = (grantId: string): Sql =>
  sql`SELECT pg_advisory_xact_lock_shared(${grantsOf(ownerOf(grantId))}),
        pg_advisory_xact_lock(hashtextextended('kommungraf grant ' || ${grantId}, 0))`;
