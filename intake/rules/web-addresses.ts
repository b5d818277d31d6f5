import { mistakeInRow, quoted } from "../mistake";
import { textOf } from "../table";
import type { Rule } from "./rule";

/** An address of a document can be followed by anybody: it has a host with a dot, and no user or password. */
export const webAddresses: Rule = {
  code: "WEB_ADDRESS",
  check(delivery) {
    const table = delivery.tables.get("source-documents");
    return (table?.rows ?? []).flatMap((row) => {
      const address = textOf(row, "url");
      if (!table || address === null || isPublic(address)) return [];
      const message = `${quoted(address)} cannot be followed by the public.`;
      const remedy = "Give the public address, such as https://www.sigtuna.se/nyheter; else leave the cell empty.";
      return [mistakeInRow(table, row, "url", { code: this.code, message, remedy })];
    });
  },
};

function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  return hostname.includes(".") && username === "" && password === "" && !/^[\d.]+$/.test(hostname);
}
