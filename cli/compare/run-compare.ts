import { z } from "zod";
import { readConfig } from "../../kit/config";
import { wrongOptions } from "./command-error";
import type { AnsweredComparison } from "./comparison-query";
import { createHubClient, type HubClient } from "./hub-client";
import { readComparison } from "./read-comparison";
import { HTTP_ADDRESS, type ReadOptions, readOptions, type TypedOptions } from "./read-options";
import { renderComparison } from "./render-comparison";
import { renderWarnings } from "./render-warnings";
import { resolveCodes } from "./resolve-codes";
import { streamFile } from "./stream-file";
import { coloured, plain, type Style } from "./style";
import { words } from "./words";

const variables = {
  KOMMUNGRAF_URL: z
    .string()
    .regex(HTTP_ADDRESS, "must be an address such as http://localhost:4000")
    .default("http://localhost:4000"),
  NO_COLOR: z.string().optional(),
};

/**
 * Asks a running hub and writes the comparison to the standard output; with a file, what to know of it goes beside it, to
 * the standard error.
 * @throws CommandError for wrong options, a hub that does not answer, and what the hub refuses; ConfigError for the
 * environment
 */
export async function runCompare(typed: TypedOptions): Promise<void> {
  const config = readConfig(variables);
  const options = readOptions(typed);
  const hub = createHubClient(options.url ?? config.KOMMUNGRAF_URL);
  const { input, mistakes } = await resolveCodes(hub, options.input, options.language).catch((error: unknown) => {
    // Options that are wrong in themselves are told even when the hub cannot say more about the rest.
    if (options.mistakes.length > 0) return { input: options.input, mistakes: [] };
    throw error;
  });
  const all = [...options.mistakes, ...mistakes];
  if (all.length > 0) throw wrongOptions(all);

  const styleOf = (stream: NodeJS.WriteStream) => (stream.isTTY && config.NO_COLOR === undefined ? coloured : plain);
  if (options.format === "TABLE") {
    const comparison = await readComparison(hub, input, options.language, options.first);
    process.stdout.write(renderComparison(comparison, words[options.language], styleOf(process.stdout)));
  } else {
    const comparison = await readComparison(hub, input, options.language, 1);
    process.stderr.write(beside(comparison, options, styleOf(process.stderr)));
    await writeFile(hub, comparison, options);
  }
}

function writeFile(hub: HubClient, comparison: AnsweredComparison, options: ReadOptions): Promise<void> {
  const { format, language, hasDecimalComma, hasBom } = options;
  if (format === "JSON") return streamFile(hub, comparison.jsonUrl, {}, process.stdout);
  const asked = {
    language: language.toLowerCase(),
    ...(hasDecimalComma && { decimals: "comma" }),
    ...(hasBom && { bom: "true" }),
  };
  return streamFile(hub, comparison.csvUrl, asked, process.stdout);
}

function beside(comparison: AnsweredComparison, { language }: ReadOptions, style: Style): string {
  const lines = renderWarnings(comparison.warnings, words[language], style);
  return `${[...lines, `${words[language].permalink}: ${comparison.permalink}`].join("\n")}\n`;
}
