import { mistakeInRow } from "../mistake";
import { dateOf, keyOf, type Row, rowsOf } from "../table";
import type { Rule } from "./rule";

/** Whether the record states something that needs the words of its source. What is inferred has no words. */
const STATES: Record<string, (row: Row) => boolean> = {
  "status-history": ({ printed }) => printed.certainty === "STATED",
  milestones: (row) => dateOf(row, "date")?.certainty === "STATED",
  allocations: ({ printed }) => printed.value !== "" && printed.certainty === "STATED",
  "grant-events": ({ printed }) => printed.value !== "" && printed.certainty === "STATED",
  "pot-contributions": ({ printed }) => printed.certainty === "STATED",
  pots: ({ printed }) => printed.total_certainty === "STATED",
  "initiative-amounts": ({ printed }) => printed.certainty === "STATED",
  "consultation-stages": ({ printed }) => printed.certainty === "STATED",
};

/** A stated number, status or date is quoted from its source. */
export const hasQuote: Rule = {
  code: "QUOTE_MISSING",
  check(delivery, { excused }) {
    const sources = delivery.tables.get("sources");
    if (!sources?.isWhole) return [];
    const key = ({ printed }: Row) => `${printed.resource}/${printed.record}`;
    const cited = new Set(rowsOf(delivery, "sources").map(key));
    const quotedRecords = new Set(rowsOf(delivery, "sources").filter(isQuoted).map(key));
    return Object.entries(STATES).flatMap(([name, isStated]) => {
      const table = delivery.tables.get(name);
      return (table?.rows ?? []).flatMap((row) => {
        if (!table || row.faulty.size > 0 || !isStated(row)) return [];
        const record = keyOf(table, row);
        const isCited = cited.has(`${name}/${record}`) || cited.has(`${name}/`);
        if (!isCited || excused.has(`${name}/${record}`)) return [];
        if (quotedRecords.has(`${name}/${record}`) || quotedRecords.has(`${name}/`)) return [];
        const message = `"${record}" states a number, status or date, and no source of it has a quote.`;
        const remedy = "Write the few words of the document in the column quote of sources.csv.";
        const [column = ""] = table.schema.primaryKey;
        return [mistakeInRow(table, row, column, { code: this.code, message, remedy }, record)];
      });
    });
  },
};

function isQuoted(row: Row): boolean {
  return row.printed.quote !== "";
}
