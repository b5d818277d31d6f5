import { type Delivery, rowsOf, textOf } from "../table";

/** Ids of the initiatives for which the delivery holds any amount: allocated, awarded or said of the initiative itself. */
export function initiativesWithAmount(delivery: Delivery): ReadonlySet<string> {
  const withValue = (table: string) => rowsOf(delivery, table).filter((row) => textOf(row, "value") !== null);
  const awarded = new Set(
    withValue("grant-events")
      .filter((row) => textOf(row, "kind") === "AWARD")
      .map((row) => textOf(row, "grant")),
  );
  const grants = rowsOf(delivery, "grants").filter((row) => awarded.has(textOf(row, "id")));
  return new Set(
    [...withValue("allocations"), ...withValue("initiative-amounts"), ...grants].flatMap(
      (row) => textOf(row, "initiative") ?? [],
    ),
  );
}
