import { mistakeInRow } from "../mistake";
import { personalNumbersIn } from "../personal-data";
import { freeTextIn } from "./free-text";
import type { Rule } from "./rule";

/** No personal identity numbers; a sole trader's organisation number is one too. */
export const personalNumber: Rule = {
  code: "PERSONAL_NUMBER",
  check(delivery) {
    return [...freeTextIn(delivery)].flatMap(({ table, row, column, text }) => {
      const [number] = personalNumbersIn(text);
      if (number === undefined) return [];
      const message = "The text holds a personal identity number.";
      return [mistakeInRow(table, row, column, { code: this.code, message, remedy: "Take it away." }, number)];
    });
  },
};
