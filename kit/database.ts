import { DataSource, type MigrationInterface, type QueryRunner } from "typeorm";
import { withAdvisoryLock } from "./advisory-lock";
import { runCancellable } from "./cancellable";
import { type Connection, createConnection, type OnBehalf, type Statements } from "./connection";
import { copyRows } from "./copy-rows";
import { databaseAway } from "./database-away";
import { ensureRoles, grantReading, READER_ROLE, WRITER_ROLE } from "./database-roles";
import type { AnyEntity } from "./entity-columns";
import { identitySettings } from "./identity-settings";
import { inlineValues } from "./inline-values";
import { type Logger, withoutSecrets } from "./logger";
import { refuseOldServer } from "./oldest-postgres";
import { runOutsidePool } from "./outside-pool";
import { createOwnerSlots } from "./owner-slots";
import { createSlots } from "./slots";
import type { Sql } from "./sql";
import { streamRows } from "./stream-rows";

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
  /** A write that waits this long for others that write to the same is refused with WRITE_BUSY. */
  readonly lockMilliseconds?: number;
  /** Whether rooms act as roles that row-level security holds; false only in tests of what stands before it. */
  readonly rowSecurity?: boolean;
}

export interface Database {
  /** postgres:// address, for connections that are not of the pool. */
  readonly url: string;
  readonly dataSource: DataSource;
  /** Connections that can be had at once. */
  readonly poolSize: number;
  /** SQL statements sent so far: what tests count instead of milliseconds. */
  statementCount(): number;
  /** Creates the schema and brings it up to date; safe when several processes do it at once. */
  migrate(): Promise<void>;
  connect(): Promise<void>;
  /** A reader for one request: read-only, and its statements end when the signal aborts. */
  reader(signal?: AbortSignal, onBehalf?: OnBehalf): Reader;
  /** Runs work whose statements all see the same state of the database, one after the other on one connection. */
  snapshot<T>(
    signal: AbortSignal | undefined,
    work: (reader: SnapshotReader) => Promise<T>,
    onBehalf?: OnBehalf,
  ): Promise<T>;
  /**
   * Runs work that may add to what the room keeps: all of it or nothing. Of one owner only some run at once.
   * @throws WRITE_BUSY when the owner has too many under way, or when others hold for too long what it must wait for
   */
  write<T>(onBehalf: OnBehalf, work: (statements: Statements) => Promise<T>): Promise<T>;
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

/** A reader of one state of the database, which can also give rows that do not fit in memory. */
export interface SnapshotReader extends Reader {
  /**
   * The rows of a statement in turn, fetched some at a time as they are used; another statement waits until they are. The
   * time is bounded by the signal of the snapshot; by `statementMilliseconds` only where it has none.
   * @throws as `rows` does, and while they are used
   */
  stream<Row>(name: string, statement: Sql): AsyncIterable<Row>;
  /**
   * What PostgreSQL itself writes of a statement's rows, in the format of COPY that is named; the rest is as with `stream`.
   * @param format what stands in the parentheses of COPY, such as FORMAT csv; never anything that a stranger wrote
   */
  copy(name: string, statement: Sql, format: string): AsyncGenerator<Buffer>;
}

/** Writes of one owner at once: fewer than there are connections for, so that others' go through. */
const WRITES_OF_OWNER = 2;
/** Writes of one owner that wait for those. */
const WAITING_OF_OWNER = 50;

/** PostgreSQL's code for a statement that was cancelled or ran out of its time. */
const QUERY_CANCELED = "57014";

/** One TypeORM data source over the schema that one room owns. */
export function createDatabase(options: DatabaseOptions): Database {
  let statements = 0;
  const roleOf = (role: string) => (options.rowSecurity === false ? undefined : role);
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
  const poolSize = options.poolSize ?? 10;
  const statementMilliseconds = options.statementMilliseconds ?? 30_000;
  const dataSource = pool({
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    application_name: `kommungraf-${options.schema}`,
    options: `-c search_path=${options.schema},public -c default_transaction_read_only=on -c statement_timeout=${statementMilliseconds}${roleOf(READER_ROLE) ? ` -c role=${READER_ROLE}` : ""}`,
  });
  let writing: Connection | undefined;
  const withinOwnerSlot = createOwnerSlots(WRITES_OF_OWNER, WAITING_OF_OWNER);

  // A snapshot holds its connection for several statements; lighter questions must find one all the same.
  const withinSlot = createSlots(Math.max(1, Math.floor(poolSize * 0.7)));

  /** When it does not get through, what the statement has left is taken and thrown away. */
  async function cancelOn(runner: QueryRunner): Promise<void> {
    const client: { processID?: number } = await runner.connect();
    await runOutsidePool(options.url, "SELECT pg_cancel_backend($1)", [client.processID]).catch(() => {});
  }

  /** Tells a database that is away from other failures, in the log and to the client. */
  async function watched<T>(name: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const away = databaseAway(error);
      if (away) options.logger.error({ err: error, statement: name }, "the database is away");
      throw away ?? error;
    }
  }

