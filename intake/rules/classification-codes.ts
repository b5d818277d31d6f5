import { mistakeInRow, quoted } from "../mistake";
import { listOf } from "../table";
import type { Rule } from "./rule";

const FORMS: Record<string, { readonly form: RegExp; readonly example: string }> = {
  cofog: { form: /^(0[1-9]|10)(\.[1-9])?$/, example: "09.6" },
  sdg_targets: { form: /^([1-9]|1[0-7])\.(1?\d|[a-d])$/, example: "4.1" },
};

/** COFOG groups and SDG targets look like numbers, and spreadsheets make numbers and dates of them. */
export const classificationCodes: Rule = {
  code: "CLASSIFICATION_CODE",
  check(delivery) {
    return ["initiatives", "code-lists"].flatMap((name) => {
      const table = delivery.tables.get(name);
      return (table?.rows ?? []).flatMap((row) =>
        Object.entries(FORMS).flatMap(([column, { form, example }]) => {
          const wrong = listOf(row, column).find((code) => !form.test(code));
          if (!table || wrong === undefined) return [];
          const padded = `0${wrong}`;
          const message = `${quoted(wrong)} does not have the form ${example}.`;
          const lost = form.test(padded)
            ? `Write "${padded}": the spreadsheet lost the zero.`
            : `Write it as ${example}.`;
          const remedy = `${lost} Format the column as text.`;
          return [mistakeInRow(table, row, column, { code: this.code, message, remedy }, wrong)];
        }),
      );
    });
  },
};
