/** A table whose writes stand in the feed. Expressions are SQL over a row `r` of it. */
export interface FedTable {
  readonly table: string;
  readonly kind: string;
  /** Id of the record that has changed with the row. Default: r.id. */
  readonly record?: string;
  /** Columns of the primary key, by which the row before is found. Default: municipality_code, id. */
  readonly key?: readonly string[];
  /** The funding source that it concerns alone. */
  readonly source?: string;
  /** Whether everybody may see it. Default: true. */
  readonly isPublished?: string;
  /** Whether rows have withdrawn_at. Default: true. */
  readonly isWithdrawn?: boolean;
  /** Whether the row is only a part of its record, which has changed with it, whatever happened to the part. */
  readonly isPart?: boolean;
}

/**
 * The table `change` of one room's schema: which record changed in which transaction. Each room has its own, and the rows of
 * all of them together, ordered by transaction and position, are the feed.
 *
 * A position alone would not do: of two transactions the one with the higher positions may be committed first, and whoever
 * has read up to it would miss the other. So each row bears the number of its transaction, and a reader takes only rows of
 * transactions below `pg_snapshot_xmin(pg_current_snapshot())`: all of those have ended, and none can add to them.
 */
export function createChangeFeedSql(): string {
  return `
    CREATE TABLE change (
      municipality_code text NOT NULL,
      transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
      position bigint GENERATED ALWAYS AS IDENTITY,
      kind text NOT NULL,
      record_id text NOT NULL,
      operation text NOT NULL CHECK (operation IN ('CREATED', 'UPDATED', 'WITHDRAWN')),
      source_id text,
      is_published boolean NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (municipality_code, transaction, position)
    );
    CREATE INDEX ON change (transaction, position);
    CREATE VIEW published_change WITH (security_invoker = true) AS
      SELECT municipality_code, transaction, position, kind, record_id, operation, source_id, is_published, changed_at FROM change;
  `;
}

/** Lets the writes of a table stand in the feed, and puts the rows that it has there first. */
export function feedTableSql(fed: FedTable): string {
  const { table, kind, record = "r.id", key = ["municipality_code", "id"], source, isPublished = "true" } = fed;
  const withdraws = fed.isWithdrawn !== false && !fed.isPart;
  const name = `feed_${table}_${kind.toLowerCase()}`;
  const operationOfNew = fed.isPart ? "'UPDATED'" : "'CREATED'";
  const operationOfChanged = withdraws
    ? "CASE WHEN r.withdrawn_at IS NOT NULL AND b.withdrawn_at IS NULL THEN 'WITHDRAWN' WHEN r.withdrawn_at IS NULL AND b.withdrawn_at IS NOT NULL THEN 'CREATED' ELSE 'UPDATED' END"
    : "'UPDATED'";
  const put = (from: string, operation: string, distinct: string) => `
    INSERT INTO change (municipality_code, kind, record_id, operation, source_id, is_published)
    SELECT ${distinct} r.municipality_code, '${kind}', ${record}, ${operation}, ${source ?? "NULL"}, ${isPublished} FROM ${from}`;
  const sameRow = key.map((column) => `b.${column} = r.${column}`).join(" AND ");
  const distinct = fed.isPart ? "DISTINCT" : "";
  // The functions belong to the tables' owner, so that who may write a table need not be let at the feed.
  return `
    CREATE FUNCTION ${name}_new() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
      ${put("inserted r", operationOfNew, distinct)};
      RETURN NULL;
    END $$;
    CREATE FUNCTION ${name}_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$ BEGIN
      ${put(`updated r JOIN before b ON ${sameRow}`, operationOfChanged, distinct)};
      RETURN NULL;
    END $$;
    CREATE TRIGGER ${name}_new AFTER INSERT ON "${table}" REFERENCING NEW TABLE AS inserted
      FOR EACH STATEMENT EXECUTE FUNCTION ${name}_new();
    CREATE TRIGGER ${name}_changed AFTER UPDATE ON "${table}" REFERENCING NEW TABLE AS updated OLD TABLE AS before
      FOR EACH STATEMENT EXECUTE FUNCTION ${name}_changed();
    ${fed.isPart ? "" : `${put(`"${table}" r`, withdraws ? "CASE WHEN r.withdrawn_at IS NULL THEN 'CREATED' ELSE 'WITHDRAWN' END" : "'CREATED'", "")};`}
  `;
}
