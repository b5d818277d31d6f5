import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTableSchemas } from "./table-schemas/read-table-schemas";

/**
 * Writes the hub's Table Schema into each resource of every package in the folder, so that Frictionless tools can
 * check the package alone. All else in datapackage.json stays as it is; the second run changes nothing.
 * @returns the files that changed
 */
export function fillSchemas(seedsFolder: string, schemas = readTableSchemas()): string[] {
  const files = readdirSync(seedsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(seedsFolder, name, "datapackage.json"))
    .filter((file) => existsSync(file))
    .sort();
  return files.filter((file) => {
    const before = readFileSync(file, "utf8");
    const descriptor = JSON.parse(before);
    for (const resource of descriptor.resources) {
      const table = schemas.get(resource.name);
      if (!table) continue;
      // Taken away first, so that the long schema stands last.
      delete resource.schema;
      resource.schema = table.json;
    }
    const after = `${JSON.stringify(descriptor, null, 2)}\n`;
    if (after !== before) writeFileSync(file, after);
    return after !== before;
  });
}
