import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, normalize, relative, sep } from "node:path";
import type { Fault } from "../mistake";

export type FileOutcome = { readonly bytes: Buffer } | { readonly fault: Fault };

/**
 * Reads a file of a package, and nothing outside the package's folder: neither by address, absolute path or "..",
 * nor through a symbolic link.
 */
export async function readFileInside(folder: string, path: string, largest: number): Promise<FileOutcome> {
  if (leadsOutside(path)) return { fault: outside(path) };
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (leadsOutside(relative(root, file))) return { fault: outside(path) };
    const found = await stat(file);
    if (!found.isFile()) return { fault: missing(path, null) };
    return found.size > largest ? { fault: tooLarge(found.size, largest) } : { bytes: await readFile(file) };
  } catch (error) {
    return { fault: missing(path, error) };
  }
}

function leadsOutside(path: string): boolean {
  const plain = normalize(path.replaceAll("\\", "/"));
  return (
    path === "" ||
    path.includes("\0") ||
    /^[a-z][a-z0-9+.-]*:/i.test(path) ||
    isAbsolute(plain) ||
    plain.split(sep).includes("..")
  );
}

function outside(path: string): Fault {
  return {
    code: "PATH_OUTSIDE",
    message: `The path ${JSON.stringify(path)} leads out of the package's folder.`,
    remedy: 'Put the file in the package\'s folder and give its name alone, such as "initiatives.csv".',
  };
}

export function tooLarge(size: number, largest: number): Fault {
  return {
    code: "FILE_TOO_LARGE",
    message: `${size} bytes are more than the ${largest} that the hub reads.`,
    remedy: "Take away what does not belong there; ask the hub's operator if all of it does.",
  };
}

function missing(path: string, error: unknown): Fault {
  const code = error === null ? "not a file" : ((error as NodeJS.ErrnoException).code ?? "unknown");
  const why = code === "ENOENT" || code === "ENOTDIR" ? "is not there" : `cannot be read (${code})`;
  return {
    code: "FILE_MISSING",
    message: `The file ${JSON.stringify(path)} ${why}.`,
    remedy: "Add the file, or take it out of datapackage.json; mind capital letters in the name.",
  };
}
