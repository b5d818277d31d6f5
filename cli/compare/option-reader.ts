import { nearest } from "../../intake/nearest";
import { constant, kebab } from "./choices";

/** Reads what was typed and keeps a note of every mistake, so that all can be told at once. */
export interface OptionReader {
  readonly mistakes: string[];
  /** One value of a closed list; undefined when the option was not given or is wrong. */
  choice<Value extends string>(option: string, typed: string | undefined, allowed: readonly Value[]): Value | undefined;
  /** Several values of a closed list, separated by commas. */
  choices<Value extends string>(
    option: string,
    typed: string | undefined,
    allowed: readonly Value[],
  ): Value[] | undefined;
  /** Texts separated by commas, each once. */
  texts(option: string, typed: string | undefined): string[] | undefined;
  /** Years such as 2019,2020 or 2019-2022. */
  years(option: string, typed: string | undefined): number[] | undefined;
  /** A whole number from 1. */
  count(option: string, typed: string | undefined): number | undefined;
}

const YEARS = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

export function createOptionReader(): OptionReader {
  const mistakes: string[] = [];

  function pick<Value extends string>(option: string, typed: string, allowed: readonly Value[]): Value | undefined {
    const found = allowed.find((value) => value === constant(typed));
    if (found === undefined) mistakes.push(`${option}: ${notAmong(typed, allowed.map(kebab))}`);
    return found;
  }

  function texts(option: string, typed: string | undefined): string[] | undefined {
    if (typed === undefined) return undefined;
    const parts = typed.split(",").map((part) => part.trim());
    const named = [...new Set(parts.filter((part) => part !== ""))];
    if (named.length > 0) return named;
    mistakes.push(`${option}: nothing is named; leave the option out, or give values with commas between.`);
    return undefined;
  }

  function yearsOf(option: string, part: string): number[] {
    const [, from, to = from] = YEARS.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (first >= FIRST_YEAR && last <= LAST_YEAR && first <= last) {
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }
    const known = `from ${FIRST_YEAR} to ${LAST_YEAR}, the first one first`;
    mistakes.push(`${option}: "${part}" is no year or range of years. Allowed: 2019,2020 or 2019-2022, ${known}.`);
    return [];
  }

  return {
    mistakes,
    texts,
    choice: (option, typed, allowed) => (typed === undefined ? undefined : pick(option, typed, allowed)),
    choices(option, typed, allowed) {
      const found = texts(option, typed)?.map((part) => pick(option, part, allowed));
      return found && [...new Set(found.filter((value) => value !== undefined))];
    },
    years(option, typed) {
      const years = texts(option, typed)?.flatMap((part) => yearsOf(option, part));
      return years && [...new Set(years)];
    },
    count(option, typed) {
      if (typed === undefined) return undefined;
      if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
      mistakes.push(`${option}: "${typed}" is no number of rows. Allowed: a whole number from 1.`);
      return undefined;
    },
  };
}

/** Says that a value is not in a list, which was probably meant, and which may be written. */
export function notAmong(typed: string, allowed: readonly string[]): string {
  const meant = nearest(typed, allowed);
  const guess = meant === null ? "" : ` Did you mean ${meant}?`;
  return `"${typed}" is not a choice.${guess} Allowed: ${allowed.join(", ")}.`;
}
