import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

/** Money is counted once: an allocation from a pot does not come from the pot's grant as well. */
export const allocationOrigin: Rule = {
  code: "ALLOCATION_ORIGIN",
  check(delivery) {
    const table = delivery.tables.get("allocations");
    return (table?.rows ?? []).flatMap((row) => {
      const { pot = "", grant = "" } = row.printed;
      if (!table || !isSound(row, "pot", "grant") || pot === "" || grant === "") return [];
      const message = `The allocation comes from the pot "${pot}" and directly from the grant "${grant}".`;
      const remedy = "Keep the pot, and put the grant in pot-contributions.csv; or keep the grant alone.";
      return [mistakeInRow(table, row, "grant", { code: this.code, message, remedy })];
    });
  },
};
