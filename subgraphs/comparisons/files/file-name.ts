import type { ComparisonFrame } from "../comparison/comparison";

/** A name by which a file is found again: kommungraf-amount-municipality-theme-1a2b3c4d.csv. */
export function fileNameOf({ id, input }: Pick<ComparisonFrame, "id" | "input">, extension: string): string {
  const words = ["kommungraf", input.measure, ...input.groupBy, id.replaceAll(/[^\w]/g, "").slice(0, 8)];
  return `${words.join("-").toLowerCase().replaceAll("_", "-")}.${extension}`;
}
