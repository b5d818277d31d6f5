import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../kit/project-root";
import type { Field, TableSchema, TableSchemas } from "./table-schema";

const fieldShape = z.object({
  name: z.string(),
  type: z.enum(["string", "integer", "number", "boolean", "date", "list"]),
  delimiter: z.string().default(";"),
  constraints: z
    .object({
      required: z.boolean().default(false),
      unique: z.boolean().default(false),
      enum: z.array(z.string()).optional(),
      pattern: z.string().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
    })
    .prefault({}),
  kommungraf: z
    .object({
      refers: z.string().optional(),
      codeList: z.string().optional(),
      edtf: z.boolean().default(false),
    })
    .prefault({}),
});

const tableShape = z.object({
  title: z.string(),
  primaryKey: z.array(z.string()).min(1),
  kommungraf: z.object({ packages: z.enum(["municipality", "reference", "both"]) }),
  fields: z.array(fieldShape).min(1),
});

/** The largest amount that the graph's scalar SEK carries; a column with this bound holds kronor. */
const LARGEST_AMOUNT = 90_000_000_000_000;

/**
 * Reads the table schemas, each in a file named after its table.
 * @throws when a file is not of the shape above; that is a fault of ours, not of a package
 */
export function readTableSchemas(folder = join(projectRoot, "schema", "datapackage")): TableSchemas {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(
    files.sort().map((file): [string, TableSchema] => {
      const name = file.slice(0, -".json".length);
      const json = JSON.parse(readFileSync(join(folder, file), "utf8"));
      const { title, primaryKey, kommungraf, fields } = tableShape.parse(json);
      return [name, { name, title, primaryKey, packages: kommungraf.packages, fields: fields.map(toField), json }];
    }),
  );
}

function toField({ name, type, delimiter, constraints, kommungraf }: z.infer<typeof fieldShape>): Field {
  return {
    name,
    type,
    delimiter,
    required: constraints.required,
    unique: constraints.unique,
    allowed: constraints.enum ?? null,
    pattern: constraints.pattern === undefined ? null : new RegExp(constraints.pattern, "u"),
    minimum: constraints.minimum === undefined ? null : String(constraints.minimum),
    maximum: constraints.maximum === undefined ? null : String(constraints.maximum),
    isMoney: constraints.maximum === LARGEST_AMOUNT,
    isFuzzyDate: kommungraf.edtf,
    refers: kommungraf.refers ?? null,
    codeList: kommungraf.codeList ?? null,
  };
}
