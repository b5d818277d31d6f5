import type { Column, Words } from "./column";

/** A choice of rows in an address; `unpublished`, `limit` and `after` are read beside them. */
export type FilterName = "municipality" | "source" | "programme" | "year";

export interface KeyColumn {
  readonly column: string;
  readonly type: "text" | "integer";
}

export interface Dataset {
  /** As the address has it. */
  readonly name: string;
  readonly title: Words;
  readonly description: Words;
  /** The view that another room publishes. */
  readonly view: string;
  readonly columns: readonly Column[];
  /** The view's columns that order its rows and tell each from the others. */
  readonly key: readonly KeyColumn[];
  /** SQL condition of a filter, over the view's columns; $ stands for the list of its values. */
  readonly filters: Readonly<Partial<Record<FilterName, string>>>;
  /** The room whose change feed tells of the rows, and the kinds; every kind without any. */
  readonly fedBy: { readonly room: string; readonly kinds?: readonly string[] };
  /** Whether it has rows that not everybody may see. */
  readonly hasUnpublished?: boolean;
}

/** Whether rows can stop to stand. */
export const canBeWithdrawn = ({ columns }: Dataset): boolean => columns.some(({ name }) => name === "withdrawnAt");
