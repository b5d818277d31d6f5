import { mistakeInRow } from "../mistake";
import { isSound, rowsOf } from "../table";
import type { Rule } from "./rule";

/** A contribution that is a grant comes from the source that gives the grant. */
export const contributionGrant: Rule = {
  code: "CONTRIBUTION_GRANT",
  check(delivery) {
    const table = delivery.tables.get("pot-contributions");
    const grants = new Map(rowsOf(delivery, "grants").map((row) => [row.printed.id, row]));
    return (table?.rows ?? []).flatMap((row) => {
      const grant = grants.get(row.printed.grant ?? "");
      if (!table || !grant || !isSound(row, "grant", "source") || !isSound(grant, "source")) return [];
      if (grant.printed.source === row.printed.source) return [];
      const message = `The grant is from "${grant.printed.source}", the contribution from "${row.printed.source}".`;
      const remedy = "Give both the same source, or take the grant away if the money is other money.";
      return [mistakeInRow(table, row, "source", { code: this.code, message, remedy })];
    });
  },
};
