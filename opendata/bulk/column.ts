/** A text in both languages. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

/**
 * What a column holds. decimal: an exact number of kronor or a share. list: texts. json: what is nested. day
 * and moment are text in every format: 2024-03-20, and 2024-03-20T10:15:00.123Z in UTC.
 */
export type ColumnType = "text" | "integer" | "number" | "decimal" | "boolean" | "day" | "moment" | "list" | "json";

export interface Column {
  /** camelCase, as in the graph; the view's column is the same in snake_case. */
  readonly name: string;
  readonly type: ColumnType;
  /** Of decimals. Default: two, as kronor have. */
  readonly decimals?: number;
  /** Whether every row has a value. */
  readonly required?: boolean;
  readonly description: Words;
}

export const KRONOR_DECIMALS = 2;

/** The name that the view's column has. */
export const inSql = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
