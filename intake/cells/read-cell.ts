import { type Fault, quoted } from "../mistake";
import type { Field } from "../table-schemas/table-schema";
import { readBoolean } from "./boolean";
import type { CellReader, Reading } from "./cell";
import { judgeConstraints } from "./constraints";
import { readDate } from "./date";
import { readFuzzyDate } from "./fuzzy-date";
import { judgeHygiene } from "./hygiene";
import { readInteger } from "./integer";
import { readList } from "./list";
import { readNumber } from "./number";
import { readString } from "./string";

const readers: Record<Field["type"], CellReader> = {
  string: readString,
  integer: readInteger,
  number: readNumber,
  boolean: readBoolean,
  date: readDate,
  list: readList,
};

/** Reads a cell as its column is typed, and gives the first thing that is wrong with it, if any. */
export function readCell(text: string, field: Field, longest: number): Reading {
  if (text === "") return readEmpty(field);
  const fault = judgeHygiene(text, longest);
  if (fault) return { fault };
  const reading = (field.isFuzzyDate ? readFuzzyDate : readers[field.type])(text, field);
  const wrong = "fault" in reading ? reading.fault : judgeConstraints(text, field);
  if (!wrong) return reading;
  return { fault: isPlaceholder(text) ? placeholder(text, field) : wrong };
}

function readEmpty(field: Field): Reading {
  if (!field.required) return { value: field.type === "list" ? [] : null };
  const words = field.allowed ? ` It is one of ${field.allowed.join(", ")}.` : "";
  return {
    fault: { code: "REQUIRED", message: `"${field.name}" must be filled in.`, remedy: `Fill in the cell.${words}` },
  };
}

function isPlaceholder(text: string): boolean {
  return /^([-–—.?*x]+|n\/?a|null|none|nil|saknas|uppgift saknas|okän[dt]|ej känt|unknown|tbd|-99+)$/i.test(text);
}

function placeholder(text: string, field: Field): Fault {
  const unknown = field.allowed?.includes("UNKNOWN") ? 'Write "UNKNOWN".' : "Find out the value.";
  return {
    code: "PLACEHOLDER",
    message: `${quoted(text)} stands where the value is missing.`,
    remedy: field.required ? unknown : "Leave the cell empty: that is how missing is written.",
  };
}
