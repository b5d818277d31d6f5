import { type Delivery, rowsOf } from "../table";

/**
 * Whether a quality note stands on one of these fields of the record. Documents contradict themselves: a sum that does
 * not come out is let through when the owner has seen it and says so in the data.
 */
export function isNotedDoubt(delivery: Delivery, resource: string, record: string, fields: readonly string[]): boolean {
  return rowsOf(delivery, "quality-notes").some(
    ({ printed }) => printed.resource === resource && printed.record === record && fields.includes(printed.field ?? ""),
  );
}

/** What to do when the documents themselves do not add up. */
export function orNoteIt(resource: string, field: string): string {
  return `If the documents disagree, keep what they say and add a row to quality-notes.csv for the field "${field}" of the record in ${resource}.`;
}
