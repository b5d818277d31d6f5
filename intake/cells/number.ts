import { decimal, formatDecimal } from "../decimal";
import { quoted } from "../mistake";
import type { CellReader } from "./cell";
import { plainNumber } from "./plain-number";

/** A decimal number, kept as exact text; it never becomes a floating point number here. */
export const readNumber: CellReader = (text) => {
  if (/^-?(0|[1-9]\d{0,17})(\.\d{1,12})?$/.test(text)) return { value: formatDecimal(decimal(text)) };
  const plain = plainNumber(text);
  const form = "Digits with a point before decimals, and nothing else: no spaces, no unit.";
  return {
    fault: {
      code: "NUMBER",
      message: `${quoted(text)} is not a plain number${why(text)}.`,
      remedy: plain ? `Write ${plain}. ${form}` : form,
    },
  };
};

function why(text: string): string {
  if (/\d[\s\u00a0\u202f]\d/.test(text)) return ": it has spaces";
  if (/\d[eE][+-]?\d/.test(text)) return ": the spreadsheet shortened it";
  if (/^-?\d+,\d+$/.test(text)) return ": it has a decimal comma";
  if (/[\p{L}%]/u.test(text)) return ": it has a unit";
  return "";
}
