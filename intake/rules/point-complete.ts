import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

/** A point has both coordinates or neither. */
export const pointComplete: Rule = {
  code: "POINT_INCOMPLETE",
  check(delivery) {
    return ["areas", "municipalities"].flatMap((name) => {
      const table = delivery.tables.get(name);
      return (table?.rows ?? []).flatMap((row) => {
        const { latitude = "", longitude = "" } = row.printed;
        if (!table || !isSound(row, "latitude", "longitude") || (latitude === "") === (longitude === "")) return [];
        const column = latitude === "" ? "latitude" : "longitude";
        const remedy = "Give both in degrees (WGS 84), such as 59.6 and 17.7; or leave both empty.";
        return [mistakeInRow(table, row, column, { code: this.code, message: `The point has no ${column}.`, remedy })];
      });
    });
  },
};
