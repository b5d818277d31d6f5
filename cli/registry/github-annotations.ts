import { printable } from "../compare/printable";
import type { AnsweredFinding } from "./answers";
import type { SchemaText } from "./schema-text";

/** Each finding as a line that GitHub Actions shows beside the place in the schema that it is about. */
export function githubAnnotations(findings: readonly AnsweredFinding[], { file }: SchemaText): string[] {
  return findings.map(({ severity, code, message, remedy, coordinate, line, column }) => {
    const place =
      file === undefined || line === undefined
        ? []
        : [
            ["file", file],
            ["line", line],
            ["col", column],
          ];
    const properties = [...place, ["title", code]]
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    const about = coordinate === undefined ? "" : `${coordinate}: `;
    const command = severity === "ERROR" ? "error" : "warning";
    return `::${command} ${properties.join(",")}::${escapeData(`${about}${asSentence(message)} ${remedy}`)}`;
  });
}

/**
 * A line of ordinary output that GitHub Actions cannot take for a command: it takes every line for one that begins with two
 * colons, or with the older "##[", after blanks.
 */
export function notACommand(line: string): string {
  return /^\s*(?:::|##\[)/.test(line) ? line.replace(/::|##\[/, (sign) => `${sign[0]} ${sign.slice(1)}`) : line;
}

/** Messages of libraries may lack their full stop, and something follows them here. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text.trimEnd()) ? text : `${text.trimEnd()}.`;
}

function escapeData(text: string): string {
  return printable(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
