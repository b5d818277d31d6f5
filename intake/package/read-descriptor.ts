import { NATIONAL } from "../../kit/record";
import type { Contract } from "../contract/contract";
import { type Fault, type Mistake, mistakeAt } from "../mistake";
import { nearest, suggest } from "../nearest";

export interface Resource {
  readonly table: string;
  readonly path: string;
}

export interface Descriptor {
  readonly name: string;
  readonly version: string | null;
  readonly owner: string;
  readonly resources: readonly Resource[];
  /** Every file that a resource names, faulty resources too. */
  readonly paths: ReadonlySet<string>;
  /** Tables that a faulty resource was probably meant to be; their records are not called missing. */
  readonly unreadable: ReadonlySet<string>;
}

export interface DescriptorOutcome {
  readonly descriptor: Descriptor | null;
  readonly mistakes: readonly Mistake[];
}

/** Reads datapackage.json. The schemas in it are for other tools; the hub validates against its own contract only. */
export function readDescriptor(text: string, file: string, contract: Contract): DescriptorOutcome {
  const mistakes: Mistake[] = [];
  const report = (column: string | null, value: unknown, fault: Fault) => {
    mistakes.push(mistakeAt({ file, column, value: printed(value) }, fault));
  };
  const content = parseJson(text);
  if ("fault" in content) {
    report(null, undefined, content.fault);
    return { descriptor: null, mistakes };
  }
  const { name, version, kommungraf, resources } = asObject(content.value);
  const { owner } = asObject(kommungraf);
  if (typeof name !== "string" || !/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(name)) {
    report("name", name, shape("The package needs a name in lower case.", 'Such as "kommungraf-2181-sandviken".'));
  }
  if (version !== undefined && (typeof version !== "string" || version.trim() === "")) {
    report("version", version, shape("The version is not text.", 'Write it in quotation marks, such as "1.0.0".'));
  }
  const ownerFault = judgeOwner(owner);
  if (ownerFault) report("kommungraf.owner", owner, ownerFault);
  if (!Array.isArray(resources) || resources.length === 0) {
    report("resources", resources, shape("The package lists no resources.", "List each CSV file with name and path."));
  }
  if (mistakes.length > 0 || !Array.isArray(resources)) return { descriptor: null, mistakes };

  const accepted = new Map<string, Resource>();
  const unreadable = new Set<string>();
  for (const [index, entry] of resources.entries()) {
    const { name: table, ...rest } = asObject(entry);
    const place = typeof table === "string" ? `resources.${table}` : `resources[${index}]`;
    const [column, value, fault] = judgeTable(table, owner as string, contract, accepted) ?? judgeReading(rest) ?? [];
    if (fault) {
      report(`${place}.${column}`, value, fault);
      const meant = typeof table === "string" ? nearest(table, contract.keys()) : null;
      if (meant) unreadable.add(meant);
    } else {
      accepted.set(table as string, { table: table as string, path: rest.path as string });
    }
  }
  return {
    descriptor: {
      name: name as string,
      version: (version as string | undefined) ?? null,
      owner: owner as string,
      resources: [...accepted.values()],
      paths: new Set(resources.flatMap((entry) => asObject(entry).path).filter((path) => typeof path === "string")),
      unreadable,
    },
    mistakes,
  };
}

type Judgement = readonly [column: string, value: unknown, fault: Fault] | undefined;

function judgeTable(table: unknown, owner: string, contract: Contract, before: Map<string, Resource>): Judgement {
  if (typeof table !== "string") return ["name", table, shape("The resource has no name.", "Name it after its table.")];
  const known = contract.get(table);
  if (!known) {
    const otherwise = `The tables are: ${[...contract.keys()].join(", ")}.`;
    const remedy = suggest(nearest(table, contract.keys()), otherwise);
    return ["name", table, { code: "RESOURCE_UNKNOWN", message: `There is no table "${table}".`, remedy }];
  }
  if (before.has(table)) {
    const remedy = "Put all rows in one file and list it once.";
    return ["name", table, { code: "RESOURCE_TWICE", message: `The table "${table}" is listed twice.`, remedy }];
  }
  if (known.packages !== "both" && (known.packages === "reference") !== (owner === NATIONAL)) {
    return ["name", table, misplaced(known.name, known.packages)];
  }
  return undefined;
}

function misplaced(table: string, packages: string): Fault {
  const home = packages === "reference" ? "the reference package" : "the package of a municipality";
  return {
    code: "RESOURCE_MISPLACED",
    message: `The table "${table}" belongs in ${home} only.`,
    remedy: `Take it out of this package${packages === "reference" ? "; the hub has this table already" : ""}.`,
  };
}

function judgeReading(resource: Record<string, unknown>): Judgement {
  const { path, data, format, encoding, compression, dialect } = resource;
  const unsupported = (message: string, remedy: string): Fault => ({ code: "RESOURCE_UNSUPPORTED", message, remedy });
  if (data !== undefined) {
    return ["data", data, unsupported("Rows inside datapackage.json are not read.", "Put them in a CSV file.")];
  }
  if (typeof path !== "string") {
    return ["path", path, unsupported("The path is not one file name.", 'Such as "path": "initiatives.csv".')];
  }
  if (compression !== undefined) {
    return ["compression", compression, unsupported("Compressed files are not read.", "Give the CSV file as it is.")];
  }
  if (format !== undefined && format !== "csv") {
    return [
      "format",
      format,
      unsupported(`The format ${printed(format)} is not read.`, "Save the table as CSV UTF-8."),
    ];
  }
  if (encoding !== undefined && !/^utf-?8$/i.test(String(encoding))) {
    return ["encoding", encoding, unsupported(`The encoding ${printed(encoding)} is not read.`, "Save it as UTF-8.")];
  }
  const { delimiter } = asObject(dialect);
  if (delimiter !== undefined && delimiter !== ",") {
    return [
      "dialect.delimiter",
      delimiter,
      unsupported("Only commas separate columns.", "Save the table with commas."),
    ];
  }
  return undefined;
}

function judgeOwner(owner: unknown): Fault | null {
  if (typeof owner === "string" && /^\d{4}$/.test(owner)) return null;
  const digits = /^\d{3,4}$/.test(String(owner)) ? String(owner).padStart(4, "0") : null;
  return {
    code: "OWNER_INVALID",
    message: "The package does not say with four digits whose it is.",
    remedy: `Write "kommungraf": {"owner": "${digits ?? "2181"}"}: the municipality code in quotation marks.`,
  };
}

function shape(message: string, remedy: string): Fault {
  return { code: "DESCRIPTOR_SHAPE", message, remedy };
}

function parseJson(text: string): { value: unknown } | { fault: Fault } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = `datapackage.json is not JSON: ${(error as Error).message}.`;
    const remedy = "Mend it at that place: often a comma too many or a quotation mark missing.";
    return { fault: { code: "DESCRIPTOR_JSON", message, remedy } };
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function printed(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
