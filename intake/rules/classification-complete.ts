import { mistakeInRow } from "../mistake";
import { isSound } from "../table";
import type { Rule } from "./rule";

const JUDGED = ["strategy_area", "themes", "target_groups", "instrument", "cofog", "sdg_targets"];
const JUDGEMENT = ["classified_by", "classified_on", "classification_certainty"];

/** Codes are somebody's judgement: they say whose role it was, which day and how sure. */
export const classificationComplete: Rule = {
  code: "CLASSIFICATION_INCOMPLETE",
  check(delivery) {
    const table = delivery.tables.get("initiatives");
    return (table?.rows ?? []).flatMap((row) => {
      const isGiven = (column: string) => (row.printed[column] ?? "") !== "";
      const lacking = JUDGEMENT.filter((column) => !isGiven(column));
      const isJudged = [...JUDGED, ...JUDGEMENT].some(isGiven);
      if (!table || !isSound(row, ...JUDGEMENT) || !isJudged || lacking.length === 0) return [];
      const message = `The codes lack ${lacking.join(" and ")}.`;
      const remedy = "Write the role (never a name), the day and INFERRED, or STATED when the source itself says so.";
      return [mistakeInRow(table, row, lacking[0] ?? "", { code: this.code, message, remedy })];
    });
  },
};
