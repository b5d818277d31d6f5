import { swedishDay } from "../../../kit/swedish-day";
import type { ComparisonFrame } from "../comparison/comparison";
import { titleOf, type WordLanguage, type Words } from "./words";

/** What the rows are published under; what the data rests on keeps the licence of its own that seeds/README.md names. */
export const LICENCE = {
  name: "CC0 1.0",
  url: "https://creativecommons.org/publicdomain/zero/1.0/",
  note: {
    sv: "Sammanställningen är CC0 1.0. Källdokumenten tillhör sina utgivare; bara fakta och korta citat är hämtade ur dem.",
    en: "The compilation is CC0 1.0. The source documents belong to their publishers; only facts and short quotes are taken from them.",
  },
} as const;

/**
 * How to cite a comparison.
 * @param on when it was fetched
 */
export function citationOf(
  frame: Pick<ComparisonFrame, "input" | "dataVersion" | "asOf">,
  permalink: string,
  on: Date,
): Words {
  const year = swedishDay(frame.asOf ?? on).slice(0, 4);
  const title = titleOf(frame);
  const cite = (language: WordLanguage, fetched: string, version: string) =>
    `Kommungraf (${year}). ${title[language]}, ${fetched} ${swedishDay(on)}, ${version} ${frame.dataVersion}, ${permalink}`;
  return { sv: cite("sv", "hämtad", "dataversion"), en: cite("en", "retrieved", "data version") };
}
