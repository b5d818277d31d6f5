import { compareDecimals, decimal } from "../decimal";
import { type Fault, quoted } from "../mistake";
import { nearest, suggest } from "../nearest";
import { slugOf } from "../slug";
import type { Field } from "../table-schemas/table-schema";

/** What a table schema demands of a cell beyond its type. */
export function judgeConstraints(text: string, field: Field): Fault | null {
  if (field.allowed && !field.allowed.includes(text)) return notAllowed(text, field.allowed);
  if (field.pattern && !field.pattern.test(text)) return wrongForm(text, field.name, field.pattern);
  if (field.type === "number" || field.type === "integer") return judgeNumber(text, field);
  return null;
}

function notAllowed(text: string, allowed: readonly string[]): Fault {
  return {
    code: "ENUM",
    message: `${quoted(text)} is not one of the allowed words.`,
    remedy: suggest(nearest(text, allowed), `Allowed are ${allowed.join(", ")}.`),
  };
}

function wrongForm(text: string, column: string, pattern: RegExp): Fault {
  return {
    code: "PATTERN",
    message: `${quoted(text)} does not have the form of "${column}".`,
    remedy: formRemedy(text, pattern),
  };
}

function formRemedy(text: string, pattern: RegExp): string {
  for (const width of [2, 4]) {
    const padded = text.padStart(width, "0");
    if (/^\d+$/.test(text) && padded !== text && pattern.test(padded)) {
      return `Write "${padded}": the spreadsheet lost the leading zero; format the column as text.`;
    }
  }
  const slug = slugOf(text);
  if (slug !== text && pattern.test(slug))
    return `Write "${slug}": lower case, a for å and ä, o for ö, hyphens between words.`;
  if (/^\d{10}$/.test(text) && pattern.test(`${text.slice(0, 6)}-${text.slice(6)}`)) {
    return `Write "${text.slice(0, 6)}-${text.slice(6)}".`;
  }
  return `It must match ${pattern.source}.`;
}

function judgeNumber(text: string, { minimum, maximum, isMoney }: Field): Fault | null {
  const value = decimal(text);
  const isBelow = minimum !== null && compareDecimals(value, decimal(minimum)) < 0;
  if (isBelow || (maximum !== null && compareDecimals(value, decimal(maximum)) > 0)) {
    const bound = isBelow ? `less than ${minimum}` : `more than ${maximum}`;
    const percent = maximum === "1" && !isBelow && Number(text) <= 100;
    const share = `Write ${String(Number(text) / 100)} for ${text} per cent.`;
    return {
      code: "RANGE",
      message: `${text} is ${bound}.`,
      remedy: percent ? share : "Check the number and its unit.",
    };
  }
  if (isMoney && value.scale > 2) {
    const message = `${text} has ${value.scale} decimals; kronor have two.`;
    return { code: "DECIMALS", message, remedy: "Give the amount in kronor and öre, exactly." };
  }
  return null;
}
