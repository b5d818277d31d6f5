import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
} from "graphql";
import { compose } from "../../cli/compose";
import { checkForeignFieldsNullable } from "../../cli/foreign-fields";
import { projectRoot } from "../../kit/project-root";

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), "utf8");

describe("the public schema", () => {
  let schema: GraphQLSchema;
  beforeAll(() => {
    schema = buildSchema(read("schema", "api.graphql"));
  });

  it("is what the rooms compose to", () => {
    const composed = compose();
    expect(read("schema", "supergraph.graphql")).toBe(composed.supergraph);
    expect(read("schema", "api.graphql")).toBe(composed.api);
  });

  it("describes every type, field, argument and value", () => {
    const missing = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (type.name.startsWith("__") || isSpecifiedScalarType(type)) return [];
      const own = type.description || ["Query", "Mutation"].includes(type.name) ? [] : [type.name];
      if (isEnumType(type)) {
        return [
          ...own,
          ...type.getValues().flatMap((value) => (value.description ? [] : [`${type.name}.${value.name}`])),
        ];
      }
      if (!isObjectType(type) && !isInputObjectType(type)) return own;
      const fields = Object.values(type.getFields()).flatMap((field) => [
        ...(field.description ? [] : [`${type.name}.${field.name}`]),
        ...("args" in field
          ? field.args.flatMap((arg: GraphQLArgument) =>
              arg.description ? [] : [`${type.name}.${field.name}(${arg.name})`],
            )
          : []),
      ]);
      return [...own, ...fields];
    });
    expect(missing).toEqual([]);
  });

  it("fits every example query of the landing page", () => {
    const folder = join("gateway", "landing", "examples");
    const files = readdirSync(join(projectRoot, folder));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      expect([file, validate(schema, parse(read(folder, file))).map(({ message }) => message)]).toEqual([file, []]);
    }
  });

  it("fits every query in the guides", () => {
    const guides = ["README.md", ...readdirSync(join(projectRoot, "docs")).map((file) => join("docs", file))];
    const queries = guides
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) =>
        [...read(file).matchAll(/```graphql\n([\s\S]*?)```/g)].map((match) => [file, match[1] ?? ""] as const),
      );
    expect(queries.length).toBeGreaterThan(2);
    for (const [file, query] of queries) {
      expect([file, validate(schema, parse(query)).map(({ message }) => message)]).toEqual([file, []]);
    }
  });
});

describe("composition", () => {
  const service = (name: string, sdl: string) => ({ name, typeDefs: parse(sdl) });
  const books = `type Book @key(fields: "id") { id: ID! title: String! year: Int! author: Author }
    type Author @key(fields: "id", resolvable: false) { id: ID! }`;

  it("refuses a non-null reference to an entity of another room", () => {
    const authors = `type Author @key(fields: "id") { id: ID! name: String! } type Query { authors: [Author!] }`;
    const strict = books.replace("author: Author", "author: Author!");
    expect(checkForeignFieldsNullable([service("books", strict), service("authors", authors)])).toEqual([
      "Book.author of books must be nullable: it depends on another room being up",
    ]);
  });

  it("refuses a non-null field that a room adds to another's entity, and a non-null query field", () => {
    const loans = `type Book @key(fields: "id") { id: ID! loans: Int! } type Query { loans: Int! }`;
    expect(checkForeignFieldsNullable([service("books", books), service("loans", loans)])).toEqual([
      "Book.loans of loans must be nullable: it depends on another room being up",
      "Query.loans of loans must be nullable: it depends on another room being up",
    ]);
  });
});
