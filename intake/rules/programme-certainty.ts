import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

/** A grant's programme says how it is known: often it is inferred. */
export const programmeCertainty: Rule = {
  code: "PROGRAMME_CERTAINTY",
  check(delivery) {
    const table = delivery.tables.get("grants");
    return (table?.rows ?? []).flatMap((row) => {
      const { programme = "", programme_certainty: certainty = "" } = row.printed;
      if (!table || !isSound(row, "programme", "programme_certainty")) return [];
      if ((programme === "") === (certainty === "")) return [];
      const column = programme === "" ? "programme" : "programme_certainty";
      const message =
        programme === ""
          ? "A certainty is given for a programme that is not."
          : "Nothing says how the programme is known.";
      const remedy =
        programme === ""
          ? "Give the programme, or empty programme_certainty."
          : "Write STATED if the source names it, else INFERRED.";
      return [mistakeInRow(table, row, column, { code: this.code, message, remedy })];
    });
  },
};
