import { spawn } from "node:child_process";

/** What a PostgreSQL program needs of our environment and no more: nothing named PG… may change what it does. */
export function programEnvironment(): NodeJS.ProcessEnv {
  // biome-ignore lint/style/noProcessEnv: it is handed on to children and configures nothing of ours
  const { PATH, SystemRoot, TEMP, TMP, TMPDIR } = process.env;
  const inherited = Object.entries({ PATH, SystemRoot, TEMP, TMP, TMPDIR }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(inherited), LC_ALL: "C", TZ: "UTC" };
}

export interface ProgramResult {
  /** The exit code; null when the program could not be started or was killed. */
  readonly code: number | null;
  readonly output: string;
  /** What it wrote to stderr, or why it could not be started. */
  readonly complaint: string;
}

/** Runs a program to its end; a failure is a result, not an error. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { uid?: number; gid?: number } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = "";
    let complaint = "";
    const child = spawn(program, args, {
      ...options,
      cwd: process.platform === "win32" ? undefined : "/",
      env: programEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint += text;
    });
    child.once("error", (error) => resolve({ code: null, output, complaint: error.message }));
    child.once("close", (code) => resolve({ code, output, complaint: complaint.trim() }));
  });
}
