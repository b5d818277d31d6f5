import { decimal, formatDecimal, multiply } from "../decimal";

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(kr|kronor|sek|:-)\.?$/i, "1"],
  [/^(tkr|tsek|kkr|tusen( kronor)?)$/i, "1000"],
  [/^(mkr|mnkr|msek|miljon(er)?( kronor)?)$/i, "1000000"],
  [/^%$/, "0.01"],
];

/**
 * What a number written for people probably means, for use in a remedy; never taken as data.
 * @returns plain digits, or null when it cannot be told
 */
export function plainNumber(text: string): string | null {
  const [, number = "", unit = ""] =
    text.match(/^([-−]?\d[\d\s\u00a0\u202f.,']{0,40}?(?:[eE][+]?\d{1,2})?)\s*([\p{L}%:][\p{L}%:. -]{0,20})?$/u) ?? [];
  const factor = unit === "" ? "1" : UNITS.find(([pattern]) => pattern.test(unit.trim()))?.[1];
  const digits = withoutGrouping(number.replace("−", "-"));
  return factor && digits ? formatDecimal(multiply(decimal(digits), decimal(factor))) : null;
}

function withoutGrouping(number: string): string | null {
  const exponent = number.match(/^(-?\d)[.,]?(\d*)[eE][+]?(\d{1,2})$/);
  if (exponent) {
    const [, first = "", rest = "", power = ""] = exponent;
    return rest.length <= Number(power) ? first + rest.padEnd(Number(power), "0") : null;
  }
  const compact = number.replace(/[\s\u00a0\u202f']/g, "");
  if (/^-?\d+$/.test(compact)) return compact;
  if (
    /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact) &&
    (compact.match(/\./g)?.length ?? 0) + (compact.includes(",") ? 1 : 0) > 1
  ) {
    return compact.replaceAll(".", "").replace(",", ".");
  }
  if (/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(compact)) return compact.replaceAll(",", "");
  if (/^-?\d+[.,]\d+$/.test(compact)) return compact.replace(",", ".");
  return null;
}
