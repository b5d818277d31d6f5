import { isCitable } from "../checks/citations";
import { mistakeInRow } from "../mistake";
import { keyOf, rowsOf } from "../table";
import type { Rule } from "./rule";

/** Every record says where it comes from; documents are where things come from. */
export const hasSource: Rule = {
  code: "SOURCE_MISSING",
  check(delivery, { excused }) {
    const sources = delivery.tables.get("sources");
    if (sources && !sources.isWhole) return [];
    const cited = new Set(rowsOf(delivery, "sources").map(({ printed }) => `${printed.resource}/${printed.record}`));
    return [...delivery.tables.values()].flatMap((table) => {
      const { name, primaryKey } = table.schema;
      if (!isCitable(name) || name === "source-documents" || cited.has(`${name}/`) || excused.has(`${name}/`))
        return [];
      return table.rows.flatMap((row) => {
        const key = keyOf(table, row);
        if (primaryKey.some((column) => row.faulty.has(column))) return [];
        if (cited.has(`${name}/${key}`) || excused.has(`${name}/${key}`)) return [];
        const message = `Nothing in sources.csv says where "${key}" comes from.`;
        const remedy = `Add a row with resource "${name}", record "${key}" and the document; record may be empty for a whole table.`;
        return [mistakeInRow(table, row, primaryKey[0] ?? "", { code: this.code, message, remedy }, key)];
      });
    });
  },
};
