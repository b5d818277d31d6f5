import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillSchemas } from "../intake";
import { errorCatalogue } from "../kit/errors";
import { projectRoot } from "../kit/project-root";
import { generateTypes } from "./codegen";
import { writeComposed } from "./compose";
import { seedsFolder } from "./load";

/** Everything that is made from something else, made anew. */
export async function generateAll(): Promise<void> {
  await generateTypes();
  writeComposed();
  fillSchemas(seedsFolder);
  writeErrorPage();
}

function writeErrorPage(): void {
  const rows = Object.entries(errorCatalogue).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  const page = `# Error codes

Every error of the graph carries one of these in \`extensions.code\`. Codes are stable. Made from \`kit/errors.ts\` by \`npm run codegen\`.

| code | what it means and what to do |
|---|---|
${rows.join("\n")}
`;
  writeFileSync(join(projectRoot, "docs", "errors.md"), page);
}
