import { Problem } from "./problem";
import type { WordLanguage } from "./words";

/** What a comparison is shown as at its address. */
export type Format = "page" | "csv" | "xlsx" | "json" | "metadata";

export interface FileOptions {
  /** Whether CSV begins with UTF-8's byte order mark, by which Excel knows its letters. */
  readonly bom: boolean;
  /** Comma for Swedish Excel, which then wants semicolons between cells. */
  readonly decimals: "point" | "comma";
  /** Of names; columns are called the same in both. */
  readonly language: WordLanguage;
}

const ALLOWED = {
  bom: ["false", "true"],
  decimals: ["point", "comma"],
  language: ["sv", "en"],
} as const satisfies Record<keyof FileOptions, readonly string[]>;

const OF_FORMAT: Readonly<Record<Format, readonly (keyof FileOptions)[]>> = {
  page: ["language"],
  csv: ["bom", "decimals", "language"],
  xlsx: ["language"],
  json: [],
  metadata: [],
};

/** A parameter of the address that is wrong. */
interface ParameterMistake {
  readonly parameter: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * The options in an address.
 * @param search what stands after the question mark
 * @throws Problem 400 with every mistake
 */
export function readOptions(format: Format, search: string): FileOptions {
  const known: readonly string[] = OF_FORMAT[format];
  const given = new URLSearchParams(search);
  const mistakes = [...new Set(given.keys())].flatMap((parameter): ParameterMistake[] => {
    if (!known.includes(parameter)) {
      const remedy =
        known.length === 0 ? "Leave it out; there are none here." : `Use ${known.join(", ")}, or leave it out.`;
      return [{ parameter, message: `There is no option "${parameter}" here.`, remedy }];
    }
    const values = given.getAll(parameter);
    const allowed: readonly string[] = ALLOWED[parameter as keyof FileOptions];
    const remedy = `Give it once, as ${allowed.join(" or ")}.`;
    if (values.length > 1) return [{ parameter, message: `"${parameter}" is given ${values.length} times.`, remedy }];
    if (!allowed.includes(values[0] ?? ""))
      return [{ parameter, message: `"${parameter}" cannot be "${values[0]}".`, remedy }];
    return [];
  });
  if (mistakes.length > 0) throw new Problem("wrong-option", { mistakes });
  return {
    bom: given.get("bom") === "true",
    decimals: given.get("decimals") === "comma" ? "comma" : "point",
    language: given.get("language") === "en" ? "en" : "sv",
  };
}
