import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, normalize, resolve } from "node:path";
import { type Fault, type Mistake, mistakeAt } from "../mistake";
import { nearest, suggest } from "../nearest";
import type { TableSchemas } from "../table-schemas/table-schema";
import { decodeText } from "./decode-text";
import type { Limits } from "./limits";
import { type Descriptor, readDescriptor } from "./read-descriptor";
import { readFileInside, tooLarge } from "./read-file";

export interface PackageFile {
  readonly table: string;
  /** With the package's folder before it. */
  readonly file: string;
  /** Null when it could not be read. */
  readonly bytes: Buffer | null;
}

/** A package whose files have been read but not looked into. */
export interface OpenedPackage {
  /** The folder as it was given. */
  readonly path: string;
  /** Its name. */
  readonly folder: string;
  /** Null when datapackage.json could not be read: then nothing else is known. */
  readonly descriptor: Descriptor | null;
  readonly files: readonly PackageFile[];
  /** The same for the same content: names of tables and bytes of files, whatever else datapackage.json says. */
  readonly fingerprint: string;
  readonly mistakes: readonly Mistake[];
}

/** Raised when the same content comes to be read or stored in another way, so that it is loaded again. */
const EDITION = "2";

/** Reads a package's files, and nothing else than files in its folder. */
export async function openPackage(path: string, schemas: TableSchemas, limits: Limits): Promise<OpenedPackage> {
  const folder = basename(resolve(path));
  const file = `${folder}/datapackage.json`;
  const nothing = { path, folder, descriptor: null, files: [], fingerprint: "" };
  const read = await readFileInside(path, "datapackage.json", limits.descriptorBytes);
  if ("fault" in read) {
    const message = `${read.fault.message} Without it the folder is not a data package.`;
    const remedy = "Add datapackage.json, or give another folder.";
    return { ...nothing, mistakes: [mistakeAt({ file }, { code: "PACKAGE_UNREADABLE", message, remedy })] };
  }
  const decoded = decodeText(read.bytes);
  if ("fault" in decoded) {
    const { row, value, fault } = decoded;
    return { ...nothing, mistakes: [mistakeAt({ file, row, value }, fault)] };
  }
  const { descriptor, mistakes } = readDescriptor(decoded.text, file, schemas);
  if (!descriptor) return { ...nothing, mistakes };
  const opened = await openFiles(path, folder, descriptor, limits);
  return {
    path,
    folder,
    descriptor,
    files: opened.files,
    fingerprint: fingerprintOf(descriptor, opened.files),
    mistakes: [...mistakes, ...opened.mistakes],
  };
}

async function openFiles(path: string, folder: string, { resources, paths }: Descriptor, limits: Limits) {
  const mistakes: Mistake[] = [];
  const files: PackageFile[] = [];
  const unlisted = await unlistedFiles(path, paths);
  let total = 0;
  for (const { table, path: name } of resources) {
    const file = `${folder}/${name}`;
    const outcome = await readFileInside(path, name, limits.fileBytes);
    const bytes = "bytes" in outcome ? outcome.bytes : null;
    total += bytes?.length ?? 0;
    if ("fault" in outcome && outcome.fault.code === "FILE_TOO_LARGE") {
      mistakes.push(mistakeAt({ file }, outcome.fault));
    } else if ("fault" in outcome) {
      const meant = outcome.fault.code === "FILE_MISSING" ? probablyMeant(name, table, unlisted) : null;
      if (meant) unlisted.delete(meant);
      const fault = { ...outcome.fault, remedy: suggest(meant, outcome.fault.remedy) };
      const place = { file: `${folder}/datapackage.json`, column: `resources.${table}.path`, value: name };
      mistakes.push(mistakeAt(place, fault));
    } else if (total > limits.packageBytes) {
      mistakes.push(mistakeAt({ file }, tooLarge(total, limits.packageBytes)));
      files.push({ table, file, bytes: null });
      break;
    }
    files.push({ table, file, bytes });
  }
  mistakes.push(...[...unlisted].map((name) => mistakeAt({ file: `${folder}/${name}` }, notListed(name))));
  return { files, mistakes };
}

/** The file that lies unlisted under the name of the table, or under nearly the name that is not there. */
function probablyMeant(name: string, table: string, unlisted: ReadonlySet<string>): string | null {
  const usual = `${table}.csv`;
  return unlisted.has(usual) ? usual : nearest(name, unlisted);
}

/** Tables that lie in the folder and that nothing in datapackage.json points to. */
async function unlistedFiles(path: string, paths: ReadonlySet<string>): Promise<Set<string>> {
  const listed = new Set([...paths].map((listedPath) => normalize(listedPath)));
  const names = await readdir(path);
  return new Set(names.filter((name) => /\.(csv|xlsx?|ods|tsv)$/i.test(name) && !listed.has(name)));
}

function notListed(name: string): Fault {
  return {
    code: "FILE_UNLISTED",
    message: `"${name}" lies in the folder but datapackage.json does not list it, so nobody would read it.`,
    remedy: "Add it to the resources in datapackage.json, or take it out of the folder.",
  };
}

function fingerprintOf({ owner, name, version }: Descriptor, files: readonly PackageFile[]): string {
  const hash = createHash("sha256");
  const part = (content: string | Buffer) => hash.update(`${Buffer.byteLength(content)}\n`).update(content);
  for (const text of [EDITION, owner, name, version ?? ""]) part(text);
  for (const { table, bytes } of [...files].sort((a, b) => (a.table < b.table ? -1 : 1))) {
    part(table);
    part(bytes ?? "");
  }
  return hash.digest("hex");
}
