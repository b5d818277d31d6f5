import type { CertaintyValue, PrecisionValue } from "../../kit/record";
import { type Contradiction, contradictionsIn, type ToldEvent } from "../../subgraphs/funding/import";
import { mistakeInRow } from "../mistake";
import { dateOf, groupBy, integerOf, isSound, type Row, textOf } from "../table";
import { isNotedDoubt, orNoteIt } from "./noted-doubt";
import type { Rule } from "./rule";

/** Column of grant-events that holds each part of an event. */
export const eventColumn: Readonly<Record<Contradiction["part"], string>> = {
  kind: "kind",
  date: "date",
  amount: "value",
  totalCost: "value",
};

/** What is told of a grant's life can all be so: things happen in their order, and amounts go together. */
export const grantLife: Rule = {
  code: "GRANT_LIFE",
  check(delivery) {
    const table = delivery.tables.get("grant-events");
    if (!table) return [];
    return [...groupBy(table.rows, "grant").values()].flatMap((rows) => {
      if (rows.some((row) => !isSound(row, "id", "grant", "position", "kind", "value", "certainty", "precision")))
        return [];
      const byId = new Map(rows.map((row) => [row.printed.id, row]));
      return contradictionsIn(rows.map(toldBy)).flatMap(({ event, part, message, remedy }) => {
        const row = byId.get(event);
        const column = eventColumn[part];
        if (!row || isNotedDoubt(delivery, "grant-events", event, [column])) return [];
        const whatToDo = `${remedy} ${orNoteIt("grant-events", column)}`;
        return [mistakeInRow(table, row, column, { code: this.code, message, remedy: whatToDo })];
      });
    });
  },
};

function toldBy(row: Row): ToldEvent {
  return {
    id: row.printed.id ?? "",
    position: integerOf(row, "position") ?? 0,
    kind: textOf(row, "kind") ?? "",
    date: dateOf(row, "date"),
    value: textOf(row, "value"),
    certainty: textOf(row, "certainty") as CertaintyValue | null,
    precision: textOf(row, "precision") as PrecisionValue | null,
  };
}
