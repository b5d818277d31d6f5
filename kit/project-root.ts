import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds package.json, whether the code runs from source or from dist/. */
export const projectRoot: string = findRoot(__dirname);

function findRoot(folder: string): string {
  const manifest = join(folder, "package.json");
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "kommungraf") return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package.json of kommungraf was not found above the code");
  return findRoot(parent);
}
