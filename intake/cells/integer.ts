import { quoted } from "../mistake";
import type { CellReader } from "./cell";
import { plainNumber } from "./plain-number";

/** A whole number, such as a year or a position. */
export const readInteger: CellReader = (text) => {
  if (/^(0|-?[1-9]\d{0,14})$/.test(text)) return { value: Number(text) };
  const plain = plainNumber(text);
  const whole = plain?.replace(/\.0+$/, "");
  const remedy = whole && /^-?\d{1,15}$/.test(whole) ? `Write ${whole}.` : "Write digits only, such as 2024.";
  return { fault: { code: "INTEGER", message: `${quoted(text)} is not a whole number.`, remedy } };
};
