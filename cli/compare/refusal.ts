import type { Language } from "../../subgraphs/comparisons/generated/types";
import { CommandError, exitCodes, wrongOptions } from "./command-error";
import type { HubError } from "./hub-client";
import { inOptions, optionOf } from "./option-of";
import { printable } from "./printable";
import { words } from "./words";

/** What the hub's errors mean for one who typed a command. */
export function refusalOf(errors: readonly HubError[], language: Language): CommandError {
  const refusal = errors.find(({ extensions }) => extensions?.code === "NOT_COMPARABLE");
  if (refusal) {
    const reasons = recordsIn(refusal, "reasons").map(
      ({ code, message }) => `  ${asText(code)}: ${asText(message, language)}`,
    );
    const what = reasons.length > 0 ? words[language].notComparable : printable(refusal.message);
    return new CommandError(exitCodes.notComparable, [what, ...reasons]);
  }
  const mistakes = errors.flatMap((error) =>
    recordsIn(error, "mistakes").map(
      ({ path, message, remedy }) =>
        `${optionOf(path)}: ${inOptions(
          [message, remedy]
            .map((text) => asText(text, language))
            .join(" ")
            .trim(),
        )}`,
    ),
  );
  if (mistakes.length > 0) return wrongOptions(mistakes);
  const wrong = errors.filter(({ extensions }) => extensions?.code === "BAD_USER_INPUT");
  if (wrong.length > 0) return wrongOptions(wrong.map(({ message }) => printable(message)));
  const lines = errors.map(({ message, extensions }) => {
    const code = extensions?.code === undefined ? "" : ` (${asText(extensions.code)})`;
    return `The hub has no answer: ${printable(message)}${code}`;
  });
  return new CommandError(exitCodes.failed, lines.length > 0 ? lines : ["The hub has no answer."]);
}

function recordsIn({ extensions }: HubError, name: string): readonly Record<string, unknown>[] {
  const list = extensions?.[name];
  return Array.isArray(list) ? list.filter((each) => typeof each === "object" && each !== null) : [];
}

/** A text of the hub, which may be in both languages. */
function asText(value: unknown, language?: Language): string {
  if (typeof value === "string") return printable(value);
  if (typeof value !== "object" || value === null || language === undefined) return "";
  return asText((value as Record<string, unknown>)[language.toLowerCase()]);
}
