import { type Fault, quoted } from "../mistake";
import type { CellReader } from "./cell";

/** Items between semicolons, each once. */
export const readList: CellReader = (text, { delimiter, refers, codeList }) => {
  const items = text.split(delimiter);
  const wrong = (message: string, remedy: string): { fault: Fault } => ({ fault: { code: "LIST", message, remedy } });
  if (items.some((item) => item.trim() === "")) {
    return wrong("The list has an empty item.", `Put one "${delimiter}" between items and none at the ends.`);
  }
  const spaced = items.find((item) => item !== item.trim());
  if (spaced !== undefined) {
    return wrong(
      `The item ${quoted(spaced)} has a space around it.`,
      `Write "${items.map((item) => item.trim()).join(delimiter)}".`,
    );
  }
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  if (twice !== undefined) return wrong(`The item ${quoted(twice)} is there twice.`, "Keep one of them.");
  const isCodes = refers !== null || codeList !== null;
  const commas = isCodes && text.includes(",") ? text.split(/\s*,\s*/).join(delimiter) : null;
  if (commas) return wrong("The items are separated by commas.", `Write "${commas}".`);
  return { value: items };
};
