import type { Fault } from "../mistake";

/** What no cell may hold, whatever its type. */
export function judgeHygiene(text: string, longest: number): Fault | null {
  if (text.length > longest) {
    const message = `The cell has ${text.length} characters; the hub reads ${longest}.`;
    return { code: "CELL_TOO_LONG", message, remedy: "Shorten it; often a quotation mark is missing further up." };
  }
  if (text.includes("\ufffd") || /Ã[¥¤¶…„–©]|Ã\u0085|Ã\u0084|Ã\u0096|â€[“”™œ\u009d]/.test(text)) {
    const message = "The text was read in the wrong encoding once and saved so.";
    return { code: "MOJIBAKE", message, remedy: "Go back to the original and save it as UTF-8." };
  }
  const control = text.match(/[^\P{Cc}\t\n\r]|[\u200b\u2028\u2029\ufeff]/u)?.[0];
  if (control) {
    const name = `U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const message = `The cell holds the invisible character ${name}.`;
    return { code: "CONTROL_CHARACTER", message, remedy: "Delete it; type the text anew when it cannot be found." };
  }
  if (text !== text.normalize("NFC")) {
    const message = "Letters such as å, ä and ö are stored as two characters, so that searching does not find them.";
    return {
      code: "TEXT_NOT_COMPOSED",
      message,
      remedy: "Normalise the file to Unicode NFC, or type the letters anew.",
    };
  }
  if (/^\s|\s$/.test(text)) {
    const message = "The cell begins or ends with a space or line break.";
    return { code: "SURROUNDING_SPACE", message, remedy: "Take the space away." };
  }
  if (/^(#[A-ZÅÄÖ/0]{2,}[!?]?|=[A-ZÅÄÖ+(-].*)$/.test(text)) {
    const message = "The cell holds an error or a formula of a spreadsheet.";
    return { code: "SPREADSHEET_ERROR", message, remedy: "Put the value there that the formula should give." };
  }
  return null;
}
