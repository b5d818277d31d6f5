import { createHash } from "node:crypto";
import { Client } from "pg";
import sql, { join, raw, type Sql } from "sql-template-tag";
import {
  DataSource,
  type EntityManager,
  type EntitySchema,
  type EntitySchemaColumnOptions,
  type MigrationInterface,
  type QueryRunner,
} from "typeorm";
import { type Logger, withoutSecrets } from "./logger";

export type { Sql };
export { join, raw, sql };

// biome-ignore lint/suspicious/noExplicitAny: a list of entities of different rows has no narrower type in TypeORM
type AnyEntity = EntitySchema<any>;

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
        logQueryError: (error, query) =>
          options.logger.error(
            { message: withoutSecrets(String(error)), statement: /^\/\* (.*?) \*\//.exec(query)?.[1] },
            "statement failed",
          ),
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
          return runCancellable<Row[]>(dataSource, signal, (runner) => runner.query(text, values));
        },
      };
    },
    async isReady() {
      try {
        await dataSource.query("SELECT 1");
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

/** Holds a session-wide advisory lock while the work runs, so that two processes take turns. */
export async function withAdvisoryLock<T>(
  dataSource: DataSource,
  name: string,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const key = createHash("sha256").update(name).digest().readBigInt64BE().toString();
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query("SELECT pg_advisory_lock($1::bigint)", [key]);
    try {
      return await work(runner);
    } finally {
      await runner.query("SELECT pg_advisory_unlock($1::bigint)", [key]);
    }
  } finally {
    await runner.release();
  }
}

/**
 * Runs one statement on a connection of its own. When the signal aborts, the server is told to cancel, and the
 * connection goes back to the pool only after the statement has ended, so that the cancel can hit nothing else.
 */
async function runCancellable<T>(
  dataSource: DataSource,
  signal: AbortSignal | undefined,
  run: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const client: { processID?: number } = await runner.connect();
  let cancelling: Promise<void> | undefined;
  const cancel = () => {
    cancelling = cancelStatement(dataSource, client.processID);
  };
  try {
    signal?.throwIfAborted();
    signal?.addEventListener("abort", cancel, { once: true });
    return await run(runner);
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener("abort", cancel);
    await cancelling;
    await runner.release();
  }
}

/** Over a connection outside the pool: the pool may be full of the very statements that are to be cancelled. */
async function cancelStatement(dataSource: DataSource, processId: number | undefined): Promise<void> {
  const client = new Client({ connectionString: (dataSource.options as { url?: string }).url });
  try {
    await client.connect();
    await client.query("SELECT pg_cancel_backend($1)", [processId]);
  } catch {
    // The statement's own time limit ends it then.
  } finally {
    await client.end().catch(() => {});
  }
}

interface Column {
  readonly property: string;
  readonly name: string;
  readonly primary: boolean;
  readonly type: string;
}

function columnsIn(entity: AnyEntity): Column[] {
  const columns = Object.entries(entity.options.columns) as [string, EntitySchemaColumnOptions][];
  return columns.map(([property, column]) => ({
    property,
    name: column.name ?? property,
    primary: column.primary === true,
    type: `${String(column.type)}${column.array ? "[]" : ""}`,
  }));
}

/** The columns of an entity as a SELECT list: `i.municipality_code AS "municipalityCode", …`. */
export function columnsOf<Row>(entity: EntitySchema<Row>, alias: string): Sql {
  return raw(
    columnsIn(entity)
      .map(({ property, name }) => `${alias}."${name}" AS "${property}"`)
      .join(", "),
  );
}

/** `a AND b AND c`, or TRUE for none. */
export function all(conditions: readonly (Sql | undefined)[]): Sql {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? raw("TRUE") : join(given, " AND ");
}

/** What happened to the rows of one table in an import. */
export interface RowChanges {
  inserted: number;
  updated: number;
  withdrawn: number;
}

/**
 * Makes the rows of one owner in one table equal to the rows given, in one statement: new rows are inserted, changed ones
 * updated, rows that are gone are marked withdrawn, and unchanged ones are left alone (not even their changed_at moves).
 * The table has the columns `withdrawn_at` and `changed_at`.
 * @param scope the column that says whose rows they are, and the owner; undefined when the table has one owner only
 */
export async function replaceRows<Row extends object>(
  manager: EntityManager,
  entity: EntitySchema<Row>,
  scope: { readonly column: string; readonly value: string } | undefined,
  rows: readonly Omit<Row, "withdrawnAt" | "changedAt">[],
): Promise<RowChanges> {
  const columns = columnsIn(entity).filter(({ property }) => property !== "withdrawnAt" && property !== "changedAt");
  const table = `"${entity.options.schema}"."${entity.options.tableName}"`;
  const list = (wanted: readonly Column[], prefix = "") => wanted.map(({ name }) => `${prefix}"${name}"`).join(", ");
  const keys = columns.filter(({ primary }) => primary);
  const values = columns.filter(({ primary }) => !primary);
  const sameKey = keys.map(({ name }) => `t."${name}" = g."${name}"`).join(" AND ");
  const payload = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        columns.map(({ property, name }) => [name, (row as Record<string, unknown>)[property] ?? null]),
      ),
    ),
  );
  const [changes] = await manager.query<RowChanges[]>(
    `/* replaceRows ${entity.options.name} */
    WITH given AS MATERIALIZED (
      SELECT ${list(columns)} FROM jsonb_to_recordset($1::jsonb) AS g(${columns.map(({ name, type }) => `"${name}" ${type}`).join(", ")})
    ), written AS (
      INSERT INTO ${table} AS t (${list(columns)}, changed_at, withdrawn_at)
      SELECT ${list(columns)}, now(), NULL FROM given
      ON CONFLICT (${list(keys)}) DO UPDATE
        SET ${[...values.map(({ name }) => `"${name}" = excluded."${name}"`), "changed_at = now()", "withdrawn_at = NULL"].join(", ")}
        WHERE t.withdrawn_at IS NOT NULL${values.length === 0 ? "" : ` OR (${list(values, "t.")}) IS DISTINCT FROM (${list(values, "excluded.")})`}
      RETURNING (xmax = 0) AS is_new
    ), gone AS (
      UPDATE ${table} AS t SET withdrawn_at = now(), changed_at = now()
      WHERE ${scope ? `t."${scope.column}" = $2` : "$2::text IS NULL"} AND t.withdrawn_at IS NULL AND NOT EXISTS (SELECT FROM given g WHERE ${sameKey})
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM written WHERE is_new)::int AS inserted,
           (SELECT count(*) FROM written WHERE NOT is_new)::int AS updated,
           (SELECT count(*) FROM gone)::int AS withdrawn`,
    [payload, scope?.value ?? null],
  );
  return changes ?? { inserted: 0, updated: 0, withdrawn: 0 };
}
