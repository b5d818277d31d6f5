import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds schema.graphql and data/, whether the code runs from source or compiled elsewhere. */
export const home: string = findHome(__dirname);

function findHome(folder: string): string {
  for (const candidate of [folder, join(folder, "municipal", "sundsvall")]) {
    if (existsSync(join(candidate, "schema.graphql"))) return candidate;
  }
  if (dirname(folder) === folder) throw new Error("schema.graphql of Sundsvall was not found above the code");
  return findHome(dirname(folder));
}