  return {
    url: options.url,
    dataSource,
    poolSize,
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
          await refuseOldServer(runner);
          await ensureRoles(runner);
          await runner.query(`CREATE SCHEMA IF NOT EXISTS "${options.schema}"`);
          await migrator.runMigrations({ transaction: "each" });
          await grantReading(runner, options.schema);
        });
      } finally {
        await migrator.destroy();
      }
    },
    reader(signal, onBehalf) {
      const isKnown = onBehalf?.identity != null;
      return {
        rows: (name, statement) =>
          watched(name, () =>
            runCancellable(
              dataSource,
              signal,
              async (runner) => {
                statements += 1;
                if (isKnown) await actFor(runner, "BEGIN", onBehalf);
                return runner.query(textOf(name, statement), valuesOf(statement));
              },
              isKnown ? (runner) => runner.query("ROLLBACK") : undefined,
            ),
          ),
      };
    },
    write(onBehalf, work) {
      writing ??= createConnection({
        url: options.url,
        schema: options.schema,
        logger: options.logger,
        lockMilliseconds: options.lockMilliseconds ?? 5000,
        ...(roleOf(WRITER_ROLE) && { role: WRITER_ROLE }),
      });
      const { transaction } = writing;
      return withinOwnerSlot(onBehalf.identity?.owner ?? "", () =>
        transaction(
          (statement) =>
            work({
              rows(name, text) {
                statements += 1;
                return statement.rows(name, text);
              },
            }),
          onBehalf,
        ),
      );
    },
    snapshot: (signal, work, onBehalf) =>
      watched("snapshot", () =>
        withinSlot(signal, () => {
          const streams: AsyncGenerator<unknown>[] = [];
          return runCancellable(
            dataSource,
            signal,
            async (runner) => {
              // Read-only as every connection of the pool; a statement that is cancelled ends the transaction too.
              const begin = "BEGIN ISOLATION LEVEL REPEATABLE READ";
              if (onBehalf?.identity) await actFor(runner, begin, onBehalf);
              else await runner.query(begin);
              return work({
                async rows(name, statement) {
                  signal?.throwIfAborted();
                  statements += 1;
                  return watched(name, () => runner.query(textOf(name, statement), valuesOf(statement)));
                },
                stream<Row>(name: string, statement: Sql) {
                  statements += 1;
                  const stream = streamRows<Row>(runner, textOf(name, statement), valuesOf(statement), signal);
                  streams.push(stream);
                  return stream;
                },
                copy(name, statement, format) {
                  statements += 1;
                  const text = `/* ${name} */ COPY (${inlineValues(statement)}) TO STDOUT (${format})`;
                  const stream = copyRows(runner, text, () => cancelOn(runner), signal);
                  streams.push(stream);
                  return stream;
                },
              });
            },
            async (runner) => {
              // A stream that was left half read still holds the connection.
              try {
                for (const stream of streams) await stream.return(undefined);
              } finally {
                await runner.query("ROLLBACK");
              }
            },
          );
        }),
      ),
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
      await writing?.close();
      if (dataSource.isInitialized) await dataSource.destroy();
    },
  };
}

/** Begins a transaction that row-level security knows the caller of. */
async function actFor(runner: QueryRunner, begin: string, onBehalf: OnBehalf): Promise<void> {
  const { text, values } = identitySettings(onBehalf);
  await runner.query(begin);
  await runner.query(text, [...values]);
}

/** The name goes along as a comment, so that logs and pg_stat_activity show it. */
const textOf = (name: string, statement: Sql) => `/* ${name} */ ${statement.text}`;
const valuesOf = (statement: Sql) => statement.values.map(withoutNul);

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
