import { mistakeInRow, quoted } from "../mistake";
import { emailsIn } from "../personal-data";
import { textOf } from "../table";
import type { Rule } from "./rule";

/** A contact is reached by a function mailbox or a form on the web. */
export const contactAddresses: Rule = {
  code: "CONTACT_ADDRESS",
  check(delivery) {
    const table = delivery.tables.get("contacts");
    return (table?.rows ?? []).flatMap((row) => {
      const address = textOf(row, "address");
      if (!table || address === null || emailsIn(address)[0] === address || /^https:\/\/[^\s/]+\.[^\s]+$/.test(address))
        return [];
      const message = `${quoted(address)} is neither an e-mail address nor an https address.`;
      const remedy = "Give a function mailbox or the address of a form; else leave the cell empty.";
      return [mistakeInRow(table, row, "address", { code: this.code, message, remedy })];
    });
  },
};
