import { mistakeInRow } from "../mistake";
import { emailsIn } from "../personal-data";
import { freeTextIn } from "./free-text";
import type { Rule } from "./rule";

/** Words that functions have in their addresses and persons do not. */
const FUNCTION =
  /kommun|kontakt|info|regist|diari|servic|kansli|styrelse|namnd|forvaltning|social|skol|bibliotek|kultur|fritid|kontor|avdelning|enhet|support|post|press|web|data|fragor|oppen|medborgar|stad|miljo|bygg|utbildning|omsorg|naring/;
const PRIVATE_HOST = /@(gmail|googlemail|hotmail|outlook|live|icloud|yahoo|telia|bredband|comhem|spray)\./;

/** Where the mailbox of a function may stand: as the address of a contact, and in the quotation that it rests on. */
const MAILBOX_COLUMNS = new Set(["contacts/address", "sources/quote"]);

/** E-mail addresses stand in contacts only, and are those of a function. */
export const personalEmail: Rule = {
  code: "PERSONAL_EMAIL",
  check(delivery) {
    return [...freeTextIn(delivery)].flatMap(({ table, row, column, text }) => {
      const mayStand = MAILBOX_COLUMNS.has(`${table.schema.name}/${column}`);
      const email = emailsIn(text).find((address) => !mayStand || isPersonal(address.toLowerCase()));
      if (email === undefined) return [];
      const message = mayStand ? "The address looks like that of a person." : "The text holds an e-mail address.";
      const remedy = mayStand
        ? "Give a function mailbox, such as kontakt@, or leave the cell empty."
        : "Take it away; a function mailbox belongs in contacts.csv.";
      return [mistakeInRow(table, row, column, { code: this.code, message, remedy }, email)];
    });
  },
};

function isPersonal(address: string): boolean {
  const [local = ""] = address.split("@");
  return (
    PRIVATE_HOST.test(address) || (/^\p{L}[\p{L}-]*[._]\p{L}[\p{L}._-]*\d*$/u.test(local) && !FUNCTION.test(local))
  );
}
