/** The most characters that a cell of Excel's holds. */
const CELL_LENGTH = 32_767;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML 1.0: what it cannot hold at all becomes the replacement character. */
export function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses, lone halves of characters too
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
  );
}

/**
 * Text for a cell. Excel writes control characters as _x0001_, so text that looks like one of those is marked too, or it
 * would be read as one. What is longer than a cell holds is cut.
 */
export function cellText(text: string): string {
  const kept = text.length > CELL_LENGTH ? `${text.slice(0, CELL_LENGTH - 1)}…` : text;
  const marked = kept
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a carriage return too, since XML would make a line feed of it
    .replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, (character) => `_x${hex(character)}_`);
  return xmlText(marked);
}

const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
