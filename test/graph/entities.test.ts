import type { EntitySchema, EntitySchemaColumnOptions } from "typeorm";
import { rooms } from "../../cli/rooms";
import { createTestDatabase, silentLogger, type TestDatabase } from "../testkit/database";

interface TableColumn {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
  primary: boolean;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase("migrated");
});
afterAll(() => database.drop());

const entitiesOf = (room: (typeof rooms)[number]) =>
  room.createDatabase({ url: "postgres://nobody@127.0.0.1:1/none", logger: silentLogger }).dataSource.options
    .entities as EntitySchema[];

const entities = rooms.flatMap((room) =>
  entitiesOf(room).map(({ options }) => ({ table: `${options.schema}.${options.tableName}`, options })),
);

async function columnsOf(table: string): Promise<TableColumn[]> {
  const [schema, name] = table.split(".");
  return database.query<TableColumn & object>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
       a.attgenerated <> '' AS generated,
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY(i.indkey)) AS primary
     FROM pg_attribute a
     WHERE a.attrelid = format('%I.%I', $1::text, $2::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    [schema, name],
  );
}

/** The type as PostgreSQL writes it. */
async function typeOf({ type, array, precision, scale }: EntitySchemaColumnOptions): Promise<string> {
  const size = precision ? `(${precision},${scale ?? 0})` : "";
  const [row] = await database.query<{ type: string }>("SELECT to_regtype($1)::text AS type", [String(type)]);
  return `${row?.type}${size}${array ? "[]" : ""}`;
}

describe.each(entities)("the table $table", ({ table, options }) => {
  it("has every column of its entity, with the same type, nullability and place in the key", async () => {
    const stored = new Map((await columnsOf(table)).map((column) => [column.name, column]));
    for (const [property, column] of Object.entries(options.columns)) {
      if (!column) throw new Error(`${property} has no options`);
      const name = column.name ?? property;
      expect({ name, ...stored.get(name) }).toEqual({
        name,
        type: await typeOf(column),
        nullable: column.nullable ?? false,
        primary: column.primary ?? false,
        generated: false,
      });
    }
  });

  it("has no column that its entity does not know, save those that PostgreSQL makes for text search", async () => {
    const known = new Set(Object.entries(options.columns).map(([property, column]) => column?.name ?? property));
    const others = (await columnsOf(table)).filter(({ name }) => !known.has(name));
    for (const { name, generated } of others) {
      expect({ name, generated }).toEqual({ name: expect.stringMatching(/^(search|folded_name)$/), generated: true });
    }
  });
});

/** Tables without an entity, which no import makes equal to what is delivered, and why they need none. */
const WITHOUT_ENTITY: Readonly<Record<string, string>> = {
  "funding.audit_entry": "the function record_audit alone adds to it",
  "funding.change": "triggers alone add to it",
  "funding.follow_up_report": "written by named statements, a report at a time",
  "funding.follow_up_review": "written by named statements, a review at a time",
  "funding.follow_up_version": "written by named statements, a version at a time",
  "funding.idempotent_request": "written by named statements, an answer at a time",
  "funding.report_template": "written by named statements, a version at a time",
};
/** The room of open data keeps only its own state. */
const ROOMS_WITHOUT_ENTITIES = ["comparisons", "registry", "opendata"];

it("every table that is delivered has an entity: all but TypeORM's own, the computed read model, the hub's state and what is listed", async () => {
  const tables = await database.query<{ table: string }>(
    `SELECT schemaname || '.' || tablename AS table FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname <> ALL($1) AND tablename <> 'migration' ORDER BY 1`,
    [ROOMS_WITHOUT_ENTITIES],
  );
  // The feed is the same in every room.
  const listed = tables
    .map(({ table }) => table)
    .filter((table) => table in WITHOUT_ENTITY || table.endsWith(".change"));
  expect(listed).toEqual(expect.arrayContaining(Object.keys(WITHOUT_ENTITY)));
  expect(tables.map(({ table }) => table)).toEqual([...entities.map(({ table }) => table), ...listed].sort());
});

it("each room keeps to the schema of its own name", () => {
  for (const room of rooms) {
    for (const { options } of entitiesOf(room)) expect(options.schema).toBe(room.name);
  }
});
