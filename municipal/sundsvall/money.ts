/** Öre of an amount in kronor as decimal text: "185000.50" → 18500050n. */
export function oreOf(kronor: string): bigint {
  const [whole = "", decimals = ""] = kronor.split(".");
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, "0"));
}

/** Öre as the number of kronor that the scalar SEK is. Exact below 70 368 744 177 664 kronor, which rows cannot reach. */
export function kronorOf(ore: bigint): number {
  return Number(`${ore / 100n}.${String(ore % 100n).padStart(2, "0")}`);
}
