import { createHash } from "node:crypto";
import type { GraphQLError } from "graphql";
import { Pool, type PoolClient } from "pg";
import type { Identity } from "./access";
import { databaseAway } from "./database-away";
import { publicError } from "./errors";
import { identitySettings } from "./identity-settings";
import type { Logger } from "./logger";
import { createSlots } from "./slots";
import { type Sql, sql } from "./sql";

/** Where statements go: to any free connection, or to the one that holds a transaction. */
export interface Statements {
  /**
   * @param name what the statement is for; it is sent along as a comment, so logs and pg_stat_activity show it
   * @returns the rows as the statement names them
   */
  rows<Row>(name: string, statement: Sql): Promise<Row[]>;
}

export interface Connection extends Statements {
  /**
   * Runs work that changes what is live: all of it or nothing, and one after the other across every process that has
   * this database.
   */
  inTurn<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
  /** All of it or nothing, beside whatever else goes on. */
  transaction<T>(work: (statements: Statements) => Promise<T>, onBehalf?: OnBehalf): Promise<T>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly url: string;
  /** The PostgreSQL schema that it writes to. */
  readonly schema: string;
  /** Database role that it acts as; without one, who the address names. */
  readonly role?: string;
  readonly logger: Logger;
  readonly poolSize?: number;
  /** After so long a statement that waits for a lock gives up, and the client is told to try again; without, it waits on. */
  readonly lockMilliseconds?: number;
}

/** Whom work is done for, as row-level security and the audit log see it. */
export interface OnBehalf {
  readonly identity: Identity | null;
  readonly requestId?: string;
}

const STATEMENT_MILLISECONDS = 30_000;
/** All who wait may come before, and each may take some seconds. */
const TURN_MILLISECONDS = 15 * 60_000;

/** Connections that may write to one schema; the first statement connects. */
export function createConnection({
  url,
  schema,
  role,
  logger,
  poolSize = 5,
  lockMilliseconds = 0,
}: ConnectionOptions): Connection {
  const lock = createHash("sha256").update(`kommungraf ${schema}`).digest().readBigInt64BE().toString();
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    application_name: `kommungraf-${schema}-write`,
    options: `-c search_path=${schema},public -c statement_timeout=${STATEMENT_MILLISECONDS} -c lock_timeout=${lockMilliseconds}${role ? ` -c role=${role}` : ""}`,
  });
  pool.on("error", (error) => logger.warn({ err: error }, "database connection lost"));
  // Those of this process wait here and not in the database, so that they leave connections for readers.
  const takeTurn = createSlots(1);

  const over = (client: Pool | PoolClient): Statements => ({
    async rows<Row>(name: string, statement: Sql) {
      try {
        const { rows } = await client.query(`/* ${name} */ ${statement.text}`, statement.values.map(withoutNul));
        return rows as Row[];
      } catch (error) {
        const busy = lockedTooLong(error);
        logger[busy ? "warn" : "error"]({ err: error, statement: name }, "statement failed");
        throw busy ?? databaseAway(error) ?? error;
      }
    },
  });

  async function transaction<T>(work: (statements: Statements) => Promise<T>, onBehalf?: OnBehalf): Promise<T> {
    const client = await pool.connect().catch((error) => {
      throw databaseAway(error) ?? error;
    });
    // A connection that is lost while nothing is asked of it is reported here too, and would end the process.
    const onLost = (error: Error) => logger.warn({ err: error }, "database connection lost");
    client.on("error", onLost);
    let broken: Error | undefined;
    try {
      await client.query("BEGIN");
      if (onBehalf) await client.query(identitySettings(onBehalf));
      const result = await work(over(client));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((failure) => {
        broken = failure;
      });
      throw databaseAway(error) ?? error;
    } finally {
      client.off("error", onLost);
      client.release(broken);
    }
  }

  return {
    rows: over(pool).rows,
    transaction,
    inTurn: (work) =>
      takeTurn(undefined, () =>
        transaction(async (statements) => {
          await statements.rows(
            "waitLonger",
            sql`SELECT set_config('statement_timeout', ${`${TURN_MILLISECONDS}`}, true), set_config('lock_timeout', '0', true)`,
          );
          await statements.rows("takeTurn", sql`SELECT pg_advisory_xact_lock(${lock}::bigint)`);
          // What is reported as published survives a crash, also where the server is set to commit lazily.
          await statements.rows(
            "setUp",
            sql`SELECT set_config('statement_timeout', ${`${STATEMENT_MILLISECONDS}`}, true),
                       set_config('synchronous_commit', 'on', true)`,
          );
          return work(statements);
        }),
      ),
    close: () => pool.end(),
  };
}

/** PostgreSQL's code for a lock that could not be had in time. */
const LOCK_NOT_AVAILABLE = "55P03";

function lockedTooLong(error: unknown): GraphQLError | undefined {
  return (error as { code?: unknown }).code === LOCK_NOT_AVAILABLE
    ? publicError("WRITE_BUSY", "Others are writing to the same record. Nothing was written; try again in a moment.")
    : undefined;
}

/** PostgreSQL refuses text with a NUL; the replacement character stands in its place. */
function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "\uFFFD");
  return Array.isArray(value) ? value.map(withoutNul) : value;
}
