import type { Fault } from "../mistake";

export type TextOutcome =
  | { readonly text: string }
  | { readonly fault: Fault; readonly row: number; readonly value?: string };

const EXCEL_REMEDY = 'Save it again; in Excel choose "CSV UTF-8 (comma delimited)".';

/** Decodes UTF-8, with or without byte order mark, and says where it fails. */
export function decodeText(bytes: Buffer): TextOutcome {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const message = "The file is an Excel workbook or another ZIP archive, whatever its name says.";
    return { row: 1, fault: { code: "NOT_CSV", message, remedy: EXCEL_REMEDY } };
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { row: 1, fault: { code: "ENCODING", message: "The file is UTF-16.", remedy: EXCEL_REMEDY } };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return locate(bytes);
  }
}

function startsWith(bytes: Buffer, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function locate(bytes: Buffer): TextOutcome {
  const wrong: { row: number; line: Buffer }[] = [];
  let row = 1;
  for (let from = 0; from <= bytes.length; row += 1) {
    const newline = bytes.indexOf(0x0a, from);
    const to = newline < 0 ? bytes.length : newline;
    const line = bytes.subarray(from, to);
    if (!isUtf8(line)) wrong.push({ row, line });
    from = to + 1;
  }
  const first = wrong[0] ?? { row: 1, line: bytes };
  const guess = new TextDecoder("windows-1252").decode(first.line);
  const word = guess.match(/\S*\P{ASCII}\S*/u)?.[0] ?? "";
  const looksSwedish = /[åäöÅÄÖéÉ]/.test(word);
  const lines = wrong.length > 1 ? `Line ${first.row} and ${wrong.length - 1} more have` : `Line ${first.row} has`;
  return {
    row: first.row,
    value: word,
    fault: {
      code: "ENCODING",
      message: `${lines} bytes that are not UTF-8${looksSwedish ? "; the file looks like Windows-1252" : ""}.`,
      remedy: EXCEL_REMEDY,
    },
  };
}

function isUtf8(line: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(line);
    return true;
  } catch {
    return false;
  }
}
