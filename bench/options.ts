import { InvalidArgumentError } from "commander";

/** Reads an option that may be given several times, or as numbers with commas between them. */
export function several(least: number, most: number) {
  const given: number[] = [];
  return (text: string): number[] => {
    for (const part of text.split(",")) given.push(whole(part, least, most));
    return given;
  };
}

/** @throws InvalidArgumentError for what is not a whole number within the bounds */
export function whole(text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InvalidArgumentError(`"${text}" is not a whole number from ${least} to ${most}.`);
}

export const ascending = (counts: readonly number[]) => [...new Set(counts)].sort((a, b) => a - b);
