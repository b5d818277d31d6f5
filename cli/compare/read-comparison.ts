import type { ComparisonInput, Language } from "../../subgraphs/comparisons/generated/types";
import { CommandError, exitCodes } from "./command-error";
import { type AnsweredComparison, comparisonQuery } from "./comparison-query";
import type { HubClient } from "./hub-client";
import { refusalOf } from "./refusal";

const PAGE_ROWS = 500;

/**
 * The comparison with its first rows, page by page.
 * @param rows how many are wanted
 * @throws CommandError when the hub refuses it, or its data changes while it is read
 */
export async function readComparison(
  hub: HubClient,
  input: ComparisonInput,
  language: Language,
  rows = Number.POSITIVE_INFINITY,
): Promise<AnsweredComparison> {
  const ask = async (first: number, after?: string) => {
    const { data, errors } = await hub.ask(comparisonQuery, { input: { ...input, first, after }, language });
    const comparison = data?.comparison as AnsweredComparison | null | undefined;
    if (!comparison) throw refusalOf(errors, language);
    return comparison;
  };
  const whole = await ask(Math.min(rows, PAGE_ROWS));
  const found = [...whole.rows];
  let cursor = whole.endCursor;
  while (cursor !== null && found.length < rows) {
    const page = await ask(Math.min(rows - found.length, PAGE_ROWS), cursor);
    if (page.id !== whole.id) {
      throw new CommandError(exitCodes.failed, ["The hub's data changed while it was read; run the command again."]);
    }
    found.push(...page.rows);
    cursor = page.endCursor;
  }
  return { ...whole, rows: found };
}
