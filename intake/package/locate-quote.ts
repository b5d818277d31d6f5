/**
 * The line of the cell whose quotation marks are wrong: where it begins, since a mark that is never closed swallows the
 * lines below it. The CSV parser only knows where it gave up.
 */
export function locateQuote(text: string): number {
  let line = 1;
  let opened = 0;
  let isStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const next = text[index + 1];
    if (character === "\n" || (character === "\r" && next !== "\n")) line += 1;
    if (opened > 0) {
      if (character !== '"') continue;
      if (next === '"') index += 1;
      else if (next === undefined || /[,\r\n]/.test(next)) opened = 0;
      else return opened;
    } else if (character === '"') {
      if (!isStart) return line;
      opened = line;
    }
    isStart = /[,\r\n]/.test(character ?? "");
  }
  return opened > 0 ? opened : line;
}
