import { type FollowUpMistakeCode, followUpMistakes } from "./mistake-catalogue";

/** A mistake in what was sent, which a caller can mend. */
export interface Mistake {
  readonly code: FollowUpMistakeCode;
  /** Place in the input, such as events[2].amount; null for the whole. */
  readonly field: string | null;
  /** Id of the record that it is about. */
  readonly record: string | null;
  /** What the words of the catalogue have in braces. */
  readonly values: Readonly<Record<string, string | number>>;
}

export function mistake(
  code: FollowUpMistakeCode,
  at: { readonly field?: string | null; readonly record?: string | null },
  values: Mistake["values"] = {},
): Mistake {
  return { code, field: at.field ?? null, record: at.record ?? null, values };
}

/** The catalogue's words with the mistake's own values filled in. */
export function wordsOf({ code, values }: Mistake, part: "message" | "remedy", language: "SV" | "EN"): string {
  const words = followUpMistakes[code][part][language === "EN" ? "en" : "sv"];
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** Ends a transaction in which mistakes were found, so that nothing is written. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly mistakes: readonly Mistake[]) {
    super(`${mistakes.length} mistake(s)`);
  }
}
