import { toKronor, toOre } from "../kronor";

/** A whole, in the parts that shares are counted in. */
export const WHOLE = 1_000_000n;

/**
 * A share as millionths, read from its decimal text: "0.25" → 250000n.
 * @returns null when it has more than six decimals
 */
export function toMillionths(share: string): bigint | null {
  const [, sign, whole = "", part = ""] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(share) ?? [];
  // Text with an exponent is of a number too small or too large to be a share with six decimals.
  if (whole === "") return null;
  const millionths = BigInt(whole) * WHOLE + BigInt(part.padEnd(6, "0"));
  return sign === "-" ? -millionths : millionths;
}

/**
 * Kronor of each share of an amount. The shares are laid end to end and rounded to öre where they meet, so that each part is
 * less than an öre from its share, and together they are never more than the amount and all of it where the shares are.
 * @param amount kronor as exact decimal text
 * @param shares in millionths, together a whole at most
 */
export function partsOf(amount: string, shares: readonly bigint[]): string[] {
  const ore = toOre(amount);
  const upTo = (millionths: bigint) => (ore * millionths + WHOLE / 2n) / WHOLE;
  let laid = 0n;
  return shares.map((share) => {
    const before = upTo(laid);
    laid += share;
    return toKronor(upTo(laid) - before);
  });
}
