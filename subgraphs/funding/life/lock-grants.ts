import { type Sql, sql } from "../../../kit/sql";

/** Holds back others who write to grants of the municipality, until the transaction ends. */
export const lockGrants = (municipality: string): Sql =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended('kommungraf grants ' || ${municipality}, 0))`;
