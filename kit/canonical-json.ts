/**
 * JSON as RFC 8785 writes it, so that equal values are equal as text wherever they are written: names in the order of their
 * UTF-16 code units, no spaces, numbers and text as ECMAScript writes them.
 * @param value plain JSON: null, booleans, finite numbers, text, lists and objects of them
 * @throws TypeError for anything else, and for text with half a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "string") return textOf(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([name, part]) => `${textOf(name)}:${canonicalJson(part)}`).join(",")}}`;
  }
  throw new TypeError(`Not JSON: ${typeof value}`);
}

function textOf(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError("Text with half a surrogate pair is not JSON");
  return JSON.stringify(text);
}
