/** Text from elsewhere on one line of a terminal, without the characters that steer one or turn its direction. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ").trim();
}
