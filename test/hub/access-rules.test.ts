import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isObjectType,
  parse,
} from "graphql";
import { type AccessRule, readAccessRules } from "../../kit/access";
import { projectRoot } from "../../kit/project-root";

const folder = join(projectRoot, "schema");
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const api = buildSchema(read("api.graphql"));
const composed = readAccessRules(parse(read("supergraph.graphql")));
const made = ["supergraph.graphql", "api.graphql"];
const rooms = readdirSync(folder).filter((file) => file.endsWith(".graphql") && !made.includes(file));

const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {});

/** Whether the path leads through the field's arguments to a value. */
function leadsSomewhere({ args }: GraphQLField<unknown, unknown>, path: string): boolean {
  const [first, ...rest] = path.split(".");
  let type = args.find(({ name }) => name === first)?.type;
  for (const step of rest) {
    const named = type && getNamedType(type);
    type = isInputObjectType(named) ? named.getFields()[step]?.type : undefined;
  }
  return type !== undefined && !isInputObjectType(getNamedType(type));
}

const pathsOf = ({ when, reporter, reader, reviewer }: AccessRule) =>
  [when, reporter, reader, reviewer].filter((path) => path !== undefined);

describe("the rules about who may call a field", () => {
  it("are all in the supergraph, as the rooms have them", () => {
    const own = new Map(rooms.flatMap((file) => [...readAccessRules(parse(read(file)))]));
    expect(Object.fromEntries(composed)).toEqual(Object.fromEntries(own));
    expect(composed.size).toBeGreaterThan(15);
  });

  it("are there for every mutation, and for every query that can show what is not published", () => {
    const open = fieldsOf(api.getMutationType()).filter(({ name }) => !composed.has(`Mutation.${name}`));
    const showing = fieldsOf(api.getQueryType())
      .filter(({ args }) => args.some(({ name }) => name === "includeUnpublished"))
      .filter(({ name }) => composed.get(`Query.${name}`)?.when !== "includeUnpublished");
    expect([...open, ...showing].map(({ name }) => name)).toEqual([]);
  });

  it("need none further down: nothing there can be asked for that is not published", () => {
    const deeper = Object.values(api.getTypeMap())
      .filter((type) => isObjectType(type) && type !== api.getQueryType())
      .flatMap((type) => fieldsOf(type as GraphQLObjectType))
      .filter(({ args }) => args.some(({ name }) => name === "includeUnpublished"));
    expect(deeper.map(({ name }) => name)).toEqual([]);
  });

  it("stand on root fields, which the gateway looks at, and name arguments that are there", () => {
    const roots = new Map([
      ["Query", api.getQueryType()],
      ["Mutation", api.getMutationType()],
    ]);
    for (const [coordinate, rule] of composed) {
      const [type = "", name = ""] = coordinate.split(".");
      const field = roots.get(type)?.getFields()[name];
      expect([coordinate, field?.name]).toEqual([coordinate, name]);
      for (const path of pathsOf(rule)) {
        expect([coordinate, path, field && leadsSomewhere(field, path)]).toEqual([coordinate, path, true]);
      }
    }
  });
});
