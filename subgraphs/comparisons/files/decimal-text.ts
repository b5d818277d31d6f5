/**
 * Decimal text as short as it can be said exactly: "13287000.00" → "13287000", "0.500" → "0.5".
 * @throws Error when the text is no decimal number, since files print it without quotes
 */
export function shortDecimal(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${text} is not decimal text`);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
