/** A decimal number as whole units of 10^-scale: sums and products of kronor are exact. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** @param text digits with an optional sign and decimal point, as the number cell reader lets through */
export function decimal(text: string): Decimal {
  const [whole = "", fraction = ""] = text.split(".");
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

export const zero: Decimal = { units: 0n, scale: 0 };

function atScale({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: atScale(a, scale) + atScale(b, scale), scale };
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Below 0 when a is the smaller, 0 when they are equal, above 0 when a is the larger. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = atScale(a, scale) - atScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function sumOf(texts: readonly string[]): Decimal {
  return texts.map(decimal).reduce(add, zero);
}

/** Plain digits, without needless zeros after the point. */
export function formatDecimal({ units, scale }: Decimal): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${sign === "-" && /^0*$/.test(whole + fraction) ? "" : sign}${whole}${fraction && `.${fraction}`}`;
}

/** Whether two amounts differ by at most five per cent of the first. */
export function isAbout(a: Decimal, b: Decimal): boolean {
  const gap = add(a, { units: -b.units, scale: b.scale });
  const distance = { units: gap.units < 0n ? -gap.units : gap.units, scale: gap.scale };
  return compareDecimals(distance, multiply(a, decimal("0.05"))) <= 0;
}
