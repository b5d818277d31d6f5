import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { projectRoot } from "../kit/project-root";

export interface StarterOptions {
  /** Folder to make; it may exist if it is empty. */
  readonly folder: string;
  /** Slug of the municipality, such as upplands-vasby; also the name of its subgraph. */
  readonly owner: string;
  /** What its fields begin with, such as upplandsVasby. */
  readonly prefix: string;
  /** Name for people, such as Upplands Väsby kommun. */
  readonly name: string;
  /** Four digits. */
  readonly municipalityCode: string;
  /** The hub's public address: scheme, host and port. */
  readonly hubUrl: string;
}

export type StarterResult =
  /** `files` are paths within the folder, sorted. */
  | { readonly kind: "created"; readonly files: readonly string[] }
  | { readonly kind: "refused"; readonly reason: string };

const template = join(projectRoot, "municipal", "starter");

/** What trying out the template in place leaves behind. */
const LEFT_BEHIND = new Set(["node_modules", "dist", "package-lock.json", ".env"]);

/**
 * Makes a project of a municipality's own from the template `municipal/starter`. Writes the whole project or nothing.
 * @returns the files, or why the folder or a value cannot be used
 * @throws what the file system throws, such as when the disk is full
 */
export function createStarter(options: StarterOptions): StarterResult {
  const folder = resolve(options.folder);
  const reason = unusableValue(options) ?? unusableFolder(folder);
  if (reason !== undefined) return { kind: "refused", reason };
  const fill = placeholders(options);
  const files = templateFiles("");
  mkdirSync(dirname(folder), { recursive: true });
  // Beside the folder, so that the last step is a rename within one file system.
  const staging = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(staging, file)), { recursive: true });
      writeFileSync(join(staging, file), fill(readFileSync(join(template, file), "utf8")));
    }
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  return { kind: "created", files };
}

function unusableValue({ owner, prefix, name, municipalityCode, hubUrl }: StarterOptions): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(owner))
    return `${owner} is not the name of an owner, such as upplands-vasby.`;
  if (!/^[a-z][A-Za-z0-9]*$/.test(prefix)) return `${prefix} is not a prefix, such as upplandsVasby.`;
  if (!/^\d{4}$/.test(municipalityCode)) return `${municipalityCode} is not a municipality code: four digits.`;
  if (!/^https?:\/\/[^/?#\s"'\\@]+\/?$/.test(hubUrl))
    return `${hubUrl} is not a hub's address: scheme, host and port, such as https://hub.example.`;
  // It stands between quotes in TypeScript, JSON and GraphQL.
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .,()–-]*$/u.test(name)) return `${name} cannot be used as a name for people.`;
  return undefined;
}

function unusableFolder(folder: string): string | undefined {
  if (folder === process.cwd()) return "Name a folder other than the one you stand in.";
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory()) return `${folder} is a file.`;
  return readdirSync(folder).length > 0 ? `${folder} is not empty.` : undefined;
}

/** Paths of the template's files, sorted, with / between folders. */
function templateFiles(within: string): string[] {
  return readdirSync(join(template, within), { withFileTypes: true })
    .filter(({ name }) => !LEFT_BEHIND.has(name))
    .flatMap((entry) => {
      const path = within === "" ? entry.name : `${within}/${entry.name}`;
      return entry.isDirectory() ? templateFiles(path) : [path];
    })
    .sort();
}

function placeholders({ owner, prefix, name, municipalityCode, hubUrl }: StarterOptions): (text: string) => string {
  const values: Record<string, string> = {
    OWNER: owner,
    PREFIX: prefix,
    TYPE: prefix.charAt(0).toUpperCase() + prefix.slice(1),
    NAME: name,
    CODE: municipalityCode,
    HUB: hubUrl.replace(/\/$/, ""),
  };
  return (text) => text.replaceAll(/__([A-Z]+)__/g, (whole, key: string) => values[key] ?? whole);
}
