import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import { amountsIn } from "./amounts";
import type { Rule } from "./rule";

/** An amount that a source states is also given as the source prints it. */
export const amountAsPrinted: Rule = {
  code: "AMOUNT_NOT_PRINTED",
  check(delivery) {
    return [...amountsIn(delivery)].flatMap(({ table, row, amount }) => {
      const { value, certainty, asPrinted } = amount;
      if (!isSound(row, value, certainty, asPrinted)) return [];
      const isStated = row.printed[certainty] === "STATED" && (row.printed[value] ?? "") !== "";
      if (!isStated || (row.printed[asPrinted] ?? "") !== "") return [];
      const message = `The amount ${row.printed[value]} is stated, but not given as the source prints it.`;
      const remedy = 'Write the words or figures of the source, such as "1 400" or "2,8 miljoner kronor".';
      return [mistakeInRow(table, row, asPrinted, { code: this.code, message, remedy })];
    });
  },
};
