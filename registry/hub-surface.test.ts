import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildASTSchema, isObjectType, isScalarType, isSpecifiedScalarType, parse } from "graphql";
import { projectRoot } from "../kit/project-root";
import { hubSurface, rooms } from "../test/registry/hub";
import { openEntityNames, readHubSurface } from "./hub-surface";

describe("what of the hub's schemas an owner can touch", () => {
  const api = buildASTSchema(parse(readFileSync(join(projectRoot, "schema", "api.graphql"), "utf8")));

  it("has every type of the public schema", () => {
    const names = Object.keys(api.getTypeMap()).filter((name) => !/^(__.*|String|Int|Float|Boolean|ID)$/.test(name));
    expect([...hubSurface.types].sort()).toEqual(names.sort());
  });

  it("has every field of Query and of the open types", () => {
    expect([...hubSurface.queryFields].sort()).toEqual(Object.keys(api.getQueryType()?.getFields() ?? {}).sort());
    for (const name of openEntityNames) {
      const type = api.getType(name);
      const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
      expect([...(hubSurface.entities.get(name)?.fields ?? [])].sort()).toEqual(fields.sort());
    }
  });

  it("has the keys and scalars", () => {
    const keys = [...hubSurface.entities.values()].map(({ name, key, keyType }) => `${name} ${key}: ${keyType}`);
    expect(keys).toEqual([
      "Municipality code: MunicipalityCode!",
      "Area id: ID!",
      "Organisation id: ID!",
      "Programme id: ID!",
      "Initiative id: ID!",
      "Grant id: ID!",
      "Allocation id: ID!",
    ]);
    expect([...hubSurface.scalars].sort()).toEqual(
      Object.values(api.getTypeMap())
        .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
        .map(({ name }) => name)
        .sort(),
    );
  });

  it("is refused when rooms do not agree on a key", () => {
    const sdl = 'type Area @key(fields: "name") { name: String! }';
    expect(() => readHubSurface([...rooms, { sdl }])).toThrow(/agree on one key of Area/);
    expect(() => readHubSurface([])).toThrow(/Municipality/);
  });
});
