import { NATIONAL } from "../../kit/record";
import type { Fault } from "../mistake";
import { nearest, suggest } from "../nearest";
import type { TableSchemas } from "../table-schemas/table-schema";

/** What is wrong with a resource: the property, what it says and why not. */
export type ResourceFault = readonly [property: string, value: unknown, fault: Fault];

/** Whether the resource is a table that the hub has, listed once and in the right kind of package. */
export function judgeTable(
  table: unknown,
  owner: string,
  schemas: TableSchemas,
  isListed: (table: string) => boolean,
): ResourceFault | null {
  if (typeof table !== "string") {
    const message = "The resource has no name.";
    return ["name", table, { code: "DESCRIPTOR_SHAPE", message, remedy: "Name it after its table." }];
  }
  const known = schemas.get(table);
  if (!known) {
    const otherwise = `The tables are: ${[...schemas.keys()].join(", ")}.`;
    const remedy = suggest(nearest(table, schemas.keys()), otherwise);
    return ["name", table, { code: "RESOURCE_UNKNOWN", message: `There is no table "${table}".`, remedy }];
  }
  if (isListed(table)) {
    const remedy = "Put all rows in one file and list it once.";
    return ["name", table, { code: "RESOURCE_TWICE", message: `The table "${table}" is listed twice.`, remedy }];
  }
  if (known.packages !== "both" && (known.packages === "reference") !== (owner === NATIONAL)) {
    return ["name", table, misplaced(known.name, known.packages)];
  }
  return null;
}

function misplaced(table: string, packages: string): Fault {
  const isReference = packages === "reference";
  const home = isReference ? "the reference package" : "the package of a municipality";
  return {
    code: "RESOURCE_MISPLACED",
    message: `The table "${table}" belongs in ${home} only.`,
    remedy: `Take it out of this package${isReference ? "; the hub has this table already" : ""}.`,
  };
}

/** Whether the resource is one CSV file in UTF-8 with commas. */
export function judgeReading(resource: Record<string, unknown>): ResourceFault | null {
  const { path, data, format, encoding, compression, dialect } = resource;
  const delimiter = (dialect as { delimiter?: unknown } | null | undefined)?.delimiter;
  const unsupported = (property: string, value: unknown, message: string, remedy: string): ResourceFault => [
    property,
    value,
    { code: "RESOURCE_UNSUPPORTED", message, remedy },
  ];
  if (data !== undefined) {
    return unsupported("data", data, "Rows inside datapackage.json are not read.", "Put them in a CSV file.");
  }
  if (typeof path !== "string") {
    return unsupported("path", path, "The path is not one file name.", 'Such as "path": "initiatives.csv".');
  }
  if (compression !== undefined) {
    return unsupported("compression", compression, "Compressed files are not read.", "Give the CSV file as it is.");
  }
  if (format !== undefined && format !== "csv") {
    return unsupported("format", format, "Only the format csv is read.", "Save the table as CSV UTF-8.");
  }
  if (encoding !== undefined && !/^utf-?8$/i.test(String(encoding))) {
    return unsupported("encoding", encoding, "Only the encoding utf-8 is read.", "Save the table as CSV UTF-8.");
  }
  if (delimiter !== undefined && delimiter !== ",") {
    return unsupported("dialect.delimiter", delimiter, "Only commas separate columns.", "Save the table with commas.");
  }
  return null;
}
