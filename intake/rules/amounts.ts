import type { Delivery, Row, Table } from "../table";

/** The columns of one amount in a table. */
export interface AmountColumns {
  readonly table: string;
  readonly value: string;
  /** Null where the kind is the kind of the record. */
  readonly kind: string | null;
  readonly certainty: string;
  readonly precision: string;
  readonly asPrinted: string;
}

function columns(table: string, prefix: string, hasKind = true): AmountColumns {
  return {
    table,
    value: `${prefix}value`,
    kind: hasKind ? `${prefix}kind` : null,
    certainty: `${prefix}certainty`,
    precision: `${prefix}precision`,
    asPrinted: `${prefix}as_printed`,
  };
}

/** Every amount of a package, save for the shares of an allocation, which repeat a part of one. */
export const AMOUNTS: readonly AmountColumns[] = [
  columns("allocations", ""),
  columns("initiative-amounts", ""),
  columns("pot-contributions", ""),
  columns("grant-events", "", false),
  columns("pots", "total_"),
  columns("pots", "stated_allocated_"),
  columns("pots", "stated_unallocated_"),
];

/** Each row of the delivery with each amount that it may hold. */
export function* amountsIn(delivery: Delivery): Generator<{ table: Table; row: Row; amount: AmountColumns }> {
  for (const amount of AMOUNTS) {
    const table = delivery.tables.get(amount.table);
    for (const row of table?.rows ?? []) if (table) yield { table, row, amount };
  }
}
