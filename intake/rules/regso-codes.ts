import { type Mistake, mistakeInRow, quoted } from "../mistake";
import { type Delivery, isSound, listOf, type Row, type Table, textOf } from "../table";
import type { Rule } from "./rule";

/** RegSO codes name their version, and begin with the municipality's own code. */
export const regsoCodes: Rule = {
  code: "REGSO_CODE",
  check(delivery) {
    return [
      ...rows(delivery, "areas", (table, row) =>
        listOf(row, "regso_codes").flatMap((code) => {
          const [, municipality] = code.match(/^(\d{4})R\d{3}@RegSO\d{4}$/) ?? [];
          const remedy = `Write code, @ and version, such as ${delivery.owner}R012@RegSO2025.`;
          if (!municipality)
            return [
              judge(table, row, "regso_codes", code, `${quoted(code)} is not a RegSO code with its version.`, remedy),
            ];
          return municipality === delivery.owner ? [] : [judge(table, row, "regso_codes", code, notOwn(code), remedy)];
        }),
      ),
      ...rows(delivery, "area-types", (table, row) => {
        const code = textOf(row, "regso_code");
        if (code === null || !isSound(row, "regso_code") || code.startsWith(delivery.owner)) return [];
        return [judge(table, row, "regso_code", code, notOwn(code), `Give a code that begins with ${delivery.owner}.`)];
      }),
    ];
  },
};

function rows(delivery: Delivery, name: string, check: (table: Table, row: Row) => Mistake[]): Mistake[] {
  const table = delivery.tables.get(name);
  return table ? table.rows.flatMap((row) => check(table, row)) : [];
}

function notOwn(code: string): string {
  return `${quoted(code)} lies in another municipality.`;
}

function judge(table: Table, row: Row, column: string, value: string, message: string, remedy: string): Mistake {
  return mistakeInRow(table, row, column, { code: "REGSO_CODE", message, remedy }, value);
}
