import { open, realpath } from "node:fs/promises";
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
    const handle = await open(file, "r");
    try {
      const { size } = await handle.stat();
      return size > largest ? { fault: tooLarge(size, largest) } : { bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
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
  const { code } = error as NodeJS.ErrnoException;
  const why = code === "ENOENT" || code === "ENOTDIR" ? "is not there" : `cannot be read (${code ?? "unknown"})`;
  return {
    code: "FILE_MISSING",
    message: `The file ${JSON.stringify(path)} ${why}.`,
    remedy: "Add the file, or take it out of datapackage.json; mind capital letters in the name.",
  };
}
