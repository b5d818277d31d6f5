import { type Mistake, mistakeInRow } from "../mistake";
import { isSound, type Row, type Table, textOf } from "../table";
import type { Rule } from "./rule";

/** Nothing is part of itself, directly or through others. */
export const parentCycles: Rule = {
  code: "PARENT_CYCLE",
  check(delivery) {
    return ["areas", "organisations", "programmes"].flatMap((name) => {
      const table = delivery.tables.get(name);
      return table ? cyclesIn(table) : [];
    });
  },
};

function cyclesIn(table: Table): Mistake[] {
  const byId = new Map(table.rows.map((row) => [row.printed.id ?? "", row]));
  const settled = new Set<Row>();
  const mistakes: Mistake[] = [];
  for (const start of table.rows) {
    const path: Row[] = [];
    let row: Row | undefined = start;
    while (row && !settled.has(row) && !path.includes(row)) {
      path.push(row);
      row = isSound(row, "parent", "id") ? byId.get(textOf(row, "parent") ?? "") : undefined;
    }
    if (row && path.includes(row)) mistakes.push(report(table, path.slice(path.indexOf(row))));
    for (const seen of path) settled.add(seen);
  }
  return mistakes;
}

function report(table: Table, cycle: readonly Row[]): Mistake {
  const first = cycle.reduce((a, b) => (b.line < a.line ? b : a));
  const names = [...cycle, cycle[0]].map((row) => row?.printed.id).join(" → ");
  const message =
    cycle.length === 1 ? "The record is its own parent." : `The records are each other's parents: ${names}.`;
  const remedy = "Empty the parent of the one that is the whole, and let the parts point to it.";
  return mistakeInRow(table, first, "parent", { code: "PARENT_CYCLE", message, remedy });
}
