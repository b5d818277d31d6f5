import type { CellReader } from "./cell";

/** Text is taken as it is. */
export const readString: CellReader = (text) => ({ value: text });
