/** Kronor as whole öre, so that they add and divide without loss; input is exact decimal text such as "1400000.00". */
export function toOre(kronor: string): bigint {
  const [whole = "0", part = ""] = kronor.replace("-", "").split(".");
  const ore = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
  return kronor.startsWith("-") ? -ore : ore;
}

/** Öre as kronor in exact decimal text. */
export function toKronor(ore: bigint): string {
  const size = ore < 0n ? -ore : ore;
  return `${ore < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
}
