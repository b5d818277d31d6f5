import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { runProgram } from "./run-program";

/** Where packages of PostgreSQL put their programs: parent, versioned name, and the rest of the path. */
const PLACES: readonly [parent: string, name: RegExp, rest: string][] = [
  ["/usr/lib/postgresql", /^\d+$/, "bin"], // Debian, Ubuntu
  ["/usr", /^pgsql-\d+$/, "bin"], // Red Hat and relatives
  ["/usr/libexec", /^postgresql\d+$/, ""], // Alpine
  ["/opt/homebrew/opt", /^postgresql@\d+$/, "bin"],
  ["/usr/local/opt", /^postgresql@\d+$/, "bin"],
  ["/Applications/Postgres.app/Contents/Versions", /^\d+$/, "bin"],
  ["C:/Program Files/PostgreSQL", /^\d+$/, "bin"],
];

/** @returns directories that may hold a system PostgreSQL: the one on the PATH, then the newest version first */
export async function systemBinaryDirectories(): Promise<string[]> {
  const onPath = await runProgram("pg_config", ["--bindir"]);
  const found = PLACES.flatMap(([parent, name, rest]) =>
    (existsSync(parent) ? readdirSync(parent) : [])
      .filter((entry) => name.test(entry))
      .sort((a, b) => versionIn(b) - versionIn(a))
      .map((entry) => path.join(parent, entry, rest)),
  );
  return [...new Set([onPath.output.trim(), ...found])].filter((directory) => directory !== "");
}

function versionIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}
