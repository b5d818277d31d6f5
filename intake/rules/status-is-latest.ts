import { mistakeInRow, quoted } from "../mistake";
import { groupBy, integerOf, isSound, rowsOf } from "../table";
import type { Rule } from "./rule";

/** The status of an initiative repeats the last observation of its history. */
export const statusIsLatest: Rule = {
  code: "STATUS_NOT_LATEST",
  check(delivery) {
    const table = delivery.tables.get("initiatives");
    const history = delivery.tables.get("status-history");
    if (!table || (history && !history.isWhole)) return [];
    const observations = groupBy(rowsOf(delivery, "status-history"), "initiative");
    return table.rows.flatMap((row) => {
      const own = observations.get(row.printed.id ?? "") ?? [];
      if (!isSound(row, "id", "status") || own.some((one) => !isSound(one, "status", "position"))) return [];
      const last = own.reduce<(typeof own)[number] | null>(
        (latest, one) =>
          (integerOf(one, "position") ?? 0) > (latest ? (integerOf(latest, "position") ?? 0) : 0) ? one : latest,
        null,
      );
      if (last?.printed.status === row.printed.status) return [];
      const message = last
        ? `The status is ${row.printed.status}, but the last row of its history says ${last.printed.status}.`
        : `The initiative ${quoted(row.printed.id ?? "")} has no row in status-history.`;
      const remedy = last
        ? `Write "${last.printed.status}", or add the newer observation to status-history.csv.`
        : "Add an observation with position 1 to status-history.csv; its status may be UNKNOWN.";
      return [mistakeInRow(table, row, "status", { code: this.code, message, remedy })];
    });
  },
};
