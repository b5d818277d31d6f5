import { mistakeInRow } from "../mistake";
import { phoneNumbersIn } from "../personal-data";
import { freeTextIn } from "./free-text";
import type { Rule } from "./rule";

/** Columns of file numbers and statutes, which may look like telephone numbers. */
const NUMBERED = new Set(["registration_numbers", "legal_basis", "organisation_number", "url", "regso_codes"]);

/** No telephone numbers, of anybody. */
export const personalPhone: Rule = {
  code: "PERSONAL_PHONE",
  check(delivery) {
    return [...freeTextIn(delivery)].flatMap(({ table, row, column, text }) => {
      const [number] = NUMBERED.has(column) ? [] : phoneNumbersIn(text);
      if (number === undefined) return [];
      const message = "The text holds a telephone number.";
      return [mistakeInRow(table, row, column, { code: this.code, message, remedy: "Take it away." }, number)];
    });
  },
};
