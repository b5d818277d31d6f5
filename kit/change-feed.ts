/** A table whose writes stand in the feed. Expressions are SQL over a row `r` of it. */
export interface FedTable {
  readonly table: string;
  readonly kind: string;
  /** Id of the record that has changed with the row; null or unnest(…) where it is none or several. Default: r.id. */
  readonly record?: string;
  /** Id of what the record is a part of and cannot be found by without it. */
  readonly parent?: string;
  /** Columns of the primary key, by which the row before is found. Default: municipality_code, id. */
  readonly key?: readonly string[];
  /** The funding source that it concerns alone. When it becomes another, the one before is told too. */
  readonly source?: string;
  /** In its place, an array of the funding sources that it concerns, without null: each is told with a row of its own. */
  readonly sources?: string;
  /** Whether everybody may see it. Default: true. */
  readonly isPublished?: string;
  /** Whether rows have withdrawn_at. Default: true. */
  readonly isWithdrawn?: boolean;
  /** Whether the row is only a part of its record, which has changed with it, whatever happened to the part. */
  readonly isPart?: boolean;
  /** Column of a part that must have become another for the record to have changed with it. */
  readonly whenChanged?: string;
  /** Tells apart what is fed of one table and of one kind. Default: the kind. */
  readonly name?: string;
}

/**
 * The table `change` of one room's schema: which record changed in which transaction. Each room has its own, and the rows of
 * all of them together, ordered by transaction and position, are the feed.
 *
 * A position alone would not do: of two transactions the one with the higher positions may be committed first, and whoever
 * has read up to it would miss the other. So each row bears the number of a transaction, its own or one that came after, and
 * a reader takes only rows with numbers below `pg_snapshot_xmin(pg_current_snapshot())`: all transactions up to those have
 * ended, and none can add to them. The number is that of the newest transaction that has ended when that is higher than its
 * own: of two that change the same record the later comes later, also when it is the one that began first.
 */
export function createChangeFeedSql(): string {
  return `
    CREATE TABLE change (
      municipality_code text NOT NULL,
      transaction xid8 NOT NULL,
      position bigint GENERATED ALWAYS AS IDENTITY,
      kind text NOT NULL,
      record_id text NOT NULL,
      parent_id text,
      operation text NOT NULL CHECK (operation IN ('CREATED', 'UPDATED', 'WITHDRAWN')),
      source_id text,
      is_published boolean NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (municipality_code, transaction, position)
    );
    CREATE INDEX ON change (transaction, position);
    CREATE INDEX ON change (source_id, transaction, position) WHERE source_id IS NOT NULL;
    CREATE VIEW published_change WITH (security_invoker = true) AS
      SELECT municipality_code, transaction, position, kind, record_id, parent_id, operation, source_id, is_published, changed_at
      FROM change;
  `;
}

/** Worked out once for a statement, and not for one without rows. */
const NUMBER =
  "(SELECT greatest(pg_current_xact_id(), (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text::xid8))";

/**
 * Lets the writes of a table stand in the feed, and puts the rows that it has there first.
 *
 * Migrations run it: what it makes of the tables of a migration that has landed must stay as it is, letter by letter
 * (kit/landed-migrations.test.ts).
 */
