import { emailsIn, personalNumbersIn, phoneNumbersIn } from "../../../kit/personal-data";
import { type Mistake, mistake } from "./mistake";

interface TextRule {
  /** Most characters (Unicode code points). */
  readonly limit: number;
  readonly isRequired?: boolean;
}

/**
 * What is wrong with a text that a caller wrote.
 * @param text null when there is none
 * @param field its place in the input
 */
export function checkText(text: string | null, field: string, { limit, isRequired = false }: TextRule): Mistake[] {
  if (text === null || text.trim() === "") return isRequired ? [mistake("TEXT_MISSING", { field })] : [];
  const length = [...text].length;
  // Nothing more is looked for in it, however long it is.
  if (length > limit) return [mistake("TEXT_TOO_LONG", { field }, { length, limit })];
  const mistakes: Mistake[] = [];
  if (hasControlCharacter(text)) mistakes.push(mistake("TEXT_CONTROL_CHARACTER", { field }));
  if (hasPersonalData(text)) mistakes.push(mistake("TEXT_PERSONAL_DATA", { field }));
  return mistakes;
}

/** Half a surrogate pair is no character either, and has no canonical JSON. */
const hasControlCharacter = (text: string) => /[\p{Surrogate}\p{Cc}]/u.test(text.replaceAll(/[\n\r\t]/g, ""));

const hasPersonalData = (text: string) =>
  [emailsIn, phoneNumbersIn, personalNumbersIn].some((findIn) => findIn(text).length > 0);
