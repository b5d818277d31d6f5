import { DataSource, type MigrationInterface } from "typeorm";
import { withAdvisoryLock } from "./advisory-lock";
import { runCancellable } from "./cancellable";
import { databaseAway } from "./database-away";
import type { AnyEntity } from "./entity-columns";
import { type Logger, withoutSecrets } from "./logger";
import { runOutsidePool } from "./outside-pool";
import type { Sql } from "./sql";

export interface DatabaseOptions {
  /** postgres:// address of the database that holds every subgraph's schema. */
  readonly url: string;
  /** The PostgreSQL schema (namespace) that the room owns. */
  readonly schema: string;
  readonly entities: readonly AnyEntity[];
  /** Listed one by one: a glob that matches nothing would pass in silence. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly logger: Logger;
  /** Connections in the pool. */
  readonly poolSize?: number;
  /** PostgreSQL itself gives up on a statement after this long. */
  readonly statementMilliseconds?: number;
}

export interface Database {
  readonly dataSource: DataSource;
  /** SQL statements sent so far: what tests count instead of milliseconds. */
  statementCount(): number;
  /** Creates the schema and brings it up to date; safe when several processes do it at once. */
  migrate(): Promise<void>;
  connect(): Promise<void>;
  /** A reader for one request: read-only, and its statements end when the signal aborts. */
  reader(signal?: AbortSignal): Reader;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** Runs named, read-only statements for one request. */
export interface Reader {
  /**
   * @param name what the statement is for; it is sent along as a comment, so logs and pg_stat_activity show it
   * @returns the rows as the statement names them
   * @throws the signal's reason when the request was cancelled, after the statement has been cancelled too
   */
  rows<Row>(name: string, statement: Sql): Promise<Row[]>;
}

/** PostgreSQL's code for a statement that was cancelled or ran out of its time. */
const QUERY_CANCELED = "57014";

/** One TypeORM data source over the schema that one room owns. */
export function createDatabase(options: DatabaseOptions): Database {
  let statements = 0;
  const pool = (extra: object, migrations: DatabaseOptions["migrations"] = []) =>
    new DataSource({
      type: "postgres",
      url: options.url,
      schema: options.schema,
      entities: [...options.entities],
      migrations: [...migrations],
      migrationsTableName: "migration",
      logging: ["error", "warn"],
      logger: {
        logQuery: () => {},
        logQueryError(error, query) {
          const wasCancelled = (error as { code?: string }).code === QUERY_CANCELED;
          options.logger[wasCancelled ? "debug" : "error"](
            { message: withoutSecrets(String(error)), statement: /^\/\* (.*?) \*\//.exec(query)?.[1] },
            "statement failed",
          );
        },
        logQuerySlow: () => {},
        logSchemaBuild: () => {},
        logMigration: (message) => options.logger.debug({ message }, "migration"),
        log: (_level, message) => options.logger.debug({ message }, "database"),
      },
      poolErrorHandler: (error: Error) => options.logger.warn({ err: error }, "database connection lost"),
      extra,
    });
  const statementMilliseconds = options.statementMilliseconds ?? 30_000;
  const dataSource = pool({
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: `kommungraf-${options.schema}`,
    options: `-c search_path=${options.schema},public -c default_transaction_read_only=on -c statement_timeout=${statementMilliseconds}`,
  });

  return {
    dataSource,
    statementCount: () => statements,
    async connect() {
      if (!dataSource.isInitialized) await dataSource.initialize();
    },
    async migrate() {
      const migrator = pool(
        {
          max: 2,
          application_name: `kommungraf-${options.schema}-migrate`,
          options: `-c search_path=${options.schema},public`,
        },
        options.migrations,
      );
      await migrator.initialize();
      try {
        await withAdvisoryLock(migrator, "kommungraf migrate", async (runner) => {
          await runner.query(`CREATE SCHEMA IF NOT EXISTS "${options.schema}"`);
          await migrator.runMigrations({ transaction: "each" });
        });
      } finally {
        await migrator.destroy();
      }
    },
    reader(signal) {
      return {
        async rows<Row>(name: string, statement: Sql) {
          signal?.throwIfAborted();
          statements += 1;
          const text = `/* ${name} */ ${statement.text}`;
          const values = statement.values.map(withoutNul);
          return runCancellable<Row[]>(dataSource, signal, (runner) => runner.query(text, values)).catch(
            (error: unknown) => {
              const away = databaseAway(error);
              if (away) options.logger.error({ err: error, statement: name }, "the database is away");
              throw away ?? error;
            },
          );
        },
      };
    },
    async isReady() {
      if (!dataSource.isInitialized) return false;
      try {
        await runOutsidePool(options.url, "SELECT 1");
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      if (dataSource.isInitialized) await dataSource.destroy();
    },
  };
}

/**
 * PostgreSQL refuses text with a NUL, so no record holds one: such a value is equal to nothing, not a failure. The
 * replacement character stands in its place.
 */
function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\0", "\uFFFD");
  return Array.isArray(value) ? value.map(withoutNul) : value;
}

/** A writable connection to the whole database, for imports that span rooms in one transaction. */
export function createWriter(url: string): DataSource {
  return new DataSource({ type: "postgres", url, extra: { max: 2, application_name: "kommungraf-import" } });
}