export function feedTableSql(fed: FedTable): string {
  const { table, kind, record = "r.id", key = ["municipality_code", "id"], isPublished = "true" } = fed;
  const { parent = "NULL", source = "NULL", sources, whenChanged } = fed;
  const name = functionOf(fed);
  const withdraws = fed.isWithdrawn !== false && !fed.isPart;
  const operationOfChanged = withdraws
    ? "CASE WHEN r.withdrawn_at IS NOT NULL AND b.withdrawn_at IS NULL THEN 'WITHDRAWN' WHEN r.withdrawn_at IS NULL AND b.withdrawn_at IS NOT NULL THEN 'CREATED' ELSE 'UPDATED' END"
    : "'UPDATED'";
  const eachSource = sources
    ? ` CROSS JOIN LATERAL unnest(coalesce(nullif(${sources}, '{}'), '{NULL}')) AS concerned(source_id)`
    : "";
  const insert = (rows: string, condition: string) => `
    INSERT INTO change (municipality_code, transaction, kind, record_id, parent_id, operation, source_id, is_published)
    SELECT municipality_code, ${NUMBER}, '${kind}', record_id, parent_id, operation, source_id, is_published FROM (${rows}) AS changed
    WHERE ${condition}`;
  const columns = (operation: string, sourceId: string) =>
    `r.municipality_code, ${record} AS record_id, ${parent} AS parent_id, ${operation} AS operation, ${sourceId} AS source_id, ${isPublished} AS is_published`;
  const put = (from: string, operation: string) =>
    insert(
      `SELECT ${fed.isPart ? "DISTINCT " : ""}${columns(operation, sources ? "concerned.source_id" : source)} FROM ${from}${eachSource}`,
      "record_id IS NOT NULL",
    );
  const same = (one: string, other: string) =>
    key.map((column) => `${one}.${column} = ${other}.${column}`).join(" AND ");
  const keyOf = (row: string) => key.map((column) => `${row}.${column}`).join(", ");
  // What a part has left has changed with it, as well as what it has come to.
  const both = "(SELECT * FROM updated UNION ALL SELECT * FROM before) r";
  const moved = `(SELECT ${keyOf("u")} FROM updated u JOIN before b ON ${same("b", "u")} WHERE u.${whenChanged} IS DISTINCT FROM b.${whenChanged}) m`;
  const changedPart = whenChanged ? `${both} JOIN ${moved} ON ${same("m", "r")}` : both;
  const changed = fed.isPart ? changedPart : `updated r JOIN before b ON ${same("b", "r")}`;
  // Whom a record has left would keep it for ever.
  const sourcesOfRow = sources ?? `ARRAY[${source}]`;
  const left = insert(
    `SELECT ${columns("'UPDATED'", "had.source_id")}
      FROM before r JOIN (SELECT ${keyOf("r")}, ${sourcesOfRow} AS sources FROM updated r) n ON ${same("n", "r")}
      CROSS JOIN LATERAL unnest(${sourcesOfRow}) AS had(source_id)
      WHERE NOT coalesce(had.source_id = ANY (n.sources), false)`,
    "record_id IS NOT NULL AND source_id IS NOT NULL",
  );
  const canLeave = !fed.isPart && (fed.source !== undefined || sources !== undefined);
  // The functions belong to the tables' owner, so that who may write a table need not be let at the feed. Their plans are made
  // once, for however few rows there were then, and must do for a million: so no nested loops.
  const define = (event: string, body: string) => `
    CREATE FUNCTION ${name}_${event}() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path FROM CURRENT SET enable_nestloop = off
      AS $$ BEGIN ${body}; RETURN NULL; END $$;`;
  const newRows = whenChanged
    ? ""
    : `${define("new", put("inserted r", fed.isPart ? "'UPDATED'" : "'CREATED'"))}
    CREATE TRIGGER ${name}_new AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS inserted
      FOR EACH STATEMENT EXECUTE FUNCTION ${name}_new();`;
  return `
    ${newRows}
    ${define("changed", `${canLeave ? `${left};` : ""}${put(changed, operationOfChanged)}`)}
    CREATE TRIGGER ${name}_changed AFTER UPDATE ON "${table}" REFERENCING NEW TABLE AS updated OLD TABLE AS before
      FOR EACH STATEMENT EXECUTE FUNCTION ${name}_changed();
    ${fed.isPart ? "" : `${put(`"${table}" r`, withdraws ? "CASE WHEN r.withdrawn_at IS NULL THEN 'CREATED' ELSE 'WITHDRAWN' END" : "'CREATED'")};`}
  `;
}

/** Takes away what the two functions above have made. */
export function dropChangeFeedSql(fed: readonly FedTable[]): string {
  const functions = fed.flatMap((one) => [
    ...(one.whenChanged ? [] : [`${functionOf(one)}_new()`]),
    `${functionOf(one)}_changed()`,
  ]);
  return `DROP FUNCTION ${functions.join(", ")} CASCADE; DROP TABLE change CASCADE`;
}

const functionOf = ({ table, kind, name = kind.toLowerCase() }: FedTable) => `feed_${table}_${name}`;
