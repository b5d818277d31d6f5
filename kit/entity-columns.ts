import type { EntitySchema, EntitySchemaColumnOptions } from "typeorm";
import { raw, type Sql } from "./sql";

// biome-ignore lint/suspicious/noExplicitAny: a list of entities of different rows has no narrower type in TypeORM
export type AnyEntity = EntitySchema<any>;

/** A column of a table and the property of the row that holds it. */
export interface Column {
  readonly property: string;
  readonly name: string;
  readonly primary: boolean;
  readonly type: string;
}

export function columnsIn(entity: AnyEntity): Column[] {
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
