import { execFileSync, type StdioOptions } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { programEnvironment } from "./run-program";

/**
 * Names a process in a way that survives being written to a file: its pid and a mark of when it started, because
 * pids are reused, in containers at once. Where the system does not tell the start, the pid stands alone.
 * @returns undefined when no such process runs; a zombie does not run
 */
export function signatureOf(pid: number): string | undefined {
  if (!exists(pid)) return undefined;
  const started = startOf(pid);
  return started === "ended" ? undefined : `${pid} ${started}`.trimEnd();
}

/** Whether the process that was named by `signatureOf` still runs. */
export function isRunning(signature: string): boolean {
  const [pid, started] = split(signature);
  if (!(pid > 0)) return false;
  const now = signatureOf(pid);
  if (now === undefined) return false;
  const startedNow = split(now)[1];
  return started === "" || startedNow === "" || started === startedNow;
}

export function pidOf(signature: string): number {
  return split(signature)[0];
}

/** @returns whether the process ended within the time */
export async function waitUntilEnded(signature: string, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(signature)) {
    if (Date.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/** Whether the running process is a PostgreSQL server on the directory: a server makes it its working directory. */
export function isServerOn(pid: number, directory: string): boolean {
  try {
    if (process.platform !== "linux") return /postgres/.test(nameOf(pid));
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    // Another user's process does not show its working directory, but always its name.
    return readOr(`/proc/${pid}/comm`, "").trim() === "postgres";
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function startOf(pid: number): string | "ended" {
  if (process.platform === "win32") return "";
  if (process.platform === "linux") {
    const stat = readOr(`/proc/${pid}/stat`, "");
    // The second field, the program's name, may hold spaces and parentheses.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" || state === "X") return "ended";
    const ticksSinceBoot = fields[18];
    return ticksSinceBoot ? `${readOr("/proc/sys/kernel/random/boot_id", "").trim()}:${ticksSinceBoot}` : "";
  }
  try {
    const [state = "", ...start] = ps(pid, "stat=,lstart=").trim().split(/\s+/);
    return state.startsWith("Z") ? "ended" : start.join("-");
  } catch {
    return "";
  }
}

function split(signature: string): [pid: number, started: string] {
  const [pid, started = ""] = signature.trim().split(" ");
  return [Number(pid), started];
}

function nameOf(pid: number): string {
  return process.platform === "win32" ? run("tasklist", "/nh", "/fi", `pid eq ${pid}`) : ps(pid, "comm=");
}

function ps(pid: number, columns: string): string {
  return run("ps", "-o", columns, "-p", String(pid));
}

function run(program: string, ...args: string[]): string {
  const stdio: StdioOptions = ["ignore", "pipe", "ignore"];
  return execFileSync(program, args, { encoding: "utf8", env: programEnvironment(), stdio });
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
