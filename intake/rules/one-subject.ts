import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

/** Whether a record of the table may belong to an initiative and a programme at once. */
const TABLES: Record<string, { readonly both: boolean; readonly initiative: string }> = {
  participations: { both: false, initiative: "initiative" },
  targets: { both: false, initiative: "initiative" },
  results: { both: false, initiative: "initiative" },
  milestones: { both: true, initiative: "initiative" },
  consultations: { both: true, initiative: "initiative" },
  decisions: { both: true, initiative: "initiatives" },
};

/** A record is about an initiative or a programme, so that it is found from one of them. */
export const oneSubject: Rule = {
  code: "ONE_SUBJECT",
  check(delivery) {
    return Object.entries(TABLES).flatMap(([name, { both, initiative }]) => {
      const table = delivery.tables.get(name);
      return (table?.rows ?? []).flatMap((row) => {
        if (!table || !isSound(row, initiative, "programme")) return [];
        const given = [initiative, "programme"].filter((column) => (row.printed[column] ?? "") !== "").length;
        if (given === 1 || (given === 2 && both)) return [];
        const message =
          given === 0 ? "The record belongs to neither an initiative nor a programme." : "The record belongs to both.";
        const remedy =
          given === 0 ? `Give ${initiative} or programme.` : "Keep one of the two, the one the source speaks of.";
        return [mistakeInRow(table, row, initiative, { code: this.code, message, remedy })];
      });
    });
  },
};
