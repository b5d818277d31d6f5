import { mistakeInRow } from "../mistake";
import { hasLuhnDigit, personalNumbersIn } from "../personal-data";
import { textOf } from "../table";
import type { Rule } from "./rule";

/** The last digit of an organisation number checks the others. */
export const organisationNumbers: Rule = {
  code: "ORGANISATION_NUMBER",
  check(delivery) {
    return ["organisations", "municipalities"].flatMap((name) => {
      const table = delivery.tables.get(name);
      return (table?.rows ?? []).flatMap((row) => {
        const number = textOf(row, "organisation_number");
        if (!table || number === null || personalNumbersIn(number).length > 0) return [];
        const digits = number.replace("-", "");
        const isPossible = Number(digits.slice(2, 4)) >= 20;
        if (isPossible && hasLuhnDigit(digits)) return [];
        const message = `"${number}" is not an organisation number: ${isPossible ? "the check digit is wrong" : "the third digit is below 2"}.`;
        const remedy = "Look it up again, or leave the cell empty.";
        return [mistakeInRow(table, row, "organisation_number", { code: this.code, message, remedy })];
      });
    });
  },
};
