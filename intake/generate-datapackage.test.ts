import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fillSchemas } from "./generate-datapackage";
import { schemas, temporaryFolder } from "./test-support/package-draft";
import { municipalityDraft } from "./test-support/small-packages";

test("every resource gets the schema of its table, and the second run changes nothing", () => {
  const root = temporaryFolder();
  const file = join(municipalityDraft().write(root), "datapackage.json");
  expect(fillSchemas(root, schemas)).toEqual([file]);
  const { name, resources } = JSON.parse(readFileSync(file, "utf8"));
  expect(name).toBe("kommungraf-2181-sandviken");
  for (const resource of resources) {
    expect(Object.keys(resource)).toEqual(["name", "path", "format", "encoding", "schema"]);
    expect(resource.schema).toEqual(schemas.get(resource.name)?.json);
  }
  expect(fillSchemas(root, schemas)).toEqual([]);
});
