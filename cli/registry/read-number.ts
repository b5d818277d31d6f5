import { wrongUse } from "./failure";

/**
 * A whole number from 1, as typed.
 * @returns undefined when the option was not given
 * @throws CommandFailure when it is none
 */
export function readNumber(option: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw wrongUse(`${option}: "${typed}" is not a whole number from 1.`);
}
