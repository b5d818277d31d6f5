import { type Fault, type Mistake, mistakeAt } from "../mistake";
import { nearest } from "../nearest";
import type { TableSchemas } from "../table-schemas/table-schema";
import { judgeReading, judgeTable } from "./judge-resource";

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

/** Reads datapackage.json. The schemas in it are for other tools; the hub validates against its own only. */
export function readDescriptor(text: string, file: string, schemas: TableSchemas): DescriptorOutcome {
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
    const [property, value, fault] =
      judgeTable(table, owner as string, schemas, (name) => accepted.has(name)) ?? judgeReading(rest) ?? [];
    if (fault) {
      report(`${place}.${property}`, value, fault);
      const meant = typeof table === "string" ? nearest(table, schemas.keys()) : null;
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
