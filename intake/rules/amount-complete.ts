import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import { amountsIn } from "./amounts";
import type { Rule } from "./rule";

/** An amount is never a bare number: it has a kind, a certainty and a precision; and those have an amount. */
export const amountComplete: Rule = {
  code: "AMOUNT_INCOMPLETE",
  check(delivery) {
    return [...amountsIn(delivery)].flatMap(({ table, row, amount }) => {
      const facts = [amount.kind, amount.certainty, amount.precision].filter((column) => column !== null);
      if (!isSound(row, amount.value, amount.asPrinted, ...facts)) return [];
      const isGiven = (column: string) => (row.printed[column] ?? "") !== "";
      if (isGiven(amount.value)) {
        const lacking = facts.filter((column) => !isGiven(column));
        if (lacking.length === 0) return [];
        const message = `The amount ${row.printed[amount.value]} lacks ${lacking.join(" and ")}.`;
        const remedy = "Say what kind of amount it is, how it is known and whether it is exact.";
        return [mistakeInRow(table, row, lacking[0] ?? "", { code: this.code, message, remedy })];
      }
      const given = [...facts, amount.asPrinted].filter(isGiven);
      if (given.length === 0) return [];
      const message = `${given.join(" and ")} describe an amount that is not given.`;
      const remedy = `Give ${amount.value}; when it is not known, empty ${given.join(" and ")} too.`;
      return [mistakeInRow(table, row, amount.value, { code: this.code, message, remedy })];
    });
  },
};
