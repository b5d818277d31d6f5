import type { z } from "zod";
import { type Measure, measureRow, type Need, needRow, type PropertyOwner, propertyOwnerRow } from "./rows";

/** All rows, each table by id. */
export interface Tables {
  readonly "property-owners": readonly PropertyOwner[];
  readonly needs: readonly Need[];
  readonly measures: readonly Measure[];
}

export type TableName = keyof Tables;

export const rowOf: { readonly [Name in TableName]: z.ZodType<Tables[Name][number]> } = {
  "property-owners": propertyOwnerRow,
  needs: needRow,
  measures: measureRow,
};

export const tableNames = Object.keys(rowOf) as TableName[];

export const isTableName = (name: string): name is TableName => Object.hasOwn(rowOf, name);

/** What is wrong between rows: an id twice, a row that names one that is not there. */
export function mistakesBetween(tables: Tables): string[] {
  const mistakes: string[] = [];
  for (const name of tableNames) {
    const seen = new Set<string>();
    for (const { id } of tables[name]) {
      if (seen.has(id)) mistakes.push(`${name}: ${id} stands twice`);
      seen.add(id);
    }
  }
  const needs = new Set(tables.needs.map(({ id }) => id));
  const owners = new Set(tables["property-owners"].map(({ id }) => id));
  for (const { id, need, owner } of tables.measures) {
    if (!needs.has(need)) mistakes.push(`measures: ${id} names the need ${need}, which is not there`);
    if (owner !== null && !owners.has(owner))
      mistakes.push(`measures: ${id} names the owner ${owner}, which is not there`);
  }
  return mistakes;
}
