export type FieldType = "string" | "integer" | "number" | "boolean" | "date" | "list";

/** One column of a table. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly unique: boolean;
  readonly allowed: readonly string[] | null;
  readonly pattern: RegExp | null;
  /** Decimal text. */
  readonly minimum: string | null;
  /** Decimal text. */
  readonly maximum: string | null;
  /** An amount in kronor: at most two decimals. */
  readonly isMoney: boolean;
  /** A date that may be a month, a season or a year. */
  readonly isFuzzyDate: boolean;
  /** Between the items of a list. */
  readonly delimiter: string;
  /** The table whose records the cell names. */
  readonly refers: string | null;
  /** The code list whose codes the cell names. */
  readonly codeList: string | null;
}

export interface TableSchema {
  readonly name: string;
  readonly title: string;
  readonly packages: "municipality" | "reference" | "both";
  readonly primaryKey: readonly string[];
  readonly fields: readonly Field[];
  /** The Table Schema itself, for datapackage.json. */
  readonly json: object;
}

/** The tables that a data package may hold, by name. */
export type TableSchemas = ReadonlyMap<string, TableSchema>;
