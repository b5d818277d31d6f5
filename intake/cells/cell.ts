import type { Field } from "../contract/contract";
import type { Fault } from "../mistake";
import type { CellValue } from "../table";

/** What a cell says, or why it says nothing. */
export type Reading = { readonly value: CellValue } | { readonly fault: Fault };

/** Reads a cell that is not empty. Each type of the contract has one, in a file of its own. */
export type CellReader = (text: string, field: Field) => Reading;
