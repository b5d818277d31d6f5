import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

/** The first two digits of a municipality's code are its county's. */
export const countyOfMunicipality: Rule = {
  code: "COUNTY",
  check(delivery) {
    const table = delivery.tables.get("municipalities");
    return (table?.rows ?? []).flatMap((row) => {
      const { code = "", county = "" } = row.printed;
      if (!table || !isSound(row, "code", "county") || code.startsWith(county)) return [];
      const message = `The municipality ${code} lies in county ${code.slice(0, 2)}, not ${county}.`;
      return [mistakeInRow(table, row, "county", { code: this.code, message, remedy: `Write "${code.slice(0, 2)}".` })];
    });
  },
};
