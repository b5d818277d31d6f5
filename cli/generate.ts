import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillSchemas, mistakeCatalogue } from "../intake";
import { errorCatalogue } from "../kit/errors";
import { projectRoot } from "../kit/project-root";
import { findingCatalogue } from "../registry/findings";
import { comparabilityWarnings } from "../subgraphs/comparisons/warnings/catalogue";
import { followUpMistakes } from "../subgraphs/funding/follow-up/mistake-catalogue";
import { generateTypes } from "./codegen";
import { writeComposed } from "./compose";
import { seedsFolder } from "./load";

/** Everything that is made from something else, made anew. */
export async function generateAll(): Promise<void> {
  await generateTypes();
  writeComposed();
  fillSchemas(seedsFolder);
  writeCatalogue("errors.md", {
    title: "Error codes",
    about:
      "Every error of the graph carries one of these in `extensions.code`. Codes are stable. Made from `kit/errors.ts` by `npm run codegen`.",
    catalogue: errorCatalogue,
  });
  writeCatalogue("mistakes.md", {
    title: "Mistakes in a data package",
    about:
      "Every mistake that a check reports carries one of these codes, with file, row, column, value and remedy. Codes are stable. Made from `intake/mistake-catalogue.ts` by `npm run codegen`.",
    catalogue: mistakeCatalogue,
  });
  writeCatalogue("findings.md", {
    title: "Findings in a subgraph",
    about:
      "Everything that a check finds in an owner's subgraph carries one of these codes, with its place and what to do. Codes are stable. Made from `registry/findings.ts` by `npm run codegen`.",
    catalogue: findingCatalogue,
  });
  writeCatalogue("follow-up-mistakes.md", {
    title: "Mistakes in what is written to the graph",
    about:
      "Every mistake for which a mutation of grants, reports and forms is refused carries one of these in `code`, with its place, what is wrong and what to do in Swedish and English. Codes are stable; words in braces are filled in. Made from `subgraphs/funding/follow-up/mistake-catalogue.ts` by `npm run codegen`.",
    catalogue: Object.fromEntries(
      Object.entries(followUpMistakes).map(([code, { message, remedy }]) => [
        code,
        `${message.en} ${remedy.en} “${message.sv} ${remedy.sv}”`,
      ]),
    ),
  });
  writeCatalogue("warnings.md", {
    title: "Warnings of a comparison",
    about:
      "Every warning of a comparison carries one of these in `code`. Codes are stable. `strict: true` refuses what is MISLEADING. Made from `subgraphs/comparisons/warnings/catalogue.ts` by `npm run codegen`.",
    catalogue: Object.fromEntries(
      Object.entries(comparabilityWarnings).map(([code, { severity, about, sv, en }]) => [
        code,
        `${severity}. ${about} “${en}” “${sv}”`,
      ]),
    ),
  });
}

interface Page {
  readonly title: string;
  readonly about: string;
  readonly catalogue: Readonly<Record<string, string>>;
}

function writeCatalogue(file: string, { title, about, catalogue }: Page): void {
  const rows = Object.entries(catalogue).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  const page = `# ${title}\n\n${about}\n\n| code | what it means |\n|---|---|\n${rows.join("\n")}\n`;
  writeFileSync(join(projectRoot, "docs", file), page);
}
