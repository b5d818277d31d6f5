/** Characters that are shown of a line around the place that is meant. */
const WIDEST = 100;
const BEFORE = 60;

const graphemes = new Intl.Segmenter("sv", { granularity: "grapheme" });

/**
 * One line of a text with a caret below the place.
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 code units as GraphQL counts them
 * @returns two lines, or none when the text has no such line
 */
export function sourceExcerpt(text: string, line: number, column: number): string[] {
  const whole = text.split(/\r\n|\n|\r/)[line - 1];
  if (whole === undefined || whole.trim() === "") return [];
  // What steers a terminal, tabs among it, takes the place of one space, so that the caret stays below its place.
  const shown = whole.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, " ");
  const start = Math.max(0, Math.min(column - 1, shown.length) - BEFORE);
  const window = shown.slice(start, start + WIDEST).trimEnd();
  const before = [...graphemes.segment(shown.slice(start, Math.max(start, column - 1)))].length;
  const gutter = `${line} | `;
  return [
    `${gutter}${start > 0 ? "…" : ""}${window}`,
    `${" ".repeat(gutter.length - 2)}| ${" ".repeat(before + (start > 0 ? 1 : 0))}^`,
  ];
}
