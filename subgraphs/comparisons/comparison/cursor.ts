import { publicError } from "../../../kit/errors";
import type { ComparisonFrame } from "./comparison";
import type { Position, RowOrder } from "./order";

/** A position in the rows of one comparison, over one state of the data, in one order. */
export function encodeCursor(frame: ComparisonFrame, order: RowOrder, { value, codes }: Position): string {
  return Buffer.from(JSON.stringify([frame.id, order.field, order.direction, value, ...codes])).toString("base64url");
}

/** @throws INVALID_CURSOR when it is none, or of another comparison, state of the data, or order */
export function decodeCursor(frame: ComparisonFrame, order: RowOrder, cursor: string): Position {
  const [id, field, direction, value, ...codes] = readArray(cursor);
  const isOurs =
    id === frame.id &&
    field === order.field &&
    direction === order.direction &&
    (value === null || (typeof value === "string" && /^-?\d{1,60}(\.\d{1,60})?$/.test(value))) &&
    codes.length === frame.input.groupBy.length &&
    codes.every((code) => typeof code === "string");
  if (!isOurs) {
    throw publicError(
      "INVALID_CURSOR",
      "after is not a cursor of this comparison in this order over the data as it is now. Use endCursor of the page before, or begin anew when the data has changed.",
      { argument: "after" },
    );
  }
  return { value: value as string | null, codes: codes as string[] };
}

function readArray(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
