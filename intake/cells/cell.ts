import type { Fault } from "../mistake";
import type { CellValue } from "../table";
import type { Field } from "../table-schemas/table-schema";

/** What a cell says, or why it says nothing. */
export type Reading = { readonly value: CellValue } | { readonly fault: Fault };

/** Reads a cell that is not empty. Each type of column has one, in a file of its own. */
export type CellReader = (text: string, field: Field) => Reading;
